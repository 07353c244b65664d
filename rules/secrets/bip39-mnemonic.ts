import { type ContentSubject, defineRule, type Match, type Span } from "../../src/core/rule.ts";
import { sha256Bytes } from "../../src/core/sha256.ts";
import { isMadeUpPlace } from "./made-up-place.ts";

/** How many words there may be, the most first. */
const COUNTS = [24, 21, 18, 15, 12] as const;
const FEWEST = 12;
const BITS_A_WORD = 11;
/** Of drawn words one in ten dozens holds one twice; three and more are for show. */
const MOST_REPEATS = 2;
/** So far behind the name of a wallet its words are read: 24 of eight letters, each on a line of its own. */
const REACH = 900;

/** Words of Hardhat, Truffle and Ganache, of whose accounts everybody has the keys. */
const PUBLISHED = /^(?:candy maple cake sugar|myth like bonus scare|legal winner thank year|letter advice cage absurd)/;

const NAMES = ["seed phrase", "seed words", "recovery phrase", "recovery words", "secret phrase", "backup phrase", "wallet seed"];

export const bip39Mnemonic = defineRule({
  id: "secrets/bip39-mnemonic",
  meta: {
    summary: "The words that a wallet is made of (BIP 39) stand in a file.",
    why: "Whoever reads them takes all that the wallet holds, and nobody can give it back.",
    fix: "Move what the wallet holds to a new one first. Then take the words out of the file and read the new ones from the environment or a key store.",
    severity: "block",
    confidence: "certain",
    since: "0.1.0",
    source: "https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki",
  },
  inspects: "content",
  triggers: ["mnemonic", ...NAMES.flatMap((name) => [name, name.replace(" ", "_"), name.replace(" ", "-"), name.replace(" ", "")])],
  check(subject) {
    const runs = listRuns(subject);
    return runs.length === 0 ? [] : import("./bip39-words.ts").then(({ listWords }) => matchRuns(runs, listWords(), isMadeUpPlace(subject.path)));
  },
});

interface Word extends Span {
  readonly text: string;
}

/** A dozen words of three to eight letters and more in a row, near the hits. */
function listRuns(subject: ContentSubject): Word[][] {
  const runs: Word[][] = [];
  let readTo = 0;
  for (const { end } of subject.hits) {
    const from = Math.max(end, readTo);
    const found = splitRuns(subject.slice(from, end + REACH), from);
    runs.push(...found);
    readTo = found.at(-1)?.at(-1)?.end ?? readTo;
  }
  return runs;
}

/** What may stand between two words: blanks, quotes, commas, the numbers of a list. */
const BETWEEN = /^[\s"'`,;.:()[\]\d-]{1,24}$/;

function splitRuns(text: string, offset: number): Word[][] {
  const runs: Word[][] = [[]];
  let before = 0;
  for (const { 0: word, index } of text.matchAll(/[A-Za-z]+/g)) {
    const fits = word.length >= 3 && word.length <= 8;
    if (!fits || !BETWEEN.test(text.slice(before, index))) runs.push([]);
    if (fits) runs.at(-1)?.push({ text: word.toLowerCase(), start: offset + index, end: offset + index + word.length });
    before = index + word.length;
  }
  return runs.filter(({ length }) => length >= FEWEST);
}

function matchRuns(runs: readonly Word[][], list: ReadonlyMap<string, number>, isMadeUp: boolean): Match[] {
  return runs.flatMap((run) => listKnown(run, list)).flatMap((run) => judge(run, list, isMadeUp) ?? []);
}

/** The parts of a run in which every word is one of the list. */
function listKnown(run: readonly Word[], list: ReadonlyMap<string, number>): Word[][] {
  const parts: Word[][] = [[]];
  for (const word of run) {
    if (list.has(word.text)) parts.at(-1)?.push(word);
    else parts.push([]);
  }
  return parts.filter(({ length }) => length >= FEWEST);
}

function judge(run: readonly Word[], list: ReadonlyMap<string, number>, isMadeUp: boolean): Match | null {
  const count = COUNTS.find((one) => one <= run.length) ?? FEWEST;
  // Words of the sentence before may be in the list too; the last ones are the likeliest.
  const starts = Array.from({ length: run.length - count + 1 }, (_, i) => run.length - count - i);
  const proved = starts.find((start) => hasChecksum(run.slice(start, start + count), list));
  const words = run.slice(proved ?? starts[0], (proved ?? starts[0] ?? 0) + count);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || isForShow(words)) return null;
  const span = { start: first.start, end: last.end };
  const message = `The ${count} words of a wallet (BIP 39). Whoever reads them takes all that it holds.`;
  if (proved === undefined)
    return {
      ...span,
      message: `${message} Their checksum is wrong, so they may be made up.`,
      severity: "warn",
      confidence: "possible",
      facts: { words: count, checksum: "wrong" },
    };
  const facts = { words: count, checksum: "valid" };
  return isMadeUp ? { ...span, message, severity: "warn", confidence: "likely", facts } : { ...span, message, facts };
}

function isForShow(words: readonly Word[]): boolean {
  const texts = words.map(({ text }) => text);
  return texts.length - new Set(texts).size > MOST_REPEATS || PUBLISHED.test(texts.join(" "));
}

/** Eleven bits a word; one in 33 of all bits is the beginning of the SHA-256 of the others. */
export function hasChecksum(words: readonly { readonly text: string }[], list: ReadonlyMap<string, number>): boolean {
  const bits = words.map(({ text }) => (list.get(text) ?? 0).toString(2).padStart(BITS_A_WORD, "0")).join("");
  const entropyBits = (bits.length / 33) * 32;
  const entropy = Uint8Array.from({ length: entropyBits / 8 }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8), 2));
  const sum = (sha256Bytes(entropy)[0] ?? 0).toString(2).padStart(8, "0");
  return bits.slice(entropyBits) === sum.slice(0, bits.length - entropyBits);
}
