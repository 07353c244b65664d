import { toKey } from "./assigned-keys.ts";
import { ofString } from "./assigned-values.ts";
import { type Assignment, type Key, toAssignment } from "./assignment.ts";
import type { Token } from "./token.ts";

/** An attribute, the text of an element, or the value of `<add key="NAME" value="…">` and `<key>NAME</key><string>…`. */
export function xmlAssignment(tokens: readonly Token[], index: number): Assignment | null {
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
