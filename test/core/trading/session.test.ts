import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { options as failedOrderOptions } from "../../../rules/trading/failed-orders.options.ts";
import { failedOrders } from "../../../rules/trading/failed-orders.ts";
import { options as logErrorOptions } from "../../../rules/trading/log-errors.options.ts";
import { logErrors } from "../../../rules/trading/log-errors.ts";
import { known } from "../../../src/core/facts/known.ts";
import type { MachineFacts } from "../../../src/core/facts/machine.ts";
import { readLogHealth } from "../../../src/core/trading/log-health.ts";
import { openTestDatabase } from "../../support/sqlite.ts";
import { askTradingDatabase, readWholeLog, requestAt } from "../../support/trading-probe.ts";
import { type Session, writeTradingSession } from "../../support/trading-session.ts";

/** The session of 13 October 2025 ended at 7:00 in New York. */
const end = Date.UTC(2025, 9, 13, 11);
const now = end + 3_600_000;
let folder: string;
let session: Session;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guard-session-"));
  session = writeTradingSession(folder, { end });
});
afterAll(() => rmSync(folder, { recursive: true }));

function readFacts({ database, log }: Session, at: number): MachineFacts {
  const db = openTestDatabase(database);
  const facts = { now: at, tradingDatabase: known(askTradingDatabase(db, requestAt(at))), tradingLog: known(readWholeLog(log, requestAt(at))) };
  db.close();
  return facts;
}

test("a naive query sees no failed order, a naive search too many errors", () => {
  const db = openTestDatabase(session.database);
  expect(db.prepare("SELECT count(*) AS n FROM orders WHERE status = 'failed'").get()).toEqual({ n: 0 });
  db.close();
  const lines = readFileSync(session.log, "utf8").trimEnd().split("\n");
  expect(lines).toHaveLength(3500);
  expect(lines.slice(-100).filter((line) => /error/i.test(line))).toHaveLength(14);
});

test("Guard counts 194 failed orders and 6 errors", () => {
  const facts = readFacts(session, now);
  expect(failedOrders.check(facts, failedOrderOptions.parse({}))).toEqual([
    expect.objectContaining({ facts: { count: 194, max: 5, windowHours: 24, database: 194, log: 194 } }),
  ]);
  const health = readLogHealth(readWholeLog(session.log, requestAt(now)), now, "America/New_York", 100);
  expect(health.known && health.value).toEqual({ errors: 6, lines: 100, lastAt: end, ageHours: 1 });
  expect(logErrors.check(facts, logErrorOptions.parse({}))).toEqual([]);
});

test("a day later the same session is history", () => {
  const facts = readFacts(session, now + 26 * 3_600_000);
  expect(failedOrders.check(facts, failedOrderOptions.parse({}))).toEqual([]);
});

test("a bot that is well", () => {
  const calm = writeTradingSession(join(folder, "calm"), { end, failedCloses: 0, calm: true, lines: 500, journalMode: "wal" });
  const facts = readFacts(calm, now);
  expect(failedOrders.check(facts, failedOrderOptions.parse({}))).toEqual([]);
  expect(logErrors.check(facts, logErrorOptions.parse({}))).toEqual([]);
});
