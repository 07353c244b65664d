/**
 * Prints the tables of src/core/secrets/letter-pairs.ts and of `CLASS_BITS` in randomness.ts, counted anew.
 * Usage: npx node test/core/secrets/count-letter-pairs.ts FOLDER... (source code and documentation: node_modules, a Python library).
 */
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

const READ = new Set([".js", ".mjs", ".cjs", ".ts", ".mts", ".tsx", ".jsx", ".md", ".json", ".py", ".rst", ".txt", ".yml", ".yaml"]);
const MAX_CHARACTERS = 60_000;
const MAX_WEIGHT = 20;
const WORD_BEGINS = 26;
const START = 4;

const pairs = Array.from({ length: 27 }, () => new Array<number>(26).fill(0));
const classes = Array.from({ length: 5 }, () => new Array<number>(4).fill(0));

const occurrences = new Map<string, number>();
for (const folder of process.argv.slice(2)) for (const path of listSources(folder)) for (const word of listWords(path)) add(occurrences, word);
for (const [word, times] of occurrences) countWord(word, Math.min(Math.sqrt(times), MAX_WEIGHT));
for (const row of pairs) console.log(toBits(row, 3).map(toHalfBitDigit).join(""));
for (const row of classes)
  console.log(
    toBits(row, 10)
      .map((bits) => bits.toFixed(2))
      .join(" "),
  );

function listSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && READ.has(extname(entry.name)) && !/\.min\.|lock/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Words as they stand in sources, long runs of base64 left out. */
function listWords(path: string): string[] {
  const text = readFileSync(path, "latin1").slice(0, MAX_CHARACTERS);
  return text.replace(/[A-Za-z0-9+/]{60,}={0,2}/g, " ").match(/[A-Za-z][A-Za-z0-9_$./:@-]{3,59}/g) ?? [];
}

function add(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}

function countWord(word: string, weight: number): void {
  let letter = -1;
  let before = START;
  for (const character of word) {
    const kind = classOf(character);
    const row = classes[before] ?? [];
    row[kind] = (row[kind] ?? 0) + weight;
    if (kind < 2) {
      const next = character.toLowerCase().charCodeAt(0) - 97;
      const from = pairs[letter < 0 || (kind === 1 && before === 0) ? WORD_BEGINS : letter] ?? [];
      from[next] = (from[next] ?? 0) + weight;
      letter = next;
    } else letter = -1;
    before = kind;
  }
}

function classOf(character: string): number {
  if (/[a-z]/.test(character)) return 0;
  if (/[A-Z]/.test(character)) return 1;
  return /[0-9]/.test(character) ? 2 : 3;
}

/** Costs in bits; `smoothing` stands for what was never seen. */
function toBits(row: readonly number[], smoothing: number): number[] {
  const sum = row.reduce((a, b) => a + b, 0) + smoothing * row.length;
  return row.map((count) => -Math.log2((count + smoothing) / sum));
}

function toHalfBitDigit(bits: number): string {
  return Math.min(35, Math.round(bits * 2)).toString(36);
}
