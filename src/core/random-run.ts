import { LETTER_PAIRS } from "./secrets/letter-pairs.ts";

const ENDS = 0;
const LOWER = 1;
const UPPER = 2;
/** Digits, and marks that words are not joined with. */
const MIXES = 3;
const JOINS = 4;

/** So many characters, with one among them that is in no word, may be drawn at random. */
const SHORTEST_MIXED = 8;
/** So many letters that are no words may be. */
const SHORTEST_LETTERS = 6;
/** Quarter bits by which they must cost more in words than drawn: less is chance (`jsonwebtoken`). */
const DOUBT_BITS = 16;
/** Quarter bits for each letter that an even draw from one or from both cases takes, rounded down. */
const DRAWN_BITS = 18;
const DRAWN_BITS_OF_BOTH_CASES = 22;

/** Letters of a row, and the row of what begins a word. */
const ROW = 32;
const WORD_BEGINS = 26;
const COSTS_AT = 256;

/** Quarter bits of a letter of one case behind one of another, or of none: by `before * 3 + kind`. */
const CASE_BITS = [0, 1, 9, 0, 1, 18, 0, 5, 4];

/**
 * What the WebAssembly kernel reads too: the kind of each byte, then what a letter costs behind another in words, as `LETTER_PAIRS` has it, in rows of
 * 32, then what its case costs.
 */
export const RANDOM_RUN = Buffer.concat([
  new Uint8Array(COSTS_AT).fill(LOWER, 97, 123).fill(UPPER, 65, 91).fill(MIXES, 48, 58),
  Buffer.from(LETTER_PAIRS.map((row) => row.padEnd(ROW)).join("")),
  Uint8Array.from(CASE_BITS),
]);
for (const mark of "!#%&^~") RANDOM_RUN[mark.charCodeAt(0)] = MIXES;
for (const mark of "$+-./@_") RANDOM_RUN[mark.charCodeAt(0)] = JOINS;

/** Half bits that a base-36 digit of `LETTER_PAIRS` counts. */
function toHalfBits(digit: number): number {
  return digit <= 57 ? digit - 48 : digit - 87;
}

/**
 * Whether a run of letters, digits and the marks of passwords and base64 begins in `[from, last)` that could be drawn at random: cheap, on bytes, and
 * with no opinion on what it is not sure of. Dots count as part of a run, brackets and quotes end it. `inStatement`: not behind the end of a line that
 * nothing says to go on.
 */
export function holdsRandom(bytes: Uint8Array, length: number, from: number, last: number, inStatement: boolean): boolean {
  let run = 0;
  let isMixed = false;
  let isAssigned = false;
  let letters = 0;
  let bits = 0;
  let cases = 0;
  let before = WORD_BEGINS;
  let kindBefore = ENDS;
  const areDrawn = (): boolean => letters >= SHORTEST_LETTERS && bits >= DOUBT_BITS + letters * (cases === 3 ? DRAWN_BITS_OF_BOTH_CASES : DRAWN_BITS);
  for (let i = from; i < length && (i < last || run > 0); i++) {
    const byte = bytes[i] ?? 0;
    const kind = RANDOM_RUN[byte] ?? ENDS;
    if (kind === LOWER || kind === UPPER) {
      const letter = (byte | 32) - 97;
      if (kind === UPPER && kindBefore === LOWER) before = WORD_BEGINS;
      bits += 2 * toHalfBits(RANDOM_RUN[COSTS_AT + before * ROW + letter] ?? 0) + (CASE_BITS[kindBefore * 3 + kind] ?? 0);
      cases |= kind;
      letters++;
      before = letter;
      kindBefore = kind;
    } else {
      if (areDrawn()) return true;
      letters = bits = cases = 0;
      before = WORD_BEGINS;
      kindBefore = ENDS;
    }
    if (kind === ENDS) {
      isAssigned ||= byte === EQUALS || byte === COLON;
      if (inStatement && byte === LINE_FEED && !goesOn(bytes, from, i, isAssigned)) return false;
      run = 0;
      isMixed = false;
      continue;
    }
    run++;
    isMixed ||= kind === MIXES;
    if (isMixed && run >= SHORTEST_MIXED) return true;
  }
  return areDrawn();
}

const LINE_FEED = 10;
const COMMA = 44;
const COLON = 58;
const EQUALS = 61;
/** `=`, `:`, `(`, `[`, `>`, `|`, `?`, `+`, a quote, and the backslash that continues a line. */
const CONTINUES = new Set(Buffer.from("=:([>|?+\"'`\\"));

/** Whether a value may stand on the next line: this one ends in a sign or bracket that wants more, or in `",` where no sign has assigned anything yet. */
function goesOn(bytes: Uint8Array, from: number, lineEnd: number, isAssigned: boolean): boolean {
  let last = lineEnd - 1;
  while (last >= from && isBlank(bytes[last] ?? 0)) last--;
  if (last < from) return true;
  if (bytes[last] === COMMA) return !isAssigned && last > from && isQuote(bytes[last - 1] ?? 0);
  return CONTINUES.has(bytes[last] ?? 0);
}

function isBlank(byte: number): boolean {
  return byte === 32 || byte === 9 || byte === 13;
}

export function isQuote(byte: number): boolean {
  return byte === 34 || byte === 39;
}
