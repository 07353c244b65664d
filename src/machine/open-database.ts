import { lstatSync } from "node:fs";
import { type Known, known, unknown } from "../core/facts/known.ts";
import type { DatabaseFile } from "../core/facts/sqlite.ts";
import type { Schema } from "../core/facts/trading.ts";
import { copyQuietDatabase } from "./copy-database.ts";
import { readDatabaseFile } from "./database-file.ts";
import { codeOf, type FoundFile } from "./find-file.ts";
import type { Scratch } from "./scratch.ts";
import { AT_REST, type Database, type OpenDatabase, toDatabaseUri, UNTOUCHED } from "./sqlite-driver.ts";
import { whileQuiet } from "./while-quiet.ts";

/** How a private copy is opened, so that SQLite takes the log over. */
const RECOVERED = "mode=rw";
/** How long a statement waits for a lock; it is tried twice. */
const BUSY_MS = 250;
/** Cannot be read without writing an index, or no longer there: what a bot that ended this very moment leaves. */
const NOT_IN_PLACE = /^SQLITE_(CANTOPEN|READONLY_(CANTINIT|RECOVERY|DIRECTORY))/;

/** What reading a database needs besides the file. */
export interface ReadingRoom {
  /** Loads the driver; throws where it cannot be had. */
  driver(): OpenDatabase;
  readonly scratch: Scratch;
  /** A larger database is not copied. */
  readonly maxCopyBytes: number;
  /** Told when SQLite calls a file corrupt, by its real path. */
  onCorruption(path: string, message: string): void;
}

/** A database to ask. */
export interface Reader {
  /** Virtual tables are left out like views. */
  readonly schema: Schema;
  /** All rows of one statement, which must be bounded. Throws what SQLite throws. */
  all(sql: string, parameters: Readonly<Record<string, string | number>>): Record<string, unknown>[];
  /** What a thrown error means, in words. */
  explain(error: unknown): string;
}

/**
 * Reads from a database that may be in use, and leaves no trace: no file appears, none changes, no lock outlives a statement.
 * - In write-ahead mode with `-wal` and `-shm` beside it: in place, see `UNTOUCHED`.
 * - In write-ahead mode at rest: in place as well, see `AT_REST`; what was read counts where nobody wrote meanwhile.
 * - With half the remains of a crash: opening it would make the other half, so a private copy is read.
 * - In rollback mode: in place. Each statement is a transaction of its own, and all its rows are taken at once.
 *
 * `read` may be called more than once.
 */
export async function readDatabase<T>(file: FoundFile, room: ReadingRoom, read: (reader: Reader) => T): Promise<Known<T>> {
  const looked = readDatabaseFile(file);
  if (!looked.known) return looked;
  if (looked.value.format !== "sqlite")
    return unknown(file.name, looked.value.format === "random" ? "is encrypted or no SQLite database" : "is no SQLite database");
  try {
    const found = (await readAtRest(looked.value, room, read)) ?? readInPlace(looked.value, room, read) ?? (await readCopy(looked.value, room, read));
    return known(found.value);
  } catch (error) {
    return unknown(file.name, explainFailure(error, file.path, room));
  }
}

interface Found<T> {
  readonly value: T;
}

/** In rollback mode nothing is made by opening; a stray `-wal` would be read all the same, so beside one it counts as write-ahead mode. */
export function isReadableInPlace({ header, path }: Pick<DatabaseFile, "header" | "path">): boolean {
  const hasWal = isThere(`${path}-wal`);
  return header?.journalMode === "rollback" && !hasWal ? true : hasWal && isThere(`${path}-shm`);
}

/** `null` where it is in use, or was written to meanwhile. */
async function readAtRest<T>(file: DatabaseFile, room: ReadingRoom, read: (reader: Reader) => T): Promise<Found<T> | null> {
  if (!isAtRest(file)) return null;
  const faults: string[] = [];
  const found = await whileQuiet(file.path, () => {
    // Pages of two moments look damaged: that says nothing before it is sure that they are of one.
    faults.length = 0;
    const quietRoom = { ...room, onCorruption: (_: string, message: string) => void faults.push(message) };
    return isAtRest(file) ? { value: ask(file.path, AT_REST, room, (database) => read(createReader(database, file.path, quietRoom))) } : null;
  });
  if (found) for (const message of faults) room.onCorruption(file.path, message);
  return found?.value ?? null;
}

function isAtRest({ header, path }: DatabaseFile): boolean {
  return header?.journalMode === "wal" && !["-wal", "-shm", "-journal"].some((suffix) => isThere(path + suffix));
}

/** `null` where it cannot be read in place without writing. */
function readInPlace<T>(file: DatabaseFile, room: ReadingRoom, read: (reader: Reader) => T): Found<T> | null {
  if (!isReadableInPlace(file)) return null;
  try {
    // Looked at again right before the first lock: a bot that ends takes both files away, and SQLite would make a -wal anew
    return ask(file.path, UNTOUCHED, room, (database) => (isReadableInPlace(file) ? { value: read(createReader(database, file.path, room)) } : null));
  } catch (error) {
    if (NOT_IN_PLACE.test(codeOf(error))) return null;
    throw error;
  }
}

async function readCopy<T>(file: DatabaseFile, room: ReadingRoom, read: (reader: Reader) => T): Promise<Found<T>> {
  const { bytes, walBytes } = file;
  if (bytes + walBytes > room.maxCopyBytes)
    throw new Error(`was left by a crash, and with ${Math.round((bytes + walBytes) / 1e6)} MB is too large to be copied during a commit`);
  const copy = await copyQuietDatabase(file.path, room.scratch);
  if (copy !== null) return { value: ask(copy, RECOVERED, room, (database) => read(createReader(database, file.path, room))) };
  // By a program that has just begun: then it is a live database now.
  const inPlace = readInPlace(file, room, read);
  if (inPlace) return inPlace;
  throw new Error("was written to while it was copied");
}

function ask<T>(path: string, how: string, room: ReadingRoom, use: (database: Database) => T): T {
  const options = { readonly: how !== RECOVERED, fileMustExist: true, timeout: BUSY_MS };
  const database = new (room.driver())(toDatabaseUri(path, how), options);
  try {
    harden(database);
    return use(database);
  } finally {
    database.close();
  }
}

/**
 * Against files made to harm: no functions out of the schema, no pages trusted blindly, no memory shared with a writer. A page is read once and not
 * again, so that few are kept (KiB): 16 MB, the default, are twice as slow, because they are new memory and do not fit next to the processor.
 */
function harden(database: Database): void {
  for (const setting of ["trusted_schema=OFF", "cell_size_check=ON", "query_only=ON", "mmap_size=0", "temp_store=MEMORY", "cache_size=-256"])
    database.pragma(setting);
}

const TABLES = `SELECT lower(t.name) AS "table", lower(c.name) AS "column" FROM sqlite_schema AS t, pragma_table_xinfo(t.name) AS c WHERE t.type = 'table' AND t.rootpage > 0`;

function createReader(database: Database, path: string, room: ReadingRoom): Reader {
  const all = (sql: string, parameters: Readonly<Record<string, string | number>>): Record<string, unknown>[] =>
    // Rows are objects as long as nobody asks better-sqlite3 for anything else
    withRetry(() => database.prepare(sql).all(parameters) as Record<string, unknown>[]);
  const byTable = Map.groupBy(all(TABLES, {}), ({ table }) => String(table));
  const schema = Object.fromEntries([...byTable].map(([table, rows]) => [table, rows.map(({ column }) => String(column))]));
  return { schema, all, explain: (error) => explainFailure(error, path, room) };
}

function withRetry<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!codeOf(error).startsWith("SQLITE_BUSY")) throw error;
    return run();
  }
}

/** Why a database could not be read; tells the room where that is because it is corrupt. */
export function explainFailure(error: unknown, path: string, room: Pick<ReadingRoom, "onCorruption">): string {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") room.onCorruption(path, message);
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) return `is locked by another program (asked twice, ${BUSY_MS} ms each)`;
  // SQLITE_READONLY_ROLLBACK where a statement says it; a backup says no more than SQLITE_READONLY
  if (/^SQLITE_(READONLY|CANTOPEN)/.test(code) && isThere(`${path}-journal`))
    return "holds an unfinished transaction (a crash?), which only the program that owns it may roll back";
  return code.startsWith("SQLITE_") || code === "unknown error" ? message : `cannot be read (${code}: ${message})`;
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
