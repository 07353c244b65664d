import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { MachineFacts } from "../../src/core/facts/machine.ts";
import { createFolder, readFolderState } from "../support/folder-state.ts";
import { probe, watchTrading } from "../support/probe.ts";
import { openTestDatabase } from "../support/sqlite.ts";
import { startCrasher } from "../support/start-writer.ts";
import { TRADING_SCHEMA, toSqlTime, writeTradingSession } from "../support/trading-session.ts";

/** Asks for everything that opens the database, and holds that the folder is as it was. */
async function look(folder: string, settings: Parameters<typeof probe>[2] = {}): Promise<MachineFacts> {
  const before = readFolderState(folder);
  const facts = await probe(folder, ["tradingDatabase", "tradingFills", "databases", "databaseChecks"], { trading: watchTrading(), ...settings });
  expect(readFolderState(folder)).toEqual(before);
  return facts;
}

function countOrders({ tradingDatabase }: MachineFacts): number | string {
  if (!tradingDatabase?.known) return tradingDatabase?.reason ?? "not asked";
  const { orders } = tradingDatabase.value;
  return orders.known ? orders.value.rows.length : orders.reason;
}

function problemsOf({ databaseChecks }: MachineFacts): readonly string[] | string {
  const facts = databaseChecks?.[0]?.facts;
  return facts?.known ? (facts.value?.problems ?? "never") : (facts?.reason ?? "not asked");
}

describe("at rest", () => {
  test.each(["wal", "delete"] as const)("nothing is made beside it, journal mode %s", async (journalMode) => {
    const folder = createFolder();
    writeTradingSession(folder, { end: Date.now(), failedCloses: 3, journalMode });
    const facts = await look(folder);
    expect(countOrders(facts)).toBe(46);
    expect(problemsOf(facts)).toEqual([]);
    expect(readdirSync(folder)).toEqual(["trading.db", "trading.log"]);
  });

  test("a backup that was copied with its log, but without the index of the log, shows all rows", async () => {
    const folder = createFolder();
    const other = createFolder();
    const bot = await startCrasher(join(other, "trading.db"), "committed", "wal");
    for (const name of ["trading.db", "trading.db-wal"]) copyFileSync(join(other, name), join(folder, name));
    await bot.kill();
    expect(countOrders(await look(folder))).toBe(7);
  });

  test("copies are private and do not stay", async () => {
    const folder = createFolder();
    writeTradingSession(folder, { end: Date.now(), journalMode: "wal" });
    const copies = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(`guard-probe-${process.pid}-`));
    await look(folder);
    // The child removes them when it has answered, and nobody waits for that
    await expect.poll(copies, { timeout: 5000 }).toEqual([]);
  });
});

describe("in use", () => {
  test.each(["wal", "delete"] as const)("rows are seen that no checkpoint has moved yet, journal mode %s", async (mode) => {
    const folder = createFolder();
    const bot = await startCrasher(join(folder, "trading.db"), "committed", mode);
    const facts = await look(folder);
    await bot.kill();
    expect(countOrders(facts)).toBe(7);
    expect(problemsOf(facts)).toEqual([]);
  });

  test("after a crash in write-ahead mode its remains stay as they are, and their rows are seen", async () => {
    const folder = createFolder();
    const bot = await startCrasher(join(folder, "trading.db"), "uncommitted", "wal");
    await bot.kill();
    expect(readdirSync(folder)).toEqual(["trading.db", "trading.db-shm", "trading.db-wal"]);
    expect(countOrders(await look(folder))).toBe(7);
  });

  test("after a crash in rollback mode nothing is rolled back", async () => {
    const folder = createFolder();
    const bot = await startCrasher(join(folder, "trading.db"), "uncommitted", "delete");
    await bot.kill();
    const facts = await look(folder);
    expect(countOrders(facts)).toMatch(/unfinished transaction/);
    expect(problemsOf(facts)).toMatch(/unfinished transaction/);
    expect(facts.databases?.[0]?.facts).toMatchObject({ value: { journal: true } });
  });

  test("a transaction that is under way in write-ahead mode keeps nobody waiting", async () => {
    const folder = createFolder();
    const bot = await startCrasher(join(folder, "trading.db"), "exclusive", "wal");
    const facts = await look(folder);
    await bot.kill();
    expect(countOrders(facts)).toBe(7);
  });

  test("a locked one is unknown, and not because of the deadline", async () => {
    const folder = createFolder();
    const bot = await startCrasher(join(folder, "trading.db"), "exclusive", "delete");
    const facts = await probe(folder, ["tradingDatabase"], { trading: watchTrading() });
    await bot.kill();
    expect(countOrders(facts)).toMatch(/locked by another program/);
  });
});

describe("what lies in its place", () => {
  test("a FIFO is not opened", async () => {
    const folder = createFolder();
    spawnSync("mkfifo", [join(folder, "trading.db")]);
    const facts = await probe(folder, ["tradingDatabase", "databases", "databaseChecks"], { trading: watchTrading() });
    expect(countOrders(facts)).toBe("is a FIFO, not a file");
    expect(problemsOf(facts)).toBe("is a FIFO, not a file");
  });

  test("a folder", async () => {
    const folder = createFolder();
    mkdirSync(join(folder, "trading.db"));
    expect(countOrders(await look(folder))).toBe("is a folder, not a file");
  });

  test("nothing, and nothing is made", async () => {
    const folder = createFolder();
    const facts = await look(folder);
    expect(countOrders(facts)).toBe("does not exist");
    expect(facts.databases?.[0]).toMatchObject({ name: "trading.db", trading: true, facts: { known: false } });
  });

  test("0 bytes are passed over for the next alternative, and are unknown where there is none", async () => {
    const folder = createFolder();
    writeFileSync(join(folder, "trading.db"), "");
    expect(countOrders(await look(folder))).toBe("has 0 bytes");
    mkdirSync(join(folder, "bot"));
    writeTradingSession(join(folder, "bot"), { end: Date.now(), failedCloses: 3 });
    const trading = watchTrading({ database: ["D:/databases/trading.db", "trading.db", "bot/trading.db"] });
    const facts = await look(folder, { trading });
    expect(countOrders(facts)).toBe(46);
    expect(facts.tradingDatabase).toMatchObject({ value: { path: "bot/trading.db" } });
    expect(facts.databases?.[0]).toMatchObject({ name: "D:/databases/trading.db", facts: { value: { path: join(folder, "bot/trading.db") } } });
  });

  test("a link is followed, and its target named", async () => {
    const folder = createFolder();
    const elsewhere = createFolder();
    writeTradingSession(elsewhere, { end: Date.now(), failedCloses: 3, journalMode: "wal" });
    symlinkSync(join(elsewhere, "trading.db"), join(folder, "trading.db"));
    const before = readFolderState(elsewhere);
    const facts = await look(folder);
    expect(countOrders(facts)).toBe(46);
    expect(facts.databases?.[0]?.facts).toMatchObject({ value: { linked: true, path: join(elsewhere, "trading.db") } });
    expect(readFolderState(elsewhere)).toEqual(before);
  });

  test("a link in a circle, and one that leads nowhere", async () => {
    const folder = createFolder();
    symlinkSync("trading.db", join(folder, "trading.db"));
    expect(countOrders(await look(folder))).toBe("is a link that leads in a circle");
    rmSync(join(folder, "trading.db"));
    symlinkSync("gone.db", join(folder, "trading.db"));
    expect(countOrders(await look(folder))).toBe("is a link that leads nowhere");
  });

  test("text is no database, and bytes without order may be an encrypted one", async () => {
    const folder = createFolder();
    writeFileSync(join(folder, "trading.db"), "not a database\n".repeat(500));
    const text = await look(folder);
    expect(countOrders(text)).toBe("is no SQLite database");
    expect(text.databases?.[0]?.facts).toMatchObject({ value: { format: "other", header: null } });
    writeFileSync(join(folder, "trading.db"), crypto.getRandomValues(new Uint8Array(16_384)));
    const random = await look(folder);
    expect(countOrders(random)).toBe("is encrypted or no SQLite database");
    expect(random.databases?.[0]?.facts).toMatchObject({ value: { format: "random", header: null } });
  });

  test("a name that SQLite would take for an URI, or that is full of signs, is a name", async () => {
    const folder = createFolder();
    const names = ["file:a.db?mode=memory", "50% #1?.db", "{a} [b].db", "\u00e4\u4e2d.db", "a\\b.db"];
    writeTradingSession(folder, { end: Date.now(), failedCloses: 3, journalMode: "wal" });
    for (const name of names.slice(0, 4)) {
      copyFileSync(join(folder, "trading.db"), join(folder, name));
      expect(countOrders(await look(folder, { trading: watchTrading({ database: [name] }) })), name).toBe(46);
    }
  });

  test("a Windows path off Windows is nowhere: not even where a folder has that name", async () => {
    const folder = createFolder();
    mkdirSync(join(folder, "D:"));
    writeTradingSession(join(folder, "D:"), { end: Date.now() });
    const facts = await look(folder, { trading: watchTrading({ database: ["D:/trading.db", "D:\\trading.db", "D:trading.db"] }) });
    expect(countOrders(facts)).toMatch(/D:\/trading\.db does not exist \(a Windows path, on another system\)/);
  });

  test("a folder that stands for a root of the policy", async () => {
    const folder = createFolder();
    mkdirSync(join(folder, "databases"));
    writeTradingSession(join(folder, "databases"), { end: Date.now(), failedCloses: 3 });
    const facts = await look(folder, {
      trading: watchTrading({ database: ["D:\\databases\\trading.db"] }),
      platformRoots: { "D:/databases": join(folder, "databases") },
    });
    expect(countOrders(facts)).toBe(46);
  });
});

describe("a database made to harm", () => {
  test("a view that never ends is not selected from", async () => {
    const folder = createFolder();
    const db = openTestDatabase(join(folder, "trading.db"));
    db.exec(
      "CREATE VIEW orders AS WITH RECURSIVE n(status, created_at) AS (SELECT 'failed', 1 UNION ALL SELECT status, created_at + 1 FROM n) SELECT * FROM n",
    );
    db.exec("CREATE VIEW positions AS SELECT * FROM orders; CREATE TABLE trades (id INTEGER)");
    db.close();
    const facts = await look(folder);
    expect(countOrders(facts)).toBe("the database has no table orders");
  });

  test("a virtual table is none of the tables", async () => {
    const folder = createFolder();
    const db = openTestDatabase(join(folder, "trading.db"));
    db.exec("CREATE VIRTUAL TABLE orders USING fts5(status, created_at)");
    db.close();
    expect(countOrders(await look(folder))).toBe("the database has no table orders");
  });

  test("tables and columns with odd names do not leave their quotes", async () => {
    const folder = createFolder();
    const db = openTestDatabase(join(folder, "trading.db"));
    db.exec(`${TRADING_SCHEMA} CREATE TABLE "x'; DROP TABLE orders; --" ("a""b" TEXT)`);
    db.prepare("INSERT INTO orders (pair, side, order_type, volume, status, created_at) VALUES ('a', 'b', 'c', 1, 'sent', ?)").run(toSqlTime(Date.now()));
    db.close();
    expect(countOrders(await look(folder))).toBe(1);
  });

  test.skipIf(process.platform === "win32")("a log of a crash that is larger than anything is not copied during a commit", async () => {
    const folder = createFolder();
    writeTradingSession(folder, { end: Date.now(), journalMode: "wal" });
    writeFileSync(join(folder, "trading.db-wal"), "");
    truncateSync(join(folder, "trading.db-wal"), 2 ** 40);
    expect(countOrders(await probe(folder, ["tradingDatabase"], { trading: watchTrading() }))).toMatch(
      /^was left by a crash, and with 1099\d{3} MB is too large/,
    );
  });

  test("a file cut short is corrupt by its header alone", async () => {
    const folder = createFolder();
    writeTradingSession(folder, { end: Date.now() });
    truncateSync(join(folder, "trading.db"), 20_480);
    const facts = await look(folder);
    expect(facts.databases?.[0]?.facts).toMatchObject({ value: { header: { faults: [expect.stringMatching(/counts \d+ pages/)] } } });
  });
});

describe("the environment", () => {
  test("variables that change what SQLite and Node do are kept away from the child", async () => {
    const folder = createFolder();
    writeTradingSession(folder, { end: Date.now(), failedCloses: 3, journalMode: "wal" });
    const marker = join(folder, "..", `marker-${process.pid}`);
    const saved = { ...process.env };
    Object.assign(process.env, { SQLITE_USE_URI: "0", NODE_OPTIONS: `--import=data:text/javascript,process.exit(9)`, SQLITE_TMPDIR: marker });
    try {
      expect(countOrders(await look(folder))).toBe(46);
    } finally {
      process.env = saved;
    }
    expect(existsSync(marker)).toBe(false);
  });

  test("a database that was moved away while nobody looked is missing, its sidecars are nobody's", async () => {
    const folder = createFolder();
    const bot = await startCrasher(join(folder, "trading.db"), "committed", "wal");
    await bot.kill();
    renameSync(join(folder, "trading.db"), join(folder, "old.db"));
    expect(countOrders(await look(folder))).toBe("does not exist");
  });
});
