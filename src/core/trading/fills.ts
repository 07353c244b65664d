import type { Known } from "../facts/known.ts";
import { known } from "../facts/known.ts";
import type { FillRow, Sample, TradingFills } from "../facts/trading.ts";
import { toNumber } from "./positions.ts";
import { FUTURE_MS, parseTimestamp } from "./timestamp.ts";

/** One trade, whole. */
export interface Fill {
  /** Trades of one order belong together; a trade without one stands for itself. */
  readonly order: string;
  /** `XLMUSD`, however it was written. */
  readonly symbol: string;
  readonly side: "buy" | "sell";
  readonly volume: number;
  readonly price: number;
  readonly feeUsd: number;
  /** The fee was not known and is what a taker pays. */
  readonly feeIsEstimated: boolean;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface Fills {
  readonly source: "executions" | "trades";
  /** In the order in which they happened. */
  readonly fills: readonly Fill[];
  /** Rows that are no whole trade: no volume, price, side or time. */
  readonly skipped: number;
  readonly future: number;
  readonly more: boolean;
}

/** Kraken's taker fee at this volume. */
const TAKER_FEE = 0.0026;

/** What the exchange reported, else what the bot wrote down itself. Unknown where neither table can be read. */
export function chooseFills({ executions, trades }: TradingFills, now: number): Known<Fills> {
  if (executions.known) {
    const fills = toFills(executions.value, "executions", now);
    if (fills.fills.length > 0 || !trades.known) return known(fills);
  }
  return trades.known ? known(toFills(trades.value, "trades", now)) : trades;
}

function toFills({ rows, more }: Sample<FillRow>, source: Fills["source"], now: number): Fills {
  const seen = new Set<string>();
  const fills: Fill[] = [];
  let [skipped, future] = [0, 0];
  rows.forEach((row, i) => {
    const id = row.id === null ? null : String(row.id);
    if (id !== null && seen.has(id)) return;
    if (id !== null) seen.add(id);
    const fill = toFill(row, `#${id ?? i}`);
    if (!fill) skipped++;
    else if (fill.at > now + FUTURE_MS) future++;
    else fills.push(fill);
  });
  return { source, fills: fills.sort((a, b) => a.at - b.at), skipped, future, more };
}

function toFill(row: FillRow, alone: string): Fill | null {
  const [volume, price, fee, at, side] = [toNumber(row.volume), toNumber(row.price), toNumber(row.fee), parseTimestamp(row.time), toSide(row.side)];
  if (volume === null || volume <= 0 || price === null || price <= 0 || at === null || !side) return null;
  const estimate = TAKER_FEE * price * volume;
  const order = row.orderId === null ? alone : String(row.orderId);
  return { order, symbol: toSymbol(String(row.symbol ?? "")), side, volume, price, feeUsd: fee ?? estimate, feeIsEstimated: fee === null, at };
}

function toSide(cell: FillRow["side"]): "buy" | "sell" | null {
  const word = String(cell).trim().toLowerCase();
  return word === "buy" || word === "b" ? "buy" : word === "sell" || word === "s" ? "sell" : null;
}

/** `XLM/USD`, `xlm-usd`, `XLMUSD` and Kraken's older `XXLMZUSD` are one market. */
export function toSymbol(name: string): string {
  const letters = name.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return /^X[A-Z]{3}Z[A-Z]{3}$/.test(letters) ? letters.slice(1, 4) + letters.slice(5) : letters;
}
