import { type Dialect, scanCode } from "./code.ts";
import { isLineEnd, type Scanner, type StringForm } from "./scanner.ts";

const name = /[A-Za-z_$\u0080-\uffff][\w$.\u0080-\uffff-]*/y;

/** What stands in a line beside `key = value`: arrays, inline tables, calls, flow collections. */
const remainder: Dialect = { lineComments: [], blockComments: [], name, string: (scanner) => quotedForm(scanner, "code") };

const iniKey = /[A-Za-z_$@%*\u0080-\uffff\d][\w$@%*.\\/ \t\u0080-\uffff-]{0,200}?(?=[ \t]*(?:[-+?:]?=|:(?![:=])))/y;
const iniSign = /(?:[+?:]?=>?|:)/y;
/** `//registry.example.org/:_authToken=…` of npm: the key is what follows the last colon. */
const npmScope = /\/\/[^\s=]{1,200}:(?=_\w+[ \t]*=)/y;
const references = /\$[\w{(]|%\(|%\w+%|\{\{/;

/** One line of TOML, INI, dotenv or properties: `key = value`, `[section]`, a comment. Consumes it up to its line end. */
export function scanIniLine(scanner: Scanner): void {
  skipBlanks(scanner);
  if (scanner.done) return;
  if (scanner.peek(/[#;!]|\/\/(?=[ \t\r\n]|$)/y)) scanner.lineComment();
  scanner.take("name", /(?:export|set|setx)(?=[ \t]+[A-Za-z_])/y);
  skipBlanks(scanner);
  scanner.take("punctuation", npmScope);
  if (scanKey(scanner, iniKey, iniSign)) scanIniValue(scanner);
  scanRemainder(scanner, /(?<=[ \t]|^)[#;]/y);
}

function scanIniValue(scanner: Scanner): void {
  const { text, at } = scanner;
  if (/["'`[{]/.test(text[at] ?? "") || scanner.peek(/[\w.]{1,64}\(/y)) {
    const form = quotedForm(scanner, "dotenv");
    if (form) scanner.string(form);
    return;
  }
  pushBareValue(scanner, /[ \t][#;]/);
}

const yamlKey = /[^\s#:,[\]{}"'&*!|>%@`][^:#\r\n"'{}]{0,128}?(?=[ \t]*:(?:[ \t\r\n]|$))/y;
const yamlSign = /:/y;
const entry = /[A-Za-z_][\w.-]{0,128}(?==)/y;

/** One line of YAML: list marks, a key with its value, or what stands in a block (`NAME=value`, text). Consumes it up to its line end. */
export function scanYamlLine(scanner: Scanner): void {
  skipBlanks(scanner);
  while (scanner.peek(/[-?](?=[ \t\r\n]|$)/y) && !scanner.done) {
    scanner.push("punctuation", scanner.at + 1);
    skipBlanks(scanner);
  }
  if (scanner.done) return;
  scanner.take("name", /(?:export|set|ENV|ARG)(?=[ \t]+[A-Za-z_]\w*=)/y);
  skipBlanks(scanner);
  if (scanKey(scanner, yamlKey, yamlSign) || scanKey(scanner, entry, /=/y)) scanYamlValue(scanner);
  scanRemainder(scanner, /(?<=[ \t]|^)#/y);
}

function scanYamlValue(scanner: Scanner): void {
  for (let mark = scanner.peek(/[!&*][^\s,[\]{}]*|[|>][-+\d]*(?=[ \t]*(?:[\r\n#]|$))/y); mark; mark = scanner.peek(/[!&*][^\s,[\]{}]*/y)) {
    scanner.push("operator", scanner.at + mark.length);
    skipBlanks(scanner);
  }
  const form = quotedForm(scanner, "code");
  if (form) scanner.string(form);
  else if (!/[[{#]/.test(scanner.text[scanner.at] ?? "")) pushBareValue(scanner, /[ \t]#/);
}

/** A key, plain or quoted, and its sign. Consumes nothing where there is no such pair. */
function scanKey(scanner: Scanner, key: RegExp, sign: RegExp): boolean {
  const quoted = scanner.peek(/"[^"\r\n]{1,200}"(?=[ \t]*[=:])|'[^'\r\n]{1,200}'(?=[ \t]*[=:])/y);
  const form = quoted ? quotedForm(scanner, "code") : null;
  if (form) scanner.string(form);
  else if (!scanner.take("name", key)) return false;
  skipBlanks(scanner);
  scanner.take("operator", sign);
  skipBlanks(scanner);
  return true;
}

/** An unquoted value up to the end of the line or an inline comment, without the blanks at its end. */
function pushBareValue(scanner: Scanner, comment: RegExp): void {
  const line = scanner.text.slice(scanner.at, scanner.lineEnd());
  const end = line.search(comment);
  const value = (end < 0 ? line : line.slice(0, end)).trimEnd();
  if (value && !/^[#;]/.test(value)) scanner.pushBare(scanner.at + value.length, "none", references);
}

function scanRemainder(scanner: Scanner, comment: RegExp): void {
  while (!scanner.done && !isLineEnd(scanner.code())) {
    if (scanner.peek(comment)) scanner.lineComment();
    else scanCode(scanner, remainder);
  }
}

/** The quoted string at the position. A double-quoted one may span lines only where it holds a PEM block. */
function quotedForm(scanner: Scanner, escapes: "code" | "dotenv"): StringForm | null {
  const quote = scanner.text[scanner.at];
  if (quote !== '"' && quote !== "'" && quote !== "`") return null;
  const open = scanner.startsWith(quote.repeat(3)) ? quote.repeat(3) : quote;
  const multiline = open.length === 3 || scanner.text.startsWith("-----BEGIN", scanner.at + 1);
  return { prefix: "", open, close: open, escapes: quote === '"' ? escapes : quote === "'" ? "doubled" : "none", multiline, interpolation: references };
}

function skipBlanks(scanner: Scanner): void {
  while (scanner.code() === 0x20 || scanner.code() === 0x09 || scanner.code() === 0xfeff) scanner.at += 1;
}
