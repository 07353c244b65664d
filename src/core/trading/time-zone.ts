import type { ZoneOffset } from "../facts/trading.ts";

/** Turns wall-clock time of one zone into the time that it really was. */
export interface Clock {
  /** `wall`: milliseconds of the wall-clock reading taken as if it were UTC. Of an hour that comes twice, the first. */
  toUtc(wall: number): number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Throws `RangeError` where the zone is none. Its rules are those of the runtime (`Intl`). */
export function createClock(timeZone: string): Clock {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const offsets = new Map<number, number>();
  const readOffset = (utc: number): number => {
    const parts = Object.fromEntries(format.formatToParts(utc).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - utc;
  };
  /** What the wall clock is ahead of UTC. Offsets change on quarters of an hour, so one answer holds for that long. */
  const offsetAt = (utc: number): number => {
    const quarter = Math.floor(utc / (15 * MINUTE)) * 15 * MINUTE;
    const cached = offsets.get(quarter);
    if (cached !== undefined) return cached;
    const offset = readOffset(quarter);
    offsets.set(quarter, offset);
    return offset;
  };
  return {
    toUtc(wall) {
      // The offsets of a day before and after are the only two in question; the earlier one reads a repeated hour as its first pass.
      for (const offset of [offsetAt(wall - DAY), offsetAt(wall + DAY)]) if (offsetAt(wall - offset) === offset) return wall - offset;
      return wall - offsetAt(wall + DAY);
    },
  };
}

/** The clock of a zone whose offsets are known (at least one). */
export function createOffsetClock(offsets: readonly ZoneOffset[]): Clock {
  const last = offsets.at(-1)?.offset ?? 0;
  return {
    toUtc(wall) {
      // The period that the reading falls into, the earlier one where an hour comes twice; in an hour that never was, the later one.
      const index = offsets.findIndex(({ offset }, i) => wall - offset < (offsets[i + 1]?.from ?? Number.POSITIVE_INFINITY));
      return wall - (offsets[index]?.offset ?? last);
    },
  };
}
