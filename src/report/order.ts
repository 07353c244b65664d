import type { Unknown } from "../core/model.ts";

/** By subject (which may be a path), then rule, then reason; code units, so that the order is the same in every locale. */
export function sortUnknown(unknown: readonly Unknown[]): Unknown[] {
  return unknown.toSorted((a, b) => compareText(a.subject, b.subject) || compareText(a.ruleId, b.ruleId) || compareText(a.reason, b.reason));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
