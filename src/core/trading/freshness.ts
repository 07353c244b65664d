import type { EventRow, NewestRow } from "../facts/trading.ts";
import { FUTURE_MS, parseTimestamp } from "./timestamp.ts";

/** The newest time in the database that is not in the future, milliseconds since the epoch, or `null` where no row has one. */
export function findNewest(rows: readonly NewestRow[], now: number): number | null {
  return rows.reduce<number | null>((newest, { time }) => {
    const at = parseTimestamp(time);
    return at === null || at > now + FUTURE_MS || (newest !== null && at <= newest) ? newest : at;
  }, null);
}

export interface Halt {
  /** Milliseconds since the epoch; `null`: its time says nothing, or lies ahead. */
  readonly at: number | null;
}

/** The halts that the bot recorded in the window, newest first, those without a usable time last. */
export function listHalts(rows: readonly EventRow[], now: number, windowHours: number): Halt[] {
  const from = now - windowHours * 3_600_000;
  return rows
    .filter(({ type }) => String(type).trim().toLowerCase() === "trading_halted")
    .map(({ time }) => parseTimestamp(time))
    .map((at) => ({ at: at !== null && at > now + FUTURE_MS ? null : at }))
    .filter(({ at }) => at === null || at >= from)
    .sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
}
