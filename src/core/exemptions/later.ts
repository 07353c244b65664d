import { type Exemption, type ExemptionList, parseList, toEntryKey } from "./list.ts";

/**
 * Decisions about a commit that were made behind it: they stand where the range ends (`ends`, a text for each; of several in all of them), and not in the
 * commit itself. So nobody lets himself through in one commit, and no entry speaks of two findings of it.
 */
export function listLater(ends: readonly (string | null)[], own: string | null): ExemptionList {
  const [last = parseList("allow", null), ...others] = ends.map((text) => parseList("allow", text));
  const known = new Set(parseList("allow", own).entries.map(toEntryKey));
  const isInAll = (entry: Exemption): boolean =>
    others.every(({ salt, entries }) => salt === last.salt && entries.some((other) => toEntryKey(other) === toEntryKey(entry)));
  return { ...last, entries: last.entries.filter((entry) => !known.has(toEntryKey(entry)) && isInAll(entry)) };
}
