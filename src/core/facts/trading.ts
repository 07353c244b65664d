/**
 * What the probes report of a trading bot, as it was found. Nothing here is judged: which row failed, what a time means and whether a
 * number is too high is decided in `core/trading`, which also writes the SQL (`queries.ts`) and reads the end of a log (`log-tail.ts`).
 */
import type { Known } from "./known.ts";

/** A value as SQLite gave it, blobs as `null`. Columns declared TIMESTAMP have NUMERIC affinity, so a time may arrive as text, seconds, or nanoseconds. */
export type Cell = string | number | null;

/** Rows of a bounded query. `more`: the bound cut it, so every count made from it is a lower bound. */
export interface Sample<Row> {
  readonly rows: readonly Row[];
  readonly more: boolean;
}

/** Ordinary tables with the names of their columns, all in lower case. Views are left out: selecting from one can run for ever. */
export type Schema = Readonly<Record<string, readonly string[]>>;

/** An order in or near the window that may have failed (`suspect` 1) or that still waits for the exchange (`suspect` 0); at most 5000 of either kind. */
export interface OrderRow {
  readonly suspect: number;
  readonly status: Cell;
  readonly time: Cell;
  readonly orderId: Cell;
  /** JSON as the bot wrote it, clipped; only of suspects. */
  readonly metadata: Cell;
}

export interface PositionRow {
  readonly id: Cell;
  readonly pair: Cell;
  readonly side: Cell;
  readonly status: Cell;
  readonly closedAt: Cell;
  readonly entryPrice: Cell;
  readonly currentPrice: Cell;
  readonly volume: Cell;
  /** The first of the columns `unrealized_pnl`, `unrealised_pnl`, `pnl` that has a value. */
  readonly pnl: Cell;
}

export interface EventRow {
  readonly type: Cell;
  readonly severity: Cell;
  readonly message: Cell;
  readonly time: Cell;
}

/** A time found in one of the last rows of a table. */
export interface NewestRow {
  readonly table: string;
  readonly time: Cell;
}

/** One trade as the exchange reported it (`executions`) or as the bot wrote it down (`trades`). */
export interface FillRow {
  readonly id: Cell;
  readonly orderId: Cell;
  readonly symbol: Cell;
  readonly side: Cell;
  readonly volume: Cell;
  readonly price: Cell;
  /** USD; `null`: not known. */
  readonly fee: Cell;
  readonly time: Cell;
}

/** The database that was found, and of each question its answer or why there is none ("no table orders"). */
export interface TradingDatabase {
  /** As configured. */
  readonly path: string;
  /** Where it really lies, if a link or junction stood in between. */
  readonly realPath: string;
  readonly orders: Known<Sample<OrderRow>>;
  /** Ids of orders that the exchange finished or traded on, as far as they matter for `orders`. */
  readonly settled: Known<Sample<{ readonly orderId: Cell }>>;
  readonly positions: Known<Sample<PositionRow>>;
  readonly events: Known<Sample<EventRow>>;
  readonly newest: Known<Sample<NewestRow>>;
}

/** The trades ever made, for readiness; asked by `guard trading status` and `guard status`, never by a commit. */
export interface TradingFills {
  readonly path: string;
  readonly executions: Known<Sample<FillRow>>;
  readonly trades: Known<Sample<FillRow>>;
}

export type LogEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** The log that was written to last, among those that the configured globs match. */
export interface TradingLog {
  readonly path: string;
  /** The other logs that matched, newest first. */
  readonly others: readonly string[];
  /** When it was written to last, milliseconds since the epoch. */
  readonly mtime: number;
  readonly bytes: number;
  readonly encoding: LogEncoding;
  /** Its last physical lines, oldest first, without line ends, each clipped; as many as were asked for, fewer where the log is shorter. */
  readonly tail: readonly string[];
  /** Lines that say that a position could not be closed, oldest first, as far back as `reach` says; those of the tail included. */
  readonly failedCloses: readonly string[];
  /** The last line in reach that begins with a date, or `null` where none does. */
  readonly lastDated: string | null;
  /** How far back `failedCloses` were looked for: past the window, to the start of the file, or to the limit of bytes (then they are a lower bound). */
  readonly reach: "window" | "start" | "limit";
  /** What its naive dates mean: the configured time zone, an IANA name; empty: the machine's own, and then the offsets are there. */
  readonly timeZone: string;
  /** The same as numbers, where the probe had them: `Intl` needs 15 ms for its first answer. */
  readonly offsets?: readonly ZoneOffset[];
}

/** What the wall clock of a zone was ahead of UTC from a moment on, both in milliseconds. In order; the first holds for all time before it too. */
export interface ZoneOffset {
  readonly from: number;
  readonly offset: number;
}

/** One entry of `trading.criticalFiles`. */
export interface CriticalFile {
  /** As configured, such as `{,src/}config.py`. */
  readonly pattern: string;
  /** Paths below the root that were tried, in order. */
  readonly candidates: readonly string[];
  /** The first candidate that is there, or `null`. */
  readonly found: string | null;
  readonly kind: "file" | "folder" | "other" | null;
  /** Size of what was found. */
  readonly bytes: number;
  /** Nothing was found, and git ignores every candidate: a file that only a running bot writes. */
  readonly ignored: boolean;
}

/** A `nonce_state*.json` of the root. */
export interface NonceFile {
  /** Relative to the root. */
  readonly path: string;
  /** Its first 4096 characters, UTF-8, without a BOM; `null`: it could not be read. */
  readonly text: string | null;
  /** The same file in HEAD; `null`: not tracked, or there is no HEAD. */
  readonly committed: string | null;
}

export interface TradingFiles {
  /** The alternative of `trading.root` that is there. */
  readonly root: string;
  readonly files: readonly CriticalFile[];
  readonly nonces: readonly NonceFile[];
  /** Whether any of the configured databases is there (not empty). Without one this is a fresh clone or a worktree, in which no bot has run. */
  readonly hasDatabase: boolean;
}
