import type { ZoneOffset } from "../core/facts/trading.ts";
import { createClock } from "../core/trading/time-zone.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Between two looks no zone changes its offset and changes it back. */
const STEP_MS = 20 * DAY_MS;

/**
 * The offsets of a zone in the two years before `now` and the year behind it. `Date` knows the zone in `TZ` ten times faster than `Intl` knows any,
 * and this process is ours. An empty name: the machine's own zone, which has none that could be had cheaply. Throws `RangeError` where there is no such zone.
 */
export function listOffsets(timeZone: string, now: number): ZoneOffset[] {
  const [from, to] = [now - 730 * DAY_MS, now + 365 * DAY_MS];
  if (timeZone === "") return findChanges(from, to);
  const before = process.env.TZ;
  process.env.TZ = timeZone;
  try {
    const offsets = findChanges(from, to);
    // A name that does not exist is taken for UTC without a word
    if (offsets.every(({ offset }) => offset === 0)) createClock(timeZone);
    return offsets;
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

function findChanges(start: number, end: number): ZoneOffset[] {
  const offsets: ZoneOffset[] = [{ from: start, offset: offsetAt(start) }];
  for (let at = start; at < end; at += STEP_MS) {
    const offset = offsetAt(at + STEP_MS);
    if (offset !== offsetAt(at)) offsets.push({ from: findChange(at, at + STEP_MS, offset), offset });
  }
  return offsets;
}

/** The first minute from which `offset` holds. */
function findChange(before: number, after: number, offset: number): number {
  let [low, high] = [Math.floor(before / MINUTE_MS), Math.ceil(after / MINUTE_MS)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * MINUTE_MS) === offset) high = middle;
    else low = middle;
  }
  return high * MINUTE_MS;
}

function offsetAt(time: number): number {
  return (0 - new Date(time).getTimezoneOffset()) * MINUTE_MS;
}
