import { createRequire } from "node:module";

/** The few things that tests ask of better-sqlite3, which brings no types. */
export interface TestDatabase {
  exec(sql: string): void;
  prepare(sql: string): {
    run(...values: readonly unknown[]): void;
    all(params?: object): Record<string, unknown>[];
    get(...values: readonly unknown[]): unknown;
  };
  pragma(text: string): unknown;
  transaction(work: () => void): () => void;
  close(): void;
}

type Open = new (path: string, options?: { readonly readonly?: boolean }) => TestDatabase;

export function openTestDatabase(path: string): TestDatabase {
  const Database: Open = createRequire(import.meta.url)("better-sqlite3");
  return new Database(path);
}
