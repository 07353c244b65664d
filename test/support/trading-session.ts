import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openTestDatabase, type TestDatabase } from "./sqlite.ts";
import { toSessionLog } from "./trading-log.ts";

export interface SessionOptions {
  /** When the session ended, milliseconds since the epoch. */
  readonly end: number;
  /** Default 194. */
  readonly failedCloses?: number;
  /** Physical lines of the log; default 3500. */
  readonly lines?: number;
  /** The bot is well: no error in the log. Default false. */
  readonly calm?: boolean;
  /** Every order was carried out; by default 43 were sent and nothing was heard of them. Default false. */
  readonly confirmed?: boolean;
  /** Default `delete`, as the bot leaves it. */
  readonly journalMode?: "wal" | "delete";
  /** So many orders from before, one a minute, the last 30 days ago: 400,000 make a database of 105 MB. Default 0. */
  readonly oldOrders?: number;
}

export interface Session {
  readonly database: string;
  readonly log: string;
}

const MINUTES = 280;

/**
 * Writes `trading.db` and `trading.log` of a session like that of 13 October 2025 into a folder, as the bot's own code leaves them: no order
 * ever gets the status `failed`; a close that fails stands there as `new`, without an order id, and what happened only in its metadata.
 */
export function writeTradingSession(folder: string, options: SessionOptions): Session {
  mkdirSync(folder, { recursive: true });
  const failedCloses = options.failedCloses ?? 194;
  const database = join(folder, "trading.db");
  const db = openTestDatabase(database);
  db.pragma(`journal_mode = ${options.journalMode ?? "delete"}`);
  db.exec(TRADING_SCHEMA);
  db.transaction(() => {
    insertOldOrders(db, options.end - 30 * 86_400_000, options.oldOrders ?? 0);
    insertSession(db, options.end, failedCloses, options.confirmed ? "closed" : "sent");
  })();
  db.close();
  const log = join(folder, "trading.log");
  const shape = { end: options.end, minutes: MINUTES, lines: options.lines ?? 3500, failedCloses, timeZone: "America/New_York", calm: options.calm ?? false };
  writeFileSync(log, `${toSessionLog(shape).join("\n")}\n`);
  utimesSync(log, options.end / 1000, options.end / 1000);
  return { database, log };
}

/** The tables of the bot, as far as anything reads them. TIMESTAMP has NUMERIC affinity. */
export const TRADING_SCHEMA = `
  CREATE TABLE orders (id INTEGER PRIMARY KEY AUTOINCREMENT, order_id TEXT UNIQUE, pair TEXT NOT NULL, side TEXT NOT NULL, order_type TEXT NOT NULL,
    volume REAL NOT NULL, price REAL, status TEXT, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, metadata TEXT);
  CREATE TABLE trades (id INTEGER PRIMARY KEY AUTOINCREMENT, trade_id TEXT UNIQUE, order_id TEXT, pair TEXT NOT NULL, side TEXT NOT NULL, price REAL NOT NULL,
    volume REAL NOT NULL, fee REAL, executed_at TIMESTAMP, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
  CREATE TABLE positions (id INTEGER PRIMARY KEY AUTOINCREMENT, position_id TEXT UNIQUE, pair TEXT NOT NULL, side TEXT NOT NULL, entry_price REAL NOT NULL,
    volume REAL NOT NULL, stop_loss REAL, take_profit REAL, status TEXT, opened_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, closed_at TIMESTAMP, pnl REAL, metadata TEXT);
  CREATE TABLE events (id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp TIMESTAMP DEFAULT CURRENT_TIMESTAMP, event_type TEXT NOT NULL,
    severity TEXT DEFAULT 'INFO', message TEXT, metadata TEXT);
  CREATE TABLE executions (id INTEGER PRIMARY KEY AUTOINCREMENT, order_id TEXT, exec_id TEXT UNIQUE, exec_type TEXT, trade_id TEXT, symbol TEXT, side TEXT,
    last_qty REAL, last_price REAL, liquidity_ind TEXT, cost REAL, order_userref INTEGER, order_status TEXT, order_type TEXT, fee_usd_equiv REAL,
    timestamp TIMESTAMP, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, metadata TEXT);
  CREATE TABLE balance_history (id INTEGER PRIMARY KEY AUTOINCREMENT, usd_balance REAL, xlm_balance REAL, timestamp TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    source TEXT DEFAULT 'websocket');`;

const INSERT_ORDER = `INSERT INTO orders (order_id, pair, side, order_type, volume, price, status, created_at, updated_at, metadata)
  VALUES (?, 'XLM/USD', ?, ?, 20, ?, ?, ?, ?, ?)`;

function insertSession(db: TestDatabase, end: number, failedCloses: number, status: "sent" | "closed"): void {
  const insert = db.prepare(INSERT_ORDER);
  const start = end - MINUTES * 60_000;
  const at = (share: number): string => toSqlTime(start + share * (end - start));
  for (let i = 0; i < failedCloses; i++) {
    const id = `ODEMO${i % 2}-CLOSE-FAILS`;
    const order = { position_id: id, pair: "XLM/USD", side: "sell", order_type: "market", volume: 20 };
    const failure = { action: "close_failed", reason: "Risk reduction", error: "Risk limit exceeded", timestamp: "2025-10-13T02:20:42.316000" };
    insert.run(null, "sell", "market", null, "new", at(i / failedCloses), at(i / failedCloses), JSON.stringify({ ...order, ...failure }));
  }
  for (let i = 0; i < 43; i++)
    insert.run(null, "sell", "market", null, status, at(i / 43), at(i / 43), JSON.stringify({ pair: "XLM/USD", req_id: i, status: "sent" }));
  db.prepare("INSERT INTO events (timestamp, event_type, severity, message) VALUES (?, 'bot_started', 'INFO', 'started')").run(at(0));
}

function insertOldOrders(db: TestDatabase, last: number, count: number): void {
  const insert = db.prepare(INSERT_ORDER);
  const metadata = JSON.stringify({ pair: "XLM/USD", side: "buy", order_type: "limit", volume: 20, price: 0.35, userref: null, note: "x".repeat(30) });
  for (let i = 0; i < count; i++) {
    const time = toSqlTime(last - (count - i) * 60_000);
    insert.run(`OOLD00-${String(i).padStart(7, "0")}`, "buy", "limit", 0.35, "sent", time, time, metadata);
  }
}

/** As CURRENT_TIMESTAMP writes it: UTC, a space, whole seconds. */
export function toSqlTime(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace("T", " ");
}
