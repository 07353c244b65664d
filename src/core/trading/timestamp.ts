import type { Cell } from "../facts/trading.ts";

/** Reads a wall-clock reading (as if UTC) as the real time: the identity for columns in UTC, `Clock.toUtc` for local ones. */
export type ReadNaive = (wall: number) => number;

/** More than five minutes ahead: a clock that runs wrong, or a time in another zone. Reported, never counted. */
export const FUTURE_MS = 300_000;

// 2025-10-13 06:20:09, 2025-10-13T06:20:09.601033Z, 2025-10-13 02:20:12,316, 2025-10-13T02:20:12-04:00, 2025-10-13
const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?(?: ?(Z|[+-]\d\d(?::?\d\d)?))?$/i;
const EPOCH = /^\d{9,19}(?:\.\d+)?$/;

/**
 * A time as SQLite or a log gave it, in milliseconds since the epoch, or `null` where it says none. Dates with or without zone, epochs in
 * seconds, milliseconds, microseconds or nanoseconds, as numbers or as text. CURRENT_TIMESTAMP is UTC, so that is what a naive date means by default.
 */
export function parseTimestamp(cell: Cell, readNaive: ReadNaive = (wall) => wall): number | null {
  if (cell === null) return null;
  if (typeof cell === "number") return toMilliseconds(cell);
  const text = cell.trim();
  if (EPOCH.test(text)) return toMilliseconds(Number(text));
  const match = DATE.exec(text);
  if (!match) return null;
  const wall = toWall(match);
  if (wall === null) return null;
  const zone = match[8];
  return zone ? wall - zoneOffset(zone) : readNaive(wall);
}

/** Units are told apart by size: seconds run to 1e11 (the year 5138). Before 1973 lies no trade, only zeros and counters. */
function toMilliseconds(epoch: number): number | null {
  if (!Number.isFinite(epoch) || epoch < 1e8) return null;
  if (epoch < 1e11) return epoch * 1e3;
  if (epoch < 1e14) return epoch;
  return epoch < 1e17 ? epoch / 1e3 : epoch / 1e6;
}

function toWall([, year, month, day, hour = "0", minute = "0", second = "0", fraction = ""]: RegExpExecArray): number | null {
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const back = new Date(wall);
  // Date.UTC rolls 31 February over into March: such a time is none.
  const isReal =
    back.getUTCMonth() === Number(month) - 1 && back.getUTCDate() === Number(day) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  return isReal ? wall + Number(`0.${fraction || 0}`) * 1e3 : null;
}

/** `Z`, `+02`, `-0400`, `+05:30` in milliseconds. */
function zoneOffset(zone: string): number {
  if (/^z$/i.test(zone)) return 0;
  const sign = zone.startsWith("-") ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(":", "") || 0)) * 60_000;
}
