// The tests of `passesGate` in ../gates.ts, its oracle, over what `scan` has found: what fails them costs no step of JavaScript.
//
// Only a window of the file lies in memory. Where a test would have to look past its edges, and they are not those of the file, it is left undecided.
// A record of a gate is sixteen u16 (`FIELDS` in ../gates.ts):
//
//     length | head | flags | followed set, min | preceded set, min | held set, min, within | assigned within | random within | literal at (u32) | 0 | 0
//
// Sets are counted from 1, and 256 bytes each. What passes is written as two u32: the trigger, with the highest bit where undecided, and where it starts.

const FAILS: i32 = 0;
const PASSES: i32 = 1;
const UNDECIDED: i32 = 2;

const EXACT: u32 = 1;
const STARTS_WORD: u32 = 2;
const OR_END: u32 = 4;
const COMPARES: u32 = 8;

const LINE_FEED: u32 = 10;

let firstMatch: u32 = 0;
let outputStart: usize = 0;
let outputs: usize = 0;
let records: usize = 0;
let sets: usize = 0;
let literals: usize = 0;
let kinds: usize = 0;

let low: usize = 0;
let high: usize = 0;
let begins: bool = false;
let ends: bool = false;

/** Where the tables lie. */
export function useGates(first: u32, starts: usize, found: usize, gates: usize, members: usize, texts: usize, kindsAt: usize): void {
  firstMatch = first;
  outputStart = starts;
  outputs = found;
  records = gates;
  sets = members;
  literals = texts;
  kinds = kindsAt;
}

/** The window `[from, to)`, and whether the file begins and ends with it. */
export function useWindow(from: usize, to: usize, isFirst: bool, isLast: bool): void {
  low = from;
  high = to;
  begins = isFirst;
  ends = isLast;
}

/**
 * Tests the hits at `[hit, last)`, whose ends are counted from `source`: those that end behind `least` and start before `seam`. Writes their number to `out`, and
 * themselves from `out + 8` on, as long as there is room for those of one more hit. Answers where the next hit lies.
 */
export function gate(hit: usize, last: usize, source: usize, least: u32, seam: u32, out: usize, limit: usize): usize {
  let next = out + 8;
  for (; hit < last; hit += 8) {
    const end = load<u32>(hit);
    const state = <usize>(load<u32>(hit, 4) - firstMatch);
    const from = load<u32>(outputStart + (state << 2));
    const to = load<u32>(outputStart + (state << 2), 4);
    if (next + (<usize>(to - from) << 3) > limit) break;
    if (end <= least) continue;
    for (let i = from; i < to; i++) {
      const trigger = <u32>load<u16>(outputs + (<usize>i << 1));
      const record = records + (<usize>trigger << 5);
      const start = end - <u32>load<u16>(record, 2);
      if (start >= seam) continue;
      const verdict = judge(record, source + start);
      if (verdict == FAILS) continue;
      store<u32>(next, verdict == UNDECIDED ? trigger | 0x80000000 : trigger);
      store<u32>(next, start, 4);
      next += 8;
    }
  }
  store<u32>(out, <u32>((next - out - 8) >> 3));
  return hit;
}

function judge(record: usize, start: usize): i32 {
  const length = <usize>load<u16>(record);
  const flags = <u32>load<u16>(record, 4);
  const end = start + length;
  if (flags & STARTS_WORD) {
    if (start > low) {
      if (isWordByte(<u32>load<u8>(start - 1))) return FAILS;
    } else if (!begins) return UNDECIDED;
  }
  if (end > high) return ends ? FAILS : UNDECIDED;
  if (flags & COMPARES) {
    const isExact = (flags & EXACT) != 0;
    const literal = literals + <usize>load<u32>(record, 24);
    // The automaton has found the head, in whatever case: what fails does so behind it.
    const head = <usize>load<u16>(record, 2);
    if (!equals(start + head, literal + head, length - head, isExact)) return FAILS;
    if (isExact && !equals(start, literal, head, true)) return FAILS;
  }
  const followed = <usize>load<u16>(record, 6);
  if (followed) {
    const verdict = holdsRun(end, <usize>load<u16>(record, 8), setAt(followed));
    if (verdict == UNDECIDED) return UNDECIDED;
    if (verdict == FAILS && !(flags & OR_END && ends && end == high)) return FAILS;
  }
  const preceded = <usize>load<u16>(record, 10);
  if (preceded) {
    const count = <usize>load<u16>(record, 12);
    if (start < low + count) return begins ? FAILS : UNDECIDED;
    const verdict = holdsRun(start - count, count, setAt(preceded));
    if (verdict != PASSES) return verdict;
  }
  const held = <usize>load<u16>(record, 14);
  if (held) {
    const verdict = holdsRunWithin(end, <u32>load<u16>(record, 16), <usize>load<u16>(record, 18), setAt(held));
    if (verdict != PASSES) return verdict;
  }
  const assigned = <usize>load<u16>(record, 20);
  if (assigned) {
    const verdict = isAssigned(end, assigned);
    if (verdict != PASSES) return verdict;
  }
  const random = <usize>load<u16>(record, 22);
  return random ? holdsRandom(end, random, assigned > 0) : PASSES;
}

function setAt(set: usize): usize {
  return sets + ((set - 1) << 8);
}

function isWordByte(byte: u32): bool {
  return (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57) || byte == 95;
}

function equals(at: usize, literal: usize, length: usize, isExact: bool): bool {
  for (let i: usize = 0; i < length; i++) {
    let byte = <u32>load<u8>(at + i);
    if (!isExact && byte >= 65 && byte <= 90) byte += 32;
    if (byte != <u32>load<u8>(literal + i)) return false;
  }
  return true;
}

function holdsRun(from: usize, count: usize, set: usize): i32 {
  const to = min(from + count, high);
  for (let at = from; at < to; at++) if (!load<u8>(set + <usize>load<u8>(at))) return FAILS;
  return to - from == count ? PASSES : ends ? FAILS : UNDECIDED;
}

function holdsRunWithin(from: usize, least: u32, within: usize, set: usize): i32 {
  let count: u32 = 0;
  for (let at = from; at < from + within || count > 0; at++) {
    if (at >= high) return ends ? FAILS : UNDECIDED;
    const byte = <u32>load<u8>(at);
    if (byte == LINE_FEED) return FAILS;
    count = load<u8>(set + <usize>byte) ? count + 1 : 0;
    if (count >= least) return PASSES;
  }
  return FAILS;
}

function isAssigned(from: usize, within: usize): i32 {
  for (let at = from; at < from + within; at++) {
    if (at >= high) return ends ? FAILS : UNDECIDED;
    const byte = <u32>load<u8>(at);
    if (byte == LINE_FEED) return FAILS;
    if (byte == 61 || byte == 58) return PASSES;
    if (byte == 44 && at > from && isQuote(<u32>load<u8>(at - 1))) return PASSES;
  }
  return FAILS;
}

function goesOn(from: usize, lineEnd: usize, isAssigned: bool): bool {
  let last = lineEnd - 1;
  while (last >= from && isBlank(<u32>load<u8>(last))) last--;
  if (last < from) return true;
  const byte = <u32>load<u8>(last);
  if (byte == 44) return !isAssigned && last > from && isQuote(<u32>load<u8>(last - 1));
  // = : ( [ > | ? + ` \
  return isQuote(byte) || byte == 61 || byte == 58 || byte == 40 || byte == 91 || byte == 62 || byte == 124 || byte == 63 || byte == 43 || byte == 96 || byte == 92;
}

function isBlank(byte: u32): bool {
  return byte == 32 || byte == 9 || byte == 13;
}

function isQuote(byte: u32): bool {
  return byte == 34 || byte == 39;
}

const LOWER: u32 = 1;
const UPPER: u32 = 2;
const MIXES: u32 = 3;
const SHORTEST_MIXED: u32 = 8;
const SHORTEST_LETTERS: u32 = 6;
const WORD_BEGINS: usize = 26;
const COSTS_AT: usize = 256;
const CASE_BITS_AT: usize = 1120;

// The twin of `holdsRandom` in ../random-run.ts.
function holdsRandom(from: usize, within: usize, inStatement: bool): i32 {
  let run: u32 = 0;
  let isMixed = false;
  let isAssigned = false;
  let letters: u32 = 0;
  let bits: u32 = 0;
  let cases: u32 = 0;
  let before = WORD_BEGINS;
  let kindBefore: u32 = 0;
  for (let at = from; at < from + within || run > 0; at++) {
    if (at >= high) return ends ? (areDrawn(letters, bits, cases) ? PASSES : FAILS) : UNDECIDED;
    const byte = <u32>load<u8>(at);
    const kind = <u32>load<u8>(kinds + <usize>byte);
    if (kind == LOWER || kind == UPPER) {
      const letter = <usize>((byte | 32) - 97);
      if (kind == UPPER && kindBefore == LOWER) before = WORD_BEGINS;
      const digit = <u32>load<u8>(kinds + COSTS_AT + (before << 5) + letter);
      bits += 2 * (digit <= 57 ? digit - 48 : digit - 87) + <u32>load<u8>(kinds + CASE_BITS_AT + <usize>(kindBefore * 3 + kind));
      cases |= kind;
      letters++;
      before = letter;
      kindBefore = kind;
    } else {
      if (areDrawn(letters, bits, cases)) return PASSES;
      letters = 0;
      bits = 0;
      cases = 0;
      before = WORD_BEGINS;
      kindBefore = 0;
    }
    if (!kind) {
      if (byte == 61 || byte == 58) isAssigned = true;
      if (inStatement && byte == LINE_FEED && !goesOn(from, at, isAssigned)) return FAILS;
      run = 0;
      isMixed = false;
      continue;
    }
    run++;
    if (kind == MIXES) isMixed = true;
    if (isMixed && run >= SHORTEST_MIXED) return PASSES;
  }
  return areDrawn(letters, bits, cases) ? PASSES : FAILS;
}

function areDrawn(letters: u32, bits: u32, cases: u32): bool {
  return letters >= SHORTEST_LETTERS && bits >= 16 + letters * (cases == 3 ? 22 : 18);
}
