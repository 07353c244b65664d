import { type Known, known, unknown } from "../facts/known.ts";
import type { MachineFacts } from "../facts/machine.ts";
import { assessFailures } from "./failures.ts";
import { chooseFills } from "./fills.ts";
import { findNewest, listHalts } from "./freshness.ts";
import { type LogErrorOptions, type LogHealth, readLogHealth } from "./log-health.ts";
import { look, lookInDatabase } from "./look.ts";
import { countUnconfirmedOrders, type FailedOrderOptions, type WaitingOptions } from "./orders.ts";
import { listOpenPositions, type OpenPosition } from "./positions.ts";
import { computeReadiness, type Readiness } from "./readiness.ts";
import { roundToNano } from "./round-trips.ts";
import type { TradingSettings } from "./settings.ts";

/** The options of the trading rules, which set the thresholds beside the numbers. */
export interface TradingRuleOptions {
  readonly failedOrders: FailedOrderOptions;
  readonly logErrors: LogErrorOptions;
  readonly openPnl: { readonly maxLossUsd: number };
  readonly unconfirmedOrders: WaitingOptions;
  readonly halted: { readonly windowHours: number };
}

/** `guard trading status --format json`. Where something is `null`, `unknown` says why; it is never 0. */
export interface TradingStatus {
  readonly schema: "guard.trading/1";
  readonly at: string;
  readonly readiness: Readiness | null;
  readonly validation: ValidationProgress;
  readonly failedOrders: {
    readonly count: number | null;
    readonly database: number | null;
    readonly log: number | null;
    readonly max: number;
    readonly windowHours: number;
  };
  readonly logErrors: {
    readonly path: string | null;
    readonly count: number | null;
    readonly max: number;
    readonly lines: number;
    readonly lastRecordAt: string | null;
  };
  readonly openPositions: {
    readonly positions: readonly OpenPosition[] | null;
    /** Of those whose profit or loss is known; `null` where that is none of them. */
    readonly pnlUsd: number | null;
    readonly maxLossUsd: number;
  };
  readonly unconfirmedOrders: { readonly count: number | null; readonly minutes: number };
  readonly halts: { readonly count: number | null; readonly windowHours: number };
  readonly database: { readonly path: string | null; readonly newestRowAt: string | null };
  readonly limits: TradingSettings["limits"];
  readonly unknown: readonly { readonly part: string; readonly subject: string; readonly reason: string }[];
}

export interface ValidationProgress {
  readonly start: string;
  readonly end: string;
  /** Days that have begun, from 0 before the start to `days`. */
  readonly day: number;
  readonly days: number;
}

/** Everything that is known of the trading bot, each number beside its threshold. Pure: `facts` hold the clock. */
export function toTradingStatus(facts: MachineFacts, settings: TradingSettings, options: TradingRuleOptions): TradingStatus {
  const gaps = new Map<string, { subject: string; reason: string }>();
  /** The value, or `null` and an entry under `unknown`. */
  const take = <T>(part: string, value: Known<T>): T | null => {
    if (value.known) return value.value;
    gaps.set(part, { subject: value.subject, reason: value.reason });
    return null;
  };
  const readiness = take("readiness", assessReadiness(facts, settings));
  const failures = assessFailures(facts, options.failedOrders, settings.timeZone);
  const log = take("logErrors", assessLog(facts, settings, options.logErrors.lines));
  const positions = take("openPositions", lookInDatabase(facts, "positions"));
  const waiting = take("unconfirmedOrders", assessWaiting(facts, options.unconfirmedOrders));
  const events = take("halts", lookInDatabase(facts, "events"));
  const newest = take("database", lookInDatabase(facts, "newest"));
  const open = positions && listOpenPositions(positions.rows);
  return {
    schema: "guard.trading/1",
    at: toIso(facts.now),
    readiness,
    validation: toProgress(settings.validation, facts.now),
    failedOrders: {
      count: failures.count,
      database: take("failedOrders", failures.database)?.count ?? null,
      log: failures.log.known ? failures.log.value.count : null,
      max: options.failedOrders.max,
      windowHours: options.failedOrders.windowHours,
    },
    logErrors: {
      path: facts.tradingLog?.known ? facts.tradingLog.value.path : null,
      count: log?.errors ?? null,
      max: options.logErrors.max,
      lines: options.logErrors.lines,
      lastRecordAt: log && toIso(log.lastAt),
    },
    openPositions: { positions: open, pnlUsd: open && sumKnown(open), maxLossUsd: options.openPnl.maxLossUsd },
    unconfirmedOrders: { count: waiting, minutes: options.unconfirmedOrders.minutes },
    halts: {
      count: events && listHalts(events.rows, facts.now, options.halted.windowHours).filter(({ at }) => at !== null).length,
      windowHours: options.halted.windowHours,
    },
    database: {
      path: facts.tradingDatabase?.known ? facts.tradingDatabase.value.path : null,
      newestRowAt: newest && toIsoOrNull(findNewest(newest.rows, facts.now)),
    },
    limits: settings.limits,
    unknown: [...gaps].map(([part, gap]) => ({ part, ...gap })),
  };
}

/** Unknown where the trades cannot be read, or are more than were read. */
export function assessReadiness(facts: MachineFacts, settings: TradingSettings): Known<Readiness> {
  const source = look(facts.tradingFills, "the trading database");
  if (!source.known) return source;
  const fills = chooseFills(source.value, facts.now);
  if (!fills.known) return unknown(source.value.path, fills.reason);
  if (fills.value.more) return unknown(source.value.path, "it holds more trades than were read");
  return known(computeReadiness(fills.value, settings));
}

function assessLog(facts: MachineFacts, { timeZone }: TradingSettings, lines: number): Known<LogHealth> {
  const log = look(facts.tradingLog, "the trading log");
  return log.known ? readLogHealth(log.value, facts.now, timeZone, lines) : log;
}

function assessWaiting(facts: MachineFacts, options: WaitingOptions): Known<number> {
  const orders = lookInDatabase(facts, "orders");
  if (!orders.known) return orders;
  const settled = lookInDatabase(facts, "settled");
  return known(countUnconfirmedOrders(orders.value, settled.known ? settled.value.rows : [], facts.now, options).count);
}

function sumKnown(positions: readonly OpenPosition[]): number | null {
  const numbers = positions.flatMap(({ pnl }) => (pnl === null ? [] : [pnl]));
  return numbers.length === 0 && positions.length > 0 ? null : roundToNano(numbers.reduce((sum, pnl) => sum + pnl, 0));
}

const DAY = 86_400_000;

function toProgress({ start, end }: TradingSettings["validation"], now: number): ValidationProgress {
  const first = Date.parse(`${start}T00:00:00Z`);
  const days = Math.round((Date.parse(`${end}T00:00:00Z`) - first) / DAY) + 1;
  return { start, end, day: Math.min(days, Math.max(0, Math.floor((now - first) / DAY) + 1)), days };
}

function toIso(at: number): string {
  return new Date(at).toISOString();
}

function toIsoOrNull(at: number | null): string | null {
  return at === null ? null : toIso(at);
}
