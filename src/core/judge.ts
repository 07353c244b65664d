import { createOrdinals, toFingerprint } from "./fingerprint.ts";
import type { ExitCode, Finding, Outcome, Suppression, Unknown, Verdict } from "./model.ts";
import type { PolicyReader } from "./policy.ts";
import { isSelectedByAny } from "./selectors.ts";
import { SUPPRESSION_MARKER, type Suppressor } from "./suppressions.ts";

/** A finding and the decision that stands against it, if any. */
export interface WeighedFinding {
  readonly finding: Finding;
  readonly suppression: Suppression | null;
}

export interface SuppressContext {
  readonly policy: PolicyReader;
  /** Ids of every rule there is, to tell a typo from a rule that is off. */
  readonly knownIds: readonly string[];
  /** What `--only` and `--skip` leave over. */
  isWanted(ruleId: string): boolean;
}

const BAD = "policy/bad-suppression";
const UNUSED = "policy/unused-suppression";

/**
 * Weighs the findings of one file against its inline suppressions. A suppression without a reason or for an unknown rule suppresses nothing and is
 * itself a finding; so is one that matched nothing, unless a rule it names was not asked.
 */
export function suppressInline(path: string, findings: readonly Finding[], suppressors: readonly Suppressor[], context: SuppressContext): WeighedFinding[] {
  const good = suppressors.filter((suppressor) => complaintAbout(suppressor, context.knownIds) === null);
  const used = new Set<Suppressor>();
  const weighed = findings.map((finding): WeighedFinding => {
    const by = good.find((suppressor) => speaksOf(suppressor, finding));
    if (by) used.add(by);
    return { finding, suppression: by ? { kind: "inline", reason: by.reason, owner: null, until: null } : null };
  });
  const ordinalOf = createOrdinals();
  const remark = (ruleId: string, suppressor: Suppressor, message: string, fix: string): WeighedFinding[] => {
    const setting = context.policy.ruleAt(ruleId, path).severity;
    if (setting === "off" || !context.isWanted(ruleId)) return [];
    const about = suppressor.selectors.join(",");
    const place = { line: suppressor.line, column: suppressor.column, endLine: suppressor.line, endColumn: suppressor.endColumn };
    return [
      {
        finding: {
          ruleId,
          severity: ruleId === UNUSED ? "warn" : setting,
          confidence: "certain",
          age: null,
          commit: null,
          location: { path, ...place },
          subject: null,
          message,
          preview: null,
          fix,
          fingerprint: toFingerprint(ruleId, about, ordinalOf(ruleId, about)),
          facts: {},
        },
        suppression: null,
      },
    ];
  };
  const wereAsked = (suppressor: Suppressor): boolean =>
    context.knownIds
      .filter((id) => isSelectedByAny(suppressor.selectors, id))
      .every((id) => context.isWanted(id) && context.policy.ruleAt(id, path).severity !== "off");
  const remarks = suppressors.flatMap((suppressor) => {
    const complaint = complaintAbout(suppressor, context.knownIds);
    if (complaint) return remark(BAD, suppressor, complaint, `Write: ${SUPPRESSION_MARKER} RULE -- why this is no danger`);
    if (used.has(suppressor) || !wereAsked(suppressor)) return [];
    return remark(UNUSED, suppressor, `This suppression of ${suppressor.selectors.join(", ")} matches no finding any more.`, "Delete the comment.");
  });
  return [...weighed, ...remarks];
}

function speaksOf(suppressor: Suppressor, { location, ruleId }: Finding): boolean {
  if (!location || ruleId === BAD || ruleId === UNUSED) return false;
  const atLine = suppressor.target === location.line || suppressor.target === location.endLine;
  return atLine && isSelectedByAny(suppressor.selectors, ruleId);
}

/** Why a suppression does not count, or `null`. */
function complaintAbout({ selectors, reason }: Suppressor, knownIds: readonly string[]): string | null {
  if (selectors.length === 0) return "This suppression names no rule, so it suppresses nothing.";
  const unknown = selectors.find((selector) => !knownIds.some((id) => isSelectedByAny([selector], id)));
  if (unknown) return `This suppression names "${unknown}", which is no rule, so it suppresses nothing.`;
  return reason === "" ? "This suppression gives no reason, so it suppresses nothing." : null;
}

/** New findings act with their severity; older ones only where the policy asks for it. */
export function toVerdict({ finding, suppression }: WeighedFinding, older: "advisory" | "block"): Verdict {
  return { ...finding, outcome: outcomeOf(finding, suppression, older), suppression };
}

function outcomeOf(finding: Finding, suppression: Suppression | null, older: "advisory" | "block"): Outcome {
  if (suppression) return "suppressed";
  return finding.severity === "block" && (finding.age !== "older" || older === "block") ? "blocking" : "advisory";
}

const RANK = { suppressed: 0, advisory: 1, blocking: 2 } as const satisfies Record<Outcome, number>;

/** The same findings judged by two policies: each gets the worse of its two verdicts; one that only one policy knows stays. */
export function worseOf(a: readonly Verdict[], b: readonly Verdict[]): Verdict[] {
  const byKey = new Map(a.map((verdict) => [keyOf(verdict), verdict]));
  for (const verdict of b) {
    const other = byKey.get(keyOf(verdict));
    if (!other || RANK[verdict.outcome] > RANK[other.outcome]) byKey.set(keyOf(verdict), verdict);
  }
  return [...byKey.values()];
}

function keyOf({ ruleId, location, subject, fingerprint }: Verdict): string {
  return [ruleId, location?.path, location?.line, location?.column, subject, fingerprint].join("\0");
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

/** A finding that blocks weighs more than an unknown that blocks: it is known. */
export function toExitCode(verdicts: readonly Verdict[], unknown: readonly Unknown[]): ExitCode {
  if (verdicts.some(({ outcome }) => outcome === "blocking")) return 1;
  return unknown.some(({ blocks }) => blocks) ? 3 : 0;
}
