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

/**
 * Reads one line: what stands before the marker and behind it, and the marker's line and column, both from 1. `null` where it is no suppression.
 */
export function parseSuppressor(before: string, behind: string, line: number, column: number): Suppressor | null {
  // As a word: `guard-ignored` and `guard-ignore()` are none. A colon is a slip, and becomes one of the complaints.
  if (!/^(?:[\s:]|$)/.test(behind)) return null;
  const opening = before.replace(/\s+$/, " ");
  const opener = OPENERS.find(([opens]) => opens.test(opening.slice(-OPENER_REACH)));
  if (!opener) return null;
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
