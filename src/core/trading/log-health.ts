import { type Known, known, unknown } from "../facts/known.ts";
import type { TradingLog } from "../facts/trading.ts";
import { countErrors, readRecordHead } from "./log-record.ts";
import { type Clock, createClock, createOffsetClock } from "./time-zone.ts";
import { FUTURE_MS } from "./timestamp.ts";

const HOUR = 3_600_000;

export interface LogErrorOptions {
  readonly max: number;
  readonly lines: number;
  readonly maxAgeHours: number;
}

export interface LogHealth {
  readonly errors: number;
  /** Lines that were looked at. */
  readonly lines: number;
  /** When the last record was written, milliseconds since the epoch. */
  readonly lastAt: number;
  readonly ageHours: number;
}

/** Errors in the last physical lines, and how old they are. `timeZone`: the configured one, `null` for the machine's. */
export function readLogHealth(log: TradingLog, now: number, timeZone: string | null, lines: number): Known<LogHealth> {
  const clock = openClock(log, timeZone);
  if (!clock.known) return clock;
  const tail = log.tail.slice(-lines);
  const lastAt = (log.lastDated === null ? null : readRecordHead(log.lastDated, clock.value)?.time) ?? log.mtime;
  return known({ errors: countErrors(tail, clock.value), lines: tail.length, lastAt, ageHours: Math.max(0, now - lastAt) / HOUR });
}

export interface FailedCloses {
  readonly count: number;
  /** Only so much of the log was read that `count` is a lower bound. */
  readonly atLeast: boolean;
}

/** Closes that failed within the window, by the clock of the log. */
export function countFailedCloses(log: TradingLog, now: number, timeZone: string | null, windowHours: number): Known<FailedCloses> {
  const clock = openClock(log, timeZone);
  if (!clock.known) return clock;
  const from = now - windowHours * HOUR;
  const inWindow = log.failedCloses.filter((line) => {
    const at = readRecordHead(line, clock.value)?.time ?? null;
    return at !== null && at >= from && at <= now + FUTURE_MS;
  });
  return known({ count: inWindow.length, atLeast: log.reach === "limit" });
}

function openClock(log: TradingLog, timeZone: string | null): Known<Clock> {
  if (log.offsets) return known(createOffsetClock(log.offsets));
  const name = timeZone ?? log.timeZone;
  try {
    return known(createClock(name));
  } catch {
    return unknown(log.path, `the time zone "${name}" is not known; write one like America/New_York into trading.timeZone`);
  }
}
