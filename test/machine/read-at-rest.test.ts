import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type ReadingRoom, readDatabase } from "../../src/machine/open-database.ts";
import { createScratch } from "../../src/machine/scratch.ts";
import { loadDriver } from "../../src/machine/sqlite-driver.ts";
import { createFolder, readFolderState } from "../support/folder-state.ts";
import { openTestDatabase, type TestDatabase } from "../support/sqlite.ts";

// SQLite reads once whether it takes URIs, so the driver comes before any other connection.
loadDriver();

/** A bot's connection. */
function open(path: string): TestDatabase {
  const database = openTestDatabase(path);
  onTestFinished(() => database.close());
  return database;
}

/** With one row, in write-ahead mode, left in good order. */
function createAtRest(): string {
  const path = join(createFolder(), "trading.db");
  const database = open(path);
  database.pragma("journal_mode = WAL");
  database.exec("CREATE TABLE orders (id); INSERT INTO orders VALUES (1)");
  database.close();
  return path;
}

async function countOrders(path: string, meanwhile: (reads: number) => void): Promise<{ readonly counted: unknown; readonly corruptions: readonly string[] }> {
  const corruptions: string[] = [];
  const scratch = createScratch(join(createFolder(), "scratch"));
  const room: ReadingRoom = { driver: loadDriver, scratch, maxCopyBytes: 0, onCorruption: (_, message) => corruptions.push(message) };
  let reads = 0;
  const file = { name: "trading.db", path, linked: false, bytes: statSync(path).size, mtime: 0 };
  const counted = await readDatabase(file, room, ({ all }) => {
    const rows = all("SELECT count(*) AS n FROM orders", {});
    meanwhile(++reads);
    return [rows[0]?.n, reads];
  });
  return { counted, corruptions };
}

test("a database at rest is read where it lies, without a copy, and stays as it is", async () => {
  const path = createAtRest();
  const before = readFolderState(join(path, ".."));
  expect(await countOrders(path, () => {})).toEqual({ counted: { known: true, value: [1, 1] }, corruptions: [] });
  expect(readFolderState(join(path, ".."))).toEqual(before);
});

test("a bot that begins while it is read is not missed", async () => {
  const path = createAtRest();
  const begin = (reads: number): void => {
    if (reads === 1) open(path).exec("INSERT INTO orders VALUES (2)");
  };
  expect(await countOrders(path, begin)).toEqual({ counted: { known: true, value: [2, 2] }, corruptions: [] });
});

test("a bot that begins and ends while it is read is not missed either", async () => {
  const path = createAtRest();
  const visit = (reads: number): void => {
    if (reads > 1) return;
    const database = open(path);
    database.exec("INSERT INTO orders VALUES (2)");
    database.close();
  };
  expect(await countOrders(path, visit)).toEqual({ counted: { known: true, value: [2, 2] }, corruptions: [] });
});
