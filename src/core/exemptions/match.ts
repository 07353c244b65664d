import type { Finding } from "../model.ts";
import type { Exemption } from "./list.ts";

/** A finding in a file, and the evidence of what it spans (see `toEvidence`). */
export interface Exemptable {
  readonly finding: Finding;
  readonly evidence: string | null;
}

/** What tells whether an entry still speaks of what it was recorded for. */
export interface MatchContext {
  tagOf(evidence: string | null): string | null;
  /** Whether a file is there that is not judged now: what an entry was recorded for may still stand in it. */
  isUnseen(path: string): Promise<boolean>;
}

/**
 * Which entry speaks of which finding: one of each other. The tag and the rule must be the same, and either the names on its line (the fingerprint) or the
 * file. So a finding stays exempted where its file is moved or its lines are reformatted, and a second one that looks alike is none: an entry leaves its own
 * file only where that is gone, or was judged and holds it no longer.
 */
export async function matchExemptions<Found extends Exemptable, Entry extends Exemption>(
  found: readonly Found[],
  entries: readonly Entry[],
  { tagOf, isUnseen }: MatchContext,
): Promise<Map<Found, Entry>> {
  const matched = new Map<Found, Entry>();
  const byRule = Map.groupBy(found, ({ finding }) => finding.ruleId);
  let left: readonly Entry[] = entries.filter(({ ruleId }) => byRule.has(ruleId));
  const pass = async (isMeant: (found: Found, entry: Entry) => boolean, mayTake: (entry: Entry) => boolean | Promise<boolean> = () => true): Promise<void> => {
    const rest: Entry[] = [];
    for (const entry of left) {
      const one = byRule
        .get(entry.ruleId)
        ?.find((candidate) => !matched.has(candidate) && isMeant(candidate, entry) && tagOf(candidate.evidence) === entry.tag);
      if (one && (await mayTake(entry))) matched.set(one, entry);
      else rest.push(entry);
    }
    left = rest;
  };
  const isSame = ({ finding }: Found, { fingerprint }: Entry): boolean => finding.fingerprint === fingerprint;
  const isInPlace = ({ finding }: Found, { path }: Entry): boolean => finding.location?.path === path;
  await pass((one, entry) => isInPlace(one, entry) && isSame(one, entry));
  await pass((one, entry) => isInPlace(one, entry) && one.evidence !== null);
  await pass(isSame, async ({ path }) => !(await isUnseen(path)));
  return matched;
}
