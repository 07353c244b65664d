import { fallbackName, firstArgument, keyBefore, toKey } from "./assigned-keys.ts";
import { ofString, stringAfter, valueAfter } from "./assigned-values.ts";
import { type Assignment, toAssignment } from "./assignment.ts";
import type { Language } from "./language.ts";
import type { Token } from "./token.ts";
import { tokenize } from "./tokenize.ts";
import { xmlAssignment } from "./xml-assignments.ts";

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

/** The assignment whose sign is the token at `index`, or whose name or entry it is where there is no sign. `tokens` without comments. */
export function assignmentAt(tokens: readonly Token[], index: number, text: string, language: Language): Assignment | null {
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
