import { rmSync } from "node:fs";
import { type Known, known, unknown } from "../core/facts/known.ts";
import type { DatabaseCheck, DatabaseFile } from "../core/facts/sqlite.ts";
import { copyLiveDatabase, copyQuietDatabase } from "./copy-database.ts";
import { readDatabaseFile } from "./database-file.ts";
import { codeOf, type FoundFile } from "./find-file.ts";
import { explainFailure, isReadableInPlace, type ReadingRoom } from "./open-database.ts";
import { type OpenDatabase, toDatabaseUri } from "./sqlite-driver.ts";

const MAX_PROBLEMS = 20;

/** Reads a whole database for damage, always on a copy. Corruption is an answer, not an unknown. */
export async function checkDatabase(file: FoundFile, room: ReadingRoom, depth: DatabaseCheck["depth"]): Promise<Known<DatabaseCheck>> {
  const looked = readDatabaseFile(file);
  if (!looked.known) return looked;
  const at = Date.now();
  if (looked.value.format !== "sqlite") return unknown(file.name, "has no SQLite header, so there are no pages to check");
  try {
    const copy = await copyDatabase(looked.value, room);
    if (copy === null) return unknown(file.name, "is written to so often that no copy of it could be made; stop the program that uses it and try again");
    return known({ path: file.path, at, ...checkCopy(room.driver(), copy, depth) });
  } catch (error) {
    const reason = explainFailure(error, file.path, room);
    return isDamage(error) ? known({ path: file.path, at, depth, problems: [reason], orphans: null }) : unknown(file.name, reason);
  }
}

/** A file at rest is copied as a file, a live one through SQLite. */
async function copyDatabase(file: DatabaseFile, room: ReadingRoom): Promise<string | null> {
  const isLive = file.header?.journalMode === "wal" && isReadableInPlace(file);
  const quiet = isLive ? null : await copyQuietDatabase(file.path, room.scratch);
  return quiet ?? (isReadableInPlace(file) ? copyLiveDatabase(room.driver(), file, room.scratch) : null);
}

/** Checks a private copy, which it may write to, and removes it. Throws what SQLite throws. */
export function checkCopy(Driver: OpenDatabase, copy: string, depth: DatabaseCheck["depth"]): Pick<DatabaseCheck, "depth" | "problems" | "orphans"> {
  const database = new Driver(toDatabaseUri(copy, "mode=rw"), { fileMustExist: true, timeout: 0 });
  try {
    for (const setting of ["trusted_schema=OFF", "cell_size_check=ON", "temp_store=MEMORY"]) database.pragma(setting);
    const rows = database.pragma(`${depth === "full" ? "integrity" : "quick"}_check(${MAX_PROBLEMS})`);
    const problems = (Array.isArray(rows) ? rows : []).map(firstCell).filter((line) => line !== "ok");
    return { depth, problems, orphans: problems.length > 0 ? null : countOrphans(database) };
  } finally {
    database.close();
    for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(copy + suffix, { force: true });
  }
}

type OpenCopy = InstanceType<OpenDatabase>;

/** `null` where a foreign key names a table or column that is not there: SQLite then answers nothing at all. */
function countOrphans(database: OpenCopy): DatabaseCheck["orphans"] {
  try {
    const rows = database.prepare(`SELECT "table", count(*) AS rows FROM pragma_foreign_key_check GROUP BY 1 ORDER BY 1`).all() as {
      table: string;
      rows: number;
    }[];
    return Object.fromEntries(rows.map(({ table, rows: count }) => [table, count]));
  } catch {
    return null;
  }
}

function firstCell(row: unknown): string {
  return String(Object.values(row as object)[0]);
}

function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error));
}
