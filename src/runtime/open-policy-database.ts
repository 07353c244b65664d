import { assertDatabasePath, type DataPathPolicy, toLocalPath } from "./data-path.ts";

/** What is needed of a database of better-sqlite3. */
interface OpenDatabase {
  readonly open: boolean;
  pragma(source: string): unknown;
  close(): unknown;
}

/** The class that `better-sqlite3` exports. */
export type DatabaseClass<D extends OpenDatabase> = new (path: string, options?: { readonly?: boolean; fileMustExist?: boolean; timeout?: number }) => D;

export interface PolicyDatabaseOptions {
  /** For reports: nothing is written, and a missing file is an error and not a new database. */
  readonly readonly?: boolean;
  /** How long a statement waits for another writer. Default: 5000. */
  readonly busyTimeoutMs?: number;
  readonly policy?: DataPathPolicy;
}

/**
 * Opens a SQLite database as the policy wants it: where databases may live, with a write-ahead log, foreign keys and a busy timeout, closed when the program
 * ends. Throws `Error` where it may not live there, and what the driver throws.
 *
 *     const db = openPolicyDatabase(Database, process.env.DATABASE_PATH ?? "D:/databases/database.db", { readonly: true });
 */
export function openPolicyDatabase<D extends OpenDatabase>(Database: DatabaseClass<D>, path: string, options: PolicyDatabaseOptions = {}): D {
  const { readonly = false, busyTimeoutMs = 5000, policy = {} } = options;
  const file = toLocalPath(assertDatabasePath(path, policy), policy);
  const db = new Database(file, { readonly, fileMustExist: readonly, timeout: busyTimeoutMs });
  if (!readonly) db.pragma("journal_mode = WAL");
  db.pragma("foreign_keys = ON");
  process.once("exit", () => {
    if (db.open) db.close();
  });
  return db;
}
