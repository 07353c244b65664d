import { SHARED_KERNEL } from "./kernel/bytes.ts";

/** What a file is by its bytes, whatever it is called. */
export type FileKind =
  | "sqlite"
  | "duckdb"
  | "access"
  | "leveldb"
  | "lmdb"
  | "dump"
  | "parquet"
  | "arrow"
  | "hdf5"
  | "numpy"
  | "pickle"
  | "log"
  | "table"
  | "json lines";

export interface FileContent {
  readonly kind: FileKind;
  /** Of a very large file those of its first piece. */
  readonly bytes: number;
  /** It stands packed by gzip. */
  readonly isPacked: boolean;
}

/** A beginning that no other format has: where it stands, and its bytes as latin1. */
type Magic = readonly [at: number, bytes: string, kind: FileKind];

const magics: readonly Magic[] = [
  [0, "SQLite format 3\0", "sqlite"],
  [8, "DUCK", "duckdb"],
  [4, "Standard Jet DB\0", "access"],
  [4, "Standard ACE DB\0", "access"],
  // The meta page: a page header of 16 bytes, then 0xBEEFC0DE and version 1 (lmdb, mdb.c)
  [16, "\xde\xc0\xef\xbe\x01\0\0\0", "lmdb"],
  [0, "PGDMP", "dump"],
  [0, "PAR1", "parquet"],
  [0, "ARROW1\0\0", "arrow"],
  [0, "FEA1", "arrow"],
  [0, "\x89HDF\r\n\x1a\n", "hdf5"],
  [0, "\x93NUMPY", "numpy"],
];
/** Bytes that `magics` look at. */
const HEAD_BYTES = 64;
/** Ends of the tables of LevelDB and of RocksDB. */
const tableEnds = ["\x57\xfb\x80\x8b\x24\x75\x47\xdb", "\xf7\xcf\xf4\x85\xb7\x41\xe2\x88"];
/** How the dumps of SQLite, MySQL, MariaDB and PostgreSQL begin. */
const dump = /^(?:PRAGMA foreign_keys=OFF;|(?:\/\*.{0,80}\*\/;?\s*)?-- (?:MySQL|MariaDB) dump |--\s+-- PostgreSQL database (?:cluster )?dump)/;

/** Names of text that may be data: a log or a table may be called anything, but not like a source. */
const maybeData = /(?:^|\/)[^./]+$|\.(?:log|out|err|trace|txt|text|dat|data|csv|tsv|psv|jsonl|ndjson|bak|old|\d+)$/i;

/** What the bytes of a file, or of its first piece, are; `null` where they are nothing of this kind. Of a source it looks at twenty-four bytes. */
export function recogniseContent(path: string, bytes: Uint8Array, length: number): FileContent | null {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b ? unpackHead(bytes.subarray(0, length)) : null;
  const kind = packed ? kindOfPacked(packed) : (kindOfBinary(bytes, length) ?? (maybeData.test(path) ? kindOfText(path, bytes, length) : null));
  return kind && { kind, bytes: length, isPacked: packed !== null };
}

function kindOfBinary(bytes: Uint8Array, length: number): FileKind | null {
  if (!holdsNoText(bytes.subarray(0, Math.min(length, 24)))) return null;
  const head = latin1(bytes, 0, Math.min(length, HEAD_BYTES));
  const found = magics.find(([at, magic]) => head.startsWith(magic, at));
  if (found) return found[2];
  if (/^PK\x03\x04.{26,56}\.npy/s.test(head)) return "numpy";
  if (isPickle(head, bytes[length - 1])) return "pickle";
  return tableEnds.includes(latin1(bytes, Math.max(0, length - 8), length)) ? "leveldb" : null;
}

/** In every format one of the first bytes is a control character or none of ASCII. */
function holdsNoText(head: Uint8Array): boolean {
  return head.some((byte) => byte < 9 || byte > 126 || (byte > 13 && byte < 32));
}

/** `\x80 PROTOCOL`, since protocol 4 a frame of so many bytes, before that an opcode; the last one is a full stop. */
function isPickle(head: string, last: number | undefined): boolean {
  return /^\x80(?:[\x04\x05]\x95.{4}\0{4}|[\x02\x03][\]})(cXKMJ\x8a\x8c])/s.test(head) && last === 0x2e;
}

function kindOfPacked(head: Uint8Array): FileKind | null {
  return kindOfBinary(head, head.length) ?? (dump.test(latin1(head, 0, 256)) ? "dump" : null);
}

/** The lines of a text that are looked at. */
const MOST_LINES = 64;
const FEWEST_LINES = 16;
/** `2026-11-30 15:24:31`, `[30/Nov/2026:15:24:31`, `Nov 30 15:24:31`, `15:24:31.123`, `1764516271`, each perhaps behind a level */
const timestamp =
  /^[[(<"]?(?:(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRITICAL|FATAL)[\]):|]?\s+[[(]?)?(?:\d{4}[-/.]\d\d[-/.]\d\d[T ,_]+\d\d:\d\d|\d\d[-/.]\d\d[-/.]\d{4}[T ,]+\d\d:\d\d|\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d\d:\d\d:\d\d[.,]\d{3}|\S+ \S+ \S+ \[\d\d\/[A-Z][a-z]{2}\/\d{4}:)/;
/** Below that a table may well be part of a program. */
export const LARGE_BYTES = 1 << 20;

function kindOfText(path: string, bytes: Uint8Array, length: number): FileKind | null {
  const lines = latin1(bytes, 0, Math.min(length, 16_384)).split(/\r?\n/).slice(0, -1).slice(0, MOST_LINES);
  if (lines.length < FEWEST_LINES) return null;
  // Rows of a table often begin with a time as well.
  if (!/\.[ctp]sv$/i.test(path) && lines.filter((line) => timestamp.test(line)).length >= 0.75 * lines.length) return "log";
  if (length < LARGE_BYTES) return null;
  if (lines.every((line) => /^\{.*\}$/.test(line))) return "json lines";
  return [",", "\t", ";", "|"].some((sign) => isTable(lines, sign)) ? "table" : null;
}

/** Every line has as many fields as the first, three at least; quoted signs are none. */
function isTable(lines: readonly string[], sign: string): boolean {
  const counts = lines.map((line) => line.replace(/"[^"]*"/g, "").split(sign).length);
  return (counts[0] ?? 0) >= 3 && counts.every((count) => count === counts[0]);
}

/** Flags of a gzip member: what stands between its header and its data (RFC 1952, 2.3). */
const [HEADER_CRC, EXTRA, NAME, COMMENT] = [2, 4, 8, 16];

/** The first bytes of what gzip has packed, zeros behind them where there are fewer; `null` where they cannot be had. */
function unpackHead(bytes: Uint8Array): Uint8Array | null {
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & EXTRA) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  for (const flag of [NAME, COMMENT]) if (flags & flag) at = bytes.indexOf(0, at) + 1;
  if (flags & HEADER_CRC) at += 2;
  return at < 10 ? null : (SHARED_KERNEL?.inflateHead(bytes.subarray(at, at + 65_536), 65_536) ?? null);
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.max(0, Math.min(end, bytes.length) - start)).toString("latin1");
}
