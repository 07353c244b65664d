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
 * So many entries more than findings may be tried on another line or in another file: each fits one secret in 256, and with 256 of them, under whatever names,
 * every later secret would be exempted. What is left over by honest means is a secret that was mended, here and there.
 */
const MAX_ASTRAY = 8;

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
  const taken = new Set<Entry>();
  const pass = async (keyOf: (named: Named) => string, mayTake: (one: Found) => boolean, isAstray = async (_: Entry) => true): Promise<void> => {
    const open = Map.groupBy(
      found.filter((one) => !matched.has(one) && mayTake(one)),
      ({ finding }) => keyOf({ ...finding, path: finding.location?.path ?? "" }),
    );
    const left = Map.groupBy(
      entries.filter((entry) => !taken.has(entry)),
      keyOf,
    );
    for (const [key, candidates] of open) {
      const meant: Entry[] = [];
      for (const entry of left.get(key) ?? []) if (await isAstray(entry)) meant.push(entry);
      if (meant.length > candidates.length + MAX_ASTRAY) continue;
      for (const entry of meant) {
        const one = candidates.find((candidate) => !matched.has(candidate) && tagOf(candidate.evidence) === entry.tag);
        if (!one) continue;
        matched.set(one, entry);
        taken.add(entry);
      }
    }
  };
  await pass(
    ({ ruleId, path, fingerprint }) => `${ruleId}\0${path}\0${fingerprint}`,
    () => true,
  );
  await pass(
    ({ ruleId, path }) => `${ruleId}\0${path}`,
    ({ evidence }) => evidence !== null,
  );
  await pass(
    ({ ruleId, fingerprint }) => `${ruleId}\0${fingerprint}`,
    () => true,
    async ({ path }) => !(await isUnseen(path)),
  );
  return matched;
}

type Named = Pick<Exemption, "ruleId" | "path" | "fingerprint">;
