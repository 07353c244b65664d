import type { Finding, Outcome, Suppression, Verdict } from "./model.ts";

/** A finding and the decision that stands against it, if any. */
export interface WeighedFinding {
  readonly finding: Finding;
  readonly suppression: Suppression | null;
  /** It does not block, whatever its severity. */
  readonly onlyAdvises?: boolean;
}

/** New findings act with their severity; older ones only where the policy asks for it. */
export function toVerdict(weighed: WeighedFinding, older: "advisory" | "block"): Verdict {
  return { ...weighed.finding, outcome: outcomeOf(weighed, older), suppression: weighed.suppression };
}

function outcomeOf({ finding, suppression, onlyAdvises }: WeighedFinding, older: "advisory" | "block"): Outcome {
  if (suppression) return "suppressed";
  if (onlyAdvises) return "advisory";
  return finding.severity === "block" && (finding.age !== "older" || older === "block") ? "blocking" : "advisory";
}

/** By path, line, column, rule: the same input gives the same report. */
export function sortVerdicts(verdicts: readonly Verdict[]): Verdict[] {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...verdicts].sort(
    (a, b) =>
      compare(a.location?.path ?? "", b.location?.path ?? "") ||
      (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
      (a.location?.column ?? 0) - (b.location?.column ?? 0) ||
      compare(a.ruleId, b.ruleId) ||
      compare(a.subject ?? "", b.subject ?? ""),
  );
}
