import { constants, copyFile, rmSync, statSync } from "node:fs";
import { promisify } from "node:util";
import type { DatabaseFile } from "../core/facts/sqlite.ts";
import { sizeOf } from "./database-file.ts";
import type { Scratch } from "./scratch.ts";
import { type OpenDatabase, toDatabaseUri, UNTOUCHED } from "./sqlite-driver.ts";
import { whileQuiet } from "./while-quiet.ts";

const TRIES = 3;
const copyAt = promisify(copyFile);
/** Of one step of a copy, and so of the time that a writer in rollback mode waits: 32 MiB take 10 to 20 ms from memory. */
const STEP_BYTES = 32 << 20;

/**
 * Copies a database that nobody is writing to, with its write-ahead log if it has one, without locking it. `null` where somebody is, or has left a
 * transaction unfinished. Throws what the file system throws.
 */
export async function copyQuietDatabase(path: string, scratch: Scratch): Promise<string | null> {
  const copy = scratch.file("copy.db");
  const copied = await whileQuiet(path, async () => {
    rmSync(`${copy}-wal`, { force: true });
    await copyAt(path, copy, constants.COPYFILE_FICLONE);
    if (sizeOf(`${path}-wal`) > 0) await copyAt(`${path}-wal`, `${copy}-wal`, constants.COPYFILE_FICLONE);
    return sizeOf(`${path}-journal`) === 0;
  });
  return copied?.value ? copy : null;
}

/**
 * Copies a live database as its last commit left it, through SQLite's own locks. With a write-ahead log in one step, which no writer notices; in
 * rollback mode in steps so short that none waits long, and where one comes between two steps SQLite starts anew: `null` after a few times, or
 * where the database is locked. Throws what SQLite throws.
 */
export async function copyLiveDatabase(Driver: OpenDatabase, { path, header, bytes }: DatabaseFile, scratch: Scratch): Promise<string | null> {
  const copy = scratch.file("live.db");
  const pages = header?.journalMode === "wal" ? ALL_PAGES : Math.ceil(STEP_BYTES / (header?.pageSize ?? 4096));
  let steps = TRIES * (1 + Math.ceil(bytes / STEP_BYTES));
  const database = new Driver(toDatabaseUri(path, UNTOUCHED), { readonly: true, fileMustExist: true, timeout: 250 });
  try {
    await database.backup(copy, { progress: () => (steps-- > 0 ? pages : abandon()) });
    // A lock in the way of the first step ends the copy before it began, without an error
    return statSync(copy, { throwIfNoEntry: false }) ? copy : null;
  } catch (error) {
    if (error === ABANDONED) return null;
    throw error;
  } finally {
    database.close();
  }
}

const ALL_PAGES = 0x7fffffff;
const ABANDONED = new Error("the database changes faster than it can be copied");

function abandon(): never {
  throw ABANDONED;
}
