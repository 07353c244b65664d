import type { Language } from "./language.ts";
import type { Token } from "./token.ts";
import { tokenize } from "./tokenize.ts";

/** A name and what it is given: a declaration, a member, a keyword argument, a default. Offsets are indices into the text, ends exclusive. */
export interface Assignment {
  /** The last identifier or key, without quotes or sigils: of `a.b["apiKey"]` it is `apiKey`, of `$env:TOKEN` it is `TOKEN`. */
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** As written (`=`, `:`, `:=`, `=>`, `||`, `??`, `,` …); `>` between the tags of an XML element. */
  readonly operator: string;
  readonly value: AssignedValue;
}

export interface AssignedValue {
  /** Of a quoted value: inside its quotes. */
  readonly start: number;
  readonly end: number;
  /** With escapes resolved; of an expression: as written, cut off at 64 tokens. */
  readonly text: string;
  readonly quoted: boolean;
  /** `bare`: a number, or the unquoted value of a language that has such. */
  readonly kind: "string" | "bare" | "expression";
}

/** The assignments of a text or of any fragment of one, in order. Comparisons are none. Never throws, takes linear time. `all`: its tokens, where they are at hand. */
export function listAssignments(text: string, language: Language, all: readonly Token[] = tokenize(text, language)): Assignment[] {
  const tokens = all.filter((token) => token.kind !== "comment");
  const found: Assignment[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const assignment = assignmentAt(tokens, index, text, language);
    if (assignment) found.push(assignment);
  }
  return found;
}

const assigns = /^(?:[-+:?.]?=|:|=>|\?\?=|\|\|=)$/;
const falls = /^(?:\|\||\?\?|or)$/;

function assignmentAt(tokens: readonly Token[], index: number, text: string, language: Language): Assignment | null {
  const token = tokens[index];
  if (!token) return null;
  if (language === "xml") return xmlAssignment(tokens, index);
  if (token.kind === "name" && token.text !== "or") return adjacentValue(tokens, index);
  if (token.kind === "string") return language === "yaml" ? quotedEntry(tokens, index) : null;
  if (token.text === ",") return toAssignment(firstArgument(tokens, index), token, stringAfter(tokens, index + 1));
  if (falls.test(token.text) || isElvis(tokens, index)) return toAssignment(fallbackName(tokens, index), token, stringAfter(tokens, index + 1));
  if (!assigns.test(token.text)) return null;
  return toAssignment(keyBefore(tokens, index), token, valueAfter(tokens, index + 1, text, language));
}

/** The `:` of `call("NAME") ?: "default"`. */
function isElvis(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.text === ":" && tokens[index - 1]?.text === "?" && tokens[index - 2]?.text === ")";
}

function toAssignment(key: Key | null, operator: Token, value: AssignedValue | null): Assignment | null {
  return key && value ? { ...key, operator: operator.text, value } : null;
}

type Key = Pick<Assignment, "name" | "nameStart" | "nameEnd">;

function toKey(token: Token): Key {
  const name = token.kind === "string" ? token.value : token.text.replace(/^(?:\$\{?(?:[A-Za-z]+:)?|--?|@)/, "").replace(/\}$/, "");
  if (token.kind === "string") return { name, nameStart: token.innerStart, nameEnd: token.innerEnd };
  const nameStart = token.start + Math.max(0, token.text.lastIndexOf(name));
  return { name, nameStart, nameEnd: nameStart + name.length };
}

/** What an `=` or `:` at `index` gives a value to; null where it is something else, such as the second half of `a ? b : c`. */
function keyBefore(tokens: readonly Token[], index: number): Key | null {
  const colon = tokens[index]?.text === ":";
  const declared = colon ? null : declaredBefore(tokens, index);
  if (declared) return declared;
  const last = tokens[index - 1];
  if (last?.text === "]") return subscript(tokens, index - 1);
  const name = colon && last?.text === "?" ? tokens[index - 2] : last;
  if (name?.kind !== "name" && name?.kind !== "string") return null;
  return colon && name === last && branches.test(tokens[index - 2]?.text ?? "") ? null : toKey(name);
}

/** `["key"]` that ends at `index`. */
function subscript(tokens: readonly Token[], index: number): Key | null {
  const inner = tokens[index - 1];
  const open = tokens[index - 2];
  return inner && open?.text === "[" && (inner.kind === "string" || inner.kind === "name") ? toKey(inner) : null;
}

const branches = /^(?:\?|[!=]==?|[<>]=?|case|if|elif|while|for|in|is|not|and|or|with|class|lambda)$/;

/** The name in front of a type: `const key: Type = `, `key?: Type = `, `var key string = `, `char key[] = `. */
function declaredBefore(tokens: readonly Token[], index: number): Key | null {
  for (let at = index - 1; at > index - 16; at -= 1) {
    const token = tokens[at];
    if (!token) break;
    const optional = tokens[at - 1]?.text === "?";
    const name = tokens[optional ? at - 2 : at - 1];
    if (token.text === ":" && name?.kind === "name") return isBranch(tokens, at) ? null : toKey(name);
    if (!isOfType(token)) break;
  }
  const [keyword, name, last] = tokens.slice(Math.max(0, index - 3), index);
  if (last?.kind === "name" && name?.kind === "name" && /^(?:var|const|let)$/.test(keyword?.text ?? "")) return toKey(name);
  return last?.text === "]" && name?.text === "[" && keyword?.kind === "name" ? toKey(keyword) : null;
}

/** The colon at `index` ends a condition or a label, no name with a type. */
function isBranch(tokens: readonly Token[], index: number): boolean {
  return branches.test(tokens[index - 2]?.text ?? "") || /^(?:else|try|finally|default)$/.test(tokens[index - 1]?.text ?? "");
}

function isOfType(token: Token): boolean {
  return token.kind === "name" || /^(?:[[\].|<>&?,*]|::|'|>>)$/.test(token.text);
}

/** The name that a default stands for: the last identifier or key before `||`, also in `get("NAME") ||`. */
function fallbackName(tokens: readonly Token[], operator: number): Key | null {
  const index = tokens[operator - 1]?.text === "?" ? operator - 1 : operator;
  const last = tokens[index - 1];
  if (last?.kind === "name") return toKey(last);
  if (last?.text === "]") return subscript(tokens, index - 1);
  const inner = tokens[index - 2];
  return last?.text === ")" && inner?.kind === "string" && tokens[index - 3]?.text === "(" ? toKey(inner) : null;
}

const takesPair = /(?:env|get|set|put|add|append|header|define|default|option|config|property|item|param|var|variable|value|environ)$/i;

/** `getenv("NAME",`: the first argument of a call that takes a name and a value. */
function firstArgument(tokens: readonly Token[], index: number): Key | null {
  const name = tokens[index - 1];
  const callee = tokens[index - 3];
  if (name?.kind !== "string" || name.quote === "" || tokens[index - 2]?.text !== "(" || callee?.kind !== "name") return null;
  return takesPair.test(callee.text) ? toKey(name) : null;
}

const powershellOperator = /^-[ci]?(?:eq|ne|[gl][et]|(?:not)?(?:like|match|contains|in)|replace|split|join|is(?:not)?|as|and|or|not|xor|b?and|bor|f)$/i;

/** `#define NAME "value"` and the `-Parameter "value"` of PowerShell. */
function adjacentValue(tokens: readonly Token[], index: number): Assignment | null {
  const name = tokens[index];
  const value = tokens[index + 1];
  if (!name || value?.kind !== "string" || value.quote === "") return null;
  const defines = tokens[index - 1]?.text === "define" && tokens[index - 2]?.text === "#";
  const parameter = /^-[A-Za-z]/.test(name.text) && !powershellOperator.test(name.text);
  return defines || parameter ? { ...toKey(name), operator: " ", value: ofString(value) } : null;
}

/** `- "NAME=value"` */
function quotedEntry(tokens: readonly Token[], index: number): Assignment | null {
  const token = tokens[index];
  const name = token ? /^[A-Za-z_][\w.-]*(?==)/.exec(token.value)?.[0] : undefined;
  if (!token || name === undefined || token.quote === "" || tokens[index + 1]?.text === ":") return null;
  const start = token.innerStart + name.length + 1;
  const value = { start, end: token.innerEnd, text: token.value.slice(name.length + 1), quoted: true, kind: "string" } as const;
  return { name, nameStart: token.innerStart, nameEnd: start - 1, operator: "=", value };
}

function ofString(token: Token): AssignedValue {
  const quoted = token.quote !== "";
  return { start: token.innerStart, end: token.innerEnd, text: token.value, quoted, kind: quoted ? "string" : "bare" };
}

function stringAfter(tokens: readonly Token[], index: number): AssignedValue | null {
  const token = tokens[firstOfValue(tokens, index, true)];
  return token?.kind === "string" ? ofString(token) : null;
}

function valueAfter(tokens: readonly Token[], index: number, text: string, language: Language): AssignedValue | null {
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
  return !token || token.kind === "newline" || /^[,;)\]}]$/.test(token.text);
}

/** Up to a comma, a semicolon, a line end or the bracket that closes what the assignment stands in. Null for a type, which an `=` follows. */
function expression(tokens: readonly Token[], first: number, text: string): AssignedValue | null {
  let depth = 0;
  let last: Token | undefined;
  for (const token of tokens.slice(first, first + 64)) {
    if (depth === 0 && isEnd(token)) break;
    if (depth === 0 && token.text === "=" && tokens[first - 1]?.text === ":") return null;
    if (token.kind === "punctuation" && /[([{]/.test(token.text)) depth += 1;
    if (token.kind === "punctuation" && /[)\]}]/.test(token.text)) depth -= 1;
    last = token;
  }
  const start = tokens[first]?.start ?? 0;
  return last ? { start, end: last.end, text: text.slice(start, last.end), quoted: false, kind: "expression" } : null;
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

/** An attribute, the text of an element, or the value of `<add key="NAME" value="…">` and `<key>NAME</key><string>…`. */
function xmlAssignment(tokens: readonly Token[], index: number): Assignment | null {
  const token = tokens[index];
  const value = tokens[index + 1];
  if (!token || value?.kind !== "string") return null;
  if (token.text === "=") return attribute(tokens, index, value, token);
  if (token.text !== ">" || value.quote !== "") return null;
  return toAssignment(elementName(tokens, index), token, ofString(value));
}

function attribute(tokens: readonly Token[], index: number, value: Token, operator: Token): Assignment | null {
  const name = tokens[index - 1];
  if (name?.kind !== "name") return null;
  const named =
    name.text === "value" && /^(?:key|name)$/i.test(tokens[index - 4]?.text ?? "") && tokens[index - 3]?.text === "=" ? tokens[index - 2] : undefined;
  return toAssignment(toKey(named ?? name), operator, ofString(value));
}

/** Of the tag whose `>` stands at `index`: the value of its `name`, the `<key>` before a plist value, else its own name. */
function elementName(tokens: readonly Token[], index: number): Key | null {
  let open = index - 1;
  while (open > index - 24 && open > 0 && tokens[open]?.text !== "<") open -= 1;
  const tag = tokens[open + 1];
  if (tokens[open]?.text !== "<" || tag?.kind !== "name") return null;
  if (/^name$/i.test(tokens[open + 2]?.text ?? "") && tokens[open + 4]?.kind === "string") return toKey(tokens[open + 4] ?? tag);
  return plistKey(tokens, open) ?? toKey(tag);
}

/** `<key>NAME</key>` that ends just before `open`. */
function plistKey(tokens: readonly Token[], open: number): Key | null {
  let at = open - 1;
  while (at > open - 4 && tokens[at]?.kind === "newline") at -= 1;
  const closes = tokens[at]?.text === ">" && tokens[at - 1]?.text === "key" && tokens[at - 2]?.text === "</";
  const name = tokens[at - 3];
  return closes && name?.kind === "string" ? toKey(name) : null;
}
