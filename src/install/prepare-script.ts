import { type Member, type ObjectText, readObject } from "./json-members.ts";

/** Everyone who clones gets the hooks, and an install without development packages does not fail. */
export const PREPARE = "guard install --quiet || exit 0";
const APPENDED = ` && (${PREPARE})`;

/** The `prepare` script of a package.json; `undefined` where it has none. Throws `SyntaxError` where the text has no such place. */
export function readPrepare(text: string): string | undefined {
  const scripts = readProperty(JSON.parse(text.replace(/^\uFEFF/, "")), "scripts");
  const prepare = scripts === undefined ? undefined : readProperty(scripts, "prepare");
  if (prepare !== undefined && typeof prepare !== "string") throw new SyntaxError("prepare is no string");
  return prepare;
}

/**
 * The text with Guard in its `prepare` script, every other character kept; `null` where it is there already. A script that was there keeps its own failure:
 * Guard's part comes behind it and forgives only itself. Parentheses mean the same to sh and to cmd. Throws `SyntaxError` as `readPrepare`.
 */
export function addPrepare(text: string): string | null {
  const prepare = readPrepare(text);
  if (prepare !== undefined && /\bguard install\b/.test(prepare)) return null;
  const root = readObject(text);
  const scripts = find(root, "scripts");
  if (!scripts) {
    const toScripts = (lead: string, colon: string): string => `{${deeper(lead)}"prepare"${colon}${JSON.stringify(PREPARE)}${lead}}`;
    return addMember(text, root, "scripts", toScripts, { inner: "\n  ", outer: "\n" });
  }
  const object = readObject(text, scripts.valueStart);
  const member = find(object, "prepare");
  if (member) return splice(text, member.valueStart, member.end, JSON.stringify(joinScripts(prepare ?? "")));
  const lead = leadOf(text, scripts);
  return addMember(text, object, "prepare", () => JSON.stringify(PREPARE), { inner: deeper(lead), outer: lead });
}

/** The text without Guard's part of the `prepare` script, every other character kept; `null` where there is none as Guard writes it. */
export function removePrepare(text: string): string | null {
  const prepare = readPrepareIfAny(text);
  if (prepare === undefined) return null;
  const root = readObject(text);
  const scripts = find(root, "scripts");
  const object = scripts && readObject(text, scripts.valueStart);
  const member = object && find(object, "prepare");
  if (!member) return null;
  if (prepare === PREPARE) return object.members.length === 1 ? removeMember(text, root, scripts) : removeMember(text, object, member);
  return prepare.endsWith(APPENDED) ? splice(text, member.valueStart, member.end, JSON.stringify(splitScripts(prepare))) : null;
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

function readProperty(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new SyntaxError("no object");
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

function readPrepareIfAny(text: string): string | undefined {
  try {
    return readPrepare(text);
  } catch {
    return undefined;
  }
}

/** Of members with the same key the last one counts. */
function find(object: ObjectText, key: string): Member | undefined {
  return object.members.findLast((member) => member.key === key);
}

/** Behind the last member and laid out like it; in an empty object by the white space given. */
function addMember(
  text: string,
  object: ObjectText,
  key: string,
  toValue: (lead: string, colon: string) => string,
  empty: { inner: string; outer: string },
): string {
  const last = object.members.at(-1);
  if (!last) return splice(text, object.start, object.end, `{${empty.inner}"${key}": ${toValue(empty.inner, ": ")}${empty.outer}}`);
  const lead = leadOf(text, last);
  const colon = text.slice(last.keyEnd, last.valueStart);
  return splice(text, last.end, last.end, `,${lead}"${key}"${colon}${toValue(lead, colon)}`);
}

function removeMember(text: string, object: ObjectText, member: Member): string {
  const at = object.members.indexOf(member);
  const before = object.members[at - 1];
  const after = object.members[at + 1];
  if (before) return splice(text, before.end, member.end, "");
  return after ? splice(text, member.start, after.start, "") : splice(text, object.start, object.end, "{}");
}

/** The white space in front of a member: the line end and the indentation, or what stands between two on one line. */
function leadOf(text: string, { start }: Member): string {
  const white = /\s*$/.exec(text.slice(0, start))?.[0] ?? "";
  return /\r?\n[ \t]*$/.exec(white)?.[0] ?? white;
}

/** For members of the root: their indentation twice is that of what stands inside them. */
function deeper(lead: string): string {
  return lead.includes("\n") ? lead + lead.slice(lead.lastIndexOf("\n") + 1) : lead;
}

function splice(text: string, start: number, end: number, inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(end);
}
