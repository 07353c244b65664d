import type { Fill } from "./fills.ts";

/** What one closing order earned. */
export interface RoundTrip {
  readonly symbol: string;
  /** The last of its trades, milliseconds since the epoch. */
  readonly closedAt: number;
  readonly volume: number;
  /** USD after the fees of both sides, to a billionth: below that floating point says nothing. */
  readonly pnl: number;
  readonly feesUsd: number;
}

export interface RoundTrips {
  /** In the order in which they closed. */
  readonly trips: readonly RoundTrip[];
  /** Closing orders that sold more than was ever bought before; what has no purchase has no result. */
  readonly unmatchedSells: number;
}

interface Lot {
  readonly price: number;
  readonly feePerUnit: number;
  left: number;
}

interface Closing {
  readonly symbol: string;
  closedAt: number;
  volume: number;
  pnl: number;
  feesUsd: number;
  isShort: boolean;
}

/** Volumes are decimal numbers in binary: what is left below this is nothing. */
const NOTHING = 1e-9;

/**
 * Sells are matched with the oldest purchases before them, per symbol and in parts: a sell of 20 may close two lots of 10, and a lot of 20 two
 * sells of 10. Fees go with the parts. One result per closing order, however many trades it took. `fills`: in the order of their time.
 */
export function toRoundTrips(fills: readonly Fill[]): RoundTrips {
  const lots = new Map<string, Lot[]>();
  const closings = new Map<string, Closing>();
  for (const fill of fills) {
    const open = lots.get(fill.symbol) ?? [];
    lots.set(fill.symbol, open);
    if (fill.side === "buy") open.push({ price: fill.price, feePerUnit: fill.feeUsd / fill.volume, left: fill.volume });
    else close(fill, open, closings);
  }
  const all = [...closings.values()];
  const trips = all.filter(({ volume }) => volume > NOTHING).map(({ isShort: _, ...trip }) => ({ ...trip, pnl: roundToNano(trip.pnl) }));
  return { trips: trips.sort((a, b) => a.closedAt - b.closedAt), unmatchedSells: all.filter(({ isShort }) => isShort).length };
}

function close(sell: Fill, open: Lot[], closings: Map<string, Closing>): void {
  const key = `${sell.symbol} ${sell.order}`;
  const closing = closings.get(key) ?? { symbol: sell.symbol, closedAt: sell.at, volume: 0, pnl: 0, feesUsd: 0, isShort: false };
  closings.set(key, closing);
  const feePerUnit = sell.feeUsd / sell.volume;
  let left = sell.volume;
  for (let lot = open[0]; lot && left > NOTHING; lot = open[0]) {
    const part = Math.min(lot.left, left);
    const fees = (lot.feePerUnit + feePerUnit) * part;
    closing.pnl += (sell.price - lot.price) * part - fees;
    closing.feesUsd += fees;
    closing.volume += part;
    closing.closedAt = sell.at;
    left -= part;
    lot.left -= part;
    if (lot.left <= NOTHING) open.shift();
  }
  if (left > NOTHING) closing.isShort = true;
}

/** 26 results of exactly one cent must have a mean of one cent, not a little more. */
export function roundToNano(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
