import type { Trigger } from "./rule.ts";

/** The cheap tests of one trigger, on bytes, before any rule is asked. */
export interface Gate {
  readonly length: number;
  /** Set: the bytes must be exactly these. */
  readonly exact: Uint8Array | null;
  readonly startsWord: boolean;
  /** `set` says of each byte whether it belongs. Made at first use: most gates of a commit are never reached. */
  readonly followedBy: { readonly set: () => Uint8Array; readonly min: number; readonly orEnd: boolean } | null;
  readonly assignedWithin: number;
  readonly randomWithin: number;
}

/** `followedBy.set` throws `SyntaxError` at first use where it is no character class; `defineRule` tries it. */
export function compileGate(trigger: Trigger): Gate {
  return {
    length: trigger.literal.length,
    exact: trigger.exact ? Buffer.from(trigger.literal, "latin1") : null,
    startsWord: trigger.startsWord ?? false,
    followedBy: trigger.followedBy ? { set: byteSet(trigger.followedBy.set), min: trigger.followedBy.min, orEnd: trigger.orEnd ?? false } : null,
    assignedWithin: trigger.assignedWithin ?? 0,
    randomWithin: trigger.randomWithin ?? 0,
  };
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
  if (gate.exact && !equalsAt(bytes, start, gate.exact)) return false;
  if (gate.followedBy && !isFollowed(bytes, length, end, gate.followedBy)) return false;
  if (gate.assignedWithin > 0 && !isAssigned(bytes, Math.min(length, end + gate.assignedWithin), end)) return false;
  return gate.randomWithin === 0 || holdsRandom(bytes, length, end, end + gate.randomWithin);
}

function isWordByte(byte: number): boolean {
  return (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57) || byte === 95;
}

function equalsAt(bytes: Uint8Array, start: number, literal: Uint8Array): boolean {
  for (let i = 0; i < literal.length; i++) if (bytes[start + i] !== literal[i]) return false;
  return true;
}

function isFollowed(bytes: Uint8Array, length: number, from: number, { set: toSet, min, orEnd }: NonNullable<Gate["followedBy"]>): boolean {
  if (from + min > length) return orEnd && from === length;
  const set = toSet();
  for (let i = from; i < from + min; i++) if (!set[bytes[i] ?? 0]) return false;
  return true;
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
