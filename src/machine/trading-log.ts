import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { type Known, known, unknown } from "../core/facts/known.ts";
import type { TradingLog, ZoneOffset } from "../core/facts/trading.ts";
import { guessEncoding, isEnough, readLogTail, sniffEncoding } from "../core/trading/log-tail.ts";
import type { TradingRequest } from "../core/trading/request.ts";
import { createOffsetClock } from "../core/trading/time-zone.ts";
import { codeOf } from "./find-file.ts";
import { type GlobbedFile, globFiles } from "./glob-files.ts";
import type { Places } from "./places.ts";
import { listOffsets } from "./zone-offsets.ts";

const FIRST_BYTES = 64 << 10;
/** A log may be cut short or moved away while it is read; then it is read anew. */
const TRIES = 3;

/** Reads the end of the log that was written to last, backwards and as far as the request needs, at most `maxBytes`. */
export function readTradingLog(patterns: readonly string[], places: Places, request: TradingRequest, maxBytes: number): Known<TradingLog> {
  const subject = patterns.join(", ");
  const offsets = offsetsOf(request);
  if (offsets === null) return unknown(subject, `the time zone "${request.timeZone}" is not known; write one like America/New_York into trading.timeZone`);
  for (let tries = 0; tries < TRIES; tries++) {
    const { files, others } = globFiles(patterns, places);
    const [newest, ...rest] = files.toSorted((a, b) => b.mtime - a.mtime || (a.path < b.path ? -1 : 1));
    if (!newest) return unknown(subject, others[0] ?? "no log is there");
    try {
      const read = readEnd(newest, request, offsets, maxBytes);
      if (!read) continue;
      const isCut = read.reach === "limit" && read.tail.length < request.logLines;
      return isCut ? unknown(newest.path, describeCut(read, request, maxBytes)) : known({ ...read, others: rest.map(({ path }) => path) });
    } catch (error) {
      return unknown(newest.path, `cannot be read (${codeOf(error)})`);
    }
  }
  return unknown(subject, "was rotated each time that it was read");
}

/** What cannot be seen is not free of errors. */
function describeCut({ tail }: Pick<TradingLog, "tail">, { logLines }: TradingRequest, maxBytes: number): string {
  return `ends in lines so long that its last ${Math.round(maxBytes / 1e6)} MB hold ${tail.length} of the ${logLines} to look at`;
}

/** `null` where the log was rotated or cut meanwhile. */
function readEnd({ path }: GlobbedFile, request: TradingRequest, offsets: readonly ZoneOffset[], maxBytes: number): Omit<TradingLog, "others"> | null {
  const clock = createOffsetClock(offsets);
  const descriptor = openSync(path, "r");
  try {
    const { size, mtimeMs, ino } = fstatSync(descriptor);
    const head = Buffer.alloc(4);
    const mark = sniffEncoding(head.subarray(0, readSync(descriptor, head, 0, head.length, 0)));
    for (let length = FIRST_BYTES; ; length *= 4) {
      const offset = Math.max(0, size - Math.min(length, maxBytes));
      const bytes = readPiece(descriptor, offset, size);
      if (!bytes || statSync(path, { throwIfNoEntry: false })?.ino !== ino) return null;
      // Without a mark it may be another one, in which dates and line ends are the same bytes
      const piece = { bytes, offset, encoding: mark ?? "utf-8" } as const;
      const enough = isEnough(piece, request, clock);
      if (!enough && length < maxBytes) continue;
      const encoding = mark ?? guessEncoding(bytes);
      return {
        path,
        mtime: mtimeMs,
        bytes: size,
        encoding,
        ...readLogTail({ ...piece, encoding }, request, clock),
        reach: nameReach(offset, enough),
        timeZone: request.timeZone,
        offsets,
      };
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The bytes from `offset` up to the size that the log had when it was opened; `null` where it has become shorter. */
function readPiece(descriptor: number, offset: number, size: number): Buffer | null {
  const bytes = Buffer.alloc(size - offset);
  for (let read = 0; read < bytes.length; ) {
    const count = readSync(descriptor, bytes, read, bytes.length - read, offset + read);
    if (count === 0) return null;
    read += count;
  }
  return bytes;
}

function nameReach(offset: number, enough: boolean): TradingLog["reach"] {
  if (offset === 0) return "start";
  return enough ? "window" : "limit";
}

function offsetsOf({ timeZone, now }: TradingRequest): readonly ZoneOffset[] | null {
  try {
    return listOffsets(timeZone, now);
  } catch {
    return null;
  }
}
