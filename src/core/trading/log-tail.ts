import type { LogEncoding, TradingLog } from "../facts/trading.ts";
import { readRecordHead } from "./log-record.ts";
import type { TradingRequest } from "./request.ts";
import { type Clock, createClock } from "./time-zone.ts";

const MAX_LINE = 2000;
/** One FAILED or EXCEPTION line for each position that the bot could not close. */
const FAILED_CLOSE = /\[CLOSE POSITION\] (?:FAILED|EXCEPTION)\b/;
/** Log clocks and this one may differ; and in the hour that daylight saving repeats, the log's clock goes back. */
const SLACK_MS = 2 * 3_600_000;

/** A piece of a log that reaches to its end. */
export interface LogPiece {
  readonly bytes: Uint8Array;
  /** Where the piece begins in the file, in bytes; 0: it is the whole file. */
  readonly offset: number;
  readonly encoding: LogEncoding;
}

/** `enough`: reading further back would add nothing. */
export type LogTail = Pick<TradingLog, "tail" | "failedCloses" | "lastDated"> & { readonly enough: boolean };

/** The encoding that a byte order mark names, or `null`. `head`: the first bytes of the file. */
export function sniffEncoding(head: Uint8Array): LogEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  return null;
}

/** Python on Windows writes cp1252 without saying so: what is no UTF-8 (an unfinished last character aside) is taken for that. */
export function guessEncoding(bytes: Uint8Array): LogEncoding {
  const from = bytes.findIndex((byte) => (byte & 0xc0) !== 0x80);
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(Math.max(0, from)), { stream: true });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/**
 * Physical lines of a piece, oldest first: without line ends, carriage returns and NULs (a crash leaves blocks of them on NTFS). A line that the
 * piece cuts at its beginning is left out; a last one without line end counts.
 */
export function decodeLines({ bytes, offset, encoding }: LogPiece): string[] {
  const odd = encoding.startsWith("utf-16") ? offset % 2 : 0;
  const text = new TextDecoder(encoding).decode(bytes.subarray(odd));
  const lines = text.split("\n");
  if (offset > 0) lines.shift();
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line) => line.replace(/\r$/, "").replaceAll("\0", ""));
}

/**
 * What a piece of a log says. The probe reads the last 64 KiB first and twice as much each time that it is not `enough`, until it has the
 * whole file or reaches its limit.
 */
export function readLogTail(
  piece: LogPiece,
  request: Pick<TradingRequest, "logLines" | "logSince" | "timeZone">,
  clock: Clock = createClock(request.timeZone),
): LogTail {
  const lines = decodeLines(piece);
  const dated = (line: string | undefined): number | null => (line === undefined ? null : (readRecordHead(line, clock)?.time ?? null));
  const first = dated(lines.find((line) => dated(line) !== null));
  return {
    tail: lines.slice(-request.logLines).map(clip),
    failedCloses: lines.filter((line) => FAILED_CLOSE.test(line)).map(clip),
    lastDated: clip(lines.findLast((line) => dated(line) !== null) ?? "") || null,
    enough: piece.offset === 0 || (lines.length >= request.logLines && first !== null && first < request.logSince - SLACK_MS),
  };
}

function clip(line: string): string {
  return line.slice(0, MAX_LINE);
}
