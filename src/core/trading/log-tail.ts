import type { LogEncoding, TradingLog } from "../facts/trading.ts";
import { readRecordHead } from "./log-record.ts";
import type { TradingRequest } from "./request.ts";
import type { Clock } from "./time-zone.ts";

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

export type LogTail = Pick<TradingLog, "tail" | "failedCloses" | "lastDated">;

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
  return /[\r\0]/.test(text) ? lines.map((line) => line.replace(/\r$/, "").replaceAll("\0", "")) : lines;
}

/** Of a piece's beginning, bytes: its first line with a date stands there, unless one record is as long. */
const HEAD_BYTES = 8 << 10;

/** Whether a piece reaches so far back that reading more would add nothing. Looks at its beginning only, and counts the lines. */
export function isEnough(piece: LogPiece, { logLines, logSince }: Pick<TradingRequest, "logLines" | "logSince">, clock: Clock): boolean {
  if (piece.offset === 0) return true;
  const head = decodeLines({ ...piece, bytes: piece.bytes.subarray(0, HEAD_BYTES) });
  const first = head.find((line) => readTime(line, clock) !== null);
  return first !== undefined && (readTime(first, clock) ?? logSince) < logSince - SLACK_MS && hasLines(piece, logLines);
}

/** UTF-16 has bytes of a line feed in other characters. */
function hasLines(piece: LogPiece, wanted: number): boolean {
  if (piece.encoding.startsWith("utf-16")) return decodeLines(piece).length >= wanted;
  let ends = 0;
  for (let at = piece.bytes.length - 1; at >= 0 && ends <= wanted; at--) if (piece.bytes[at] === 0x0a) ends++;
  return ends > wanted;
}

/** What a piece of a log says. `clock`: that of the log. */
export function readLogTail(piece: LogPiece, { logLines }: Pick<TradingRequest, "logLines">, clock: Clock): LogTail {
  const lines = decodeLines(piece);
  return {
    tail: lines.slice(-logLines).map(clip),
    failedCloses: lines.filter((line) => FAILED_CLOSE.test(line)).map(clip),
    lastDated: clip(lines.findLast((line) => readTime(line, clock) !== null) ?? "") || null,
  };
}

function readTime(line: string, clock: Clock): number | null {
  return readRecordHead(line, clock)?.time ?? null;
}

function clip(line: string): string {
  return line.slice(0, MAX_LINE);
}
