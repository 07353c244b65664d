import { constants, copyFile, rmSync, statSync } from "node:fs";
import { promisify } from "node:util";
import type { DatabaseFile } from "../core/facts/sqlite.ts";
import type { Scratch } from "./scratch.ts";
import { type OpenDatabase, toDatabaseUri, UNTOUCHED } from "./sqlite-driver.ts";

/** A file system's clock may stand still this long: a file written to more recently may change again under the same mtime. */
const CLOCK_STEP_MS = 20;
const TRIES = 3;
const copyAt = promisify(copyFile);
/** Of one step of a copy, and so of the time that a writer in rollback mode waits: 32 MiB take 10 to 20 ms from memory. */
const STEP_BYTES = 32 << 20;

/** Copies of databases at rest, by path. Each is made once, by a thread of its own: it may be begun long before it is wanted. */
export interface QuietCopies {
  has(path: string): boolean;
  /** The copy to read from; `null`, or throws, as `copyQuietDatabase` does. */
  of(path: string): Promise<string | null>;
  /** The same for whoever changes or removes it: the next to ask gets another one. */
  take(path: string): Promise<string | null>;
}

export function createQuietCopies(scratch: Scratch): QuietCopies {
  const begun = new Map<string, Promise<string | null>>();
  const of = (path: string): Promise<string | null> => {
    const copy = begun.get(path) ?? copyQuietDatabase(path, scratch);
    begun.set(path, copy);
    const forget = (): void => void (begun.get(path) === copy && begun.delete(path));
    // What came to nothing is told to whoever waits for it, and tried anew for the next; begun for nobody, it must not end the process.
    copy.then((made) => made === null && forget(), forget);
    return copy;
  };
  return {
    has: (path) => begun.has(path),
    of,
    take(path) {
      const copy = of(path);
      begun.delete(path);
      return copy;
    },
  };
}

/**
 * Copies a database that nobody is writing to, with its write-ahead log if it has one, without locking it. `null` where it was written to
 * meanwhile, three times over. Throws what the file system throws.
 */
async function copyQuietDatabase(path: string, scratch: Scratch): Promise<string | null> {
  const copy = scratch.file("copy.db");
  for (let tries = 0; tries < TRIES; tries++) {
    if (Date.now() - readState(path).newest < CLOCK_STEP_MS) await new Promise((resolve) => setTimeout(resolve, CLOCK_STEP_MS));
    const before = readState(path);
    rmSync(`${copy}-wal`, { force: true });
    await copyAt(path, copy, constants.COPYFILE_FICLONE);
    if (before.hasWal) await copyAt(`${path}-wal`, `${copy}-wal`, constants.COPYFILE_FICLONE);
    const after = readState(path);
    if (before.text === after.text && !after.hasJournal) return copy;
  }
  return null;
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

interface State {
  readonly text: string;
  readonly newest: number;
  readonly hasWal: boolean;
  readonly hasJournal: boolean;
}

/** Identity, size and time of the database and of what lies beside it. */
function readState(path: string): State {
  const stats = ["", "-wal", "-journal"].map((suffix) => statSync(path + suffix, { bigint: true, throwIfNoEntry: false }));
  return {
    text: stats.map((stat) => (stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs}` : "none")).join("|"),
    newest: Math.max(...stats.map((stat) => (stat ? Number(stat.mtimeMs) : 0))),
    hasWal: (stats[1]?.size ?? 0n) > 0n,
    hasJournal: (stats[2]?.size ?? 0n) > 0n,
  };
}
