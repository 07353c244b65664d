import type { Interval } from "./intervals.ts";
import { createLineReader, type Line, wholeLine } from "./text.ts";

/**
 * Marks by which other tools are told to leave a line alone. None of them gives a reason, and most name no rule, so they suppress nothing here; a finding says that one stands there.
 *
 *     key = "…"  # gitleaks:allow          # pragma: allowlist nextline secret
 *                                          key = "…"
 */
const ON_LINE =
  /\b(?:gitleaks|betterleaks):allow\b|\b(?:trufflehog|kingfisher):ignore\b|\bpragma:\s?(?:allow|white)list secret\b|\bsecretlint-disable(?:-line)?\b(?!-)|\bggignore\b|\bnosec\b|\bnoqa\b(?::\s?S10[5-7]\b|(?!:))|\bnosemgrep\b|\bNOSONAR\b/i;
const FOR_NEXT_LINE = /\bkingfisher:ignore\b|\bpragma:\s?(?:allow|white)list nextline secret\b|\bsecretlint-disable(?:-next-line)?\b(?!-)|\bnosemgrep\b/i;
/** As far from the end of a line a mark is looked for. */
const REACH = 400;

/**
 * Finds the mark that speaks of a span, as it is written there: behind it on the line that it ends in, or on the line before the one that it begins in; `null` where
 * there is none. Each line is looked at once, as long as spans come in order. `text` may be latin1.
 */
export function createMarkFinder(text: string): (span: Interval) => string | null {
  const find = (mark: RegExp, { start, end }: Line): string | null => mark.exec(text.slice(Math.max(start, end - REACH), end))?.[0] ?? null;
  const above = createLineReader(text, ({ start }) => (start === 0 ? null : find(FOR_NEXT_LINE, wholeLine(text, start - 1))));
  const own = createLineReader(text, (line) => ({ line, isMarked: find(ON_LINE, line) !== null }));
  return ({ start, end }) => {
    const { line, isMarked } = own(end);
    return (isMarked ? find(ON_LINE, { start: end, end: line.end }) : null) ?? above(start);
  };
}

/** What to do about one, behind what to do about the finding. */
export function describeForeignMark(mark: string, ruleId: string): string {
  return `The mark "${mark}" gives no reason, so it suppresses nothing here: write guard-ignore ${ruleId} -- reason, or take all such marks over: npx --no guard allow --marked --reason WHY`;
}
