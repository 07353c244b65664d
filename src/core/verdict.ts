import { createOrdinals, toFingerprint } from "./fingerprint.ts";
import type { Entry, ExitCode, Finding, Location, Outcome, Suppression, Unknown, Verdict } from "./model.ts";
import type { PolicyReader } from "./policy.ts";
import type { RuleSummary } from "./rule.ts";
import { isSelected, isSelectedByAny } from "./selectors.ts";
import { SUPPRESSION_MARKER, type Suppressor } from "./suppressions.ts";

/** A finding and the decision that stands against it, if any. */
export interface WeighedFinding {
  readonly finding: Finding;
  readonly suppression: Suppression | null;
  /** It does not block, whatever its severity. */
  readonly onlyAdvises?: boolean;
}

export interface SuppressContext {
  readonly policy: PolicyReader;
  /** Every rule there is, to tell a typo from a rule that is off. */
  readonly rules: readonly Pick<RuleSummary, "id" | "inspects">[];
  /** What `--only` and `--skip` leave over. */
  isWanted(ruleId: string): boolean;
}

const BAD = "policy/bad-suppression";
const UNUSED = "policy/unused-suppression";

/**
 * Weighs the findings of one file against its inline suppressions. A suppression without a reason or for an unknown rule suppresses nothing and is
 * itself a finding; so is one that matched nothing, unless a rule it names was not asked.
 */
export function suppressInline(
  file: Pick<Entry, "path" | "pathEncoding">,
  findings: readonly Finding[],
  suppressors: readonly Suppressor[],
  context: SuppressContext,
): WeighedFinding[] {
  const complaintAbout = createComplaints(context.rules.map(({ id }) => id));
  const good = Map.groupBy(
    suppressors.filter((suppressor) => complaintAbout(suppressor) === null),
    ({ target }) => target,
  );
  const used = new Set<Suppressor>();
  const weighed = findings.map((finding): WeighedFinding => {
    const { line, endLine } = finding.location ?? { line: 0, endLine: 0 };
    const by = [...(good.get(line) ?? []), ...(good.get(endLine) ?? [])].find(({ selectors }) => isSelectedByAny(selectors, finding.ruleId));
    if (by) used.add(by);
    return { finding, suppression: by ? { kind: "inline", reason: by.reason, owner: null, until: null } : null };
  });
  // A rule on changes speaks only in the commit that makes the change.
  const wereAsked = ({ selectors }: Suppressor): boolean =>
    context.rules
      .filter(({ id }) => isSelectedByAny(selectors, id))
      .every(({ id, inspects }) => inspects === "content" && context.isWanted(id) && context.policy.ruleAt(id, file.path).severity !== "off");
  const remark = createRemarks(file, context);
  const remarks = suppressors.flatMap((suppressor) => {
    const complaint = complaintAbout(suppressor);
    if (complaint) return remark(BAD, suppressor, complaint, `Write: ${SUPPRESSION_MARKER} RULE -- why this is no danger`);
    if (used.has(suppressor) || !wereAsked(suppressor)) return [];
    return remark(UNUSED, suppressor, `This suppression of ${suppressor.selectors.join(", ")} matches no finding any more.`, "Delete the comment.");
  });
  return [...weighed, ...remarks];
}

/** Makes findings about suppressions themselves. */
function createRemarks(file: Pick<Entry, "path" | "pathEncoding">, { policy, isWanted }: SuppressContext) {
  const ordinalOf = createOrdinals();
  return (ruleId: string, { line, column, endColumn, selectors }: Suppressor, message: string, fix: string): WeighedFinding[] => {
    const setting = policy.ruleAt(ruleId, file.path).severity;
    if (setting === "off" || !isWanted(ruleId)) return [];
    const about = selectors.join(",");
    const finding: Finding = {
      ruleId,
      severity: ruleId === UNUSED ? "warn" : setting,
      confidence: "certain",
      age: null,
      commit: null,
      location: { path: file.path, ...(file.pathEncoding ? { pathEncoding: file.pathEncoding } : {}), line, column, endLine: line, endColumn },
      subject: null,
      message,
      preview: null,
      fix,
      fingerprint: toFingerprint(ruleId, about, ordinalOf(ruleId, about)),
      facts: {},
    };
    return [{ finding, suppression: null }];
  };
}

/** Why a suppression does not count, or `null`. */
function createComplaints(knownIds: readonly string[]): (suppressor: Suppressor) => string | null {
  const known = new Map<string, boolean>();
  const isKnown = (selector: string): boolean => {
    const answer = known.get(selector) ?? knownIds.some((id) => isSelected(selector, id));
    known.set(selector, answer);
    return answer;
  };
  return ({ selectors, reason }) => {
    if (selectors.length === 0) return "This suppression names no rule, so it suppresses nothing.";
    const unknown = selectors.find((selector) => !isKnown(selector));
    if (unknown) return `This suppression names "${unknown}", which is no rule, so it suppresses nothing.`;
    return reason === "" ? "This suppression gives no reason, so it suppresses nothing." : null;
  };
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

/**
 * Says so where the policy that a commit brings (`after`) answers milder than the one that it replaces (`before`), in one finding about the
 * configuration. `rule`: the one it is found under.
 */
export function describeWeakening(
  rule: Pick<RuleSummary, "id" | "meta">,
  before: readonly Verdict[],
  after: readonly Verdict[],
  configuration: string,
): Verdict[] {
  const ranks = new Map(after.map((verdict) => [keyOf(verdict), RANK[verdict.outcome]]));
  const milder = before.filter((verdict) => RANK[verdict.outcome] > (ranks.get(keyOf(verdict)) ?? 0));
  if (milder.length === 0) return [];
  const blocking = milder.filter(({ outcome }) => outcome === "blocking").length;
  const what =
    blocking > 0
      ? `would let through ${countFindings(blocking)} that the policy before it blocks`
      : `would hide ${countFindings(milder.length)} that the policy before it shows`;
  const finding: Finding = {
    ruleId: rule.id,
    severity: "warn",
    confidence: rule.meta.confidence,
    age: null,
    commit: null,
    location: null,
    subject: configuration,
    message: `${configuration} as staged ${what}.`,
    preview: null,
    fix: rule.meta.fix,
    fingerprint: toFingerprint(rule.id, configuration, 0),
    facts: { count: milder.length, blocking },
  };
  return [{ ...finding, outcome: "advisory", suppression: null }];
}

function countFindings(count: number): string {
  return `${count} finding${count === 1 ? "" : "s"}`;
}

/** Its place; where it has none, its fingerprint, which may differ from policy to policy: it counts the equal ones before it. */
function keyOf({ ruleId, location, subject, fingerprint }: Verdict): string {
  if (!location || isWholeFile(location)) return [ruleId, location?.path, subject, fingerprint].join("\0");
  return [ruleId, location.path, location.line, location.column, location.endLine, location.endColumn].join("\0");
}

/** A finding about a file and no place in it spans nothing. */
export function isWholeFile({ line, column, endLine, endColumn }: Location): boolean {
  return line === endLine && column === endColumn;
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
