import type { Clock } from "./time-zone.ts";
import { parseTimestamp } from "./timestamp.ts";

/** What the first line of a log record says of it. */
export interface RecordHead {
  /** Milliseconds since the epoch, or `null` where the line has no date. */
  readonly time: number | null;
  /** In capitals, or `null` where the format has none. */
  readonly level: string | null;
  readonly message: string;
}

const LEVEL = "(?:DEBUG|INFO|WARNING|WARN|ERROR|CRITICAL|FATAL)";
// 2025-10-13 02:20:42,316 or 2025-10-13T06:20:09.601Z
const DATED = /^(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)(?=[ \t[])/;
//  - trading_engine - ERROR - message      - ERROR - message
const LEVELLED = new RegExp(`^[ \\t]+-[ \\t]+(?:\\S+[ \\t]+-[ \\t]+)?(${LEVEL})[ \\t]+-[ \\t]`);
//  [ERROR] message
const BRACKETED = new RegExp(`^[ \\t]*\\[(${LEVEL})\\]`, "i");
// ERROR: message
const BARE = new RegExp(`^(${LEVEL}):[ \\t]`);
//  - message
const PLAIN = /^[ \t]+-[ \t]+/;

/** The head of a record, or `null` for a line that continues one: a line of a traceback, a second line of a message. */
export function readRecordHead(line: string, clock: Clock): RecordHead | null {
  const date = DATED.exec(line)?.[1];
  if (date === undefined) {
    const bare = BARE.exec(line);
    return bare ? { time: null, level: bare[1] ?? null, message: line.slice(bare[0].length) } : null;
  }
  const time = parseTimestamp(date, (wall) => clock.toUtc(wall));
  if (time === null) return null;
  const rest = line.slice(date.length);
  const levelled = LEVELLED.exec(rest) ?? BRACKETED.exec(rest);
  const start = levelled ?? PLAIN.exec(rest);
  return { time, level: levelled?.[1]?.toUpperCase() ?? null, message: rest.slice(start?.[0].length ?? 0).trimStart() };
}

const ERROR_LEVELS = new Set(["ERROR", "CRITICAL", "FATAL"]);

/** A format without levels names its errors in words. */
function isError({ level, message }: RecordHead): boolean {
  return level === null ? /^\W{0,8}Order (?:failed|error):/.test(message) : ERROR_LEVELS.has(level);
}

/** Records of the tail that are errors, each counted once at its head; what a traceback says is part of its record. */
export function countErrors(tail: readonly string[], clock: Clock): number {
  let errors = 0;
  let inTraceback = false;
  for (const line of tail) {
    const head = readRecordHead(line, clock);
    if (head && (head.time !== null || !inTraceback)) {
      inTraceback = false;
      if (isError(head)) errors++;
    } else if (line.startsWith("Traceback (most recent call last)")) inTraceback = true;
    // Frames are indented; the first line that is not names the exception and ends it, unless another one is chained to it.
    else if (inTraceback && !/^(?:\s|$|During handling of|The above exception)/.test(line)) inTraceback = false;
  }
  return errors;
}
