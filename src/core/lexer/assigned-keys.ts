import type { Key } from "./assignment.ts";
import type { Token } from "./token.ts";

/** The name without its sigils, dashes or quotes. */
export function toKey(token: Token): Key {
  const name = token.kind === "string" ? token.value : token.text.replace(/^(?:\$\{?(?:[A-Za-z]+:)?|--?|@)/, "").replace(/\}$/, "");
  if (token.kind === "string") return { name, nameStart: token.innerStart, nameEnd: token.innerEnd };
  const nameStart = token.start + Math.max(0, token.text.lastIndexOf(name));
  return { name, nameStart, nameEnd: nameStart + name.length };
}

/** What an `=` or `:` at `index` gives a value to; null where it is something else, such as the second half of `a ? b : c`. */
export function keyBefore(tokens: readonly Token[], index: number): Key | null {
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

/** A type that stands in front of the name, as in C#, C++ and Dart, or Kotlin's `const val`; in Go it stands behind. */
const typeFirst = /^(?:auto|char|object|string|dynamic|val|[A-Z]?String)$/;

/** The name beside a type: `const key: Type = `, `key?: Type = `, `var key string = `, `const string key = `, `char key[] = `. */
function declaredBefore(tokens: readonly Token[], index: number): Key | null {
  let depth = 0;
  for (let at = index - 1; at > index - 32; at -= 1) {
    const token = tokens[at];
    if (!token) break;
    // `Annotated[str, Option("--key", help="…")]`: inside the brackets of a type anything may stand.
    if (token.text === "]") depth += 1;
    else if (token.text === "[") depth -= 1;
    if (depth > 0) continue;
    const optional = tokens[at - 1]?.text === "?";
    const name = tokens[optional ? at - 2 : at - 1];
    if (token.text === ":" && name?.kind === "name") return isBranch(tokens, at) ? null : toKey(name);
    if (!isOfType(token)) break;
  }
  const [keyword, name, last] = tokens.slice(Math.max(0, index - 3), index);
  if (last?.kind === "name" && name?.kind === "name" && /^(?:var|const|let)$/.test(keyword?.text ?? "")) return toKey(typeFirst.test(name.text) ? last : name);
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
export function fallbackName(tokens: readonly Token[], operator: number): Key | null {
  const index = tokens[operator - 1]?.text === "?" ? operator - 1 : operator;
  const last = tokens[index - 1];
  if (last?.kind === "name") return toKey(last);
  if (last?.text === "]") return subscript(tokens, index - 1);
  const inner = tokens[index - 2];
  return last?.text === ")" && inner?.kind === "string" && tokens[index - 3]?.text === "(" ? toKey(inner) : null;
}

const takesPair = /(?:env|get|set|put|add|append|header|define|default|option|config|property|item|param|var|variable|value|environ)$/i;

/** `getenv("NAME",`: the first argument of a call that takes a name and a value. */
export function firstArgument(tokens: readonly Token[], index: number): Key | null {
  const name = tokens[index - 1];
  const callee = tokens[index - 3];
  if (name?.kind !== "string" || name.quote === "" || tokens[index - 2]?.text !== "(" || callee?.kind !== "name") return null;
  return takesPair.test(callee.text) ? toKey(name) : null;
}
