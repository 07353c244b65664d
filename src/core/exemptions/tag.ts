import { scryptSync } from "node:crypto";

/** 3 ms. More would help nobody: who tries secrets against a tag gets eight bits out of it, however slowly. */
const COST = { N: 1024, r: 8, p: 1 };

/**
 * Eight bits of what a finding spans (`evidence`), two hexadecimal digits: another secret in its place has another tag 255 times out of 256, and of a list of
 * guesses every 256th still fits. All tags of a repository have one salt, so that a secret that was recorded twice says no more than eight bits either.
 */
export function toTag(evidence: string, salt: string): string {
  return scryptSync(evidence, `guard.tag/1\0${salt}`, 1, COST).toString("hex");
}

/** The same with what was computed once kept for the run. */
export function createTagger(salt: string): (evidence: string | null) => string | null {
  const known = new Map<string, string>();
  return (evidence) => {
    if (evidence === null) return null;
    const tag = known.get(evidence) ?? toTag(evidence, salt);
    known.set(evidence, tag);
    return tag;
  };
}
