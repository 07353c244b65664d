import { LETTER_PAIRS } from "./letter-pairs.ts";

/** Bits by which a value must look more like drawn characters than like words: in all, and for each character. */
const MIN_BITS = 8;
const MIN_BITS_PER_CHARACTER = 0.5;
/** Of the different characters that a drawn value of this length would hold, so much must be there. */
const MIN_VARIETY = 0.6;
/** More steps than this to the same or the next character (`aaaa`, `1234`, `abcd`, also every second one: `a1b2c3`) are no chance. */
const MAX_STEPS = 0.5;

/** From this length on regular turns are no chance: drawn letters and digits repeat the kind of the last turn less than half of the time. */
const MIN_TURNS = 16;
const MIN_REGULARITY = 0.9;
const MAX_SAME_KIND = 0.6;

const DIGIT_BITS = Math.log2(10);
const JOINER_BITS = 2.6;
const ODD_SYMBOL_BITS = 6.5;
const WORD_BEGINS = 26;

/** What follows what in identifiers, paths and words, in bits: rows lower, upper, digit, symbol, start; columns lower, upper, digit, symbol. */
const CLASS_BITS: readonly (readonly number[])[] = [
  [0.21, 4.56, 6.58, 3.58],
  [1.21, 1.04, 5.62, 4.08],
  [2.61, 4.25, 0.66, 2.72],
  [0.41, 3.03, 5.03, 3.38],
  [0.36, 2.19, 6, 6],
];
const LOWER = 0;
const UPPER = 1;
const DIGIT = 2;
const SYMBOL = 3;
const START = 4;
const NONE = -1;

/** What kinds of characters a value holds, as bits: they tell the alphabet that a generator of such values draws from. */
const DIGITS = 1;
const LOWER_HEX = 2;
const LOWER_REST = 4;
const UPPER_HEX = 8;
const UPPER_REST = 16;
const BASE64_SIGNS = 32;
const OTHERS = 64;

const KIND = new Uint8Array(128).fill(OTHERS);
for (const [kind, signs] of [
  [DIGITS, "0123456789"],
  [LOWER_HEX, "abcdef"],
  [LOWER_REST, "ghijklmnopqrstuvwxyz"],
  [UPPER_HEX, "ABCDEF"],
  [UPPER_REST, "GHIJKLMNOPQRSTUVWXYZ"],
  [BASE64_SIGNS, "+/=_-"],
] as const)
  for (const sign of signs) KIND[sign.charCodeAt(0)] = kind;

/**
 * Whether a value looks drawn at random, rather than made of words, names, paths or counted up. The measure is a likelihood ratio: a model of
 * words (letter pairs, changes of case) against an even draw from the value's own alphabet. It grows with the length and knows no entropy cliff.
 */
export function isRandom(value: string): boolean {
  // Words of other languages are beyond the model, and no generator draws from them.
  if (/[^\x21-\x7e]/.test(value)) return false;
  const bits = measureRandomness(value);
  return bits >= MIN_BITS && bits >= MIN_BITS_PER_CHARACTER * value.length && !isPatterned(value);
}

/** Evidence in bits that the value was drawn rather than written; negative for words. */
export function measureRandomness(value: string): number {
  let bits = 0;
  let letter = -1;
  let before = START;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    const kind = classOf(code);
    bits += CLASS_BITS[before]?.[kind] ?? 0;
    if (kind === LOWER || kind === UPPER) {
      const beginsWord = letter < 0 || (kind === UPPER && before === LOWER);
      const next = (code | 32) - 97;
      bits += pairBits(beginsWord ? WORD_BEGINS : letter, next);
      letter = next;
    } else {
      bits += kind === DIGIT ? DIGIT_BITS : symbolBits(code);
      letter = -1;
    }
    before = kind;
  }
  return bits - value.length * Math.log2(alphabetOf(value));
}

/**
 * Few different characters, runs that count up or down, or letters and digits in regular turn (`k8Jm4Tq7X`), as people type what shall look random.
 * What only groups the characters (`-`, `_`) does not count.
 */
export function isPatterned(value: string): boolean {
  const bare = /[-_]/.test(value) ? value.replace(/[-_]/g, "") : value;
  if (bare.length < 3) return true;
  const size = alphabetOf(bare);
  const expected = size * (1 - (1 - 1 / size) ** bare.length);
  if (countDifferent(bare) < MIN_VARIETY * expected) return true;
  const folded = bare.toLowerCase();
  return countSteps(folded, 1) > MAX_STEPS * (folded.length - 1) || countSteps(folded, 2) > MAX_STEPS * (folded.length - 2) || takesTurns(bare);
}

function countDifferent(value: string): number {
  // A bit for each character.
  const seen = [0, 0, 0, 0];
  let different = 0;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    const [word, bit] = [code >> 5, 1 << (code & 31)];
    const known = seen[word] ?? 0;
    if ((known & bit) === 0) different++;
    seen[word] = known | bit;
  }
  return different;
}

/** Whether lower case, upper case and digits follow one another with a period of two to four characters. */
function takesTurns(value: string): boolean {
  if (value.length < MIN_TURNS) return false;
  // Characters of the same class as the one before, the second before, and so on: one walk, because every candidate is asked.
  let [ones, twos, threes, fours] = [0, 0, 0, 0];
  let [one, two, three, four] = [NONE, NONE, NONE, NONE];
  for (let i = 0; i < value.length; i++) {
    const kind = classOf(value.charCodeAt(i));
    if (kind === one) ones++;
    if (kind === two) twos++;
    if (kind === three) threes++;
    if (kind === four) fours++;
    four = three;
    three = two;
    two = one;
    one = kind;
  }
  const share = (repeats: number, period: number): number => repeats / (value.length - period);
  return share(ones, 1) < MAX_SAME_KIND && Math.max(share(twos, 2), share(threes, 3), share(fours, 4)) > MIN_REGULARITY;
}

function countSteps(value: string, stride: number): number {
  let steps = 0;
  for (let i = stride; i < value.length; i++) if (Math.abs(value.charCodeAt(i) - value.charCodeAt(i - stride)) <= 1) steps++;
  return steps;
}

function alphabetOf(value: string): number {
  let kinds = 0;
  for (let i = 0; i < value.length; i++) kinds |= KIND[value.charCodeAt(i)] ?? OTHERS;
  if (kinds & OTHERS) return 94;
  if (kinds & BASE64_SIGNS) return 65;
  const lower = (kinds & (LOWER_HEX | LOWER_REST)) !== 0;
  const upper = (kinds & (UPPER_HEX | UPPER_REST)) !== 0;
  if (!lower && !upper) return 10;
  if (lower !== upper && !(kinds & (LOWER_REST | UPPER_REST))) return 16;
  return (lower ? 26 : 0) + (upper ? 26 : 0) + (kinds & DIGITS ? 10 : 0);
}

function classOf(code: number): number {
  if (code >= 97 && code <= 122) return LOWER;
  if (code >= 65 && code <= 90) return UPPER;
  return code >= 48 && code <= 57 ? DIGIT : SYMBOL;
}

/** Cell of the table: a base-36 digit that counts half bits. */
function pairBits(before: number, letter: number): number {
  const digit = LETTER_PAIRS[before]?.charCodeAt(letter) ?? 0;
  return (digit <= 57 ? digit - 48 : digit - 87) / 2;
}

/** `$ - . / : @ _` join words in source text; other symbols are rare inside a name or a path. */
function symbolBits(code: number): number {
  return "$-./:@_".includes(String.fromCharCode(code)) ? JOINER_BITS : ODD_SYMBOL_BITS;
}
