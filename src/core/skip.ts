import type { Suppression, Unknown, Verdict } from "./model.ts";
import { isSelectedByAny } from "./selectors.ts";

/** Rules that are left out of one check, by whom and why. */
export interface Skip {
  readonly selectors: readonly string[];
  readonly reason: string;
  readonly owner: string;
}

/** What the skipped rules found is shown and suppressed. */
export function skipVerdicts(verdicts: readonly Verdict[], { selectors, reason, owner }: Skip): Verdict[] {
  const suppression: Suppression = { kind: "skip", reason, owner, until: null };
  return verdicts.map((verdict) =>
    verdict.outcome !== "suppressed" && isSelectedByAny(selectors, verdict.ruleId) ? { ...verdict, outcome: "suppressed", suppression } : verdict,
  );
}

/** That a skipped rule could not look blocks nothing. */
export function skipUnknown(unknown: readonly Unknown[], { selectors }: Skip): Unknown[] {
  return unknown.map((one) => (isSelectedByAny(selectors, one.ruleId) ? { ...one, blocks: false } : one));
}
