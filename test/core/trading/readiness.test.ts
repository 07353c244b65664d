import { describe, expect, test } from "vitest";
import { known } from "../../../src/core/facts/known.ts";
import type { FillRow, TradingFills } from "../../../src/core/facts/trading.ts";
import { chooseFills } from "../../../src/core/trading/fills.ts";
import { computeReadiness, type Readiness, toWilsonInterval } from "../../../src/core/trading/readiness.ts";
import { toTradingSettings } from "../../../src/core/trading/settings.ts";
import { openTestDatabase } from "../../support/sqlite.ts";
import { askTradingFills } from "../../support/trading-probe.ts";
import { TRADING_SCHEMA } from "../../support/trading-session.ts";

const now = Date.UTC(2025, 10, 20);
const start = Date.UTC(2025, 9, 14);
const settings = toTradingSettings();

function readinessOf(rows: readonly FillRow[], startBalanceUsd = 135): Readiness {
  const none = known({ rows: [], more: false });
  const fills = chooseFills({ path: "trading.db", executions: known({ rows, more: false }), trades: none } satisfies TradingFills, now);
  if (!fills.known) throw new Error(fills.reason);
  return computeReadiness(fills.value, { ...settings, startBalanceUsd });
}

let serial = 0;
/** `minute`: since the 14th of October. */
function fill(side: "buy" | "sell", volume: number, price: number, minute: number, more: Partial<FillRow> = {}): FillRow {
  serial += 1;
  return { id: `E${serial}`, orderId: `O${serial}`, symbol: "XLM/USD", side, volume, price, fee: 0, time: (start + minute * 60_000) / 1000, ...more };
}

/** A purchase at a thousand dollars and a sale that earns `pnl`, without fees. */
function trip(pnl: number, minute: number): FillRow[] {
  return [fill("buy", 1, 1000, minute), fill("sell", 1, 1000 + pnl, minute + 0.5)];
}

function trips(...results: readonly (readonly [count: number, pnl: number])[]): FillRow[] {
  const pnls = results.flatMap(([count, pnl]) => Array.from({ length: count }, () => pnl));
  return pnls.flatMap((pnl, i) => trip(pnl, i));
}

function met(readiness: Readiness): boolean[] {
  return readiness.criteria.map((criterion) => criterion.met);
}

describe("three answers, four criteria", () => {
  test("no trade at all", () => {
    const readiness = readinessOf([]);
    expect(readiness).toMatchObject({ status: "INSUFFICIENT DATA", trades: 0, interval: null, netUsd: 0 });
    expect(readiness.criteria.map(({ value }) => value)).toEqual([0, null, null, null]);
    expect(met(readiness)).toEqual([false, false, false, false]);
  });

  test("49 of the best trades are too few, 50 are enough", () => {
    expect(readinessOf(trips([49, 1])).status).toBe("INSUFFICIENT DATA");
    expect(readinessOf(trips([50, 1])).status).toBe("READY TO SCALE");
  });

  test("26 of 50 won is 52.0 percent: enough; 25 are not", () => {
    expect(readinessOf(trips([26, 0.1], [24, -0.05]))).toMatchObject({ status: "READY TO SCALE", wins: 26, losses: 24, interval: { low: 38.51, high: 65.2 } });
    const readiness = readinessOf(trips([25, 0.1], [25, -0.05]));
    expect(readiness.status).toBe("NOT READY");
    expect(met(readiness)).toEqual([true, false, true, true]);
  });

  test("one cent a trade is not more than one cent, whatever floating point makes of it", () => {
    const readiness = readinessOf(trips([50, 0.01]));
    expect(readiness.criteria[2]).toEqual({ name: "expectancyUsd", value: 0.01, needed: 0.01, relation: "more than", met: false });
    expect(readiness.status).toBe("NOT READY");
    expect(readinessOf(trips([49, 0.01], [1, 0.0101])).status).toBe("READY TO SCALE");
  });

  test("a drawdown of 30.0 percent is too much, a little less is not", () => {
    const bad = readinessOf(trips([1, -30], [60, 1]), 100);
    expect(bad.criteria[3]).toMatchObject({ value: 30, met: false });
    expect(bad).toMatchObject({ status: "NOT READY", maxDrawdownUsd: 30 });
    expect(readinessOf(trips([1, -29.999], [60, 1]), 100).status).toBe("READY TO SCALE");
  });

  test("drawdown is measured from the peak, not from the start", () => {
    expect(readinessOf(trips([1, 100], [1, -50]), 100).criteria[3]?.value).toBe(25);
  });

  test("break-even trades count, and are neither won nor lost", () => {
    expect(readinessOf(trips([26, 0.1], [24, 0]))).toMatchObject({ wins: 26, losses: 0, breakEven: 24, status: "READY TO SCALE" });
    expect(readinessOf([fill("buy", 3, 0.1, 0), fill("sell", 3, 0.1, 1)])).toMatchObject({ breakEven: 1 });
  });
});

describe("lots", () => {
  test("one sale may close two purchases: one result, with all of both", () => {
    expect(readinessOf([fill("buy", 10, 1, 0), fill("buy", 10, 2, 1), fill("sell", 20, 3, 2)])).toMatchObject({ trades: 1, netUsd: 30 });
  });

  test("two sales may share one purchase, the first in first out", () => {
    const rows = [fill("buy", 10, 1, 0), fill("buy", 10, 2, 1), fill("sell", 15, 2, 2), fill("sell", 5, 2, 3)];
    expect(readinessOf(rows)).toMatchObject({ trades: 2, netUsd: 10, wins: 1, breakEven: 1 });
  });

  test("an order that fills in parts is one result", () => {
    const rows = [fill("buy", 20, 1, 0), fill("sell", 5, 2, 1, { orderId: "S" }), fill("sell", 15, 1.5, 2, { orderId: "S" })];
    expect(readinessOf(rows)).toMatchObject({ trades: 1, netUsd: 12.5 });
  });

  test("a sale is never matched with a purchase that comes later, nor with another market", () => {
    expect(readinessOf([fill("sell", 5, 3, 0), fill("buy", 5, 1, 1)])).toMatchObject({ trades: 0, doubts: { unmatchedSells: 1 } });
    expect(readinessOf([fill("buy", 5, 1, 0, { symbol: "XBT/USD" }), fill("sell", 5, 3, 1)])).toMatchObject({ trades: 0, doubts: { unmatchedSells: 1 } });
    expect(readinessOf([fill("buy", 5, 1, 0), fill("sell", 8, 3, 1)])).toMatchObject({ trades: 1, netUsd: 10, doubts: { unmatchedSells: 1 } });
  });

  test("rows may come in any order, and one market has many names", () => {
    expect(readinessOf([fill("sell", 5, 3, 1, { symbol: "XLMUSD" }), fill("buy", 5, 1, 0, { symbol: "XXLMZUSD" })])).toMatchObject({ trades: 1, netUsd: 10 });
  });

  test("fees go with the parts", () => {
    const rows = [fill("buy", 20, 1, 0, { fee: 0.4 }), fill("sell", 10, 2, 1, { fee: 0.1 }), fill("sell", 10, 2, 2, { fee: 0.1 })];
    expect(readinessOf(rows)).toMatchObject({ trades: 2, netUsd: 19.4, feesUsd: 0.6, doubts: { estimatedFees: 0 } });
  });

  test("a fee that is not known is the taker's, and said", () => {
    expect(readinessOf([fill("buy", 100, 1, 0, { fee: null }), fill("sell", 100, 2, 1)])).toMatchObject({
      netUsd: 99.74,
      feesUsd: 0.26,
      doubts: { estimatedFees: 1 },
    });
  });

  test("results from before the validation do not count, purchases do", () => {
    const rows = [...trip(1, -2000), fill("buy", 5, 1, -1500), fill("sell", 5, 2, 0)];
    expect(readinessOf(rows)).toMatchObject({ trades: 1, netUsd: 5 });
  });

  test("what is no whole trade is left out, and said; the same trade twice counts once", () => {
    const sale = fill("sell", 5, 2, 1);
    const broken = [
      fill("buy", 5, 0, 0),
      fill("buy", 0, 1, 0),
      fill("buy", 5, 1, 0, { time: "?" }),
      fill("buy", 5, 1, 0, { price: null }),
      fill("buy", 5, 1, 0, { side: "" }),
    ];
    const rows = [...broken, fill("buy", 5, 1, 60 * 24 * 365), fill("buy", 10, 1, 0), sale, sale];
    expect(readinessOf(rows)).toMatchObject({ trades: 1, netUsd: 5, doubts: { skippedRows: 5, futureRows: 1 } });
  });

  test("a sale of everything leaves nothing behind, though decimals do not add up in binary", () => {
    const rows = [fill("buy", 0.1, 1, 0), fill("buy", 0.2, 1, 1), fill("sell", 0.3, 2, 2), fill("sell", 1, 2, 3)];
    expect(readinessOf(rows)).toMatchObject({ trades: 1, doubts: { unmatchedSells: 1 } });
  });
});

describe("where the trades come from", () => {
  test("executions of the type trade; a filled event without price is none, the same id is one", () => {
    const db = openTestDatabase(":memory:");
    db.exec(TRADING_SCHEMA);
    db.exec(`INSERT INTO executions (exec_id, order_id, exec_type, symbol, side, last_qty, last_price, fee_usd_equiv, order_status, timestamp) VALUES
      ('E1', 'B', 'trade', 'XLM/USD', 'buy', 20, 0.3, 0.02, 'partially_filled', '2025-10-14T06:00:00.601033Z'),
      ('E2', 'B', 'filled', 'XLM/USD', 'buy', NULL, NULL, NULL, 'filled', '2025-10-14T06:00:01Z'),
      ('E3', 'S', 'Trade', 'XLM/USD', 'sell', 20, 0.4, 0.02, 'filled', '2025-10-14T07:00:00Z'),
      ('E4', 'S', 'new', 'XLM/USD', 'sell', 20, 0.4, 0, 'new', '2025-10-14T06:59:00Z')`);
    const fills = chooseFills(askTradingFills(db), now);
    db.close();
    expect(fills.known && computeReadiness(fills.value, settings)).toMatchObject({ source: "executions", trades: 1, netUsd: 1.96, doubts: { skippedRows: 0 } });
  });

  test("trades where executions are empty; a time that the bot forgot is the row's own", () => {
    const db = openTestDatabase(":memory:");
    db.exec(TRADING_SCHEMA);
    db.exec(`INSERT INTO trades (trade_id, order_id, pair, side, price, volume, fee, created_at) VALUES
      ('T1', 'B', 'XLM/USD', 'buy', 0.3, 20, 0, '2025-10-14 06:00:00'), ('T2', 'S', 'XLM/USD', 'sell', 0.4, 20, 0, '2025-10-14 06:00:00')`);
    const fills = chooseFills(askTradingFills(db), now);
    db.close();
    expect(fills.known && computeReadiness(fills.value, settings)).toMatchObject({ source: "trades", trades: 1, netUsd: 2 });
  });

  test("neither table: unknown, and not zero", () => {
    const db = openTestDatabase(":memory:");
    const fills = chooseFills(askTradingFills(db), now);
    db.close();
    expect(fills).toEqual({ known: false, subject: "trades", reason: "the database has no table trades" });
  });
});

test("Wilson's interval", () => {
  expect(toWilsonInterval(26, 50)).toEqual({ low: 38.51, high: 65.2 });
  expect(toWilsonInterval(0, 10)).toEqual({ low: 0, high: 27.75 });
  expect(toWilsonInterval(10, 10)).toEqual({ low: 72.25, high: 100 });
});
