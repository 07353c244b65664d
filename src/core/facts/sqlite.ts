/** What the probes report of SQLite files, as they were found. Nothing here is judged, and nothing is read from a live file that could not be read without touching it. */
import type { Known } from "./known.ts";

/** One database of the configuration, and what could be found out about it. */
export interface OfDatabase<T> {
  /** As configured: `databases[].path`, or the first of `trading.database`. Options are matched by it. */
  readonly name: string;
  /** It is the database of `trading`. */
  readonly trading: boolean;
  readonly facts: Known<T>;
}

/** `sqlite`: a header in clear text. `random`: bytes without any order, as SQLCipher and SEE leave them. `other`: something else. */
export type DatabaseFormat = "sqlite" | "random" | "other";

export interface DatabaseFile {
  /** Where it really lies. */
  readonly path: string;
  /** The configured path is a link or junction to `path`. */
  readonly linked: boolean;
  readonly bytes: number;
  readonly format: DatabaseFormat;
  /** From the first 100 bytes; `null` unless the format is `sqlite`. */
  readonly header: DatabaseHeader | null;
  /** Size of the write-ahead log beside it; 0 where there is none. */
  readonly walBytes: number;
  /** A rollback journal that was not empty lay beside it: a transaction under way, or one that a crash left behind. */
  readonly journal: boolean;
}

export interface DatabaseHeader {
  readonly journalMode: "wal" | "rollback";
  readonly pageSize: number;
  /** Pages that the header counts; `null` where a writer that does not keep the count wrote last. With a WAL the newest pages are not among them. */
  readonly pages: number | null;
  readonly freePages: number;
  /** What makes no sense in it, in words; empty for a sound header. */
  readonly faults: readonly string[];
}

/** The result of reading a whole copy. Plain values that stay true until the file changes: a caller may keep them and hand them in again. */
export interface DatabaseCheck {
  /** The file that was checked, links followed: by it a caller remembers the result. */
  readonly path: string;
  /** When the copy was made, milliseconds since the epoch. */
  readonly at: number;
  /** `quick` leaves indices unread. */
  readonly depth: "quick" | "full";
  /** What SQLite said, at most 20 lines; empty: sound. */
  readonly problems: readonly string[];
  /** Rows that point to rows which are not there, by table; `null` where that could not be asked. */
  readonly orphans: Readonly<Record<string, number>> | null;
}

/** One rule of retention, as configured. */
export interface RetentionSpec {
  readonly table: string;
  /** The time of a row, for `maxAgeDays`. */
  readonly column?: string | undefined;
  readonly maxAgeDays?: number | undefined;
  /** Begin and end of a row, for `maxHours`. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly maxHours?: number | undefined;
}

/** What was counted for one `RetentionSpec`. */
export interface RetentionCount {
  readonly spec: RetentionSpec;
  readonly counts: Known<{
    /** Rows older than `maxAgeDays`, and the time of the oldest, milliseconds since the epoch. */
    readonly tooOld: number;
    readonly oldest: number | null;
    /** Rows that last longer than `maxHours`, an open one until now; and the longest, in hours. */
    readonly tooLong: number;
    readonly longestHours: number | null;
    /** Rows whose time is no time. */
    readonly unreadable: number;
  }>;
}

export interface PosixPermissions {
  readonly kind: "posix";
  /** Nine bits, of the file and of the folder that it lies in. */
  readonly mode: number;
  readonly folderMode: number;
  /** It belongs to the user who asked, or that is root. */
  readonly own: boolean;
}

/** One entry of a Windows access list. */
export interface AccessEntry {
  /** `S-1-5-…`: names differ from language to language. */
  readonly sid: string;
  readonly allows: boolean;
  readonly inherited: boolean;
  readonly writes: boolean;
}

export interface WindowsPermissions {
  readonly kind: "windows";
  /** The user who asked. */
  readonly me: string;
  /** Entries of the folder above do not reach it. */
  readonly isolated: boolean;
  readonly entries: readonly AccessEntry[];
}

/** `asked` false: only another program could tell, and a commit does not start one. */
export type Permissions = PosixPermissions | WindowsPermissions | { readonly kind: "unasked" };

export interface Encryption {
  readonly format: DatabaseFormat;
  /** The drive or file system below is encrypted as a whole; `null`: only another program could tell, and a commit does not start one. */
  readonly volume: Known<boolean> | null;
}
