import type { Fills } from "./fills.ts";
import { type RoundTrip, roundToNano, toRoundTrips } from "./round-trips.ts";
import type { TradingSettings } from "./settings.ts";

export type ReadinessStatus = "READY TO SCALE" | "NOT READY" | "INSUFFICIENT DATA";

export interface Criterion {
  readonly name: "trades" | "winRatePercent" | "expectancyUsd" | "maxDrawdownPercent";
  /** `null`: without a trade there is none. */
  readonly value: number | null;
  readonly needed: number;
  /** `at least`, `more than` or `less than` what is needed. */
  readonly relation: "at least" | "more than" | "less than";
  readonly met: boolean;
}

export interface Readiness {
  readonly status: ReadinessStatus;
  readonly criteria: readonly Criterion[];
  /** Completed round trips since the validation began: one per closing order. */
  readonly trades: number;
  /** Of the win rate, in percent (Wilson, 95 %): how little so few trades prove. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly wins: number;
  readonly losses: number;
  readonly breakEven: number;
  readonly netUsd: number;
  readonly feesUsd: number;
  readonly maxDrawdownUsd: number;
  readonly source: Fills["source"];
  /** What the numbers leave out or guess. */
  readonly doubts: { readonly estimatedFees: number; readonly unmatchedSells: number; readonly skippedRows: number; readonly futureRows: number };
}

const NEEDED_TRADES = 50;
const NEEDED_WIN_RATE = 52;
const NEEDED_EXPECTANCY = 0.01;
const DRAWDOWN_BOUND = 30;

/**
 * S4:228-242. Purchases before the validation count as lots, results only from its start on. 52.0 percent is enough; one cent and
 * 30.0 percent are not.
 */
export function computeReadiness(fills: Fills, settings: Pick<TradingSettings, "startBalanceUsd" | "validation">): Readiness {
  const start = Date.parse(`${settings.validation.start}T00:00:00Z`);
  const { trips: all, unmatchedSells } = toRoundTrips(fills.fills);
  const trips = all.filter(({ closedAt }) => !(closedAt < start));
  const [wins, losses] = [trips.filter(({ pnl }) => pnl > 0).length, trips.filter(({ pnl }) => pnl < 0).length];
  const drawdown = findDrawdown(trips, settings.startBalanceUsd);
  const netUsd = sum(trips.map(({ pnl }) => pnl));
  const criteria = toCriteria(trips.length, wins, netUsd, drawdown.percent);
  return {
    status: toStatus(criteria),
    criteria,
    trades: trips.length,
    interval: trips.length === 0 ? null : toWilsonInterval(wins, trips.length),
    wins,
    losses,
    breakEven: trips.length - wins - losses,
    netUsd,
    feesUsd: sum(trips.map(({ feesUsd }) => feesUsd)),
    maxDrawdownUsd: drawdown.usd,
    source: fills.source,
    doubts: {
      estimatedFees: fills.fills.filter(({ feeIsEstimated }) => feeIsEstimated).length,
      unmatchedSells,
      skippedRows: fills.skipped,
      futureRows: fills.future,
    },
  };
}

function toCriteria(trades: number, wins: number, netUsd: number, drawdown: number): Criterion[] {
  const expectancy = trades === 0 ? null : roundToNano(netUsd / trades);
  return [
    { name: "trades", value: trades, needed: NEEDED_TRADES, relation: "at least", met: trades >= NEEDED_TRADES },
    {
      name: "winRatePercent",
      value: trades === 0 ? null : roundToNano((100 * wins) / trades),
      needed: NEEDED_WIN_RATE,
      relation: "at least",
      met: trades > 0 && 100 * wins >= NEEDED_WIN_RATE * trades,
    },
    { name: "expectancyUsd", value: expectancy, needed: NEEDED_EXPECTANCY, relation: "more than", met: expectancy !== null && expectancy > NEEDED_EXPECTANCY },
    {
      name: "maxDrawdownPercent",
      value: trades === 0 ? null : drawdown,
      needed: DRAWDOWN_BOUND,
      relation: "less than",
      met: trades > 0 && drawdown < DRAWDOWN_BOUND,
    },
  ];
}

function toStatus(criteria: readonly Criterion[]): ReadinessStatus {
  if (!criteria[0]?.met) return "INSUFFICIENT DATA";
  return criteria.every(({ met }) => met) ? "READY TO SCALE" : "NOT READY";
}

/** The deepest fall from a peak of the start balance plus what was earned since. Deposits and prices have no part in it. */
function findDrawdown(trips: readonly RoundTrip[], startBalanceUsd: number): { usd: number; percent: number } {
  let [equity, peak, usd, percent] = [startBalanceUsd, startBalanceUsd, 0, 0];
  for (const { pnl } of trips) {
    equity = roundToNano(equity + pnl);
    peak = Math.max(peak, equity);
    usd = Math.max(usd, peak - equity);
    percent = Math.max(percent, (100 * (peak - equity)) / peak);
  }
  return { usd: roundToNano(usd), percent: roundToNano(percent) };
}

/** Wilson's score interval at 95 %, in percent to two digits: 26 wins of 50 give 38.51 to 65.20. */
export function toWilsonInterval(wins: number, trades: number): { low: number; high: number } {
  const z = 1.959964;
  const rate = wins / trades;
  const middle = rate + (z * z) / (2 * trades);
  const spread = z * Math.sqrt((rate * (1 - rate)) / trades + (z * z) / (4 * trades * trades));
  const scale = 1 + (z * z) / trades;
  const toPercent = (share: number): number => Math.round(share * 1e4) / 100;
  return { low: toPercent((middle - spread) / scale), high: toPercent((middle + spread) / scale) };
}

function sum(numbers: readonly number[]): number {
  return roundToNano(numbers.reduce((total, number) => total + number, 0));
}
