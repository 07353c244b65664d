// AssemblyScript, compiled by `npm run kernel` to bytes-wasm.ts. What every commit computes over bytes: Node's own zlib and crypto, with the streams that
// they bring along, take longer to load than everything else that a clean commit does. Held against them by properties.
//
// Memory, from the end of what the compiler keeps there: lengths of codes u8[320], codes per length u16[16], next code per length u16[16],
// words of a hash u32[80], two tables of codes u16[32768] each; then, from `start()` on, the caller's bytes.

const BASE: usize = (__heap_base + 15) & ~15;
const LENGTHS: usize = BASE;
const COUNTS: usize = BASE + 320;
const NEXT: usize = BASE + 352;
const WORDS: usize = BASE + 384;
const LITERALS: usize = BASE + 704;
const DISTANCES: usize = LITERALS + 65536;
const START: usize = DISTANCES + 65536;

const BROKEN: i32 = -1;
const NO_ROOM: i32 = -2;

/** Where the caller's bytes may begin. */
export function start(): usize {
  return START;
}

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

/** The next symbol by a table whose index is `width` bits of the stream; `BROKEN` where there is none. */
function decode(table: usize, width: i32): i32 {
  fill();
  const entry = <i32>load<u16>(table + ((<usize>bits & ((1 << width) - 1)) << 1));
  const length = entry & 15;
  if (length == 0 || length > held) return BROKEN;
  bits >>= length;
  held -= length;
  return entry >> 4;
}

/**
 * Fills a table from lengths of codes: each entry is `symbol << 4 | length`, 0 where no code leads. Answers with the width of its index, or `BROKEN`
 * where the lengths are no code. `lone`: a single code of one bit need not be complete.
 */
function build(lengths: usize, symbols: i32, table: usize, lone: bool): i32 {
  memory.fill(COUNTS, 0, 32);
  let width: i32 = 0;
  for (let i: i32 = 0; i < symbols; i++) {
    const length = <i32>load<u8>(lengths + i);
    store<u16>(COUNTS + (length << 1), load<u16>(COUNTS + (length << 1)) + 1);
    width = max(width, length);
  }
  store<u16>(COUNTS, 0);
  let left: i32 = 1;
  let code: i32 = 0;
  for (let length: i32 = 1; length <= 15; length++) {
    code = (code + <i32>load<u16>(COUNTS + ((length - 1) << 1))) << 1;
    store<u16>(NEXT + (length << 1), code);
    left = (left << 1) - <i32>load<u16>(COUNTS + (length << 1));
    if (left < 0) return BROKEN;
  }
  if (left > 0 && width > 0 && !(lone && width == 1)) return BROKEN;
  const size: i32 = 1 << width;
  memory.fill(table, 0, <usize>size << 1);
  for (let symbol: i32 = 0; symbol < symbols; symbol++) {
    const length = <i32>load<u8>(lengths + symbol);
    if (length == 0) continue;
    let rest = <i32>load<u16>(NEXT + (length << 1));
    store<u16>(NEXT + (length << 1), rest + 1);
    // Codes come with their highest bit first
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
    const entry = <i32>load<u16>(LITERALS + (<usize>(buffer & literalMask) << 1));
    if ((entry & 15) == 0) return BROKEN;
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
    const place = <i32>load<u16>(DISTANCES + (<usize>(buffer & distanceMask) << 1));
    if ((place & 15) == 0) return BROKEN;
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

function adler32(at: usize, length: i32): u32 {
  let a: u32 = 1;
  let b: u32 = 0;
  for (let i: i32 = 0; i < length; ) {
    // So many that neither sum overflows
    const stop = min(length, i + 5552);
    for (; i < stop; i++) {
      a += <u32>load<u8>(at + i);
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return (b << 16) | a;
}

/** Puts `80 00… length in bits` behind a message, as SHA-1 and SHA-256 want it; up to 72 bytes. Answers with the number of blocks. */
function pad(at: usize, length: i32): i32 {
  const blocks = ((length + 8) >> 6) + 1;
  memory.fill(at + length, 0, (blocks << 6) - length);
  store<u8>(at + length, 0x80);
  store<u64>(at + (blocks << 6) - 8, bswap<u64>((<u64>length) << 3));
  return blocks;
}

/** The hash of the bytes at `at`, as five u32 written to `start()`; up to 72 bytes behind the bytes are overwritten. */
export function sha1(at: usize, length: i32): void {
  const blocks = pad(at, length);
  let h0: u32 = 0x67452301;
  let h1: u32 = 0xefcdab89;
  let h2: u32 = 0x98badcfe;
  let h3: u32 = 0x10325476;
  let h4: u32 = 0xc3d2e1f0;
  for (let block: i32 = 0; block < blocks; block++) {
    const here = at + (block << 6);
    for (let i: i32 = 0; i < 16; i++) store<u32>(WORDS + (i << 2), bswap<u32>(load<u32>(here + (i << 2))));
    for (let i: i32 = 16; i < 80; i++) {
      const word = WORDS + (i << 2);
      store<u32>(word, rotl<u32>(load<u32>(word - 12) ^ load<u32>(word - 32) ^ load<u32>(word - 56) ^ load<u32>(word - 64), 1));
    }
    let a = h0;
    let b = h1;
    let c = h2;
    let d = h3;
    let e = h4;
    for (let i: i32 = 0; i < 80; i++) {
      let mixed: u32 = b ^ c ^ d;
      let constant: u32 = 0xca62c1d6;
      if (i < 20) {
        mixed = (b & c) | (~b & d);
        constant = 0x5a827999;
      } else if (i < 40) constant = 0x6ed9eba1;
      else if (i < 60) {
        mixed = (b & c) | (b & d) | (c & d);
        constant = 0x8f1bbcdc;
      }
      const next = rotl<u32>(a, 5) + mixed + e + constant + load<u32>(WORDS + (i << 2));
      e = d;
      d = c;
      c = rotl<u32>(b, 30);
      b = a;
      a = next;
    }
    h0 += a;
    h1 += b;
    h2 += c;
    h3 += d;
    h4 += e;
  }
  store<u32>(START, h0);
  store<u32>(START, h1, 4);
  store<u32>(START, h2, 8);
  store<u32>(START, h3, 12);
  store<u32>(START, h4, 16);
}

/** As `sha1`, eight u32. */
export function sha256(at: usize, length: i32): void {
  const constants = memory.data<u32>([
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01,
    0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc,
    0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08,
    0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
  ]);
  const blocks = pad(at, length);
  let h0: u32 = 0x6a09e667;
  let h1: u32 = 0xbb67ae85;
  let h2: u32 = 0x3c6ef372;
  let h3: u32 = 0xa54ff53a;
  let h4: u32 = 0x510e527f;
  let h5: u32 = 0x9b05688c;
  let h6: u32 = 0x1f83d9ab;
  let h7: u32 = 0x5be0cd19;
  for (let block: i32 = 0; block < blocks; block++) {
    const here = at + (block << 6);
    for (let i: i32 = 0; i < 16; i++) store<u32>(WORDS + (i << 2), bswap<u32>(load<u32>(here + (i << 2))));
    for (let i: i32 = 16; i < 64; i++) {
      const word = WORDS + (i << 2);
      const near = load<u32>(word - 8);
      const far = load<u32>(word - 60);
      const low = rotr<u32>(far, 7) ^ rotr<u32>(far, 18) ^ (far >> 3);
      const high = rotr<u32>(near, 17) ^ rotr<u32>(near, 19) ^ (near >> 10);
      store<u32>(word, load<u32>(word - 64) + low + load<u32>(word - 28) + high);
    }
    let a = h0;
    let b = h1;
    let c = h2;
    let d = h3;
    let e = h4;
    let f = h5;
    let g = h6;
    let h = h7;
    for (let i: i32 = 0; i < 64; i++) {
      const one = rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25);
      const next = h + one + ((e & f) ^ (~e & g)) + load<u32>(constants + (i << 2)) + load<u32>(WORDS + (i << 2));
      const two = rotr<u32>(a, 2) ^ rotr<u32>(a, 13) ^ rotr<u32>(a, 22);
      const last = two + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + next;
      d = c;
      c = b;
      b = a;
      a = next + last;
    }
    h0 += a;
    h1 += b;
    h2 += c;
    h3 += d;
    h4 += e;
    h5 += f;
    h6 += g;
    h7 += h;
  }
  store<u32>(START, h0, 0);
  store<u32>(START, h1, 4);
  store<u32>(START, h2, 8);
  store<u32>(START, h3, 12);
  store<u32>(START, h4, 16);
  store<u32>(START, h5, 20);
  store<u32>(START, h6, 24);
  store<u32>(START, h7, 28);
}
