import { holdsRandom, isQuote } from "./random-run.ts";
import type { Trigger } from "./rule.ts";

/** The cheap tests of one trigger, on bytes, before any rule is asked. */
export interface Gate {
  readonly length: number;
  /** So many of these the automaton has compared. */
  readonly head: number;
  /** Set: the bytes must be these. */
  readonly literal: Uint8Array | null;
  /** In upper and lower case as they are, else both count as one, `literal` being in lower case. */
  readonly isExact: boolean;
  readonly startsWord: boolean;
  readonly followedBy: (Run & { readonly orEnd: boolean }) | null;
  readonly precededBy: Run | null;
  readonly holdsWithin: (Run & { readonly within: number }) | null;
  readonly assignedWithin: number;
  readonly randomWithin: number;
}

interface Run {
  /** Says of each byte whether it belongs. */
  readonly set: Uint8Array;
  readonly min: number;
}

/** The automaton finds no more than this of a literal; its gate compares the rest. Keeps the tables of a thousand rules small. */
export const HEAD_BYTES = 6;

/** The gates of all triggers as the WebAssembly kernel reads them, and as they lie in the file of the ruleset. */
export interface GateTable {
  /** A record of `RECORD` numbers for each trigger. */
  readonly records: Uint16Array;
  /** `SET_BYTES` for each set: 1 where the byte belongs. */
  readonly sets: Uint8Array;
  /** The literals, one a line, so that no two of them read like a token; in lower case where case does not matter. */
  readonly literals: Uint8Array;
}

export const RECORD = 16;
export const SET_BYTES = 256;

/** Where in a record a number stands. Sets are counted from 1, and 0 is none; of `literalAt` the lower half comes first. */
const FIELDS = {
  length: 0,
  head: 1,
  flags: 2,
  followedSet: 3,
  followedMin: 4,
  precededSet: 5,
  precededMin: 6,
  heldSet: 7,
  heldMin: 8,
  heldWithin: 9,
  assignedWithin: 10,
  randomWithin: 11,
  literalAt: 12,
} as const;

const LINE_END = Buffer.from("\n");
const EXACT = 1;
const STARTS_WORD = 2;
const OR_END = 4;
const COMPARES = 8;

/** Throws `SyntaxError` where a set is no character class. */
export function buildGateTable(triggers: readonly Trigger[]): GateTable {
  const records = new Uint16Array(triggers.length * RECORD);
  const sets = new Map<string, number>();
  const literals: Buffer[] = [];
  let literalAt = 0;
  const setOf = (run: { readonly set: string } | undefined): number => {
    if (!run) return 0;
    const known = sets.get(run.set) ?? sets.size + 1;
    sets.set(run.set, known);
    return known;
  };
  triggers.forEach((trigger, i) => {
    const { literal, exact, startsWord, orEnd, followedBy, precededBy, holdsWithin, assignedWithin, randomWithin } = trigger;
    const bytes = Buffer.from(exact ? literal : literal.toLowerCase(), "latin1");
    const compares = exact || literal.length > HEAD_BYTES;
    const flags = (exact ? EXACT : 0) | (startsWord ? STARTS_WORD : 0) | (orEnd ? OR_END : 0) | (compares ? COMPARES : 0);
    const runs = [setOf(followedBy), followedBy?.min ?? 0, setOf(precededBy), precededBy?.min ?? 0, setOf(holdsWithin), holdsWithin?.min ?? 0];
    const reach = [holdsWithin?.within ?? 0, assignedWithin ?? 0, randomWithin ?? 0];
    records.set([bytes.length, Math.min(bytes.length, HEAD_BYTES), flags, ...runs, ...reach, literalAt & 0xffff, literalAt >> 16], i * RECORD);
    literals.push(bytes, LINE_END);
    literalAt += bytes.length + LINE_END.length;
  });
  return { records, sets: Uint8Array.from([...sets.keys()].flatMap(listMembers)), literals: new Uint8Array(Buffer.concat(literals)) };
}

function listMembers(set: string): number[] {
  const pattern = new RegExp(`[${set}]`);
  return Array.from({ length: SET_BYTES }, (_, byte) => (pattern.test(String.fromCharCode(byte)) ? 1 : 0));
}

/** The gate of one trigger. */
export function readGate({ records, sets, literals }: GateTable, trigger: number): Gate {
  const field = (name: keyof typeof FIELDS, more = 0): number => records[trigger * RECORD + FIELDS[name] + more] ?? 0;
  const run = (set: number, min: number): Run => ({ set: sets.subarray((set - 1) * SET_BYTES, set * SET_BYTES), min });
  const [length, flags, followed, preceded, held] = [field("length"), field("flags"), field("followedSet"), field("precededSet"), field("heldSet")];
  const literalAt = field("literalAt") + field("literalAt", 1) * 0x1_0000;
  return {
    length,
    head: field("head"),
    literal: flags & COMPARES ? literals.subarray(literalAt, literalAt + length) : null,
    isExact: (flags & EXACT) !== 0,
    startsWord: (flags & STARTS_WORD) !== 0,
    followedBy: followed > 0 ? { ...run(followed, field("followedMin")), orEnd: (flags & OR_END) !== 0 } : null,
    precededBy: preceded > 0 ? run(preceded, field("precededMin")) : null,
    holdsWithin: held > 0 ? { ...run(held, field("heldMin")), within: field("heldWithin") } : null,
    assignedWithin: field("assignedWithin"),
    randomWithin: field("randomWithin"),
  };
}

/** Bytes of a trigger's literal. */
export function lengthOf({ records }: GateTable, trigger: number): number {
  return records[trigger * RECORD + FIELDS.length] ?? 0;
}

/** Whether a trigger that ends at `end` (exclusive) may be shown to its rule. */
export function passesGate(gate: Gate, bytes: Uint8Array, length: number, end: number): boolean {
  const start = end - gate.length;
  if (gate.startsWord && start > 0 && isWordByte(bytes[start - 1] ?? 0)) return false;
  if (end > length || (gate.literal && !equalsAt(bytes, start, gate.literal, gate.isExact))) return false;
  if (gate.followedBy && !holdsRun(bytes, length, end, gate.followedBy) && !(gate.followedBy.orEnd && end === length)) return false;
  if (gate.precededBy && !holdsRun(bytes, length, start - gate.precededBy.min, gate.precededBy)) return false;
  if (gate.holdsWithin && !holdsRunWithin(bytes, length, end, gate.holdsWithin)) return false;
  if (gate.assignedWithin > 0 && !isAssigned(bytes, Math.min(length, end + gate.assignedWithin), end)) return false;
  return gate.randomWithin === 0 || holdsRandom(bytes, length, end, end + gate.randomWithin, gate.assignedWithin > 0);
}

/** The gate that a trigger does not pass, in words; `null` where it is another word, or passes. */
export function describeRefusal(gate: Gate, bytes: Uint8Array, length: number, end: number): string | null {
  const start = end - gate.length;
  if (end > length || (gate.literal && !equalsAt(bytes, start, gate.literal, gate.isExact)) || passesGate(gate, bytes, length, end)) return null;
  const { followedBy, precededBy, holdsWithin, assignedWithin, randomWithin } = gate;
  const word = JSON.stringify(Buffer.from(bytes.buffer, bytes.byteOffset + start, gate.length).toString("latin1"));
  const because = (reason: string): string => `${word} stands here, but ${reason}`;
  if (gate.startsWord && start > 0 && isWordByte(bytes[start - 1] ?? 0)) return because("inside of a longer word");
  if (followedBy && !holdsRun(bytes, length, end, followedBy))
    return because(followedBy.min === 1 ? "the character behind it is not of the right kind" : `no ${followedBy.min} characters of the right kind follow`);
  if (precededBy && !holdsRun(bytes, length, start - precededBy.min, precededBy))
    return because(`no ${precededBy.min} characters of the right kind stand before it`);
  if (holdsWithin && !holdsRunWithin(bytes, length, end, holdsWithin))
    return because(`no value of ${holdsWithin.min} characters of the right kind follows within ${holdsWithin.within}`);
  if (assignedWithin > 0 && !isAssigned(bytes, Math.min(length, end + assignedWithin), end))
    return because(`nothing is assigned within ${assignedWithin} characters`);
  return because(`nothing that could be drawn at random follows within ${randomWithin} characters`);
}

function isWordByte(byte: number): boolean {
  return (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57) || byte === 95;
}

function equalsAt(bytes: Uint8Array, start: number, literal: Uint8Array, isExact: boolean): boolean {
  for (let i = 0; i < literal.length; i++) {
    const byte = bytes[start + i] ?? 0;
    if (byte !== literal[i] && (isExact || toLower(byte) !== literal[i])) return false;
  }
  return true;
}

function toLower(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

function holdsRun(bytes: Uint8Array, length: number, from: number, run: Run): boolean {
  if (from < 0 || from + run.min > length) return false;
  for (let i = from; i < from + run.min; i++) if (!run.set[bytes[i] ?? 0]) return false;
  return true;
}

function holdsRunWithin(bytes: Uint8Array, length: number, from: number, { set, min, within }: Run & { readonly within: number }): boolean {
  let count = 0;
  for (let i = from; i < length && (i < from + within || count > 0); i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 10) return false;
    count = set[byte] ? count + 1 : 0;
    if (count >= min) return true;
  }
  return false;
}

/** `=` or `:` on the same line, or a `,` directly behind a quote (`getenv("NAME", "…")`). */
function isAssigned(bytes: Uint8Array, limit: number, from: number): boolean {
  for (let i = from; i < limit; i++) {
    const byte = bytes[i];
    if (byte === 10) return false;
    if (byte === 61 || byte === 58) return true;
    if (byte === 44 && i > from && isQuote(bytes[i - 1] ?? 0)) return true;
  }
  return false;
}
