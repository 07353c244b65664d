import { type Assignment, languageOf, listAssignments } from "../../src/core/lexer.ts";
import type { TradingLimits } from "../../src/core/trading/settings.ts";

export type Limit = keyof TradingLimits;

/** A limit that a file sets. Offsets are those of its value, indices into the text. */
export interface LimitEntry {
  readonly limit: Limit;
  /** As it is written there. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** As it is written there. */
  readonly text: string;
  /** Infinity: no limit at all (`null`, -1, `inf`). NaN: no number. Pairs: as written. */
  readonly value: number | readonly string[];
}

/** `config`, `env` and `compose` are read when the bot starts; `code` holds what counts when they are silent. */
export type Carrier = "config" | "env" | "compose" | "code";

/** The names in use, letters only: `max_position_size`, `MAX_POSITION_SIZE` and `maxPositionSize` are one. */
const NAMES: ReadonlyMap<string, Limit> = new Map([
  ...["maxpositionsize", "maxpositionsizeusd", "maxpositionusd", "maxpositionvalue"].map((name) => [name, "maxPositionUsd"] as const),
  ...["maxtotalexposure", "maxtotalexposureusd", "maxexposure", "maxexposureusd"].map((name) => [name, "maxExposureUsd"] as const),
  ...["maxpositions", "maxopenpositions", "maxconcurrentpositions"].map((name) => [name, "maxPositions"] as const),
  ...["tradingpairs", "tradingpair", "allowedpairs"].map((name) => [name, "pairs"] as const),
]);
/** Without one of these words no text holds a limit. */
const WORTH_READING = /max_?(?:total_?|open_?|concurrent_?)?(?:position|exposure)|pairs?\b/i;

/** So many of them are read. No bot has two thousand limits: a file with more was made to keep the rule busy. */
const MAX_WORDS = 2000;

/** Where reading stops because there are too many limits before it; null where all are read. */
export function findUnread(text: string): number | null {
  const words = new RegExp(WORTH_READING, "gi");
  for (let count = 0; count < MAX_WORDS; count += 1) if (!words.test(text)) return null;
  return words.lastIndex;
}

export function carrierOf(path: string): Carrier {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  if (name.endsWith(".json")) return "config";
  if (name.endsWith(".py")) return "code";
  return name.endsWith(".yml") || name.endsWith(".yaml") ? "compose" : "env";
}

/** Whether a carrier can be read at all: the bot itself reads its configuration as strict JSON. */
export function parses(path: string, text: string): boolean {
  if (carrierOf(path) !== "config") return true;
  try {
    JSON.parse(text.replace(/^\ufeff/, ""));
    return true;
  } catch {
    return false;
  }
}

/** The limits that a file sets, in the order of the text. A value that another carrier decides (`${MAX_POSITIONS}`) is none. */
export function listLimits(path: string, whole: string): LimitEntry[] {
  if (!WORTH_READING.test(whole)) return [];
  const text = whole.slice(0, findUnread(whole) ?? whole.length);
  const carrier = carrierOf(path);
  const assigned = listAssignments(text, languageOf(path)).flatMap((assignment) => toEntry(assignment, carrier));
  const entries = carrier === "code" ? [...assigned, ...listDefaults(text)] : assigned;
  return [...Map.groupBy(entries, ({ limit }) => limit).values()].flatMap(keepInnermost).sort((a, b) => a.start - b.start);
}

/** Of `max_positions = int(os.getenv("MAX_POSITIONS", "1"))` only the innermost value is an entry, and only once. */
function keepInnermost(entries: LimitEntry[]): LimitEntry[] {
  const sorted = entries.sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter(({ end }, i) => (sorted[i + 1]?.start ?? end) >= end);
}

function toEntry({ name, value }: Assignment, carrier: Carrier): LimitEntry[] {
  const limit = limitOf(name, carrier);
  if (!limit) return [];
  const place = { limit, name, start: value.start, end: value.end, text: value.text };
  if (limit === "pairs") return toPairs(place, value.kind === "expression", carrier);
  const number = readNumber(value.text, value.kind === "expression", carrier);
  return number === undefined ? [] : [{ ...place, value: number }];
}

/** In the JSON configuration a leading `_` marks a comment. `pairs` alone is too common a word for code. */
function limitOf(name: string, carrier: Carrier): Limit | undefined {
  if (carrier === "config" && name.startsWith("_")) return undefined;
  const letters = name.toLowerCase().replace(/[^a-z]/g, "");
  return letters === "pairs" && carrier !== "code" ? "pairs" : NAMES.get(letters);
}

// os.environ.get("MAX_POSITIONS", 3)
const DEFAULT = /["'](\w{5,40})["']\s{0,40},\s{0,40}(?:default\s{0,2}=\s{0,2})?["']?(-?\d[\d_]{0,15}(?:\.\d{1,9})?)["']?\s{0,40}\)/g;

/** Numbers that stand as a default in a call, wherever the call goes. */
function listDefaults(text: string): LimitEntry[] {
  return [...text.matchAll(DEFAULT)].flatMap((match) => {
    const [whole, name = "", number = ""] = match;
    const limit = limitOf(name, "code");
    const start = match.index + whole.lastIndexOf(number);
    return limit && limit !== "pairs" ? [{ limit, name, start, end: start + number.length, text: number, value: toLimit(number) }] : [];
  });
}

// ${MAX_POSITION_SIZE:-10}
const FALLBACK = /^\$\{\w+:?-([^}]*)\}$/;
const REFERENCE = /^\$(?:\{\w+\}|\w+)$/;
const NUMBER = /^\$?-?\d[\d_]*(?:\.\d+)?(?:e\d{1,3})?$/i;
const ENDLESS = /^(?:null|none|nil|inf|infinity|math\.inf|float\(["']inf["']\)|unlimited)$/i;

/** `undefined`: this says nothing of its own. */
function readNumber(text: string, isExpression: boolean, carrier: Carrier): number | undefined {
  const trimmed = text.trim();
  const bare = (FALLBACK.exec(trimmed)?.[1] ?? trimmed).trim();
  if (bare === "" || REFERENCE.test(bare)) return undefined;
  if (ENDLESS.test(bare)) return Number.POSITIVE_INFINITY;
  if (NUMBER.test(bare)) return toLimit(bare);
  if (carrier !== "code") return Number.NaN;
  return isExpression ? readCall(bare) : undefined;
}

// risk.get('max_positions', 3)   Field(default=3, ge=1)   Decimal("10")
const ARGUMENT = /(?:[(,]|default\s{0,4}=)\s{0,40}["']?(-?\d[\d_]{0,15}(?:\.\d{1,9})?)["']?\s{0,40}(?=[,)])/g;

function readCall(text: string): number | undefined {
  const found = [...text.matchAll(ARGUMENT)];
  const number = (found.find(([whole]) => whole.startsWith("default")) ?? found.at(-1))?.[1];
  return number === undefined ? undefined : toLimit(number);
}

/** Trading software takes a negative limit for none. */
function toLimit(text: string): number {
  const value = Number(text.replace("$", "").replaceAll("_", ""));
  return value < 0 ? Number.POSITIVE_INFINITY : value;
}

const WORD = /[^\s,;"'()[\]{}:]+/g;
const PAIR = /^(?:[A-Z0-9]{2,6}[/_-][A-Z]{3,4}|[A-Z]{6,8})$/;

/** Of a list every word is a pair, of code and of objects only what looks like one; code that names none says nothing. */
function toPairs(entry: Omit<LimitEntry, "value">, isExpression: boolean, carrier: Carrier): LimitEntry[] {
  const fallback = FALLBACK.exec(entry.text.trim())?.[1];
  const text = fallback ?? entry.text;
  if (text.trim() === "" || REFERENCE.test(text.trim())) return [];
  const isList = carrier !== "code" && !text.startsWith("{");
  const words = [...text.matchAll(WORD)].filter(([word]) => isList || PAIR.test(word));
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return carrier === "code" ? [] : [{ ...entry, value: [] }];
  const value = [...new Set(words.map(([word]) => word))];
  // The text of an expression stands as it is written, so its indices are those of the file.
  if (!isExpression) return [{ ...entry, value }];
  return [{ ...entry, start: entry.start + first.index, end: entry.start + last.index + last[0].length, value }];
}
