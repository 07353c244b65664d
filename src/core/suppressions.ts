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

/** What opens a comment in the languages we know, directly before the marker; prose that mentions the word is no suppression. */
const MARKER = /(?:\/\/|\/\*|#|--|<!--|;|%|'|"|\{\/\*|::|\bREM|\*)[ \t]*(guard-ignore(?![\w-]))([^\r\n]*)/i;
const CLOSERS = /[ \t]*(?:\*\/\}?|-->|\*\})[ \t]*$/;

/** Reads one line; `null` where it holds no suppression. `line` counts from 1. */
export function parseSuppressor(text: string, line: number): Suppressor | null {
  const found = MARKER.exec(text);
  if (!found) return null;
  const rest = (found[2] ?? "").replace(CLOSERS, "");
  const dashes = rest.search(/(?:^|[ \t])--(?:[ \t]|$)/);
  const selectors = (dashes < 0 ? rest : rest.slice(0, dashes)).split(/[\s,]+/).filter(Boolean);
  const reason =
    dashes < 0
      ? ""
      : rest
          .slice(dashes)
          .replace(/^[ \t]*--[ \t]*/, "")
          .trim();
  const alone = text.slice(0, found.index).trim() === "";
  const column = found.index + found[0].indexOf(found[1] ?? "") + 1;
  return { line, target: alone ? line + 1 : line, column, endColumn: text.trimEnd().length + 1, selectors, reason };
}
