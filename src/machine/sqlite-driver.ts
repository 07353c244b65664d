import { createRequire } from "node:module";

/** The few things that are asked of better-sqlite3. */
export interface Statement {
  get(...parameters: readonly unknown[]): unknown;
  all(...parameters: readonly unknown[]): unknown[];
}

export interface Database {
  prepare(sql: string): Statement;
  pragma(sql: string): unknown;
  /** Copies page by page, `progress` says how many pages come next. */
  backup(path: string, options: { progress(): number }): Promise<unknown>;
  close(): void;
}

export type OpenDatabase = new (path: string, options: { readonly?: boolean; fileMustExist: boolean; timeout: number }) => Database;

/**
 * Loads the native driver, which only the child of the probes may do. URI names are switched on first: only they can say `readonly_shm`
 * (see `UNTOUCHED`), and every path is made one by `toDatabaseUri`, so that no configured path is ever taken for an URI.
 * Throws where the driver cannot be loaded.
 */
export function loadDriver(): OpenDatabase {
  // On an older Node the prebuilt binary does not fail, it crashes
  if (Number.parseInt(process.versions.node, 10) < 22) throw new Error(`SQLite files are read on Node 22.18 or newer, this is ${process.versions.node}`);
  process.env.SQLITE_USE_URI = "1";
  try {
    const driver: OpenDatabase = createRequire(import.meta.url)("better-sqlite3");
    return driver;
  } catch (error) {
    // It is optional: where npm tried to build it and could not, it leaves it out without a word
    const isMissing = error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND";
    const why = isMissing ? "is not installed; npm pkg set allowScripts.better-sqlite3=false --json, then npm install, bring it" : "could not be loaded";
    throw new Error(`better-sqlite3 ${why}`, { cause: error });
  }
}

/**
 * How a live database is opened. Read-only alone is not enough: SQLite would still write its read marks into the `-shm` file, make one where there
 * is none, and rebuild one that a crash left behind. With `readonly_shm` it maps the file as it is and keeps an index of its own where that is stale.
 */
export const UNTOUCHED = "mode=ro&readonly_shm=1";

/**
 * How a database at rest in write-ahead mode is opened: SQLite then makes neither `-wal` nor `-shm`, and takes no lock. It also sees neither the log nor
 * a writer, so whoever reads makes sure that there is none, before and after.
 */
export const AT_REST = "mode=ro&immutable=1";

/** `file:///D:/databases/a%3F.db?mode=ro`. The server of a UNC path stays part of the path, because SQLite refuses it as an authority. */
export function toDatabaseUri(path: string, parameters: string): string {
  const slashed = process.platform === "win32" ? path.replaceAll("\\", "/") : path;
  return `file://${slashed.startsWith("/") ? "" : "/"}${slashed.replace(/[%?#]/g, encodeURIComponent)}?${parameters}`;
}
