import { type Exemption, OLD } from "./core/exemptions/list.ts";
import { createTagger } from "./core/exemptions/tag.ts";
import { GuardError, type Report, type Verdict } from "./core/model.ts";
import type { RuleKind } from "./core/rule.ts";
import { judgeWithEvidence } from "./judge-run.ts";
import { openRun } from "./open.ts";
import type { CheckRequest } from "./request.ts";

/** A finding with what an entry about it is made of. */
export interface Recordable {
  readonly verdict: Verdict;
  readonly path: string;
  readonly evidence: string | null;
  readonly inspects: RuleKind | undefined;
}

/** Judges, and answers with everything that a list could speak of. Throws `GuardError`, also where not everything could be judged. */
export async function findRecordable(request: CheckRequest): Promise<Recordable[]> {
  const run = await openRun({ ...request, machine: false });
  const { report, evidence } = await judgeWithEvidence(run, request, Date.now());
  assertWhole(report);
  return report.findings.flatMap((verdict) => {
    const { location, ruleId } = verdict;
    if (location === null || ruleId.startsWith("policy/")) return [];
    const inspects = run.judgements.at(-1)?.settingOf(ruleId)?.inspects;
    return [{ verdict, path: location.path, evidence: evidence.get(verdict) ?? null, inspects }];
  });
}

function assertWhole({ error, unknown }: Report): void {
  if (error) throw new GuardError(3, error.code, error.message, error.fix);
  const [first] = unknown.filter(({ blocks }) => blocks);
  if (first)
    throw new GuardError(
      3,
      "incomplete",
      `${first.subject} could not be judged by ${first.ruleId}: ${first.reason}. Nothing was recorded.`,
      "Mend that first.",
    );
}

/** What stood there already, and how much of what was found is only about to be committed. */
export interface OldFindings {
  readonly old: readonly Recordable[];
  readonly fresh: number;
}

/**
 * Everything in the index but what the next commit would bring. A comment and a standing decision speak for themselves, and what a repository lacks as a
 * whole, such as a line of .gitignore, is mended in one place. Throws `GuardError`.
 */
export async function findOld(request: Omit<CheckRequest, "source">): Promise<OldFindings> {
  const all = (await findRecordable({ ...request, source: { kind: "all" } })).filter(isForBaseline);
  if (all.length === 0) return { old: [], fresh: 0 };
  const staged = await findRecordable({ ...request, source: { kind: "staged" } });
  const fresh = new Set(staged.filter(({ verdict }) => verdict.age === "new").map(({ verdict }) => toKey(verdict)));
  const old = all.filter(({ verdict }) => !fresh.has(toKey(verdict)));
  return { old, fresh: all.length - old.length };
}

function isForBaseline({ inspects, verdict: { suppression } }: Recordable): boolean {
  return inspects !== "repository" && (suppression === null || suppression.kind === "baseline");
}

function toKey({ ruleId, location }: Verdict): string {
  return [ruleId, location?.path, location?.line, location?.column].join("\0");
}

/** The entries of a new baseline. */
export function toBaseline(found: readonly Recordable[], salt: string): Exemption[] {
  const tagOf = createTagger(salt);
  return found.map((one) => ({ ...toEntry(one, tagOf), reason: one.verdict.suppression?.reason ?? OLD, owner: null, until: null }));
}

/** The entries of one decision. */
export function toDecision(found: readonly Recordable[], salt: string, decision: Pick<Exemption, "reason" | "owner" | "until">): Exemption[] {
  const tagOf = createTagger(salt);
  return found.map((one) => ({ ...toEntry(one, tagOf), ...decision }));
}

function toEntry({ verdict, path, evidence }: Recordable, tagOf: (evidence: string | null) => string | null) {
  return { ruleId: verdict.ruleId, path, fingerprint: verdict.fingerprint, tag: tagOf(evidence) };
}
