import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Cell } from "../../../src/core/facts/trading.ts";
import { findNewest, listHalts } from "../../../src/core/trading/freshness.ts";
import { countFailedOrders, countUnconfirmedOrders } from "../../../src/core/trading/orders.ts";
import { listOpenPositions } from "../../../src/core/trading/positions.ts";
import { openTestDatabase, type TestDatabase } from "../../support/sqlite.ts";
import { askTradingDatabase, requestAt } from "../../support/trading-probe.ts";
import { TRADING_SCHEMA, toSqlTime } from "../../support/trading-session.ts";

const now = Date.UTC(2025, 9, 13, 12);
const HOUR = 3_600_000;
const FAILED = ["failed", "rejected", "error", "timeout"];
const closeFailed = JSON.stringify({ pair: "XLM/USD", action: "close_failed", error: "Risk limit exceeded" });

function openTrading(schema = TRADING_SCHEMA): TestDatabase {
  const db = openTestDatabase(":memory:");
  onTestFinished(() => db.close());
  db.exec(schema);
  return db;
}

interface Order {
  readonly id?: string;
  readonly status?: string | null;
  readonly time?: unknown;
  readonly metadata?: unknown;
}

function insertOrder(db: TestDatabase, { id, status = "new", time = toSqlTime(now - HOUR), metadata = null }: Order): void {
  db.prepare(
    "INSERT INTO orders (order_id, pair, side, order_type, volume, status, created_at, metadata) VALUES (?, 'XLM/USD', 'sell', 'market', 20, ?, ?, ?)",
  ).run(id ?? null, status, time, metadata);
}

function countFailed(db: TestDatabase, statuses = FAILED): ReturnType<typeof countFailedOrders> {
  const { orders } = askTradingDatabase(db, requestAt(now));
  if (!orders.known) throw new Error(orders.reason);
  return countFailedOrders(orders.value, now, { windowHours: 24, statuses });
}

describe("which orders failed", () => {
  test.each<[string, Order, number]>([
    ["sent over the websocket", { status: "sent", metadata: '{"req_id": 7, "status": "sent"}' }, 0],
    ["accepted over REST", { id: "OABC", status: "new" }, 0],
    ["a close that failed", { metadata: closeFailed }, 1],
    ["a close that threw", { metadata: JSON.stringify({ action: "close_exception", error: "no close frame" }) }, 1],
    ["a close that failed, its message cut", { metadata: `${JSON.stringify({ action: "close_failed" }).slice(0, -1)}, "error": "${"x".repeat(2000)}"}` }, 1],
    ["a close that failed, in Python's own notation", { metadata: "{'action': 'close_failed', 'volume': 20}" }, 1],
    ["a close that failed, beside a number that JSON does not have", { metadata: '{"volume": NaN, "action": "close_failed"}' }, 1],
    ["an error without an action", { metadata: '{"error": "EOrder:Insufficient funds"}' }, 1],
    ["an error without an action, with other JSON spacing", { metadata: '{"error":"EOrder:Insufficient funds"}' }, 1],
    ["an empty list of errors", { metadata: '{"error": [], "result": {}}' }, 0],
    ["a list of errors", { metadata: '{"error": ["EAPI:Invalid nonce"]}' }, 1],
    ["an error that is null", { metadata: '{"error": null}' }, 0],
    ["an error that is empty", { metadata: '{"error": ""}' }, 0],
    ["a reason that speaks of an error", { metadata: '{"reason": "error in the signal", "terror": "x"}' }, 0],
    ["metadata that is no JSON", { metadata: "not json" }, 0],
    ["metadata that is a blob", { metadata: Buffer.from("\u0000\u0001") }, 0],
    ["price 0 of the second bot", { status: "pending" }, 0],
    ["failed", { status: "failed" }, 1],
    ["Rejected, with capitals and blanks", { status: " Rejected " }, 1],
    ["error", { status: "ERROR" }, 1],
    ["timeout", { status: "timeout" }, 1],
    ["filled", { status: "filled" }, 0],
    ["closed", { status: "closed" }, 0],
    ["canceled", { status: "canceled" }, 0],
    ["cancelled", { status: "cancelled" }, 0],
    ["expired", { status: "expired" }, 0],
    ["no status", { status: null }, 0],
    ["a word that nobody knows", { status: "quantum" }, 0],
  ])("%s", (_, order, count) => {
    const db = openTrading();
    insertOrder(db, order);
    expect(countFailed(db)).toEqual({ count, unreadable: 0, future: 0, atLeast: false });
  });

  test("canceled and expired ones too, where the options say so", () => {
    const db = openTrading();
    for (const status of ["canceled", "cancelled", "expired"]) insertOrder(db, { status });
    expect(countFailed(db, [...FAILED, "canceled", "cancelled", "expired"]).count).toBe(3);
  });

  test("the columns of the other schemas: no metadata, other names for the time", () => {
    const db = openTrading("CREATE TABLE orders (id INTEGER PRIMARY KEY, pair TEXT, amount REAL, status TEXT DEFAULT 'pending', executed_at TEXT)");
    db.exec(`INSERT INTO orders (status, executed_at) VALUES ('rejected', '${toSqlTime(now - HOUR)}'), ('open', '${toSqlTime(now - HOUR)}')`);
    expect(countFailed(db).count).toBe(1);
  });
});

const epoch = (now - HOUR) / 1000;
const old = (now - 30 * HOUR) / 1000;

describe("when an order was made", () => {
  const yes = { count: 1, unreadable: 0, future: 0, atLeast: false };
  const no = { ...yes, count: 0 };
  test.each<[string, unknown, typeof yes]>([
    ["CURRENT_TIMESTAMP, an hour ago", toSqlTime(now - HOUR), yes],
    ["CURRENT_TIMESTAMP, 23 hours 59 minutes ago", toSqlTime(now - 24 * HOUR + 60_000), yes],
    ["CURRENT_TIMESTAMP, 24 hours and a minute ago", toSqlTime(now - 24 * HOUR - 60_000), no],
    ["ISO with T, 23 hours ago, the calendar day before", new Date(now - 23 * HOUR).toISOString(), yes],
    ["ISO with T, 25 hours ago: T sorts behind a space", new Date(now - 25 * HOUR).toISOString(), no],
    ["an offset that lies on the day before in UTC", "2025-10-12T08:30:00-04:00", yes],
    ["an offset that lies on the day after in UTC", "2025-10-12T15:30:00+05:30", no],
    ["the comma of Python's logging", "2025-10-13 11:00:00,316", yes],
    ["seconds, which the column's affinity keeps a number", epoch, yes],
    ["seconds as text, which the affinity makes a number", String(epoch), yes],
    ["seconds with a fraction", epoch + 0.5, yes],
    ["milliseconds", epoch * 1e3, yes],
    ["microseconds", epoch * 1e6, yes],
    ["nanoseconds", BigInt(epoch) * 1_000_000_000n, yes],
    ["old seconds", old, no],
    ["old milliseconds", old * 1e3, no],
    ["old microseconds", old * 1e6, no],
    ["old nanoseconds", BigInt(old) * 1_000_000_000n, no],
    ["nothing", null, { ...no, unreadable: 1 }],
    ["an empty text", "", { ...no, unreadable: 1 }],
    ["words", "Mon Oct 13 2025", { ...no, unreadable: 1 }],
    ["words that sort first", "13.10.2025 11:00", { ...no, unreadable: 1 }],
    ["zero", 0, { ...no, unreadable: 1 }],
    ["a blob", Buffer.from("2025-10-13 11:00:00"), { ...no, unreadable: 1 }],
    ["four minutes ahead: clocks differ", toSqlTime(now + 240_000), yes],
    ["an hour ahead", toSqlTime(now + HOUR), { ...no, future: 1 }],
    ["next year in milliseconds", Date.UTC(2026, 9, 13), { ...no, future: 1 }],
  ])("%s", (_, time, expected) => {
    const db = openTrading();
    insertOrder(db, { metadata: closeFailed, time });
    expect(countFailed(db)).toEqual(expected);
  });

  test("in a column of TEXT, where an epoch stays text", () => {
    const db = openTrading("CREATE TABLE orders (status TEXT, created_at TEXT)");
    db.exec(`INSERT INTO orders VALUES ('failed', '${epoch}'), ('failed', '${epoch}000'), ('failed', '${old}'), ('failed', '2025-10-13T11:00:00')`);
    expect(countFailed(db)).toEqual({ ...yes, count: 3 });
  });
});

/** Times of every shape, near the window and years from it, and what only looks like one. */
const anyTime = fc.oneof(
  fc
    .tuple(fc.integer({ min: -900, max: 500 }), fc.constantFrom(0, 24), fc.constantFrom(" ", "T"), fc.constantFrom("", "Z", "+14:00", "-12:00", ",316"))
    .map(([days, hours, separator, zone]) => new Date(now - (days * 24 + hours) * HOUR - 60_000).toISOString().slice(0, 19).replace("T", separator) + zone),
  fc.tuple(fc.integer({ min: -900, max: 500 }), fc.constantFrom(1, 1e3, 1e6, 1e9), fc.boolean()).map(([days, unit, isText]) => {
    const time = BigInt(Math.floor(now / 1000) - days * 86_400) * BigInt(unit);
    return isText ? String(time) : time;
  }),
  fc.constantFrom(null, 0, "", "-", "2025", "20251013", "2025.10.13", "2024.", "2025x", "13.10.2025", Buffer.from("2025-10-13 11:00:00")),
);

test("the query leaves out what is older, and nothing else, whatever is in whatever column", () => {
  const count = (db: TestDatabase): unknown => {
    const { unreadable, future, count: young } = countFailed(db);
    return { unreadable, future, young };
  };
  fc.assert(
    fc.property(fc.constantFrom("TIMESTAMP", "TEXT", "REAL", "INTEGER", ""), fc.array(anyTime, { minLength: 20, maxLength: 60 }), (type, times) => {
      const db = openTrading(`CREATE TABLE orders (status TEXT, created_at ${type})`);
      const insert = db.prepare("INSERT INTO orders VALUES ('failed', ?)");
      for (const time of times) insert.run(time);
      const cells = db.prepare("SELECT CASE typeof(created_at) WHEN 'blob' THEN NULL ELSE created_at END AS time FROM orders").all();
      const rows = cells.map(({ time }) => ({ suspect: 1, status: "failed", time: time as Cell, orderId: null, metadata: null })); // no blob is left
      const { unreadable, future, count: young } = countFailedOrders({ rows, more: false }, now, { windowHours: 24, statuses: FAILED });
      expect(count(db)).toEqual({ unreadable, future, young });
    }),
    { numRuns: 60 },
  );
});

describe("what is missing is said, and never zero", () => {
  test.each([
    ["no table", "CREATE TABLE metrics (id INTEGER)", "the database has no table orders"],
    ["a view in its place", "CREATE TABLE o (status TEXT, created_at TEXT); CREATE VIEW orders AS SELECT * FROM o", "the database has no table orders"],
    ["no status", "CREATE TABLE orders (id INTEGER, created_at TEXT)", "the table orders has no column status"],
    ["no time", "CREATE TABLE orders (id INTEGER, status TEXT)", "the table orders has no column that says when an order was made"],
    ["nothing at all: a file of 0 bytes", "", "the database has no table orders"],
  ])("%s", (_, schema, reason) => {
    const { orders } = askTradingDatabase(openTrading(schema), requestAt(now));
    expect(orders).toEqual({ known: false, subject: "orders", reason });
  });

  test("a database of something else answers none of the questions", () => {
    const { path: _, realPath: __, ...parts } = askTradingDatabase(openTrading("CREATE TABLE notes (text TEXT)"), requestAt(now));
    expect(Object.values(parts).map((part) => part.known)).toEqual([false, false, false, false, false]);
  });
});

test("more failed orders than the probe brings: a lower bound; more waiting ones change nothing", () => {
  const db = openTrading();
  db.transaction(() => {
    for (let i = 0; i < 5100; i++) insertOrder(db, { status: "sent" });
    for (let i = 0; i < 7; i++) insertOrder(db, { metadata: closeFailed });
  })();
  expect(countFailed(db)).toEqual({ count: 7, unreadable: 0, future: 0, atLeast: false });
  db.transaction(() => {
    for (let i = 0; i < 5100; i++) insertOrder(db, { metadata: closeFailed });
  })();
  expect(countFailed(db)).toEqual({ count: 5000, unreadable: 0, future: 0, atLeast: true });
});

test("a column called rowid is no number of rows", () => {
  const db = openTrading("CREATE TABLE orders (rowid TEXT, oid TEXT, status TEXT, created_at TEXT)");
  for (let i = 0; i < 3; i++) db.prepare("INSERT INTO orders VALUES ('same', 'same', 'failed', ?)").run(toSqlTime(now - HOUR));
  expect(countFailed(db).count).toBe(3);
});

test("of cells of a megabyte little is brought", () => {
  const db = openTrading();
  const long = "x".repeat(1 << 20);
  insertOrder(db, { id: long, status: `failed ${long}`, time: long, metadata: `{"error": "${long}"}` });
  db.prepare("INSERT INTO positions (position_id, pair, side, entry_price, volume, status, pnl) VALUES (?, ?, ?, 1, 1, ?, ?)").run(
    long,
    long,
    long,
    long,
    long,
  );
  db.prepare("INSERT INTO events (event_type, severity, message, timestamp) VALUES ('trading_halted', ?, ?, ?)").run(long, long, long);
  const facts = askTradingDatabase(db, requestAt(now));
  expect(facts).toMatchObject({ orders: { value: { rows: [{ suspect: 1 }] } }, positions: { value: { rows: [{ side: long.slice(0, 200) }] } } });
  expect(JSON.stringify(facts).length).toBeLessThan(5000);
});

describe("orders of which nothing was heard", () => {
  function countWaiting(db: TestDatabase): number {
    const { orders, settled } = askTradingDatabase(db, requestAt(now));
    if (!orders.known) throw new Error(orders.reason);
    return countUnconfirmedOrders(orders.value, settled.known ? settled.value.rows : [], now, { minutes: 30, windowHours: 168 }).count;
  }

  test.each<[string, string, number]>([
    ["nothing", "", 1],
    ["the exchange knows it", "INSERT INTO executions (order_id, exec_type, order_status, timestamp) VALUES ('O1', 'new', 'new', '2025-10-13T11:00:01Z')", 1],
    ["a trade", "INSERT INTO executions (order_id, exec_type, order_status, timestamp) VALUES ('O1', 'trade', 'partially_filled', '2025-10-13T11:00:01Z')", 0],
    ["canceled, as Kraken spells it", "INSERT INTO executions (order_id, exec_type, order_status) VALUES ('O1', 'canceled', 'Canceled')", 0],
    ["a trade of another order", "INSERT INTO executions (order_id, exec_type) VALUES ('O2', 'trade')", 1],
    ["a trade that the bot wrote down itself", "INSERT INTO trades (order_id, pair, side, price, volume) VALUES ('O1', 'XLM/USD', 'buy', 0.35, 20)", 0],
  ])("%s", (_, sql, count) => {
    const db = openTrading();
    insertOrder(db, { id: "O1" });
    db.exec(sql);
    expect(countWaiting(db)).toBe(count);
  });

  test("young, failed and ended orders are none", () => {
    const db = openTrading();
    insertOrder(db, { status: "sent", time: toSqlTime(now - 60_000) });
    insertOrder(db, { metadata: closeFailed });
    insertOrder(db, { status: "filled" });
    insertOrder(db, { status: "canceled" });
    expect(countWaiting(db)).toBe(0);
  });
});

describe("positions, halts and the newest row", () => {
  test("an open position of the real bot has no profit or loss; other schemas name it otherwise", () => {
    const real = openTrading();
    real.exec(
      "INSERT INTO positions (position_id, pair, side, entry_price, volume, status) VALUES ('P1', 'XLM/USD', 'buy', 0.35, 20, 'open'), ('P2', 'XLM/USD', 'buy', 0.35, 20, 'closed')",
    );
    const other = openTrading(
      "CREATE TABLE positions (id INTEGER PRIMARY KEY, symbol TEXT, side TEXT, amount REAL, entry_price REAL, current_price REAL, unrealized_pnl REAL, pnl REAL DEFAULT 0, closed_at TEXT)",
    );
    other.exec(
      "INSERT INTO positions VALUES (7, 'XLM/USD', 'buy', 100, 0.35, 0.25, NULL, NULL, NULL), (8, 'XLM/USD', 'buy', 1, 1, 1, -6, 0, NULL), (9, 'XLM/USD', 'buy', 1, 1, 1, -6, 0, '2025-10-13')",
    );
    const open = (db: TestDatabase): unknown => {
      const { positions } = askTradingDatabase(db, requestAt(now));
      return positions.known && listOpenPositions(positions.value.rows).map(({ id, pnl }) => [id, pnl]);
    };
    expect(open(real)).toEqual([["P1", null]]);
    expect(open(other)).toEqual([
      ["8", -6],
      ["7", -9.999999999999998],
    ]);
  });

  test("halts of the window", () => {
    const db = openTrading();
    const insert = db.prepare("INSERT INTO events (event_type, severity, timestamp) VALUES (?, 'CRITICAL', ?)");
    insert.run("trading_halted", toSqlTime(now - HOUR));
    insert.run("trading_halted", toSqlTime(now - 30 * HOUR));
    insert.run("trading_resumed", toSqlTime(now));
    insert.run("TRADING_HALTED", (now - 2 * HOUR) / 1000);
    const { events } = askTradingDatabase(db, requestAt(now));
    expect(events.known && listHalts(events.value.rows, now, 24)).toEqual([{ at: now - HOUR }, { at: now - 2 * HOUR }]);
  });

  test("the newest of all tables and shapes, the future left out", () => {
    const db = openTrading();
    insertOrder(db, { time: toSqlTime(now - 5 * HOUR) });
    db.exec(`UPDATE orders SET updated_at = '${toSqlTime(now - 4 * HOUR)}'`);
    db.exec(`INSERT INTO balance_history (usd_balance, timestamp) VALUES (98, ${now - 2 * HOUR}), (98, '2031-01-01 00:00:00')`);
    const { newest } = askTradingDatabase(db, requestAt(now));
    expect(newest.known && findNewest(newest.value.rows, now)).toBe(now - 2 * HOUR);
    const empty = askTradingDatabase(openTrading(), requestAt(now)).newest;
    expect(empty.known && findNewest(empty.value.rows, now)).toBeNull();
  });
});
