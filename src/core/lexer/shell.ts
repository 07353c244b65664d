import { isLineEnd, type Scanner, type StringForm } from "./scanner.ts";

/** `NAME=`, `NAME+=`, `--option=` at the start of a word. */
const assignment = /(?:[A-Za-z_]\w*(?=\+?=)|--?[A-Za-z][\w-]*(?==))/y;
const bareWord = /(?:[^\s;&|<>()"'`\\$]|\\[^\r\n]|\$(?![({"'])|\$\{[^}\r\n]{0,256}\}?){1,8192}/y;
const heredoc = /<<-?[ \t]*(?:"([A-Za-z_]\w*)"|'([A-Za-z_]\w*)'|\\?([A-Za-z_]\w*))/y;

const [DOUBLE_QUOTE, DOLLAR, SINGLE_QUOTE, LESS_THAN] = [0x22, 0x24, 0x27, 0x3c];
const WORD_ENDS = ";&|()`";

function isQuote(code: number): boolean {
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
}

/** Consumes the whole text. Lines of a here-document are read like commands, but no quote in them reaches past its line. */
export function scanShell(scanner: Scanner): void {
  let terminator = "";
  let body = false;
  let wordStart = true;
  while (!scanner.done) {
    const before = scanner.at;
    if (scanner.skipBlank()) {
      wordStart = true;
      if (isLineEnd(scanner.text.charCodeAt(before)) && terminator) {
        body = scanner.text.slice(scanner.at, scanner.lineEnd()).trim() !== terminator;
        if (!body) terminator = "";
      }
      continue;
    }
    const here = terminator || scanner.code() !== LESS_THAN ? "" : scanner.peek(heredoc);
    if (here) {
      terminator = /\w+/.exec(here)?.[0] ?? "";
      scanner.push("operator", scanner.at + here.length);
    } else if (wordStart && scanner.startsWith("#")) scanner.lineComment();
    else if (!scanString(scanner, body)) scanWord(scanner, wordStart);
    wordStart = WORD_ENDS.includes(scanner.text[scanner.at - 1] ?? " ");
  }
}

function scanString(scanner: Scanner, oneLine: boolean): boolean {
  const prefix = scanner.code() === DOLLAR && isQuote(scanner.code(1)) ? "$" : "";
  const quote = scanner.text[scanner.at + prefix.length];
  if (quote !== "'" && quote !== '"') return false;
  scanner.string(quote === "'" ? singleQuoted(prefix, !oneLine) : doubleQuoted(prefix, !oneLine));
  return true;
}

function singleQuoted(prefix: string, multiline: boolean): StringForm {
  return { prefix, open: "'", close: "'", escapes: prefix ? "code" : "none", multiline };
}

function doubleQuoted(prefix: string, multiline: boolean): StringForm {
  return { prefix, open: '"', close: '"', escapes: "double", multiline, nests: "$(", interpolation: /(?<!\\)(?:\$[\w({@*#?!]|`)/ };
}

/** An assignment's name and sign and the unquoted start of its value, or an unquoted word, or a sign. */
function scanWord(scanner: Scanner, wordStart: boolean): void {
  const name = wordStart ? scanner.peek(assignment) : "";
  if (name) {
    scanner.push("name", scanner.at + name.length);
    scanner.push("operator", scanner.at + (scanner.startsWith("+") ? 2 : 1));
    const value = scanner.peek(bareWord);
    if (value) scanner.pushBare(scanner.at + value.length, "code", /\$[\w{]/);
    return;
  }
  const found = scanner.peek(bareWord);
  if (found) scanner.push("name", scanner.at + found.length);
  else scanner.push(";()".includes(scanner.text[scanner.at] ?? " ") ? "punctuation" : "operator", scanner.at + 1);
}
