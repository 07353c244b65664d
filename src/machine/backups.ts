import { realpathSync } from "node:fs";
import { type Backup, type BackupCheck, type BackupFacts, timeOfBackup } from "../core/facts/backups.ts";
import { type Known, known, unknown } from "../core/facts/known.ts";
import { readBackupName } from "./backup-names.ts";
import { codeOf } from "./find-file.ts";
import { type GlobbedFile, globFiles } from "./glob-files.ts";
import type { ReadingRoom } from "./open-database.ts";
import { type Places, toLocalPath } from "./places.ts";

const MAX_BACKUPS = 2000;

/** What is wanted to be known of the backups of one database. */
export interface BackupQuestion {
  /** Names of the database, as configured. */
  readonly database: readonly string[];
  readonly patterns: readonly string[];
  /** Results that still hold for a file that has not changed. */
  readonly remembered: readonly BackupCheck[];
  /** Unpacked, a backup that is larger only has its first bytes looked at. */
  readonly maxBytes: number;
}

/** Lists the backups of a database, and looks at the newest one from inside, once. */
export async function findBackups(question: BackupQuestion, places: Places, room: ReadingRoom): Promise<Known<BackupFacts>> {
  const { database, patterns } = question;
  if (patterns.every((pattern) => toLocalPath(pattern, places) === null)) return unknown(patterns.join(", "), "is no path of this system");
  const live = new Set(database.flatMap((name) => realPathOf(toLocalPath(name, places))));
  const names = new Set(database.map(nameOf));
  const backups = globFiles(patterns, places)
    .files.filter(({ path }) => !(names.has(nameOf(path)) && realPathOf(path).some((real) => live.has(real))))
    .flatMap((file) => [...names].flatMap((name) => toBackup(file, name)).slice(0, 1))
    .sort((a, b) => timeOfBackup(b) - timeOfBackup(a) || (a.path < b.path ? -1 : 1));
  const newest = backups[0];
  return known({ patterns, backups: backups.slice(0, MAX_BACKUPS), check: newest ? await lookInside(newest, question, room) : null });
}

function toBackup({ path, bytes, mtime }: GlobbedFile, database: string): Backup[] {
  const name = readBackupName(path, database);
  return name ? [{ path, bytes, mtime, ...name }] : [];
}

async function lookInside(backup: Backup, { remembered, maxBytes }: BackupQuestion, room: ReadingRoom): Promise<Known<BackupCheck>> {
  const { path, bytes, mtime } = backup;
  const earlier = remembered.find((check) => check.path === path && check.bytes === bytes && check.mtime === mtime && check.depth === "opened");
  if (earlier) return known(earlier);
  try {
    const { checkBackup } = await import("./check-backup.ts");
    return known({ path, bytes, mtime, ...(await checkBackup(backup, room, maxBytes)) });
  } catch (error) {
    return unknown(path, `cannot be read (${codeOf(error)})`);
  }
}

function nameOf(path: string): string {
  return path.replaceAll("\\", "/").split("/").at(-1) ?? path;
}

function realPathOf(path: string | null): string[] {
  try {
    return path === null ? [] : [realpathSync.native(path)];
  } catch {
    return [];
  }
}
