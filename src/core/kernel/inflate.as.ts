// Unpacks zlib streams (RFC 1950, RFC 1951). Part of the kernel "bytes".
import { DISTANCES, LENGTHS, LITERALS, NEXT, PLACES, SORTED, TABLE } from "./memory.as";

const BROKEN: i32 = -1;
const NO_ROOM: i32 = -2;

// Bits of a deflate stream, the lowest first.
let from: usize = 0;
let end: usize = 0;
let bits: u64 = 0;
let held: i32 = 0;

/** At least 56 bits are held then, unless the stream ends. What lies above `held` are bits to come, which the next filling writes again. */
function fill(): void {
  if (from + 8 <= end) {
    bits |= load<u64>(from) << held;
    from += (63 - held) >> 3;
    held |= 56;
  } else {
    while (held <= 56 && from < end) {
      bits |= (<u64>load<u8>(from)) << held;
      from++;
      held += 8;
    }
  }
}

/** At most 16 bits; `BROKEN` where the stream has no more. */
function take(count: i32): i32 {
  fill();
  if (held < count) return BROKEN;
  const value = <i32>(bits & ((1 << count) - 1));
  bits >>= count;
  held -= count;
  return value;
}

/** The next symbol of a code whose table's index is `width` bits of the stream; `BROKEN` where there is none. */
function decode(code: usize, width: i32): i32 {
  fill();
  let entry = <i32>load<u16>(code + TABLE + ((<usize>bits & ((1 << width) - 1)) << 1));
  if (entry == 0) entry = search(code, bits);
  const length = entry & 15;
  if (length == 0 || length > held) return BROKEN;
  bits >>= length;
  held -= length;
  return entry >> 4;
}

/** What the table does not hold, because its code is longer; as there, and 0 where no code leads. Codes of one length follow each other, in the order of their symbols. */
function search(code: usize, stream: u64): i32 {
  let value: i32 = 0;
  let first: i32 = 0;
  let place: i32 = 0;
  for (let length: i32 = 1; length <= 15; length++) {
    // Codes come with their highest bit first
    value |= <i32>(stream & 1);
    stream >>= 1;
    const count = <i32>load<u16>(code + (length << 1));
    if (value - first < count) return (<i32>load<u16>(code + SORTED + ((place + value - first) << 1)) << 4) | length;
    place += count;
    first = (first + count) << 1;
    value <<= 1;
  }
  return 0;
}

/** The index of a table has no more bits: in small files the few longer codes cost less than a table that holds them all. */
const MAX_WIDTH: i32 = 10;

/**
 * Makes a code from lengths: each entry of its table is `symbol << 4 | length`, 0 where no code leads, or a longer one. Answers with the width of the table's
 * index, or `BROKEN` where the lengths are no code. `lone`: a single code of one bit need not be complete.
 */
function build(lengths: usize, symbols: i32, code: usize, lone: bool): i32 {
  memory.fill(code, 0, SORTED);
  let longest: i32 = 0;
  for (let i: i32 = 0; i < symbols; i++) {
    const length = <i32>load<u8>(lengths + i);
    store<u16>(code + (length << 1), load<u16>(code + (length << 1)) + 1);
    longest = max(longest, length);
  }
  store<u16>(code, 0);
  let left: i32 = 1;
  let next: i32 = 0;
  let place: i32 = 0;
  for (let length: i32 = 1; length <= 15; length++) {
    const count = <i32>load<u16>(code + (length << 1));
    next = (next + <i32>load<u16>(code + ((length - 1) << 1))) << 1;
    store<u16>(NEXT + (length << 1), next);
    store<u16>(PLACES + (length << 1), place);
    place += count;
    left = (left << 1) - count;
    if (left < 0) return BROKEN;
  }
  if (left > 0 && longest > 0 && !(lone && longest == 1)) return BROKEN;
  const width = min(longest, MAX_WIDTH);
  const table = code + TABLE;
  const size: i32 = 1 << width;
  memory.fill(table, 0, <usize>size << 1);
  for (let symbol: i32 = 0; symbol < symbols; symbol++) {
    const length = <i32>load<u8>(lengths + symbol);
    if (length == 0) continue;
    const own = <i32>load<u16>(PLACES + (length << 1));
    store<u16>(PLACES + (length << 1), own + 1);
    store<u16>(code + SORTED + (own << 1), symbol);
    let rest = <i32>load<u16>(NEXT + (length << 1));
    store<u16>(NEXT + (length << 1), rest + 1);
    if (length > width) continue;
    let at: i32 = 0;
    for (let i: i32 = 0; i < length; i++) {
      at = (at << 1) | (rest & 1);
      rest >>= 1;
    }
    for (; at < size; at += 1 << length) store<u16>(table + (<usize>at << 1), (symbol << 4) | length);
  }
  return width;
}

let literalWidth: i32 = 0;
let distanceWidth: i32 = 0;

function buildFixed(): void {
  memory.fill(LENGTHS, 8, 144);
  memory.fill(LENGTHS + 144, 9, 112);
  memory.fill(LENGTHS + 256, 7, 24);
  memory.fill(LENGTHS + 280, 8, 8);
  literalWidth = build(LENGTHS, 288, LITERALS, false);
  memory.fill(LENGTHS, 5, 32);
  distanceWidth = build(LENGTHS, 32, DISTANCES, false);
}

/** The codes of a block come before it, themselves in a code. */
function readCodes(): bool {
  const literals = take(5) + 257;
  const distances = take(5) + 1;
  const count = take(4) + 4;
  if (literals < 257 || distances < 1 || count < 4 || literals > 286 || distances > 30) return false;
  const order = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
  memory.fill(LENGTHS, 0, 320);
  for (let i: i32 = 0; i < count; i++) {
    const length = take(3);
    if (length < 0) return false;
    store<u8>(LENGTHS + <usize>load<u8>(order + i), length);
  }
  const width = build(LENGTHS, 19, DISTANCES, false);
  if (width <= 0) return false;
  memory.fill(LENGTHS, 0, 320);
  const all = literals + distances;
  for (let i: i32 = 0; i < all; ) {
    const symbol = decode(DISTANCES, width);
    if (symbol < 0) return false;
    if (symbol < 16) {
      store<u8>(LENGTHS + i, symbol);
      i++;
      continue;
    }
    if (symbol == 16 && i == 0) return false;
    const length: u8 = symbol == 16 ? load<u8>(LENGTHS + i - 1) : 0;
    const more = symbol == 16 ? take(2) : symbol == 17 ? take(3) : take(7);
    if (more < 0) return false;
    const times = more + (symbol == 18 ? 11 : 3);
    if (i + times > all) return false;
    memory.fill(LENGTHS + i, length, times);
    i += times;
  }
  // A block that cannot end
  if (load<u8>(LENGTHS + 256) == 0) return false;
  literalWidth = build(LENGTHS, literals, LITERALS, true);
  distanceWidth = build(LENGTHS + literals, distances, DISTANCES, true);
  return literalWidth >= 0 && distanceWidth >= 0;
}

/** The symbols of one block. Answers with the bytes written in all, `BROKEN` or `NO_ROOM`. Its state is kept in locals, which are faster. */
function inflateBlock(target: usize, start: i32, room: i32): i32 {
  const literalMask: u64 = (1 << literalWidth) - 1;
  const distanceMask: u64 = (1 << distanceWidth) - 1;
  let written = start;
  let next = from;
  let buffer = bits;
  let count = held;
  for (;;) {
    // As `fill`; one is enough for a whole step of at most 15 + 5 + 15 + 13 bits
    if (next + 8 <= end) {
      buffer |= load<u64>(next) << count;
      next += (63 - count) >> 3;
      count |= 56;
    } else {
      while (count <= 56 && next < end) {
        buffer |= (<u64>load<u8>(next)) << count;
        next++;
        count += 8;
      }
    }
    let entry = <i32>load<u16>(LITERALS + TABLE + (<usize>(buffer & literalMask) << 1));
    if (entry == 0) entry = search(LITERALS, buffer);
    if (entry == 0) return BROKEN;
    buffer >>= entry & 15;
    count -= entry & 15;
    if (count < 0) return BROKEN;
    const symbol = entry >> 4;
    if (symbol < 256) {
      if (written == room) return NO_ROOM;
      store<u8>(target + written, symbol);
      written++;
      continue;
    }
    if (symbol == 256) break;
    if (symbol > 285) return BROKEN;
    let size: i32 = 258;
    if (symbol < 265) size = symbol - 254;
    else if (symbol < 285) {
      const extra = (symbol - 261) >> 2;
      size = ((4 + ((symbol - 265) & 3)) << extra) + 3 + (<i32>buffer & ((1 << extra) - 1));
      buffer >>= extra;
      count -= extra;
    }
    let place = <i32>load<u16>(DISTANCES + TABLE + (<usize>(buffer & distanceMask) << 1));
    if (place == 0) place = search(DISTANCES, buffer);
    if (place == 0) return BROKEN;
    buffer >>= place & 15;
    count -= place & 15;
    const far = place >> 4;
    if (far > 29) return BROKEN;
    let distance: i32 = far + 1;
    if (far > 3) {
      const extra = (far - 2) >> 1;
      distance = ((2 + (far & 1)) << extra) + 1 + (<i32>buffer & ((1 << extra) - 1));
      buffer >>= extra;
      count -= extra;
    }
    if (count < 0 || distance > written) return BROKEN;
    if (written + size > room) return NO_ROOM;
    let to = target + written;
    written += size;
    const stop = target + written;
    if (distance >= 8 && written + 8 <= room) {
      // Up to seven bytes too many, which what follows writes over
      for (; to < stop; to += 8) store<u64>(to, load<u64>(to - distance));
    } else {
      // What is copied may begin in what is being written
      for (; to < stop; to++) store<u8>(to, load<u8>(to - distance));
    }
  }
  from = next;
  bits = buffer;
  held = count;
  return written;
}

/** `78 xx | deflate | Adler-32 big endian`. Answers with the bytes written to `target`, `BROKEN`, or `NO_ROOM` for more than `room` of them. */
export function inflate(source: usize, length: i32, target: usize, room: i32): i32 {
  if (length < 6) return BROKEN;
  const head = (<u32>load<u8>(source) << 8) | <u32>load<u8>(source, 1);
  if ((head & 0x0f00) != 0x0800 || head > 0x7fff || head % 31 != 0 || (head & 0x20) != 0) return BROKEN;
  from = source + 2;
  end = source + length;
  bits = 0;
  held = 0;
  let written: i32 = 0;
  let isLast: i32 = 0;
  while (isLast == 0) {
    isLast = take(1);
    const type = take(2);
    if (isLast < 0 || type < 0 || type == 3) return BROKEN;
    if (type == 0) {
      take(held & 7);
      const size = take(16);
      const check = take(16);
      if (size < 0 || check != (size ^ 0xffff)) return BROKEN;
      if (written + size > room) return NO_ROOM;
      for (let i: i32 = 0; i < size; i++) {
        const byte = take(8);
        if (byte < 0) return BROKEN;
        store<u8>(target + written + i, byte);
      }
      written += size;
      continue;
    }
    if (type == 1) buildFixed();
    else if (!readCodes()) return BROKEN;
    written = inflateBlock(target, written, room);
    if (written < 0) return written;
  }
  take(held & 7);
  let sum: u32 = 0;
  for (let i: i32 = 0; i < 4; i++) {
    const byte = take(8);
    if (byte < 0) return BROKEN;
    sum = (sum << 8) | <u32>byte;
  }
  // What stands behind is no part of it
  if (held > 0 || from < end) return BROKEN;
  return sum == adler32(target, written) ? written : BROKEN;
}

/** So many that no sum overflows, in steps of sixteen. */
const ADLER_BLOCK: i32 = 5552;
const ADLER_PRIME: u64 = 65521;

export function adler32(at: usize, length: i32): u32 {
  let a: u64 = 1;
  let b: u64 = 0;
  let i: i32 = 0;
  while (length - i >= 16) {
    const size = min((length - i) & ~15, ADLER_BLOCK);
    let sums = i32x4.splat(0);
    // Each byte counts once more for every byte behind it: those of earlier steps sixteen times a step, the others by their place.
    let earlier = i32x4.splat(0);
    let placed = i32x4.splat(0);
    for (const stop = i + size; i < stop; i += 16) {
      const bytes = v128.load(at + i);
      earlier = i32x4.add(earlier, sums);
      sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes)));
      placed = i32x4.add(placed, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(bytes), i16x8(16, 15, 14, 13, 12, 11, 10, 9)));
      placed = i32x4.add(placed, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(bytes), i16x8(8, 7, 6, 5, 4, 3, 2, 1)));
    }
    b = (b + a * size + 16 * totalOf(earlier) + totalOf(placed)) % ADLER_PRIME;
    a = (a + totalOf(sums)) % ADLER_PRIME;
  }
  for (; i < length; i++) {
    a += <u64>load<u8>(at + i);
    b += a;
  }
  return <u32>(((b % ADLER_PRIME) << 16) | a % ADLER_PRIME);
}

function totalOf(lanes: v128): u64 {
  return (
    <u64>(<u32>i32x4.extract_lane(lanes, 0)) +
    <u64>(<u32>i32x4.extract_lane(lanes, 1)) +
    <u64>(<u32>i32x4.extract_lane(lanes, 2)) +
    <u64>(<u32>i32x4.extract_lane(lanes, 3))
  );
}
