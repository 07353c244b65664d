import type { Token } from "../../src/core/lexer.ts";

const opensPair = /^[([{]$/;
const closesPair = /^[)\]}]$/;
/** How many tokens back the beginning of an element or its bracket is looked for. */
const MAX_TOKENS = 160;

export interface Element {
  /** Index of the innermost bracket that is open, or -1. */
  readonly open: number;
  /** Where the argument, member or statement begins that the token stands in. */
  readonly from: number;
  /** Index of the `=` or `:` that gives it to a name, or -1. */
  readonly operator: number;
}

/** Looks back from `at` to where its element begins. Balanced brackets are stepped over. */
export function readElement(tokens: readonly Token[], at: number): Element {
  let from = at;
  let operator = -1;
  let elementEnded = false;
  for (let index = at - 1; index >= Math.max(0, at - MAX_TOKENS); index -= 1) {
    const token = tokens[index];
    if (!token) break;
    if (token.kind !== "string" && closesPair.test(token.text)) {
      index = openingOf(tokens, index);
      if (index < 0) break;
      if (!elementEnded) from = index;
      continue;
    }
    if (token.kind === "punctuation" && opensPair.test(token.text)) return { open: index, from, operator };
    if (elementEnded) continue;
    if (token.text === "," || token.text === ";" || (token.kind === "newline" && endsStatement(tokens, index))) elementEnded = true;
    else {
      if (operator < 0 && token.kind === "operator" && /^(?:[:?|]?=|:|\?\?=|\|\|=)$/.test(token.text) && !isTernary(tokens, index)) operator = index;
      if (token.kind !== "newline") from = index;
    }
  }
  return { open: -1, from, operator };
}

/** The `:` at `index` belongs to a `? :` that begins on the same or the line before. */
function isTernary(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.text !== ":") return false;
  for (let at = index - 1; at > Math.max(0, index - 40); at -= 1) {
    const token = tokens[at];
    if (!token || /^[;{=]$/.test(token.text)) return false;
    if (token.kind === "punctuation" && closesPair.test(token.text)) at = openingOf(tokens, at);
    else if (token.text === ",") return false;
    else if (token.text === "?") return tokens[at + 1]?.text !== ":";
  }
  return false;
}

/** Index of the bracket that the one at `index` closes, or -1. */
function openingOf(tokens: readonly Token[], index: number): number {
  let depth = 0;
  for (let at = index; at > Math.max(0, index - MAX_TOKENS); at -= 1) {
    const token = tokens[at];
    if (token?.kind !== "punctuation") continue;
    if (closesPair.test(token.text)) depth += 1;
    else if (opensPair.test(token.text) && --depth === 0) return at;
  }
  return -1;
}

/** A line end inside an expression (`=` before it, `??` behind it) ends nothing. */
function endsStatement(tokens: readonly Token[], newline: number): boolean {
  let next = newline + 1;
  while (tokens[next]?.kind === "newline") next += 1;
  let last = newline - 1;
  while (tokens[last]?.kind === "newline") last -= 1;
  const goesOn = /^(?:\?\?|\|\||&&|[.?:+/]|\?\.|or|and|if|else)$/.test(tokens[next]?.text ?? "");
  const waits = tokens[last]?.kind === "operator" || /^(?:[,([]|return|or|and)$/.test(tokens[last]?.text ?? "");
  return !goesOn && !waits;
}

export interface Callee {
  /** As written without blanks and arguments: `path.join`, `z.string.default`; empty for a bare parenthesis. */
  readonly text: string;
  /** Index of its first token, `new` and `await` included. */
  readonly from: number;
}

/** What is called by the parenthesis at `open`. */
export function readCallee(tokens: readonly Token[], open: number): Callee {
  const names: string[] = [];
  let at = open - 1;
  while (at >= 0) {
    const token = tokens[at];
    if (token?.kind === "name" && !/^(?:return|if|elif|while|for|in|and|or|not|await|new|yield|else|case|of|with|assert)$/.test(token.text))
      names.unshift(token.text);
    else if (token?.kind === "punctuation" && /^[)\]]$/.test(token.text)) {
      const opening = openingOf(tokens, at);
      // require("better-sqlite3")(…): the name of the module stands for what is called.
      if (names.length === 0 && tokens[opening - 1]?.text === "require") return { text: tokens[opening + 1]?.value ?? "", from: opening - 1 };
      at = opening - 1;
      if (opening < 0) return { text: "?", from: open };
      if (tokens[at]?.kind !== "name") return { text: names.join("."), from: opening };
      continue;
    } else break;
    if (!/^(?:\.|\?\.|::)$/.test(tokens[at - 1]?.text ?? "")) break;
    at -= 2;
    while (tokens[at]?.kind === "newline") at -= 1;
  }
  const from = names.length > 0 ? Math.max(0, at) : open;
  return { text: names.join("."), from: /^(?:new|await)$/.test(tokens[from - 1]?.text ?? "") ? from - 1 : from };
}

/** Source of tokens without blanks, a space only between two words; long strings are cut off. */
export function sourceOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ text, kind }) => (kind === "newline" ? " " : kind === "name" ? `${text} ` : text.slice(0, 200)))
    .join("")
    .replace(/ (?=\W)/g, "")
    .trim();
}
