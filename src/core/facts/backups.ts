/** What the probes report of the backups of a database. */
import type { Known } from "./known.ts";

export interface Backup {
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly mtime: number;
  /** The date in its name or in the name of its folder, read as local time; a day without a time counts as its end. `null`: none. */
  readonly named: number | null;
  readonly packing: "none" | "gzip" | "zip" | "7z";
}

/** `opened`: unpacked, and read whole by SQLite. `signature`: only its first bytes. Stays true until the file changes. */
export interface BackupCheck {
  readonly path: string;
  readonly bytes: number;
  readonly mtime: number;
  readonly depth: "signature" | "opened";
  /** Empty: sound, as far as `depth` goes. */
  readonly problems: readonly string[];
}

/** The backups that `databases[].backups` finds for one database, by the names that are in use. */
export interface BackupFacts {
  /** The globs, as configured. */
  readonly patterns: readonly string[];
  /** Newest first, by the older of name and mtime; never more than 2000. */
  readonly backups: readonly Backup[];
  /** Of the newest; `null` where there is none. */
  readonly check: Known<BackupCheck> | null;
}

/** When a backup was made: the older of its name and its mtime, because copying renews the one and renaming the other. */
export function timeOfBackup({ mtime, named }: Pick<Backup, "mtime" | "named">): number {
  return named === null ? mtime : Math.min(named, mtime);
}
