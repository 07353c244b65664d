import { isOrdinary, isUuid } from "../../../src/core/secrets/ordinary-value.ts";
import { isPlaceholder, isTemplate } from "../../../src/core/secrets/placeholder.ts";
import { isPatterned, measureRandomness } from "../../../src/core/secrets/randomness.ts";

/** So many characters of a value are measured. */
const MEASURED = 256;

const SIGNS = "-_./:=+@#$%&!*([{<\\,;|^~?";

/** Names of what `measureShape` returns, in its order. */
export const SHAPE_FEATURES: readonly string[] = [
  ...["length", "lower", "upper", "digits", "signs", "blanks", "foreign", "vowels", "turns", "humps", "letter run", "digit run", "same run"],
  ...["different", "entropy", "collision entropy", "root entropy", "bits", "bits each", "digits only", "hexadecimal", "base32", "letters only", "base64"],
  ...["constant", "words", "starts upper", "starts lower", "starts digit", "ends with =", "ends with sign", "even length", "power length"],
  ...["uuid", "ordinary", "placeholder", "template", "patterned", "path", "call", "sentence"],
  ...[...SIGNS].map((sign) => `sign ${sign}`),
];

const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;
const BLANK = 4;
const SIGN = 5;
const FOREIGN = 6;
const KIND = Uint8Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/.test(character)) return LOWER;
  if (/[A-Z]/.test(character)) return UPPER;
  if (/[0-9]/.test(character)) return DIGIT;
  if (/\s/.test(character)) return BLANK;
  return code > 126 ? FOREIGN : SIGN;
});
const IS_VOWEL = Uint8Array.from({ length: 256 }, (_, code) => (/[aeiou]/i.test(String.fromCharCode(code)) ? 1 : 0));
const IS_HEX = Uint8Array.from({ length: 256 }, (_, code) => (/[0-9a-f]/i.test(String.fromCharCode(code)) ? 1 : 0));
const IS_BASE32 = Uint8Array.from({ length: 256 }, (_, code) => (/[A-Z2-7=]/.test(String.fromCharCode(code)) ? 1 : 0));
const IS_BASE64 = Uint8Array.from({ length: 256 }, (_, code) => (/[\w+/=-]/.test(String.fromCharCode(code)) ? 1 : 0));
const SIGN_AT = Int8Array.from({ length: 256 }, (_, code) => SIGNS.indexOf(String.fromCharCode(code)));

/** Numbers that describe what a value is made of, whatever it is called, into `numbers` from `at` on. */
export function measureShape(whole: string, numbers: Float64Array, at: number): void {
  const value = whole.length > MEASURED ? whole.slice(0, MEASURED) : whole;
  const n = value.length;
  const kinds = [0, 0, 0, 0, 0, 0, 0];
  const often = new Uint8Array(256);
  const signs = at + SHAPE_FEATURES.length - SIGNS.length;
  let [vowels, hex, base32, base64, turns, humps, words, letterRun, digitRun, sameRun] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  let [letters, digits, same, before, last] = [0, 0, 0, 0, -1];
  for (let i = 0; i < n; i++) {
    const code = value.charCodeAt(i) & 255;
    const kind = KIND[code] ?? SIGN;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    often[code] = (often[code] ?? 0) + 1;
    vowels += IS_VOWEL[code] ?? 0;
    hex += IS_HEX[code] ?? 0;
    base32 += IS_BASE32[code] ?? 0;
    base64 += IS_BASE64[code] ?? 0;
    if (kind === SIGN && (SIGN_AT[code] ?? -1) >= 0) numbers[signs + (SIGN_AT[code] ?? 0)] = 1;
    if (kind !== before && i > 0) turns++;
    if (kind === UPPER && before === LOWER) humps++;
    letters = kind <= UPPER ? letters + 1 : 0;
    digits = kind === DIGIT ? digits + 1 : 0;
    same = code === last ? same + 1 : 1;
    if (letters === 3) words++;
    if (letters > letterRun) letterRun = letters;
    if (digits > digitRun) digitRun = digits;
    if (same > sameRun) sameRun = same;
    before = kind;
    last = code;
  }
  const [lower = 0, upper = 0, digit = 0, blank = 0, sign = 0, foreign = 0] = kinds.slice(1);
  let [different, shannon, squares, roots] = [0, 0, 0, 0];
  for (let code = 0; code < 256; code++) {
    const times = often[code] ?? 0;
    if (times === 0) continue;
    const share = times / n;
    different++;
    shannon -= share * Math.log2(share);
    squares += share * share;
    roots += Math.sqrt(share);
  }
  const most = Math.log2(n) || 1;
  const bits = measureRandomness(value);
  const first = KIND[value.charCodeAt(0) & 255];
  const rest = [
    ...[whole.length, lower / n, upper / n, digit / n, sign / n, blank / n, foreign / n, lower + upper > 0 ? vowels / (lower + upper) : -1, turns / n, humps],
    ...[letterRun, digitRun, sameRun, different / n, shannon / most, -Math.log2(squares) / most, (2 * Math.log2(roots)) / most, bits, bits / n],
    ...[+(digit === n), +(hex === n && (lower === 0 || upper === 0)), +(base32 === n), +(lower + upper === n), +(base64 === n)],
    ...[+(lower === 0 && upper > 0 && value.includes("_")), words, +(first === UPPER), +(first === LOWER), +(first === DIGIT)],
    ...[+value.endsWith("="), +(before === SIGN), +(n % 2 === 0), +(n === 16 || n === 20 || n === 24 || n === 32 || n === 40 || n === 64)],
    ...[+isUuid(value), +isOrdinary(value), +isPlaceholder(value), +isTemplate(value), +isPatterned(value)],
    ...[is(/^(?:\.{0,2}|~|[A-Za-z]:)[\\/]|\.\w{1,4}$/, value), is(/\w\(|\)$|^\w+\.\w+\.?\w*$/, value), is(/^[A-Z]?[a-z']+(?: [a-zA-Z']+){2,}/, value)],
  ];
  numbers.set(rest, at);
}

function is(pattern: RegExp, value: string): number {
  return pattern.test(value) ? 1 : 0;
}
