import { isWholeFile } from "./about.ts";
import { toFingerprint } from "./fingerprint.ts";
import type { Facts, Finding, Outcome, Verdict } from "./model.ts";
import type { RuleSummary } from "./rule.ts";

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
  return [toWeakened(rule, configuration, `${configuration} as staged ${what}.`, { count: milder.length, blocking })];
}

/** Says that a commit adds to what is exempted, although nothing in this commit is judged by that. */
export function describeAdded(rule: Pick<RuleSummary, "id" | "meta">, files: string, added: number): Verdict {
  const entries = added === 1 ? "One entry is" : `${added} entries are`;
  const message = `${entries} new in ${files}; what ${added === 1 ? "it exempts" : "they exempt"} is judged in this commit, and no more from the next one on.`;
  return toWeakened(rule, files, message, { added });
}

function toWeakened(rule: Pick<RuleSummary, "id" | "meta">, subject: string, message: string, facts: Facts): Verdict {
  const finding: Finding = {
    ruleId: rule.id,
    severity: "warn",
    confidence: rule.meta.confidence,
    age: null,
    commit: null,
    location: null,
    subject,
    message,
    preview: null,
    fix: rule.meta.fix,
    fingerprint: toFingerprint(rule.id, subject, 0),
    facts,
  };
  return { ...finding, outcome: "advisory", suppression: null };
}

function countFindings(count: number): string {
  return `${count} finding${count === 1 ? "" : "s"}`;
}

/** Its place; where it has none, its fingerprint, which may differ from policy to policy: it counts the equal ones before it. */
function keyOf({ ruleId, location, subject, fingerprint }: Verdict): string {
  if (!location || isWholeFile(location)) return [ruleId, location?.path, subject, fingerprint].join("\0");
  return [ruleId, location.path, location.line, location.column, location.endLine, location.endColumn].join("\0");
}
