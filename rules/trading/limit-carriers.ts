import { type Assignment, languageOf, listAssignments } from "../../src/core/lexer.ts";
import { toSymbol } from "../../src/core/trading/fills.ts";
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
  /** Infinity: no limit at all (`null`, -1, `inf`). NaN: no number. Pairs: `XLMUSD`. */
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
export function listLimits(path: string, text: string): LimitEntry[] {
  if (!WORTH_READING.test(text)) return [];
  const carrier = carrierOf(path);
  const entries = listAssignments(text, languageOf(path)).flatMap((assignment) => toEntry(assignment, carrier));
  if (carrier === "code") entries.push(...listDefaults(text).filter(({ start }) => !entries.some((entry) => start >= entry.start && start < entry.end)));
  return entries.sort((a, b) => a.start - b.start);
}

function toEntry({ name, value }: Assignment, carrier: Carrier): LimitEntry[] {
  const limit = limitOf(name, carrier);
  const read = limit === "pairs" ? readPairs(value.text, carrier) : limit && readNumber(value.text, value.kind === "expression", carrier);
  return limit && read !== undefined && read !== null ? [{ limit, name, start: value.start, end: value.end, text: value.text, value: read }] : [];
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

const PAIR = /^(?:[A-Z0-9]{2,6}[/_-][A-Z]{3,4}|[A-Z]{6,8})$/;

/** Of a list every word, of code and of objects only what looks like a pair. `undefined`: none at all. */
function readPairs(text: string, carrier: Carrier): readonly string[] | undefined {
  const bare = (FALLBACK.exec(text.trim())?.[1] ?? text).trim();
  if (bare === "" || REFERENCE.test(bare)) return undefined;
  const isList = carrier !== "code" && !bare.startsWith("{");
  const words = bare.split(/[\s,;"'()[\]{}:]+/).filter((word) => (isList ? word !== "" : PAIR.test(word)));
  return words.length === 0 && carrier === "code" ? undefined : [...new Set(words.map((word) => toSymbol(word) || word))];
}
