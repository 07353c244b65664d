import { dropMember, type MemberPath, putMember, readMember } from "./json-edit.ts";

/** Everyone who clones gets the hooks, and an install without development packages does not fail. */
export const PREPARE = "guard install --quiet || exit 0";
const APPENDED = ` && (${PREPARE})`;
const PLACE: MemberPath = ["scripts", "prepare"];

/** The `prepare` script of a package.json; `undefined` where it has none. Throws `SyntaxError` where the text has no such place. */
export function readPrepare(text: string): string | undefined {
  const prepare = readMember(text, PLACE);
  if (prepare !== undefined && typeof prepare !== "string") throw new SyntaxError("prepare is no string");
  return prepare;
}

/**
 * The text with Guard in its `prepare` script, every other character kept; `null` where it is there already. A script that was there keeps its own failure:
 * Guard's part comes behind it and forgives only itself. Parentheses mean the same to sh and to cmd. Throws `SyntaxError` as `readPrepare`.
 */
export function addPrepare(text: string): string | null {
  const prepare = readPrepare(text) ?? "";
  return /\bguard install\b/.test(prepare) ? null : putMember(text, PLACE, joinScripts(prepare));
}

/** The text without Guard's part of the `prepare` script, every other character kept; `null` where there is none as Guard writes it. */
export function removePrepare(text: string): string | null {
  const prepare = readPrepareIfAny(text);
  if (prepare === PREPARE) return dropMember(text, PLACE);
  return prepare?.endsWith(APPENDED) ? putMember(text, PLACE, splitScripts(prepare)) : null;
}

/** Words joined by `&&` stay one whole by themselves; anything else (`a || b`, `a; b`) needs parentheses. */
function joinScripts(prepare: string): string {
  if (prepare.trim() === "") return PREPARE;
  return `${/[|;&()#]/.test(prepare.replaceAll("&&", "")) ? `(${prepare})` : prepare}${APPENDED}`;
}

function splitScripts(joined: string): string {
  const own = joined.slice(0, -APPENDED.length);
  return own.startsWith("(") ? own.slice(1, -1) : own;
}

function readPrepareIfAny(text: string): string | undefined {
  try {
    return readPrepare(text);
  } catch {
    return undefined;
  }
}
