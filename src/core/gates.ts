import type { Trigger } from "./rule.ts";

/** The cheap tests of one trigger, on bytes, before any rule is asked. */
export interface Gate {
  readonly length: number;
  /** Set: the bytes must be these. */
  readonly literal: Uint8Array | null;
  /** In upper and lower case as they are, else both count as one, `literal` being in lower case. */
  readonly isExact: boolean;
  readonly startsWord: boolean;
  /** `set` says of each byte whether it belongs. Made at first use: most gates of a commit are never reached. */
  readonly followedBy: (Run & { readonly orEnd: boolean }) | null;
  readonly precededBy: Run | null;
  readonly holdsWithin: (Run & { readonly within: number }) | null;
  readonly assignedWithin: number;
  readonly randomWithin: number;
}

interface Run {
  readonly set: () => Uint8Array;
  readonly min: number;
}

/** The automaton finds no more than this of a literal; its gate compares the rest. Keeps the tables of a thousand rules small. */
export const HEAD_BYTES = 6;

/** Sets throw `SyntaxError` at first use where they are no character classes; `defineRule` tries them. */
export function compileGate(trigger: Trigger): Gate {
  return {
    length: trigger.literal.length,
    literal: trigger.exact
      ? Buffer.from(trigger.literal, "latin1")
      : trigger.literal.length > HEAD_BYTES
        ? Buffer.from(trigger.literal.toLowerCase(), "latin1")
        : null,
    isExact: trigger.exact ?? false,
    startsWord: trigger.startsWord ?? false,
    followedBy: trigger.followedBy ? { ...toRun(trigger.followedBy), orEnd: trigger.orEnd ?? false } : null,
    precededBy: trigger.precededBy ? toRun(trigger.precededBy) : null,
    holdsWithin: trigger.holdsWithin ? { ...toRun(trigger.holdsWithin), within: trigger.holdsWithin.within } : null,
    assignedWithin: trigger.assignedWithin ?? 0,
    randomWithin: trigger.randomWithin ?? 0,
  };
}

function toRun({ set, min }: NonNullable<Trigger["followedBy"]>): Run {
  return { set: byteSet(set), min };
}

function byteSet(text: string): () => Uint8Array {
  let set: Uint8Array | null = null;
  return () => {
    if (set) return set;
    const pattern = new RegExp(`[${text}]`);
    set = Uint8Array.from({ length: 256 }, (_, byte) => (pattern.test(String.fromCharCode(byte)) ? 1 : 0));
    return set;
  };
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
  return gate.randomWithin === 0 || holdsRandom(bytes, length, end, end + gate.randomWithin);
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
  const set = run.set();
  for (let i = from; i < from + run.min; i++) if (!set[bytes[i] ?? 0]) return false;
  return true;
}

function holdsRunWithin(bytes: Uint8Array, length: number, from: number, { set, min, within }: Run & { readonly within: number }): boolean {
  const members = set();
  let count = 0;
  for (let i = from; i < length && (i < from + within || count > 0); i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 10) return false;
    count = members[byte] ? count + 1 : 0;
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
    if (byte === 44 && i > from && (bytes[i - 1] === 34 || bytes[i - 1] === 39)) return true;
  }
  return false;
}

const RUN = 8;
const LETTERS = 16;

/** A run of letters, digits and the marks of passwords and base64; dots count as part of it, brackets and quotes end it. */
function holdsRandom(bytes: Uint8Array, length: number, from: number, last: number): boolean {
  let run = 0;
  let letters = 0;
  let isMixed = false;
  for (let i = from; i < length && (i < last || run > 0); i++) {
    const kind = KINDS[bytes[i] ?? 0] ?? 0;
    if (kind === ENDS) {
      run = 0;
      letters = 0;
      isMixed = false;
      continue;
    }
    run++;
    letters = kind === LETTER ? letters + 1 : 0;
    isMixed ||= kind === MIXES;
    if ((isMixed && run >= RUN) || letters >= LETTERS) return true;
  }
  return false;
}

const ENDS = 0;
const LETTER = 1;
/** Digits, and marks that words are not joined with. */
const MIXES = 2;
const JOINS = 3;
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (/[A-Za-z]/.test(character)) return LETTER;
  if (/[0-9!#$%&*@^~]/.test(character)) return MIXES;
  return /[+\-./_]/.test(character) ? JOINS : ENDS;
});
