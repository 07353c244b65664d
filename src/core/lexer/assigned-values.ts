import type { AssignedValue } from "./assignment.ts";
import type { Language } from "./language.ts";
import type { Token } from "./token.ts";

/** A string as a value. */
export function ofString(token: Token): AssignedValue {
  const quoted = token.quote !== "";
  return { start: token.innerStart, end: token.innerEnd, text: token.value, quoted, kind: quoted ? "string" : "bare" };
}

/** The string that follows at once, if one does. */
export function stringAfter(tokens: readonly Token[], index: number): AssignedValue | null {
  const token = tokens[firstOfValue(tokens, index, true)];
  return token?.kind === "string" ? ofString(token) : null;
}

/** What stands behind an `=` or `:`, whose index is `index - 1`. */
export function valueAfter(tokens: readonly Token[], index: number, text: string, language: Language): AssignedValue | null {
  const wraps = language !== "ini" && language !== "yaml" && language !== "shell" && language !== "plain";
  const block = language === "python" && tokens[index - 1]?.text === ":" && !/^[{,\r\n]/.test(tokens[index - 3]?.text ?? "");
  const first = firstOfValue(tokens, language === "yaml" ? behindMarks(tokens, index) : index, wraps && !block);
  const token = tokens[first];
  if (!token || token.kind === "newline") return null;
  if (language === "shell") return shellWord(tokens, first);
  if (language === "plain" && token.kind !== "string") return plainWord(token, text);
  if (token.kind === "string") return ofString(token);
  if (token.kind === "number" && isEnd(tokens[first + 1])) return { start: token.start, end: token.end, text: token.text, quoted: false, kind: "bare" };
  return expression(tokens, first, text);
}

/** Index of the first token behind newlines and opening parentheses. */
function firstOfValue(tokens: readonly Token[], index: number, wraps: boolean): number {
  let at = index;
  while (at < index + 8 && ((wraps && tokens[at]?.kind === "newline") || tokens[at]?.text === "(")) at += 1;
  return at;
}

/** Behind the tags, anchors and block marks of YAML. */
function behindMarks(tokens: readonly Token[], index: number): number {
  let at = index;
  while (at < index + 4 && tokens[at]?.kind === "operator" && /^[!&*|>]/.test(tokens[at]?.text ?? "")) at += 1;
  return at;
}

function isEnd(token: Token | undefined): boolean {
  return !token || token.kind === "newline" || (token.text.length === 1 && ",;)]}".includes(token.text));
}

/** Up to a comma, a semicolon, a line end or the bracket that closes what the assignment stands in. Null for a type, which an `=` follows. */
function expression(tokens: readonly Token[], first: number, text: string): AssignedValue | null {
  let depth = 0;
  let last: Token | undefined;
  const typed = tokens[first - 1]?.text === ":";
  for (let at = first; at < first + 64; at += 1) {
    const token = tokens[at];
    if (!token || (depth === 0 && isEnd(token))) break;
    if (depth === 0 && typed && token.text === "=") return null;
    if (token.kind === "punctuation") depth += depthOf(token);
    last = token;
  }
  const start = tokens[first]?.start ?? 0;
  return last ? { start, end: last.end, text: text.slice(start, last.end), quoted: false, kind: "expression" } : null;
}

/** How many brackets a token opens, less those that it closes. */
function depthOf({ text }: Token): number {
  if (/[([{]/.test(text)) return /[)\]}]/.test(text) ? 0 : 1;
  return /[)\]}]/.test(text) ? -1 : 0;
}

/** The pieces of a word that touch one another: `pre"mid"post`. */
function shellWord(tokens: readonly Token[], first: number): AssignedValue | null {
  const pieces: Token[] = [];
  for (let at = first; at < first + 64; at += 1) {
    const token = tokens[at];
    const last = pieces.at(-1) ?? tokens[first - 1];
    if (!token || token.start !== last?.end || (token.kind !== "string" && token.kind !== "name")) break;
    pieces.push(token);
  }
  const [piece] = pieces;
  const last = pieces.at(-1);
  if (!piece || !last) return null;
  if (pieces.length === 1) return piece.kind === "string" ? ofString(piece) : { ...ofString(piece), quoted: false, kind: "bare" };
  return { start: piece.start, end: last.end, text: pieces.map((one) => one.value).join(""), quoted: false, kind: "bare" };
}

const plainValue = /[^\s"'`<>,;()[\]{}]{1,1024}/y;

function plainWord(token: Token, text: string): AssignedValue | null {
  plainValue.lastIndex = token.start;
  const value = plainValue.exec(text)?.[0];
  return value === undefined ? null : { start: token.start, end: token.start + value.length, text: value, quoted: false, kind: "bare" };
}
