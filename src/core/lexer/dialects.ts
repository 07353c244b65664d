import type { Dialect } from "./code.ts";
import { isLineEnd, type Scanner, type StringForm } from "./scanner.ts";

const word = /[A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*/y;
/** JavaScript, C#, Rust, C++ and Go in one: `$@"`, `r#"`, `b"`, `L"`, `R"x(`. */
const prefixed = /(?:\$@|@\$|\$|@|br|cr|u8|[rbcLuU])(?=#{0,8}")|[bLuU](?=')/y;
const cppRaw = /(?:u8|[uUL])?R(?="([^\s()\\"]{0,16})\()/y;
/** `'` right behind a letter is an apostrophe, unless the letters are one of these. */
const beforeQuote =
  /^(?:return|case|typeof|in|of|else|default|from|import|export|throw|new|void|await|yield|delete|instanceof|as|extends|echo|print|require|include)$/;

function codeString(scanner: Scanner): StringForm | null {
  const prefix = prefixOf(scanner);
  const quote = scanner.text[scanner.at + prefix.length] ?? "";
  if (quote === "#" && prefix.endsWith("r")) return rustRaw(scanner, prefix);
  if (!isQuote(quote)) return null;
  if (prefix.includes("@")) return { prefix, open: '"', close: '"', escapes: "doubled", multiline: true, ...(prefix.includes("$") && { interpolation: /\{/ }) };
  if (prefix.endsWith("R")) return cppRawString(scanner, prefix);
  if (quote === "`") return { prefix, open: "`", close: "`", escapes: "code", multiline: true, nests: "${", interpolation: /\$\{/ };
  if (quote === "'") return prefix === "" && isApostrophe(scanner) ? null : { prefix, open: "'", close: "'", escapes: "code", multiline: false };
  const open = scanner.text.startsWith('"""', scanner.at + prefix.length) ? '"""' : '"';
  const escapes = /^[bc]?r$/.test(prefix) ? "none" : "code";
  return {
    prefix,
    open,
    close: open,
    escapes,
    multiline: open !== '"' || escapes === "none",
    ...(prefix === "$" && { interpolation: /\{/, ...(open === '"' && { nests: "{" }) }),
  };
}

function isQuote(sign: string): boolean {
  return sign === '"' || sign === "'" || sign === "`";
}

function prefixOf(scanner: Scanner): string {
  return "$@brcuULR".includes(scanner.text[scanner.at] ?? " ") ? scanner.peek(cppRaw) || scanner.peek(prefixed) : "";
}

/** `r##"…"##` */
function rustRaw(scanner: Scanner, prefix: string): StringForm | null {
  const hashes = /^#{1,8}(?=")/.exec(scanner.text.slice(scanner.at + prefix.length, scanner.at + prefix.length + 9))?.[0];
  return hashes === undefined ? null : { prefix, open: `${hashes}"`, close: `"${hashes}`, escapes: "none", multiline: true };
}

/** `R"x(…)x"` */
function cppRawString(scanner: Scanner, prefix: string): StringForm {
  const from = scanner.at + prefix.length;
  const open = scanner.text.slice(from, scanner.text.indexOf("(", from) + 1);
  return { prefix, open, close: `)${open.slice(1, -1)}"`, escapes: "none", multiline: true };
}

/** An apostrophe in text (`don't`) or a lifetime of Rust (`&'a str`), no quote. */
function isApostrophe(scanner: Scanner): boolean {
  const { text, at } = scanner;
  const last = scanner.tokens.at(-1);
  if (last?.end === at && last.kind === "name") return !beforeQuote.test(last.text);
  return /^[&<]'[A-Za-z_]\w*(?!')[ ,>:]/.test(text.slice(at - 1, at + 24));
}

const pythonPrefix = /(?:[rbfut]|br|rb|fr|rf|tr|rt)(?=["'])/iy;

function pythonString(scanner: Scanner): StringForm | null {
  const prefix = scanner.peek(pythonPrefix);
  const quote = scanner.text[scanner.at + prefix.length];
  if (quote !== '"' && quote !== "'") return null;
  const open = scanner.text.startsWith(quote.repeat(3), scanner.at + prefix.length) ? quote.repeat(3) : quote;
  const raw = /r/i.test(prefix);
  // A raw string still cannot end in a quote behind a backslash; its content is kept as written.
  const escapes = raw ? "raw" : "python";
  return { prefix, open, close: open, escapes, multiline: open.length === 3, ...(/[ft]/i.test(prefix) && { interpolation: /\{/ }) };
}

function powershellString(scanner: Scanner): StringForm | null {
  const { text, at } = scanner;
  const here = text[at] === "@" && (text[at + 1] === '"' || text[at + 1] === "'") ? text.slice(at, at + 2) : "";
  if (here && isLineEnd(text.charCodeAt(at + 2))) return hereString(here + (text.startsWith("\r\n", at + 2) ? "\r\n" : text[at + 2]));
  if (text[at] === "'") return { prefix: "", open: "'", close: "'", escapes: "doubled", multiline: false };
  if (text[at] === '"') return { prefix: "", open: '"', close: '"', escapes: "backtick", multiline: false, nests: "$(", interpolation: /\$[\w({:]/ };
  return null;
}

/** From `@"` at the end of a line to `"@` at the start of one. */
function hereString(open: string): StringForm {
  const expands = open[1] === '"';
  return { prefix: "", open, close: `\n${open[1]}@`, escapes: "none", multiline: true, ...(expands && { interpolation: /\$[\w({:]/ }) };
}

function sqlString(scanner: Scanner): StringForm | null {
  const quote = scanner.text[scanner.at];
  if (quote !== "'" && quote !== '"' && quote !== "`") return null;
  return { prefix: "", open: quote, close: quote, escapes: "doubled", multiline: false };
}

function jsonString(scanner: Scanner): StringForm | null {
  const quote = scanner.text[scanner.at];
  return quote === '"' || quote === "'" ? { prefix: "", open: quote, close: quote, escapes: "code", multiline: false } : null;
}

const cBlock = [["/*", "*/"]] as const;

export const cLike: Dialect = { lineComments: ["//"], blockComments: cBlock, name: word, string: codeString, regularExpressions: true };
export const python: Dialect = { lineComments: ["#"], blockComments: [], name: /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y, string: pythonString };
export const powershell: Dialect = {
  lineComments: ["#"],
  blockComments: [["<#", "#>"]],
  name: /\$(?:[A-Za-z]+:)?[\w?]+|\$\{[^}\r\n]{1,128}\}|-?[A-Za-z_][\w-]*/y,
  string: powershellString,
};
export const sql: Dialect = { lineComments: ["--"], blockComments: cBlock, name: /[A-Za-z_@\u0080-\uffff][\w$@\u0080-\uffff]*/y, string: sqlString };
export const json: Dialect = { lineComments: ["//"], blockComments: cBlock, name: word, string: jsonString };
/** Prose and everything unknown: a quote behind a letter is an apostrophe. */
export const plain: Dialect = {
  lineComments: [],
  blockComments: [],
  name: /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*(?:[-.][\w\u0080-\uffff]+)*/y,
  string: plainString,
};

function plainString(scanner: Scanner): StringForm | null {
  const quote = scanner.text[scanner.at] ?? "";
  const last = scanner.tokens.at(-1);
  const isFence = quote === "`" && (scanner.startsWith("```") || last?.text === "`");
  if (!isQuote(quote) || isFence || (last?.end === scanner.at && (last.kind === "name" || last.kind === "number"))) return null;
  return { prefix: "", open: quote, close: quote, escapes: "none", multiline: false };
}
