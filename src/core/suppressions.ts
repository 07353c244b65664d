import type { Entry, Finding } from "./model.ts";
import type { PolicyReader } from "./policy.ts";
import { BAD, createRemark, UNUSED } from "./remark.ts";
import type { RuleSummary } from "./rule.ts";
import { isSelected, isSelectedByAny } from "./selectors.ts";
import type { WeighedFinding } from "./verdict.ts";

/**
 * Inline suppressions: `guard-ignore RULE[, RULE] -- reason`, in a comment at the end of the line they speak of, or alone on the line before.
 *
 *     const key = load(); // guard-ignore secrets/generic-secret -- a key of the test server
 */
export interface Suppressor {
  /** 1-based line of the comment. */
  readonly line: number;
  /** 1-based line that it speaks of. */
  readonly target: number;
  /** UTF-16 columns of the marker, from 1. */
  readonly column: number;
  readonly endColumn: number;
  readonly selectors: readonly string[];
  readonly reason: string;
}

export const SUPPRESSION_MARKER = "guard-ignore";

/**
 * What opens a comment in the languages we know, directly before the marker, and what closes it again; prose that mentions the word is no suppression.
 * A quote opens one in Visual Basic and Vim, but only where it is not a string: then no second one follows.
 */
const OPENERS: readonly (readonly [opens: RegExp, closes: RegExp | null])[] = [
  [/\/\*+ ?$/, /\*\//],
  [/<!-- ?$/, /-->/],
  [/<%-- ?$/, /--%>/],
  [/\{# ?$/, /#\}/],
  [/<# ?$/, /#>/],
  [/\(\* ?$/, /\*\)/],
  [/(?:\/\/|(?:^|\s)(?:#+|;+|%+|-- |::|REM)) ?$/i, null],
  [/(?:^|\s)' ?$/, /'/],
  [/(?:^|\s)" ?$/, /"/],
];

/** Characters that are looked at for what opens a comment. */
const OPENER_REACH = 8;

function openComment(before: string): { readonly opening: string; readonly opener: (typeof OPENERS)[number] | undefined } {
  const trimmed = before.trimEnd();
  const opening = trimmed.length < before.length ? `${trimmed} ` : before;
  const near = opening.slice(-OPENER_REACH);
  return { opening, opener: OPENERS.find(([opens]) => opens.test(near)) };
}

/** As a word: `guard-ignored` and `guard-ignore()` are none. A colon is a slip, and becomes one of the complaints. */
const ENDS_WORD = /^(?:[\s:]|$)/;

/** Whether a marker can be a suppression, by a few signs round it: prose may repeat the word thousands of times on one line, which is not read for each. */
export function mayBeSuppressor(before: string, behind: string): boolean {
  return ENDS_WORD.test(behind) && (before.trim() === "" || openComment(before).opener !== undefined);
}

/**
 * Reads one line: what stands before the marker and behind it, and the marker's line and column, both from 1. `null` where it is no suppression.
 */
export function parseSuppressor(before: string, behind: string, line: number, column: number): Suppressor | null {
  const { opening, opener } = openComment(before);
  if (!ENDS_WORD.test(behind) || !opener) return null;
  const [opens, closes] = opener;
  const closing = closes?.exec(behind);
  if (closing && /^["']$/.test(closing[0])) return null;
  const text = closing ? behind.slice(0, closing.index) : behind;
  const code = opening.replace(opens, "") + (closing ? behind.slice(closing.index + closing[0].length) : "");
  // `{` and `}` alone are those of a comment in JSX.
  const isAlone = /^\s*(?:\{\})?\s*$/.test(code);
  const [names = "", ...reasons] = text.split(/(?:^|\s)--(?=\s|$)/);
  return {
    line,
    target: isAlone ? line + 1 : line,
    column,
    endColumn: column + SUPPRESSION_MARKER.length + text.trimEnd().length,
    selectors: names.split(/[\s,]+/).filter(Boolean),
    reason: reasons.join(" --").trim(),
  };
}

export interface SuppressContext {
  readonly policy: PolicyReader;
  /** Every rule there is, to tell a typo from a rule that is off. */
  listRules(): readonly Pick<RuleSummary, "id" | "inspects">[];
  /** What `--only` and `--skip` leave over. */
  isWanted(ruleId: string): boolean;
}

/**
 * Weighs the findings of one file, in their order, against its inline suppressions; what is said of these stands behind. A suppression without a reason or
 * for an unknown rule suppresses nothing and is itself a finding; so is one that matched nothing, unless a rule it names was not asked.
 */
export function suppressInline(
  file: Pick<Entry, "path" | "pathEncoding">,
  findings: readonly Finding[],
  suppressors: readonly Suppressor[],
  context: SuppressContext,
): WeighedFinding[] {
  if (suppressors.length === 0) return findings.map((finding) => ({ finding, suppression: null }));
  const rules = context.listRules();
  const complaintAbout = createComplaints(rules.map(({ id }) => id));
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
  const wereAsked = remember((selector) =>
    rules
      .filter(({ id }) => isSelected(selector, id))
      .every(({ id, inspects }) => inspects === "content" && context.isWanted(id) && context.policy.ruleAt(id, file.path).severity !== "off"),
  );
  const remark = createRemarks(file, context);
  const remarks = suppressors.flatMap((suppressor) => {
    const complaint = complaintAbout(suppressor);
    if (complaint) return remark(BAD, suppressor, complaint, `Write: ${SUPPRESSION_MARKER} RULE -- why this is no danger`);
    if (used.has(suppressor) || !suppressor.selectors.every(wereAsked)) return [];
    return remark(UNUSED, suppressor, `This suppression of ${suppressor.selectors.join(", ")} matches no finding any more.`, "Delete the comment.");
  });
  return [...weighed, ...remarks];
}

/** Makes findings about suppressions themselves. */
function createRemarks(file: Pick<Entry, "path" | "pathEncoding">, { policy, isWanted }: SuppressContext) {
  const toFinding = createRemark();
  return (ruleId: string, { line, column, endColumn, selectors }: Suppressor, message: string, fix: string): WeighedFinding[] => {
    const setting = policy.ruleAt(ruleId, file.path).severity;
    if (setting === "off" || !isWanted(ruleId)) return [];
    const location = { path: file.path, ...(file.pathEncoding ? { pathEncoding: file.pathEncoding } : {}), line, column, endLine: line, endColumn };
    return [{ finding: toFinding(ruleId, setting, location, selectors.join(","), message, fix), suppression: null }];
  };
}

/** Why a suppression does not count, or `null`. */
function createComplaints(knownIds: readonly string[]): (suppressor: Suppressor) => string | null {
  const isKnown = remember((selector) => knownIds.some((id) => isSelected(selector, id)));
  return ({ selectors, reason }) => {
    if (selectors.length === 0) return "This suppression names no rule, so it suppresses nothing.";
    const unknown = selectors.find((selector) => !isKnown(selector));
    if (unknown) return `This suppression names "${unknown}", which is no rule, so it suppresses nothing.`;
    return reason === "" ? "This suppression gives no reason, so it suppresses nothing." : null;
  };
}

/** A file may name the same rule ten thousand times, and there are a thousand rules. */
function remember(ask: (selector: string) => boolean): (selector: string) => boolean {
  const known = new Map<string, boolean>();
  return (selector) => {
    const answer = known.get(selector) ?? ask(selector);
    known.set(selector, answer);
    return answer;
  };
}
