import type { Suppression } from "../model.ts";
import { toName } from "../redact.ts";

/** One finding that was recorded for people to review: as old (baseline), or as a standing decision (allow). */
export interface Exemption {
  readonly ruleId: string;
  /** Where it stood when it was recorded. */
  readonly path: string;
  readonly fingerprint: string;
  /** Two hexadecimal digits, see `toTag`; `null` where the finding is about a whole file. */
  readonly tag: string | null;
  readonly reason: string;
  readonly owner: string | null;
  /** The last day on which it holds, `YYYY-MM-DD`; `null`: it has no end. */
  readonly until: string | null;
}

/** Where something stands in the file of a list, from 1; the end is exclusive. */
export interface ListPlace {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

export type ExemptionKind = Extract<Suppression["kind"], "allow" | "baseline">;

/** A list as its file holds it. What is wrong in it exempts nothing. */
export interface ExemptionList {
  readonly kind: ExemptionKind;
  /** Of all its tags; empty where the list is. */
  readonly salt: string;
  readonly entries: readonly (Exemption & { readonly place: ListPlace })[];
  readonly faults: readonly (ListPlace & { readonly message: string })[];
}

/** Another end is another decision; another reason is none. */
export function toEntryKey({ ruleId, path, fingerprint, tag, until }: Exemption): string {
  return [ruleId, path, fingerprint, tag, until].join("\0");
}

export const LIST_FILES = { allow: ".guard/allow.json", baseline: ".guard/baseline.json" } as const satisfies Record<ExemptionKind, string>;
export const LIST_KINDS = ["allow", "baseline"] as const;

/** What stands for the reason of an old finding, which nobody has to give. */
export const OLD = "it stood there when the baseline was written";
const MAX_REASON = 500;
/** Characters. An entry has about 200, so this is some 80,000 findings. */
const MAX_LENGTH = 1 << 24;
/**
 * So many entries may differ in nothing but the tag. A second finding under one name has another fingerprint, so these are decisions about a secret that became
 * another one, on branches perhaps. With all 256 tags every later secret of that name would be exempted.
 */
const MAX_SAME = 8;
const START: ListPlace = { line: 1, column: 1, endColumn: 1 };

/**
 * Reads a list out of its text, `null` where there is none:
 *
 *     { "schema": "guard.allow/1", "salt": "32 hex digits", "entries": [
 *       { "rule": "secrets/jwt", "path": "src/a.ts", "fingerprint": "64 hex digits", "tag": "a7", "reason": "…", "owner": "…", "until": "2027-01-31" } ] }
 */
export function parseList(kind: ExemptionKind, text: string | null): ExemptionList {
  if (text === null) return { kind, salt: "", entries: [], faults: [] };
  const read = readHead(kind, text);
  if (typeof read === "string") return { kind, salt: "", entries: [], faults: [{ ...START, message: read }] };
  const entries: ExemptionList["entries"][number][] = [];
  const faults: ExemptionList["faults"][number][] = [];
  const placeOf = createPlaceFinder(text);
  const same = new Map<string, number>();
  for (const value of read.entries) {
    const place = placeOf(value);
    const entry = toExemption(kind, value);
    if (typeof entry === "string") faults.push({ ...place, message: entry });
    else if (countUp(same, `${entry.ruleId}\0${entry.path}\0${entry.fingerprint}`) > MAX_SAME) faults.push({ ...place, message: TOO_MANY });
    else entries.push({ ...entry, place });
  }
  return { kind, salt: read.salt, entries, faults };
}

const TOO_MANY = `More than ${MAX_SAME} entries have this rule, path and fingerprint, so this one exempts nothing.`;

function countUp(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

function readHead(kind: ExemptionKind, text: string): { readonly salt: string; readonly entries: readonly unknown[] } | string {
  if (text.length > MAX_LENGTH) return `This list has more than ${MAX_LENGTH / (1 << 20)} MB, so nothing in it counts.`;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    // Its message would quote the file.
    return "This is no valid JSON, so nothing in it counts.";
  }
  const { schema, salt, entries } = isRecord(value) ? value : {};
  if (schema !== schemaOf(kind)) return `This is not what Guard writes here ("schema" is not "${schemaOf(kind)}"), so nothing in it counts.`;
  if (typeof salt !== "string" || !/^[0-9a-f]{32}$/.test(salt) || !Array.isArray(entries)) return 'It has no "salt" or no "entries", so nothing in it counts.';
  return { salt, entries };
}

function schemaOf(kind: ExemptionKind): string {
  return `guard.${kind}/1`;
}

const KEYS: readonly string[] = ["rule", "path", "fingerprint", "tag", "reason", "owner", "until"];

/** The entry, or why it does not count. */
function toExemption(kind: ExemptionKind, value: unknown): Exemption | string {
  if (!isRecord(value)) return "This entry is no object, so it exempts nothing.";
  const strange = Object.keys(value).find((key) => !KEYS.includes(key));
  if (strange !== undefined) return `This entry has a key that there is not, "${toName(strange)}", so it exempts nothing.`;
  const { rule, path, fingerprint, tag = null, reason = null, owner = null, until = null } = value;
  if (!isText(rule) || !isText(path) || !isText(fingerprint) || !/^[0-9a-f]{64}$/.test(fingerprint) || (tag !== null && !isTag(tag)))
    return 'This entry lacks a sound "rule", "path", "fingerprint" or "tag", so it exempts nothing.';
  if (!(reason === null || isText(reason)) || !(owner === null || isText(owner)))
    return 'The "reason" or "owner" of this entry is no text, so it exempts nothing.';
  if (kind === "allow" && (reason === null || reason.trim() === "")) return "This entry gives no reason, so it exempts nothing.";
  if (until !== null && !isDay(until)) return 'The "until" of this entry is no day (YYYY-MM-DD), so it exempts nothing.';
  return { ruleId: rule, path, fingerprint, tag, reason: (reason ?? OLD).slice(0, MAX_REASON), owner, until };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isTag(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{2}$/.test(value);
}

/** A day of the calendar, `YYYY-MM-DD`. */
export function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** An entry holds through its last day, as UTC has it. `now`: milliseconds since 1970. */
export function isOver({ until }: Pick<Exemption, "until">, now: number): boolean {
  return until !== null && new Date(now).toISOString().slice(0, 10) > until;
}

/** Where each entry has its fingerprint, asked in the order of the file: read in one walk, whatever stands in it, and however long its lines are. */
function createPlaceFinder(text: string): (entry: unknown) => ListPlace {
  const places = new Map<string, ListPlace[]>();
  let line = 1;
  let lineStart = 0;
  for (const { 0: found, 1: fingerprint, index } of text.matchAll(/\n|"fingerprint"[ \t]*:[ \t]*"([^"\\]*)"/g)) {
    if (fingerprint === undefined) {
      line++;
      lineStart = index + 1;
      continue;
    }
    const endColumn = index + found.length - lineStart;
    const place = { line, column: endColumn - fingerprint.length, endColumn };
    const known = places.get(fingerprint);
    if (known) known.push(place);
    else places.set(fingerprint, [place]);
  }
  const next = new Map([...places].map(([fingerprint, own]) => [fingerprint, own.values()]));
  return (entry) => (isRecord(entry) && isText(entry.fingerprint) && next.get(entry.fingerprint)?.next().value) || START;
}

/** The text of a list: an entry a line, sorted, so that two branches that add to it merge. */
export function formatList(kind: ExemptionKind, salt: string, entries: readonly Exemption[]): string {
  const lines = [...new Set(entries.toSorted(compareEntries).map((entry) => `    ${formatEntry(entry)}`))];
  const body = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "schema": "${schemaOf(kind)}",\n  "salt": "${salt}",\n  "entries": ${body}\n}\n`;
}

function compareEntries(a: Exemption, b: Exemption): number {
  const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
  return compare(a.path, b.path) || compare(a.ruleId, b.ruleId) || compare(a.fingerprint, b.fingerprint) || compare(a.tag ?? "", b.tag ?? "");
}

function formatEntry({ ruleId, path, fingerprint, tag, reason, owner, until }: Exemption): string {
  const members = { rule: ruleId, path, fingerprint, tag, reason: reason === OLD ? null : reason, owner, until };
  const written = Object.entries(members).flatMap(([key, value]) => (value === null ? [] : [`${JSON.stringify(key)}: ${JSON.stringify(value)}`]));
  return `{ ${written.join(", ")} }`;
}
