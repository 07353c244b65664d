import type { Token } from "../../src/core/lexer.ts";
import type { TokenTree } from "./token-tree.ts";

/** Tokens of a result type between the parameters and the body, and of a body before the value. */
const MAX_TYPE = 16;
const MAX_BODY = 80;
const blocks = /^(?:if|elif|for|while|match|switch|catch|with|when|unless)$/;

/** Name of the function that gives back what stands at `index`: `dbPath` of `const dbPath = () => { return "x.db" }`, of `fn dbPath() -> String {` and of `def dbPath():`. */
export function functionAround(tree: TokenTree, index: number): string | null {
  let { open } = tree.elementAt(index);
  for (let depth = 0; depth < 3 && tree.tokens[open]?.text === "{"; depth += 1) {
    const name = nameBefore(tree, open);
    if (name !== null) return name;
    open = tree.elementAt(open).open;
  }
  return definedBefore(tree, index);
}

/** `name(…) -> Type` or `name = (…) =>` before the brace at `open`; null before that of an `if`. */
function nameBefore({ tokens, openingOf }: TokenTree, open: number): string | null {
  const from = Math.max(0, open - MAX_TYPE);
  const close = from + tokens.slice(from, open).findLastIndex(({ text }) => /^[);}]$/.test(text));
  const opening = tokens[close]?.text === ")" ? openingOf(close) : -1;
  const before = tokens[opening - 1];
  if (before?.kind === "name" && before.text !== "async") return blocks.test(before.text) ? null : before.text;
  const sign = before?.text === "async" ? opening - 2 : opening - 1;
  return tokens[sign]?.text === "=" ? (tokens[sign - 1]?.text ?? null) : null;
}

/** `def name` above, where indentation takes the place of braces. */
function definedBefore({ tokens }: TokenTree, index: number): string | null {
  const above = tokens.slice(Math.max(0, index - MAX_BODY), index);
  const def = above.findLastIndex(({ kind, text }) => kind === "name" && /^defp?$/.test(text));
  return def < 0 ? null : (above[def + 1]?.text ?? null);
}

/** `string DbPath => "x.db"`, `string DbPath() => "x.db"`, where the arrow is the last token before `at`. */
export function arrowName({ tokens, openingOf }: TokenTree, at: number, before: readonly Token[]): string | null {
  if (before.length < 3 || before.at(-1)?.text !== "=>") return null;
  const last = before.at(-2)?.text === ")" ? tokens[openingOf(at - 2) - 1] : before.at(-2);
  return last?.kind === "name" && before.includes(last) ? last.text : null;
}

/** `dbPath` of `const dbPath = () => "x.db"` and of `fun dbPath() = "x.db"`. */
export function functionName({ tokens, openingOf }: TokenTree, operator: number): string | null {
  const last = tokens[operator - 1];
  const name = last?.text === ")" ? tokens[openingOf(operator - 1) - 1] : tokens[operator + 1]?.text === "(" ? last : undefined;
  return name?.kind === "name" && tokens[operator]?.text === "=" ? name.text : null;
}

/** `public string Path { get; set; } = "x.db";` */
export function propertyName({ tokens, openingOf }: TokenTree, operator: number): string | null {
  const opening = tokens[operator - 1]?.text === "}" ? openingOf(operator - 1) : -1;
  const name = tokens[opening - 1];
  return name?.kind === "name" && tokens[opening + 1]?.text === "get" ? name.text : null;
}

/** `path` of `#[arg(default_value = "x")] pub path: PathBuf`, where the parenthesis at `open` is that of an attribute. */
export function attributedField({ tokens, elementAt, closingOf }: TokenTree, open: number): string | null {
  const bracket = elementAt(open).open;
  if (tokens[bracket]?.text !== "[" || tokens[bracket - 1]?.text !== "#") return null;
  const behind = tokens.slice(closingOf(bracket) + 1, closingOf(bracket) + 12).filter(({ kind, text }) => kind === "name" && text !== "pub");
  return behind[0]?.text ?? null;
}
