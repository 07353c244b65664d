import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { options as failedOrders } from "../../../rules/trading/failed-orders.options.ts";
import { options as halted } from "../../../rules/trading/halted.options.ts";
import { options as logErrors } from "../../../rules/trading/log-errors.options.ts";
import { options as openPnl } from "../../../rules/trading/open-pnl.options.ts";
import { options as unconfirmedOrders } from "../../../rules/trading/unconfirmed-orders.options.ts";
import { known, unknown } from "../../../src/core/facts/known.ts";
import type { MachineFacts } from "../../../src/core/facts/machine.ts";
import { toTradingSettings } from "../../../src/core/trading/settings.ts";
import { type TradingStatus, toTradingStatus } from "../../../src/core/trading/status.ts";
import { openTestDatabase } from "../../support/sqlite.ts";
import { askTradingDatabase, askTradingFills, readWholeLog, requestAt } from "../../support/trading-probe.ts";
import { toSqlTime, writeTradingSession } from "../../support/trading-session.ts";

const end = Date.UTC(2025, 9, 13, 11);
const now = end + 3_600_000;
const options = {
  failedOrders: failedOrders.parse({}),
  logErrors: logErrors.parse({}),
  openPnl: openPnl.parse({}),
  unconfirmedOrders: unconfirmedOrders.parse({}),
  halted: halted.parse({}),
};

function statusOf(facts: MachineFacts): TradingStatus {
  return toTradingStatus(facts, toTradingSettings({ timeZone: "America/New_York" }), options);
}

test("the session of October, each number beside its threshold", () => {
  const folder = mkdtempSync(join(tmpdir(), "guard-status-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const session = writeTradingSession(folder, { end });
  const db = openTestDatabase(session.database);
  db.exec(`INSERT INTO positions (position_id, pair, side, entry_price, volume, status, pnl) VALUES ('P1', 'XLM/USD', 'buy', 0.35, 20, 'open', -1.5), ('P2', 'XLM/USD', 'buy', 0.35, 20, 'open', NULL);
    INSERT INTO events (event_type, severity, timestamp) VALUES ('trading_halted', 'CRITICAL', '${toSqlTime(end)}')`);
  const request = requestAt(now);
  const facts = {
    now,
    tradingDatabase: known(askTradingDatabase(db, request)),
    tradingFills: known(askTradingFills(db)),
    tradingLog: known(readWholeLog(session.log, request)),
  };
  db.close();
  const status = statusOf(facts);
  expect(status).toMatchObject({
    schema: "guard.trading/1",
    at: "2025-10-13T12:00:00.000Z",
    readiness: { status: "INSUFFICIENT DATA", trades: 0, interval: null },
    validation: { start: "2025-10-13", end: "2025-11-12", day: 1, days: 31 },
    failedOrders: { count: 194, database: 194, log: 194, max: 5, windowHours: 24 },
    logErrors: { path: session.log, count: 6, max: 10, lines: 100, lastRecordAt: "2025-10-13T11:00:00.000Z" },
    openPositions: {
      positions: [
        { id: "P2", pnl: null },
        { id: "P1", pnl: -1.5 },
      ],
      pnlUsd: -1.5,
      maxLossUsd: 5,
    },
    unconfirmedOrders: { count: 43, minutes: 30 },
    halts: { count: 1, windowHours: 24 },
    unknown: [],
  });
  expect(JSON.parse(JSON.stringify(status))).toEqual(status);
});

test("nothing could be looked at: every number is null, and why stands beside it", () => {
  const missing = unknown<never>("D:/databases/trading.db", "there is no such file");
  const status = statusOf({ now, tradingDatabase: missing, tradingFills: missing, tradingLog: unknown("D:/logs/*.log", "no file matches") });
  expect(status).toMatchObject({
    readiness: null,
    failedOrders: { count: null, database: null, log: null },
    logErrors: { path: null, count: null, lastRecordAt: null },
    openPositions: { positions: null, pnlUsd: null },
    unconfirmedOrders: { count: null },
    halts: { count: null },
    database: { path: null, newestRowAt: null },
  });
  expect(status.unknown.map(({ part }) => part)).toEqual(["readiness", "logErrors", "openPositions", "unconfirmedOrders", "halts", "database", "failedOrders"]);
});

test("a position without a number is not zero", () => {
  const db = openTestDatabase(":memory:");
  db.exec("CREATE TABLE positions (id INTEGER, status TEXT, pnl REAL); INSERT INTO positions VALUES (1, 'open', NULL)");
  const facts = { now, tradingDatabase: known(askTradingDatabase(db, requestAt(now))) };
  db.close();
  expect(statusOf(facts).openPositions).toMatchObject({ positions: [{ id: "1", pnl: null }], pnlUsd: null });
});

test("the progress of the validation", () => {
  const day = (at: string): number => toTradingStatus({ now: Date.parse(at) }, toTradingSettings(), options).validation.day;
  expect([day("2025-10-01"), day("2025-10-13"), day("2025-11-12T23:00:00Z"), day("2026-06-01")]).toEqual([0, 1, 31, 31]);
});
