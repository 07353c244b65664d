import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { DatabaseCheck } from "../../src/core/facts/sqlite.ts";
import type { ProbeRequest } from "../../src/machine/probe.ts";
import { createFolder, readFolderState } from "../support/folder-state.ts";
import { probe } from "../support/probe.ts";
import { openTestDatabase } from "../support/sqlite.ts";
import { startCrasher } from "../support/start-writer.ts";

const DAY = 86_400_000;

/** A database of about 60 pages with text, an index and a foreign key. */
function createDatabase(path: string, journalMode = "delete"): void {
  const db = openTestDatabase(path);
  db.pragma(`journal_mode = ${journalMode}`);
  db.exec("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE icons (id INTEGER PRIMARY KEY, owner INTEGER REFERENCES users(id), name TEXT)");
  db.exec("CREATE INDEX icons_by_name ON icons(name)");
  const insert = db.prepare("INSERT INTO icons (owner, name) VALUES (?, ?)");
  db.prepare("INSERT INTO users (id, name) VALUES (1, 'Ada')").run();
  db.transaction(() => {
    for (let i = 0; i < 1500; i++) insert.run(1, `icon ${i} ${"x".repeat(60)}`);
  })();
  db.close();
}

async function check(folder: string, settings: Partial<ProbeRequest> = {}): Promise<DatabaseCheck | null | string> {
  const before = readFolderState(folder);
  const { databaseChecks } = await probe(folder, ["databaseChecks"], { databases: [{ path: "a.db" }], ...settings });
  expect(readFolderState(folder)).toEqual(before);
  const facts = databaseChecks?.[0]?.facts;
  return facts?.known ? facts.value : (facts?.reason ?? "not asked");
}

/** Turns round bits of some bytes, by a fixed series of numbers. */
function damage(bytes: Buffer, seed: number, count: number): Buffer {
  const damaged = Buffer.from(bytes);
  let state = seed;
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    const offset = 100 + (state % (damaged.length - 100));
    damaged[offset] = (damaged[offset] ?? 0) ^ (1 << (state >>> 28));
  }
  return damaged;
}

describe("a whole reading", () => {
  test("finds nothing in a sound database, and counts rows that point nowhere", async () => {
    const folder = createFolder();
    createDatabase(join(folder, "a.db"));
    const path = join(folder, "a.db");
    expect(await check(folder)).toEqual({ path, at: expect.any(Number), depth: "quick", problems: [], orphans: {} });
    const db = openTestDatabase(path);
    db.pragma("foreign_keys = OFF");
    db.exec("INSERT INTO icons (owner, name) VALUES (7, 'a'), (8, 'b')");
    db.close();
    expect(await check(folder, { thorough: true })).toMatchObject({ depth: "full", problems: [], orphans: { icons: 2 } });
  });

  test("a foreign key to a column that is not unique leaves the pages judged, and the orphans unknown", async () => {
    const folder = createFolder();
    const db = openTestDatabase(join(folder, "a.db"));
    db.pragma("foreign_keys = OFF");
    db.exec("CREATE TABLE b (x); CREATE TABLE a (id INTEGER, b INTEGER REFERENCES b(x)); INSERT INTO a VALUES (1, 2)");
    db.close();
    expect(await check(folder)).toMatchObject({ problems: [], orphans: null });
  });

  test("sees what still stands in the write-ahead log of a program that runs", async () => {
    const folder = createFolder();
    const bot = await startCrasher(join(folder, "a.db"), "committed", "wal");
    expect(await check(folder)).toMatchObject({ problems: [], orphans: {} });
    await bot.kill();
  });

  test("300 damaged files: the same answer as SQLite's own, no crash, none touched", { timeout: 120_000 }, async () => {
    const folder = createFolder();
    createDatabase(join(folder, "sound.db"));
    const bytes = readFileSync(join(folder, "sound.db"));
    const names = Array.from({ length: 300 }, (_, i) => `${i}.db`);
    for (const [i, name] of names.entries()) writeFileSync(join(folder, name), damage(bytes, i + 1, 1 + (i % 40)));
    const before = readFolderState(folder);
    const databases = names.map((path) => ({ path }));
    const { databaseChecks = [] } = await probe(folder, ["databaseChecks"], { databases, thorough: true });
    expect(readFolderState(folder)).toEqual(before);
    mkdirSync(join(folder, "oracle"));
    for (const [i, name] of names.entries()) {
      const facts = databaseChecks[i]?.facts;
      const problems = facts?.known ? (facts.value?.problems ?? null) : [`unknown: ${facts?.reason}`];
      expect([name, (problems?.length ?? 0) > 0]).toEqual([name, isDamagedBySqlite(join(folder, name), join(folder, "oracle", name))]);
    }
    expect(databaseChecks.filter(({ facts }) => facts.known && (facts.value?.problems.length ?? 0) > 0).length).toBeGreaterThan(150);
  });
});

function isDamagedBySqlite(path: string, copy: string): boolean {
  copyFileSync(path, copy);
  try {
    const db = openTestDatabase(copy);
    const rows = db.pragma("integrity_check");
    db.close();
    return JSON.stringify(rows) !== '[{"integrity_check":"ok"}]';
  } catch {
    return true;
  }
}

describe("when a reading is due", () => {
  const sound = (path: string, at: number): DatabaseCheck => ({ path, at, depth: "full", problems: [], orphans: {} });

  test("not within a day of a good one; after it, or where it was bad, or from the future", async () => {
    const folder = createFolder();
    createDatabase(join(folder, "a.db"));
    const path = join(folder, "a.db");
    const now = Date.now();
    const young = sound(path, now - DAY + 60_000);
    expect(await check(folder, { now, lastChecks: [young] })).toEqual(young);
    for (const last of [sound(path, now - DAY), sound(path, now + 60_000), { ...young, problems: ["bad"] }, sound("/other.db", now)])
      expect(await check(folder, { now, lastChecks: [last] })).toMatchObject({ depth: "quick", problems: [] });
    expect(await check(folder, { now, lastChecks: [young], thorough: true })).not.toEqual(young);
  });

  test("a file that is no database is not read: its header says enough", async () => {
    const folder = createFolder();
    writeFileSync(join(folder, "a.db"), "text\n".repeat(1000));
    expect(await check(folder)).toBe(null);
  });

  test("what SQLite calls corrupt while rows are asked for counts, though no reading is due", async () => {
    const folder = createFolder();
    createDatabase(join(folder, "a.db"));
    const path = join(folder, "a.db");
    const bytes = readFileSync(path);
    // All pages but the first hold nothing that makes sense
    bytes.fill(0xff, 4096);
    writeFileSync(path, bytes);
    const lastChecks = [sound(path, Date.now())];
    const retention = [{ table: "icons", column: "name", maxAgeDays: 30 }];
    const { databaseChecks } = await probe(folder, ["databaseRetention", "databaseChecks"], { databases: [{ path: "a.db", retention }], lastChecks });
    expect(databaseChecks?.[0]?.facts).toMatchObject({ known: true, value: { problems: [expect.stringMatching(/malformed/)] } });
  });

  test("more than 64 MB is left to guard status", { timeout: 60_000 }, async () => {
    const folder = createFolder();
    const db = openTestDatabase(join(folder, "a.db"));
    db.exec(
      "CREATE TABLE a (b BLOB); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 68) INSERT INTO a SELECT zeroblob(1000000) FROM n",
    );
    db.close();
    expect(await check(folder)).toBe(null);
    expect(await check(folder, { thorough: true })).toMatchObject({ depth: "full", problems: [] });
  });
});
