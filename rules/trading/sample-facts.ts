/** Facts for the examples of the trading rules: a bot that is well, and what differs. */
import { type Known, known } from "../../src/core/facts/known.ts";
import type { CriticalFile, NonceFile, OrderRow, PositionRow, TradingDatabase, TradingFiles, TradingLog } from "../../src/core/facts/trading.ts";

/** 13 October 2025, 12:00 in UTC, 8:00 in New York. */
export const now = Date.UTC(2025, 9, 13, 12);

export function database(parts: Partial<TradingDatabase> = {}): Known<TradingDatabase> {
  const none = known({ rows: [], more: false });
  const path = "D:/databases/trading.db";
  return known({ path, realPath: path, orders: none, settled: none, positions: none, events: none, newest: none, ...parts });
}

export function orders(...rows: readonly Partial<OrderRow>[]): TradingDatabase["orders"] {
  return known({ rows: rows.map((row) => ({ suspect: 0, status: "sent", time: "2025-10-13 11:00:00", orderId: null, metadata: null, ...row })), more: false });
}

/** A close that could not be carried out, as the bot writes it down. */
export const failedClose: OrderRow = {
  suspect: 1,
  status: "new",
  time: "2025-10-13 06:20:42",
  orderId: null,
  metadata: '{"pair": "XLM/USD", "action": "close_failed", "error": "Risk limit exceeded"}',
};

export function times<T>(count: number, value: T): T[] {
  return Array.from({ length: count }, () => value);
}

export function position(row: Partial<PositionRow>): PositionRow {
  const empty = { id: "P1", pair: "XLM/USD", side: "buy", status: "open", closedAt: null, entryPrice: 0.35, currentPrice: null, volume: 20, pnl: null };
  return { ...empty, ...row };
}

/** `tail`: also read for failed closes and the last date, as the probe does. */
export function log(tail: readonly string[], parts: Partial<TradingLog> = {}): Known<TradingLog> {
  return known({
    path: "D:/logs/trading.log",
    others: [],
    mtime: now,
    bytes: tail.join("\n").length,
    encoding: "utf-8",
    tail,
    failedCloses: tail.filter((line) => line.includes("[CLOSE POSITION] FAILED")),
    lastDated: tail.findLast((line) => /^\d{4}-/.test(line)) ?? null,
    reach: "start",
    timeZone: "America/New_York",
    ...parts,
  });
}

/** A record as Python writes it, in the time of New York. */
export function record(time: string, level: string, message: string): string {
  return `2025-10-13 ${time},316 - trading_engine - ${level} - ${message}`;
}

export function files(parts: Partial<TradingFiles> = {}): Known<TradingFiles> {
  const all = [file({ pattern: "{,src/}config.py", candidates: ["config.py", "src/config.py"], found: "src/config.py" }), file({})];
  return known({ root: "apps/crypto-enhanced", files: all, nonces: [nonce({})], hasDatabase: true, ...parts });
}

export function file(parts: Partial<CriticalFile>): CriticalFile {
  const name = "nonce_state_primary.json";
  return { pattern: name, candidates: [name], found: name, kind: "file", bytes: 100, ignored: false, ...parts };
}

export function nonce(parts: Partial<NonceFile>): NonceFile {
  return { path: "nonce_state_primary.json", text: '{"last_nonce": 1760356146471341630, "timestamp": 1760356146.471}', committed: null, ...parts };
}
