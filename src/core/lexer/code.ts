import { findRegularExpressionEnd } from "./regular-expression.ts";
import type { Scanner, StringForm } from "./scanner.ts";
import type { Token } from "./token.ts";

/** What a language of statements and expressions writes differently from its neighbours. */
export interface Dialect {
  readonly lineComments: readonly string[];
  readonly blockComments: readonly (readonly [open: string, close: string])[];
  /** Sticky: a name. */
  readonly name: RegExp;
  /** The string that opens at the position, if one does. */
  readonly string: (scanner: Scanner) => StringForm | null;
  /** `/…/` may be a regular expression. */
  readonly regularExpressions?: boolean;
}

const number = /\d[\w.]*/y;
const operator =
  /\?\?=|\|\|=|&&=|\*\*=|<<=|>>=|===|!==|<=>|\.\.\.|=>|->|::|:=|==|!=|=~|<=|>=|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|\?\?|\|\||&&|\?\.|\+\+|--|<<|>>|[-=:+*/%&|^<>!?~@#$\\`'"]/y;

/** By character code: brackets, commas and semicolons, which begin nothing longer in any dialect. */
const STANDS_ALONE = new Uint8Array(128);
for (const sign of "()[]{},;") STANDS_ALONE[sign.charCodeAt(0)] = 1;

/** Consumes one token or one blank. */
export function scanCode(scanner: Scanner, dialect: Dialect): void {
  const taken =
    takeLone(scanner) ||
    scanner.skipBlank() ||
    takeWord(scanner, dialect) ||
    takeComment(scanner, dialect) ||
    takeString(scanner, dialect) ||
    takeRegularExpression(scanner, dialect);
  if (!taken) scanPlainToken(scanner, dialect.name);
}

function takeLone(scanner: Scanner): boolean {
  const isLone = STANDS_ALONE[scanner.code()] === 1;
  if (isLone) scanner.push("punctuation", scanner.at + 1);
  return isLone;
}

/** A name that is no prefix of a string, found before anything else is tried: no comment and no string begins with a letter. */
function takeWord(scanner: Scanner, { name }: Dialect): boolean {
  if (!isLetter(scanner.code())) return false;
  const end = scanner.endOf(name);
  if (end === scanner.at || opensString(scanner.text.charCodeAt(end))) return false;
  scanner.push("name", end);
  return true;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** A quote, or the `#` of Rust's `r#"`. */
function opensString(code: number): boolean {
  return code === 0x22 || code === 0x27 || code === 0x60 || code === 0x23;
}

/** A name, a number, an operator or one character of punctuation. */
export function scanPlainToken(scanner: Scanner, name: RegExp): void {
  const taken = scanner.take("name", name) || (isDigit(scanner.code()) && scanner.take("number", number)) || scanner.take("operator", operator);
  if (!taken) scanner.push("punctuation", scanner.at + 1);
}

function takeComment(scanner: Scanner, dialect: Dialect): boolean {
  const block = dialect.blockComments.find(([open]) => scanner.startsWith(open));
  if (block) scanner.blockComment(...block);
  else if (dialect.lineComments.some((open) => scanner.startsWith(open))) scanner.lineComment();
  else return false;
  return true;
}

function takeString(scanner: Scanner, dialect: Dialect): boolean {
  const form = dialect.string(scanner);
  if (form) scanner.string(form);
  return form !== null;
}

function takeRegularExpression(scanner: Scanner, dialect: Dialect): boolean {
  if (!dialect.regularExpressions || !scanner.startsWith("/") || !mayStartExpression(scanner.tokens)) return false;
  const end = findRegularExpressionEnd(scanner.text, scanner.at);
  if (end > 0) scanner.push("operator", end);
  return end > 0;
}

/** A `/` here opens a regular expression: what stands before it cannot be divided. */
function mayStartExpression(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  if (!last || last.kind === "newline" || last.kind === "comment") return true;
  if (last.kind === "name") return /^(?:return|typeof|case|in|of|do|else|void|delete|throw|await|yield)$/.test(last.text);
  return (last.kind === "operator" && last.text !== "++" && last.text !== "--") || /^[([{,;}]$/.test(last.text);
}
