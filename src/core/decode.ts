/** What stands encoded in a file: base 64, hexadecimal digits, percent signs, `\u0067` and `\x67`. */

import { SHARED_KERNEL } from "./kernel/bytes.ts";

/** The decoded text of a file, its pieces in lines of their own, and where each of its bytes came from. */
export interface Decoded {
  readonly bytes: Uint8Array;
  /** The bytes of the file that decoded bytes `[start, end)` were made of. */
  toOriginal(start: number, end: number): { readonly start: number; readonly end: number };
}

interface Piece {
  readonly bytes: Uint8Array;
  /** Where in the file it begins, and how many bytes of the file make one of its own. */
  readonly from: number;
  readonly ratio: number;
}

/** Shorter runs hold no token. */
const SHORTEST_RUN = 24;
const SHORTEST_ESCAPED = 8;
/** So many decoded bytes must be text before a run is decoded whole: nearly everything that is no code ends here. */
const PROBE = 12;
const MAX_DEPTH = 3;

const BASE64 = 1;
const HEX = 2;
const KINDS = new Uint8Array(256);
/** What each sign of base 64 stands for, in either alphabet. */
const VALUES = new Uint8Array(256);
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"].forEach((sign, i) => {
  KINDS[sign.charCodeAt(0)] = BASE64;
  VALUES[sign.charCodeAt(0)] = i < 64 ? i : i - 2;
});
for (const digit of "0123456789ABCDEFabcdef") KINDS[digit.charCodeAt(0)] = BASE64 | HEX;

/**
 * Decodes what is encoded, and what was encoded once more inside, at most three times. `null` where there is nothing. Takes linear time: each
 * decoded text is shorter than what it was made of.
 */
export function decode(bytes: Uint8Array, length: number, depth = MAX_DEPTH): Decoded[] {
  if (depth === 0) return [];
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, length);
  let pieces = decodeRuns(buffer);
  // Looking for one byte is far faster than for two, and most files have none of them.
  if (buffer.includes(PERCENT)) pieces = pieces.concat(listEscaped(buffer, ESCAPES.percent));
  if (buffer.includes(BACKSLASH)) pieces = pieces.concat(listEscaped(buffer, ESCAPES.unicode), listEscaped(buffer, ESCAPES.hex));
  if (pieces.length === 0) return [];
  const outer = join(pieces);
  const inner = decode(outer.bytes, outer.bytes.length, depth - 1);
  return [outer, ...inner.map(({ bytes: own, toOriginal }) => ({ bytes: own, toOriginal: compose(toOriginal, outer.toOriginal) }))];
}

type Mapping = Decoded["toOriginal"];

function compose(inner: Mapping, outer: Mapping): Mapping {
  return (start, end) => {
    const between = inner(start, end);
    return outer(between.start, between.end);
  };
}

function join(pieces: readonly Piece[]): Decoded {
  const starts: number[] = [];
  let length = 0;
  for (const { bytes } of pieces) {
    starts.push(length);
    length += bytes.length + 1;
  }
  const joined = Buffer.alloc(length, 10);
  pieces.forEach(({ bytes }, i) => void joined.set(bytes, starts[i]));
  return {
    bytes: joined,
    toOriginal(start, end) {
      const at = Math.max(
        0,
        starts.findLastIndex((first) => first <= start),
      );
      const { from = 0, ratio = 1, bytes = joined } = pieces[at] ?? {};
      const first = starts[at] ?? 0;
      return { start: from + Math.floor((start - first) * ratio), end: from + Math.ceil((Math.min(end, first + bytes.length) - first) * ratio) };
    },
  };
}

function decodeRuns(bytes: Buffer): Piece[] {
  const pieces: Piece[] = [];
  const ends = SHARED_KERNEL?.runs(bytes, SHORTEST_RUN) ?? findRuns(bytes);
  for (let i = 0; i < ends.length; i += 2) {
    const piece = decodeRun(bytes, ends[i] ?? 0, ends[i + 1] ?? 0);
    if (piece) pieces.push(piece);
  }
  return pieces;
}

/** Begin and end, in turn, of each run of at least `SHORTEST_RUN` signs of base 64, without WebAssembly. Looks at one byte in so many, and back only where that one is a sign. */
export function findRuns(bytes: Uint8Array): number[] {
  const runs: number[] = [];
  let from = 0;
  while (from + SHORTEST_RUN <= bytes.length) {
    let at = from + SHORTEST_RUN - 1;
    while (at >= from && (KINDS[bytes[at] as number] as number) & BASE64) at--;
    if (at >= from) {
      from = at + 1;
      continue;
    }
    let to = from + SHORTEST_RUN;
    while (to < bytes.length && (KINDS[bytes[to] as number] as number) & BASE64) to++;
    runs.push(from, to);
    from = to;
  }
  return runs;
}

function decodeRun(bytes: Buffer, from: number, to: number): Piece | null {
  const isHex = (to - from) % 2 === 0 && isAll(bytes, from, to, HEX);
  if (!(isHex ? beginsAsHex(bytes, from) : beginsAsBase64(bytes, from))) return null;
  const decoded = Buffer.from(bytes.toString("latin1", from, to), isHex ? "hex" : "base64");
  // What follows a text in the same run of signs may be no code any more.
  const end = decoded.findIndex((byte) => !isTextByte(byte));
  const text = end < 0 ? decoded : decoded.subarray(0, end);
  return text.length < PROBE ? null : { bytes: text, from, ratio: isHex ? 2 : 4 / 3 };
}

/** Whether the first bytes that these signs stand for are text. Makes nothing: nearly every run is the name of something. */
function beginsAsBase64(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < from + (PROBE / 3) * 4; at += 4) {
    const [a, b, c, d] = [valueAt(bytes, at), valueAt(bytes, at + 1), valueAt(bytes, at + 2), valueAt(bytes, at + 3)];
    if (!(isTextByte((a << 2) | (b >> 4)) && isTextByte(((b & 15) << 4) | (c >> 2)) && isTextByte(((c & 3) << 6) | d))) return false;
  }
  return true;
}

function beginsAsHex(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < from + PROBE * 2; at += 2) if (!isTextByte(readHex(bytes, at, 2))) return false;
  return true;
}

function valueAt(bytes: Uint8Array, at: number): number {
  return VALUES[bytes[at] ?? 0] ?? 0;
}

/** What so many digits stand for; -1 where one of them is none. */
function readHex(bytes: Uint8Array, at: number, digits: number): number {
  let value = 0;
  for (let i = at; i < at + digits; i++) {
    const byte = bytes[i] ?? 0;
    if (!((KINDS[byte] ?? 0) & HEX)) return -1;
    value = value * 16 + (byte <= 57 ? byte - 48 : (byte | 32) - 87);
  }
  return value;
}

function isAll(bytes: Uint8Array, from: number, to: number, kind: number): boolean {
  for (let i = from; i < to; i++) if (!((KINDS[bytes[i] ?? 0] ?? 0) & kind)) return false;
  return true;
}

function isTextByte(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13;
}

interface Escape {
  readonly prefix: string;
  /** Digits of the code. */
  readonly digits: number;
}

const PERCENT = 37;
const BACKSLASH = 92;
const ESCAPES = {
  percent: { prefix: "%", digits: 2 },
  unicode: { prefix: "\\u", digits: 4 },
  hex: { prefix: "\\x", digits: 2 },
} as const satisfies Record<string, Escape>;

/** Runs in which every character is escaped. */
function listEscaped(bytes: Buffer, { prefix, digits }: Escape): Piece[] {
  const width = prefix.length + digits;
  const pieces: Piece[] = [];
  for (let from = bytes.indexOf(prefix); from >= 0; ) {
    let to = from;
    while (isAt(bytes, to, prefix) && isTextByte(readHex(bytes, to + prefix.length, digits))) to += width;
    if (to - from >= SHORTEST_ESCAPED * width) {
      const codes = Uint8Array.from({ length: (to - from) / width }, (_, i) => readHex(bytes, from + i * width + prefix.length, digits));
      pieces.push({ bytes: codes, from, ratio: width });
    }
    const next = Math.max(to, from + prefix.length);
    // Where one follows the other, looking for it takes longer than reading it.
    from = isAt(bytes, next, prefix) ? next : bytes.indexOf(prefix, next);
  }
  return pieces;
}

function isAt(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}
