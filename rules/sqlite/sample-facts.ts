/** Facts for the examples of the SQLite rules: a database that is well, and what differs. */
import type { Backup, BackupCheck, BackupFacts } from "../../src/core/facts/backups.ts";
import { type Known, known } from "../../src/core/facts/known.ts";
import type { DatabaseCheck, DatabaseFile, DatabaseHeader, OfDatabase } from "../../src/core/facts/sqlite.ts";

/** 26 November 2025, 12:00 UTC. */
export const now = Date.UTC(2025, 10, 26, 12);
export const HOUR = 3_600_000;
export const PATH = "D:/databases/database.db";

export function of<T>(facts: T, parts: Partial<OfDatabase<T>> = {}): OfDatabase<T>[] {
  return [{ name: PATH, trading: false, facts: known(facts), ...parts }];
}

export function missing<T>(reason = "does not exist"): OfDatabase<T>[] {
  return [{ name: PATH, trading: false, facts: unknownOf(reason) }];
}

function unknownOf<T>(reason: string): Known<T> {
  return { known: false, subject: PATH, reason };
}

/** 40 MB in write-ahead mode, nothing beside it. */
export function file(parts: Partial<DatabaseFile> = {}, header: Partial<DatabaseHeader> = {}): DatabaseFile {
  const sound: DatabaseHeader = { journalMode: "wal", pageSize: 4096, pages: 10_240, freePages: 0, faults: [], ...header };
  return { path: PATH, linked: false, bytes: 10_240 * 4096, format: "sqlite", header: sound, walBytes: 0, journal: false, ...parts };
}

export function check(parts: Partial<DatabaseCheck> = {}): DatabaseCheck {
  return { path: PATH, at: now - HOUR, depth: "quick", problems: [], orphans: {}, ...parts };
}

/** A packed backup of 1 MB, made so many hours ago. */
export function backup(hours: number, parts: Partial<Backup> = {}): Backup {
  const time = now - hours * HOUR;
  const day = new Date(time).toISOString().slice(0, 10).replaceAll("-", "");
  return { path: `D:/databases/backups/database_${day}.db.gz`, bytes: 1 << 20, mtime: time, named: time, packing: "gzip", ...parts };
}

export function backups(list: readonly Backup[], problems: readonly string[] = []): BackupFacts {
  const newest = list[0];
  const look: BackupCheck | null = newest ? { path: newest.path, bytes: newest.bytes, mtime: newest.mtime, depth: "opened", problems } : null;
  return { patterns: ["D:/databases/backups/*"], backups: list, check: look && known(look) };
}
