import fc from "fast-check";
import { expect, test } from "vitest";
import { known } from "../../../src/core/facts/known.ts";
import type { FillRow } from "../../../src/core/facts/trading.ts";
import { chooseFills } from "../../../src/core/trading/fills.ts";
import { computeReadiness, type Readiness } from "../../../src/core/trading/readiness.ts";
import { toTradingSettings } from "../../../src/core/trading/settings.ts";

/**
 * The oracle counts single units of volume and whole numbers only. One USD is `USD` of its smallest coins, so small that a price (in hundredths
 * of a cent), a fee shared by up to 20 units and the taker's 0.26 % of one unit are all whole. No lot, no fraction, no floating point.
 */
const TICK = 20 * 5000;
const USD = 10_000 * TICK;

interface Trade {
  readonly order: string;
  readonly symbol: string;
  readonly side: "buy" | "sell";
  readonly volume: number;
  /** Hundredths of a cent. */
  readonly price: number;
  /** Hundredths of a cent. */
  readonly fee: number | null;
  /** Minutes, no two alike. */
  readonly minute: number;
}

const validationStart = Date.UTC(2025, 9, 13);
const now = Date.UTC(2026, 0, 1);

function consult(trades: readonly Trade[], startBalance: number): Pick<Readiness, "status" | "trades" | "wins" | "losses"> & { net: number; drawdown: number } {
  const stock: Record<string, { price: number; fee: number }[]> = {};
  const units: { order: string; minute: number; gain: number }[] = [];
  for (const trade of [...trades].sort((a, b) => a.minute - b.minute)) {
    const fee = trade.fee === null ? (trade.price * TICK * 26) / 10_000 : (trade.fee * TICK) / trade.volume;
    stock[trade.symbol] ??= [];
    for (let unit = 0; unit < trade.volume; unit++) {
      if (trade.side === "buy") stock[trade.symbol]?.push({ price: trade.price, fee });
      else {
        const bought = stock[trade.symbol]?.splice(0, 1)[0];
        if (bought) units.push({ order: `${trade.symbol}${trade.order}`, minute: trade.minute, gain: (trade.price - bought.price) * TICK - fee - bought.fee });
      }
    }
  }
  const orders = [...new Set(units.map(({ order }) => order))].map((order) => {
    const own = units.filter((unit) => unit.order === order);
    return { minute: Math.max(...own.map(({ minute }) => minute)), gain: own.reduce((sum, { gain }) => sum + gain, 0) };
  });
  const counted = orders.filter(({ minute }) => minute >= 0).sort((a, b) => a.minute - b.minute);
  const curve = [startBalance * USD];
  for (const { gain } of counted) curve.push((curve.at(-1) ?? 0) + gain);
  const falls = curve.map((balance, i) => {
    const peak = Math.max(...curve.slice(0, i + 1));
    return { lost: peak - balance, peak };
  });
  const [n, wins] = [counted.length, counted.filter(({ gain }) => gain > 0).length];
  const net = counted.reduce((sum, { gain }) => sum + gain, 0);
  const passes = wins * 100 >= 52 * n && net * 100 > n * USD && falls.every(({ lost, peak }) => lost * 100 < 30 * peak);
  return {
    status: n < 50 ? "INSUFFICIENT DATA" : passes ? "READY TO SCALE" : "NOT READY",
    trades: n,
    wins,
    losses: counted.filter(({ gain }) => gain < 0).length,
    net: net / USD,
    drawdown: Math.max(...falls.map(({ lost, peak }) => (100 * lost) / peak)),
  };
}

/** Buys and sells that alternate more often than not, on a price that drifts. Volumes divide 20, so that every fee can be shared. */
const history = fc
  .record({
    drift: fc.constantFrom(-300, -20, 0, 20, 300),
    steps: fc.array(
      fc.record({
        strays: fc.integer({ min: 0, max: 9 }).map((digit) => digit > 7),
        volume: fc.constantFrom(1, 2, 4, 5, 10, 20),
        noise: fc.integer({ min: -200, max: 200 }),
        fee: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(null)),
        symbol: fc.constantFrom("XLM/USD", "XLM/USD", "XLM/USD", "XBT/USD"),
        sameOrder: fc.boolean(),
        pause: fc.integer({ min: 1, max: 300 }),
      }),
      { minLength: 0, maxLength: 260, size: "max" },
    ),
    from: fc.constantFrom(0, -4000),
    startBalance: fc.constantFrom(20, 135),
  })
  .map(({ drift, steps, from, startBalance }) => {
    let minute = from;
    const trades = steps.map((step, i): Trade => {
      minute += step.pause;
      const isBuy = step.strays ? i % 2 === 1 : i % 2 === 0;
      const side = isBuy ? "buy" : "sell";
      const order = step.sameOrder ? `O${side}${Math.floor(i / 3)}` : `O${i}`;
      const price = 5000 + (side === "sell" ? drift : 0) + step.noise;
      return { order, symbol: step.symbol, side, volume: step.volume, price, fee: step.fee, minute };
    });
    return { trades, startBalance };
  });

function toRow({ order, symbol, side, volume, price, fee, minute }: Trade, i: number): FillRow {
  const time = new Date(validationStart + minute * 60_000).toISOString();
  return { id: `E${i}`, orderId: order, symbol, side, volume, price: price / 1e4, fee: fee === null ? null : fee / 1e4, time };
}

test("readiness agrees with an oracle that counts single units in whole numbers, on 1,000 histories", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(history, fc.boolean(), ({ trades, startBalance }, isReversed) => {
      const rows = trades.map(toRow);
      const none = known({ rows: [], more: false });
      const fills = chooseFills({ path: "", executions: known({ rows: isReversed ? rows.reverse() : rows, more: false }), trades: none }, now);
      if (!fills.known) throw new Error(fills.reason);
      const found = computeReadiness(fills.value, { ...toTradingSettings(), startBalanceUsd: startBalance });
      const { net, drawdown, ...expected } = consult(trades, startBalance);
      expect(found).toMatchObject(expected);
      expect(found.netUsd).toBeCloseTo(net, 6);
      expect(found.criteria[3]?.value ?? 0).toBeCloseTo(drawdown, 6);
      seen.set(found.status, (seen.get(found.status) ?? 0) + 1);
    }),
    { numRuns: 1000 },
  );
  // A generator that never comes near one of the answers would prove nothing about it.
  expect([...seen.keys()].sort()).toEqual(["INSUFFICIENT DATA", "NOT READY", "READY TO SCALE"]);
  for (const count of seen.values()) expect(count).toBeGreaterThan(20);
});
