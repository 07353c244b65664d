import { type Escapes, resolveEscapes } from "./escapes.ts";
import { findRegularExpressionEnd } from "./regular-expression.ts";
import { type Token, type TokenKind, toToken } from "./token.ts";

/** Of C#'s `{` a second one makes a brace. */
type Nests = "${" | "$(" | "{";

/** How a kind of string opens, escapes and ends. */
export interface StringForm {
  readonly prefix: string;
  readonly open: string;
  readonly close: string;
  readonly escapes: Escapes;
  readonly multiline: boolean;
  /** What opens an expression inside: quotes in there do not end the string. */
  readonly nests?: Nests;
  /** Content with a match of this is `interpolated`. */
  readonly interpolation?: RegExp;
}

/** The text under way: the position reached and the tokens found. Lives for one `tokenize`. */
export class Scanner {
  readonly text: string;
  readonly tokens: Token[] = [];
  at = 0;
  /** Ends that were searched to the end of the text in vain. Not asked again: a text of nothing but openings stays linear. */
  readonly #hopeless = new Set<string>();
  #lineEnd = -1;

  constructor(text: string) {
    this.text = text;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  /** Character code at the position, or `NaN` behind the end. */
  code(ahead = 0): number {
    return this.text.charCodeAt(this.at + ahead);
  }

  startsWith(literal: string): boolean {
    return this.text.startsWith(literal, this.at);
  }

  /** What a sticky expression matches at the position, else the empty string. Consumes nothing. */
  peek(sticky: RegExp): string {
    sticky.lastIndex = this.at;
    return sticky.exec(this.text)?.[0] ?? "";
  }

  push(kind: Exclude<TokenKind, "string">, end: number, closed = true): void {
    if (end > this.at) this.tokens.push(toToken(kind, this.text, this.at, end, closed));
    this.at = end;
  }

  /** Consumes what a sticky expression matches at the position. False where it matches nothing. */
  take(kind: Exclude<TokenKind, "string">, sticky: RegExp): boolean {
    const start = this.at;
    this.push(kind, this.endOf(sticky));
    return this.at > start;
  }

  /** Where the match of a sticky expression at the position ends; the position where it matches nothing. */
  endOf(sticky: RegExp): number {
    sticky.lastIndex = this.at;
    return sticky.test(this.text) ? sticky.lastIndex : this.at;
  }

  /** An unquoted value up to `end`: a string without quotes. */
  pushBare(end: number, escapes: Escapes = "none", interpolation?: RegExp): void {
    this.#pushString({ prefix: "", open: "", close: "", escapes, multiline: false, ...(interpolation && { interpolation }) }, end, end, true);
  }

  /** Consumes spaces, tabs and a newline token for each line end. False where there was neither. */
  skipBlank(): boolean {
    const code = this.code();
    if (code === 0x0a) this.push("newline", this.at + 1);
    else if (code === 0x0d) this.push("newline", this.at + (this.code(1) === 0x0a ? 2 : 1));
    else if (code === 0x20 || code === 0x09 || code === 0x0b || code === 0x0c || code === 0xfeff) this.at += 1;
    else return false;
    return true;
  }

  /** End of the line that the position is on, without its line end. */
  lineEnd(): number {
    if (this.#lineEnd < this.at) {
      let end = this.at;
      while (end < this.text.length && !isLineEnd(this.text.charCodeAt(end))) end += 1;
      this.#lineEnd = end;
    }
    return this.#lineEnd;
  }

  lineComment(): void {
    this.push("comment", this.lineEnd());
  }

  /** A comment that is not closed ends with its line. */
  blockComment(open: string, close: string): void {
    const found = this.#hopeless.has(close) ? -1 : this.text.indexOf(close, this.at + open.length);
    if (found < 0) this.#hopeless.add(close);
    this.push("comment", found < 0 ? this.lineEnd() : found + close.length, found >= 0);
  }

  /** The string that opens at the position. Within `limit` its end is searched; one that is not closed ends with its line. */
  string(form: StringForm): void {
    const from = this.at + form.prefix.length + form.open.length;
    const limit = form.multiline ? this.text.length : Math.max(from, this.lineEnd());
    const key = form.multiline ? form.open + form.close : "";
    const found = key && this.#hopeless.has(key) ? -1 : findClose(this.text, from, limit, form);
    if (found < 0 && key) this.#hopeless.add(key);
    if (found < 0) this.#pushString(form, Math.max(from, this.lineEnd()), Math.max(from, this.lineEnd()), false);
    else this.#pushString(form, found, found + form.close.length, true);
  }

  #pushString(form: StringForm, innerEnd: number, end: number, closed: boolean): void {
    const { prefix, open, close, escapes, interpolation } = form;
    const start = this.at;
    const innerStart = start + prefix.length + open.length;
    const raw = this.text.slice(innerStart, innerEnd);
    const text = this.text.slice(start, end);
    const interpolated = interpolation?.test(raw) ?? false;
    const value = resolveEscapes(raw, escapes, close);
    this.tokens.push({ kind: "string", start, end, text, value, innerStart, innerEnd, quote: open, prefix, closed, interpolated });
    this.at = end;
  }
}

export function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

/** Where the closing quote starts, or -1. */
function findClose(text: string, from: number, limit: number, form: StringForm): number {
  const { close, escapes, nests } = form;
  if (nests) return findNestingClose(text, from, limit, form, nests);
  if (escapes === "none" || escapes === "entities") return indexWithin(text, close, from, limit);
  const mark = escapes === "doubled" ? -1 : escapes === "backtick" ? 0x60 : 0x5c;
  const doubles = escapes === "doubled" || escapes === "backtick";
  const first = close.charCodeAt(0);
  for (let at = from; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code === mark) at += 1;
    else if (code === first && text.startsWith(close, at)) {
      if (!doubles || !text.startsWith(close, at + close.length)) return at;
      at += 2 * close.length - 1;
    }
  }
  return -1;
}

function indexWithin(text: string, close: string, from: number, limit: number): number {
  const found = text.slice(from, limit).indexOf(close);
  return found < 0 ? -1 : from + found;
}

/** Escapes, and expressions inside that may hold strings of the same kind: `a ${b(`c`)} d`. Keeps its own stack, so that depth is no danger. */
function findNestingClose(text: string, from: number, limit: number, { close, escapes }: StringForm, nests: Nests): number {
  const open = nests.slice(-1);
  const end = open === "{" ? "}" : ")";
  const mark = escapes === "backtick" ? "`" : "\\";
  const stack = [close];
  for (let at = from; at < limit; at += 1) {
    const char = text[at];
    if (char === mark) at += 1;
    else if (stack.at(-1) === close) {
      if (char === close) {
        if (escapes === "backtick" && text[at + 1] === close) at += 1;
        else stack.pop();
        if (stack.length === 0) return at;
      } else if (text.startsWith(nests, at)) {
        const isBrace = nests === "{" && text[at + 1] === "{";
        if (!isBrace) stack.push(end);
        at += isBrace ? 1 : nests.length - 1;
      }
    } else if (char === end) stack.pop();
    else if (char === open) stack.push(end);
    else if (char === close) stack.push(close);
    else if (char === "'" || char === '"') at = skipSimpleString(text, at, limit);
    else if (char === "/" && /[(,=:!&|?] ?$/.test(text.slice(at - 2, at))) at = Math.max(at, findRegularExpressionEnd(text, at) - 1);
  }
  return -1;
}

/** Longest string inside an expression of a template that is stepped over as a whole. */
const MAX_INNER_STRING = 256;

/** Index of the closing quote of a string on one line; where it has none, `start`: then it was no string. */
function skipSimpleString(text: string, start: number, limit: number): number {
  const quote = text[start];
  for (let at = start + 1; at < Math.min(limit, start + MAX_INNER_STRING); at += 1) {
    const char = text[at];
    if (char === quote) return at;
    if (char === "\\") at += 1;
    else if (char === "\n") return start;
  }
  return start;
}
