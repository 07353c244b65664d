import type { Candidate } from "../../rules/secrets/generic/candidate.ts";
import { BASE32, BASE62, BASE64, BASE64URL, drawText, HEX } from "../../rules/secrets/sample.ts";
import { judgeName } from "../../src/core/secrets/secret-name.ts";
import { createRandom } from "./boost.ts";

/** The corpus has drawn characters in place of every real password. People think theirs up: a word or two, a year, a sign. */
const WORDS = `summer winter spring autumn monday friday dragon monkey tiger shadow sunshine princess football baseball soccer hockey batman superman freedom
  london berlin paris madrid coffee banana orange cookie pepper silver golden diamond forest ocean river mountain thunder lightning rocket galaxy
  michael jennifer thomas daniel jessica charlie maggie buster ginger hunter ranger maverick phoenix falcon eagle panther welcome company office
  garden kitchen window bridge castle knight wizard magic trouble master blaster guitar violin trumpet piano chocolate vanilla cherry`.split(/\s+/);
const SIGNS = ["!", "!", "!", "#", "@", "$", "*", "?", "_", "-", "."];
const EVERY = 4;

/** What generators of keys and tokens draw from, and how much of it; `=` pads base64. */
const DRAWN: readonly (readonly [string, readonly number[], string])[] = [
  [HEX, [24, 32, 40, 48, 64, 128], ""],
  [BASE62, [16, 20, 22, 24, 28, 32, 36, 40, 43, 48, 56, 64, 86], ""],
  [BASE64, [22, 38, 43, 59, 86], "="],
  [BASE64, [20, 24, 32, 40, 64, 86, 96], ""],
  [BASE64URL, [22, 32, 43, 64, 86, 120], ""],
  [BASE32, [16, 26, 32, 52], ""],
];

/** A copy of every second key, token or secret with one drawn from another alphabet in its place. */
export function drawnSecrets(candidates: readonly Candidate[]): Candidate[] {
  const random = createRandom(11);
  const secrets = candidates.filter(({ name, form }) => form !== "scheme" && judgeName(name)?.kind !== "password");
  return secrets
    .filter((_, index) => index % 2 === 0)
    .map((candidate, index) => {
      const [alphabet, lengths, padding] = pick(DRAWN, random);
      return { ...candidate, value: drawText(alphabet, pick(lengths, random), 1 + index) + padding };
    });
}

function pick<T>(list: readonly T[], random: () => number): T {
  // The index is below the length of a list that is never empty.
  return list[Math.floor(random() * list.length)] as T;
}

/** A copy of every fourth password with one in its place that a person might have chosen. */
export function chosenPasswords(candidates: readonly Candidate[]): Candidate[] {
  const random = createRandom(7);
  const passwords = candidates.filter(({ name, form }) => form !== "scheme" && judgeName(name)?.kind === "password");
  return passwords.filter((_, index) => index % EVERY === 0).map((candidate) => ({ ...candidate, value: choose(random) }));
}

function choose(random: () => number): string {
  const capital = (word: string): string => (random() < 0.6 ? word.charAt(0).toUpperCase() + word.slice(1) : word);
  const word = capital(pick(WORDS, random)) + (random() < 0.2 ? capital(pick(WORDS, random)) : "");
  const spelled = random() < 0.25 ? word.replace(/a/g, "@").replace(/o/g, "0").replace(/e/g, "3").replace(/i/g, "1") : word;
  const number = random() < 0.4 ? String(1960 + Math.floor(random() * 70)) : String(10 + Math.floor(random() * 9990));
  return spelled + (random() < 0.9 ? number : "") + (random() < 0.6 ? pick(SIGNS, random) : "");
}
