import { judgeName } from "../../../src/core/secrets/secret-name.ts";
import type { Candidate, Form } from "./candidate.ts";

import { measureShape, SHAPE_FEATURES } from "./value-shape.ts";
import { markWords, WORDS } from "./words.ts";

const FORMS: readonly Form[] = ["assignment", "comparison", "call", "option", "statement", "element", "scheme"];
const SIGNS = [":", "=>", ",", "("] as const;
/** Texts whose words are told apart. */
const TEXTS = ["name", "value"] as const;

const NAME_FEATURES = ["length", "words", "upper", "camel", "dotted", "dashed", "has digit", "strength", "one word"];
const LIKENESS_FEATURES = ["equals name", "holds name", "within name", "shared start"];
const LINE_FEATURES = ["quoted", "between", "position", "rest", "goes on", "calculates", "alone", "commented", "listed"];

/** What each number of `toFeatures` says, as `part: what`. The order is part of the trained weights. */
export const FEATURES: readonly string[] = [
  ...SHAPE_FEATURES.map((what) => `value: ${what}`),
  ...NAME_FEATURES.map((what) => `name: ${what}`),
  ...LIKENESS_FEATURES.map((what) => `likeness: ${what}`),
  ...FORMS.map((form) => `form: ${form}`),
  ...SIGNS.map((sign) => `form: ${sign}`),
  ...LINE_FEATURES.map((what) => `line: ${what}`),
  ...TEXTS.flatMap((text) => WORDS.map((word) => `${text}: word ${word}`)),
];

const NAME_AT = SHAPE_FEATURES.length;
const WORDS_AT = NAME_AT + NAME_FEATURES.length + LIKENESS_FEATURES.length + FORMS.length + SIGNS.length + LINE_FEATURES.length;
const LONGEST_VALUE = 256;

/** A candidate as numbers: the same function for training and for judging. Pure, never throws, linear in what the candidate holds. */
export function toFeatures(candidate: Candidate): Float64Array {
  const numbers = new Float64Array(FEATURES.length);
  measureShape(candidate.value, numbers, 0);
  numbers.set(describeName(candidate.name), NAME_AT);
  numbers.set([...compareWithName(candidate), ...describeForm(candidate), ...describeLine(candidate)], NAME_AT + NAME_FEATURES.length);
  TEXTS.forEach((text, index) => {
    markWords(candidate[text].slice(0, LONGEST_VALUE), numbers, WORDS_AT + index * WORDS.length);
  });
  return numbers;
}

function describeName(name: string): number[] {
  const judged = judgeName(name);
  let [words, upper, camel, digits] = [0, 1, 0, 0];
  for (let i = 0, before = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    const kind = code >= 97 && code <= 122 ? 1 : code >= 65 && code <= 90 ? 2 : code >= 48 && code <= 57 ? 3 : 0;
    if (kind !== 0 && (before === 0 || (before === 1 && kind === 2))) words++;
    if (kind === 1) upper = 0;
    if (kind === 2 && before === 1) camel = 1;
    if (kind === 3) digits = 1;
    before = kind;
  }
  const strength = judged ? (judged.strength === "strong" ? 2 : 1) : 0;
  // `api-key` says what `api_key` does. Elsewhere a dash tells names of classes (`key-cap`) and files (`access-token.js`).
  const isPlain = strength === 2 && !name.includes(".");
  return [name.length, words, upper, camel, +name.includes("."), +(name.includes("-") && !isPlain), digits, strength, +(words === 1)];
}

function compareWithName({ name, value }: Candidate): number[] {
  const [a, b] = [fold(name), fold(value.slice(0, 80))];
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return [+(a === b), +(a !== "" && b.includes(a)), +(b !== "" && a.includes(b)), shared];
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function describeForm({ form, between }: Candidate): number[] {
  return [...FORMS.map((one) => +(one === form)), ...SIGNS.map((sign) => +between.includes(sign))];
}

function describeLine({ quoted, before, between, after }: Candidate): number[] {
  const rest = after.replace(/^\\{0,3}["'`]/, "");
  return [
    ...[+quoted, between.length, before.length, rest.length, +/^\s{0,2}[(.[]/.test(rest), +/^\s{0,2}[+*/%&|?<>-]/.test(rest)],
    ...[+/^[\s;,)\]}\\]*$/.test(rest), +/^\s*(?:\/\/|#|\*|--|;|<!--)|\/\/ /.test(before), +/[,[(]\s*["']?$/.test(before)],
  ];
}
