import { type Member, type ObjectText, readObject } from "./json-members.ts";

/** A member of an object that is a member of the root: `["scripts", "prepare"]`. */
export type MemberPath = readonly [section: string, key: string];

/** The value there; `undefined` where it has none. Throws `SyntaxError` where the text has no such place. */
export function readMember(text: string, [section, key]: MemberPath): unknown {
  const object = readProperty(JSON.parse(text.replace(/^\uFEFF/, "")), section);
  return object === undefined ? undefined : readProperty(object, key);
}

/** The text with that value there, every other character kept. Throws `SyntaxError` as `readMember`. */
export function putMember(text: string, path: MemberPath, value: string | boolean): string {
  readMember(text, path);
  const [section, key] = path;
  const written = JSON.stringify(value);
  const root = readObject(text);
  const outer = find(root, section);
  if (!outer) {
    const toSection = (lead: string, colon: string): string => `{${deeper(lead)}"${key}"${colon}${written}${lead}}`;
    return addMember(text, root, section, toSection, { inner: "\n  ", outer: "\n" });
  }
  const object = readObject(text, outer.valueStart);
  const member = find(object, key);
  if (member) return splice(text, member.valueStart, member.end, written);
  const lead = leadOf(text, outer);
  return addMember(text, object, key, () => written, { inner: deeper(lead), outer: lead });
}

/** The text without that member, and without the object that held nothing else; every other character kept. The member must be there. */
export function dropMember(text: string, [section, key]: MemberPath): string {
  const root = readObject(text);
  const outer = find(root, section);
  const object = outer && readObject(text, outer.valueStart);
  const member = object && find(object, key);
  if (!member) return text;
  return object.members.length === 1 ? removeMember(text, root, outer) : removeMember(text, object, member);
}

function readProperty(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new SyntaxError("no object");
  return Object.entries(value).find(([name]) => name === key)?.[1];
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
