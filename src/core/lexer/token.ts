export type TokenKind = "comment" | "string" | "name" | "number" | "operator" | "punctuation" | "newline";

/** Offsets are indices into the text, ends exclusive. A regular expression literal is an `operator`. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** As it stands there. */
  readonly text: string;
  /** Of a string: its content with the language's escapes resolved. Of anything else: `text`. */
  readonly value: string;
  /** Of a string: inside the quotes. Of anything else: `start` and `end`. */
  readonly innerStart: number;
  readonly innerEnd: number;
  /** How a string opens, without its prefix; empty for the unquoted values of shell, YAML, INI and XML text, which are strings too. */
  readonly quote: string;
  /** `r`, `f`, `b`, `u`, `$`, `@` and their likes. */
  readonly prefix: string;
  /** False for a string or block comment whose end was not found: it then ends with its line. */
  readonly closed: boolean;
  /** The string holds `${…}`, `$(…)` or the like, which `value` keeps as written. */
  readonly interpolated: boolean;
}

/** Everything but a string. */
export function toToken(kind: Exclude<TokenKind, "string">, text: string, start: number, end: number, closed = true): Token {
  const raw = text.slice(start, end);
  return { kind, start, end, text: raw, value: raw, innerStart: start, innerEnd: end, quote: "", prefix: "", closed, interpolated: false };
}
