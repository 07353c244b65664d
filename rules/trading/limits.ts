import type { ChangeMatch } from "../../src/core/rule.ts";
import { defineRule } from "../../src/core/rule.ts";
import { toSymbol } from "../../src/core/trading/fills.ts";
import { isTradingPath } from "../../src/core/trading/roots.ts";
import { type TradingLimits, type TradingSection, toTradingSettings } from "../../src/core/trading/settings.ts";
import { carrierOf, findUnread, type Limit, type LimitEntry, listLimits, parses } from "./limit-carriers.ts";

interface Options {
  readonly trading?: TradingSection;
}

const LIMITS: readonly Limit[] = ["maxPositionUsd", "maxExposureUsd", "maxPositions", "pairs"];
const WORDS = {
  maxPositionUsd: "USD for one position",
  maxExposureUsd: "USD at risk in all",
  maxPositions: "open positions",
  pairs: "trading pairs",
} satisfies Record<Limit, string>;
/** Tests set limits of their own, and no money hangs on them. */
const OF_TESTS = /(?:^|\/)(?:tests?|__tests__|fixtures)\/|(?:^|\/)(?:test_[^/]*|conftest|[^/]*_test)\.py$/i;

export const limits = defineRule({
  id: "trading/limits",
  inspects: "change",
  files: ["**/trading_config*.json", "**/.env*", "**/*.env", "**/docker-compose*.{yml,yaml}", "**/compose*.{yml,yaml}", "**/*.py"],
  meta: {
    summary: "A hard limit of the trading bot is loosened, removed, or stands too high.",
    why: "These numbers are all that bounds what a mistake can cost; capital is scaled only after the validation says READY TO SCALE.",
    fix: "Put the limit back. A raise that is really meant is a decision of its own: look at npx --no guard trading status, then set the rule to warn for that file under overrides, in a commit that says why.",
    severity: "block",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:186-196",
    needs: "trading",
  },
  check({ path, before, after }, options: Options) {
    const settings = toTradingSettings(options.trading);
    const isCode = carrierOf(path) === "code";
    if (/\.schema\.json$/i.test(path) || (isCode && (OF_TESTS.test(path) || !isTradingPath(path, settings)))) return [];
    if (after !== null && !parses(path, after)) return [describeBroken(before === after)];
    const old = before === null || !parses(path, before) ? [] : listLimits(path, before);
    const now = after === null ? [] : listLimits(path, after);
    const matches = LIMITS.flatMap((limit) => compare(limit, old, now, settings.limits, isCode));
    if (after === null) return isCode ? [] : matches;
    const unread = findUnread(after);
    if (unread !== null) return [...matches, describeUnread(unread, before !== null && findUnread(before) !== null)];
    return carrierOf(path) === "config" ? [...matches, ...describeMissing(old, now)] : matches;
  },
});

function describeBroken(stoodBefore: boolean): ChangeMatch {
  const message = "This is no valid JSON: the bot cannot read its limits from it.";
  return stoodBefore ? { message, severity: "warn" } : { message };
}

function describeUnread(at: number, stoodBefore: boolean): ChangeMatch {
  const message = "This file names more than two thousand limits; those from here on were not read.";
  return { start: at - 1, end: at, reveal: "all", message, ...(stoodBefore ? { severity: "warn" } : {}) };
}

/** Values that stayed are set aside; what is left is paired in order: changed, added, removed. */
function compare(limit: Limit, old: readonly LimitEntry[], now: readonly LimitEntry[], allowed: TradingLimits, isCode: boolean): ChangeMatch[] {
  const before = old.filter((entry) => entry.limit === limit);
  const after = now.filter((entry) => entry.limit === limit);
  const unmatched = Map.groupBy(before, toKey);
  const { stayed = [], moved = [] } = Object.groupBy(after, (entry) => (unmatched.get(toKey(entry))?.pop() ? "stayed" : "moved"));
  const left = new Set([...unmatched.values()].flat());
  const gone = before.filter((entry) => left.has(entry));
  return [
    ...stayed.flatMap((entry) => (exceeds(entry, allowed) ? [describeStanding(entry, allowed)] : [])),
    ...moved.flatMap((entry, i) => describeChange(entry, gone[i] ?? null, allowed)),
    ...(isCode && after.length > 0 ? [] : gone.slice(moved.length).map((entry) => describeRemoved(entry, isCode))),
  ];
}

function toKey({ value }: LimitEntry): string {
  return typeof value === "number" ? String(value) : value.map(toSymbol).join();
}

function describeChange(entry: LimitEntry, previous: LimitEntry | null, allowed: TradingLimits): ChangeMatch[] {
  if (previous === null) return exceeds(entry, allowed) ? [at(entry, `${entry.name} is ${say(entry)}; ${sayLimit(entry.limit, allowed)}.`)] : [];
  if (isLooser(entry, previous, allowed))
    return [at(entry, `${entry.name} goes from ${say(previous)} to ${say(entry)}, which is looser; ${sayLimit(entry.limit, allowed)}.`)];
  return exceeds(entry, allowed) ? [describeStanding(entry, allowed)] : [];
}

function describeStanding(entry: LimitEntry, allowed: TradingLimits): ChangeMatch {
  return { ...at(entry, `${entry.name} is ${say(entry)}; ${sayLimit(entry.limit, allowed)}.`), severity: "warn" };
}

function describeRemoved({ name, limit }: LimitEntry, isCode: boolean): ChangeMatch {
  const message = `${name} is gone from this file: what the bot then takes for ${WORDS[limit]} may be much more.`;
  return isCode ? { message, severity: "warn", confidence: "possible" } : { message };
}

/** A limit that the configuration never named: then the defaults in the bot's code hold. */
function describeMissing(old: readonly LimitEntry[], now: readonly LimitEntry[]): ChangeMatch[] {
  const missing = LIMITS.filter((limit) => ![...old, ...now].some((entry) => entry.limit === limit));
  if (missing.length === 0) return [];
  const names = missing.map((limit) => WORDS[limit]).join(", ");
  return [{ message: `Nothing here bounds ${names}: the defaults in the bot's code hold, and they may be higher.`, severity: "warn" }];
}

function at(entry: LimitEntry, message: string): ChangeMatch {
  return { start: entry.start, end: entry.end, reveal: "all", message };
}

function exceeds({ limit, value }: LimitEntry, allowed: TradingLimits): boolean {
  if (typeof value !== "number") return strangers(value, allowed).length > 0;
  return limit !== "pairs" && !(value <= allowed[limit]);
}

/** No number is looser than any: nobody knows what the bot makes of it. */
function isLooser({ value }: LimitEntry, { value: previous }: LimitEntry, allowed: TradingLimits): boolean {
  if (typeof value === "number") return typeof previous !== "number" || Number.isNaN(value) || value > previous;
  return strangers(value, allowed).some((pair) => typeof previous === "number" || !previous.map(toSymbol).includes(toSymbol(pair)));
}

function strangers(pairs: readonly string[], { pairs: allowed }: TradingLimits): string[] {
  const known = new Set(allowed.map(toSymbol));
  return pairs.filter((pair) => !known.has(toSymbol(pair)));
}

function say({ text, value }: LimitEntry): string {
  if (typeof value !== "number") return value.slice(0, 5).join(", ").slice(0, 80) || "empty";
  return value === Number.POSITIVE_INFINITY ? `${text.slice(0, 20)} (no limit)` : Number.isNaN(value) ? "no number" : String(value);
}

function sayLimit(limit: Limit, allowed: TradingLimits): string {
  return limit === "pairs" ? `only ${allowed.pairs.join(", ")} may be traded` : `the limit is ${allowed[limit]} ${WORDS[limit]}`;
}
