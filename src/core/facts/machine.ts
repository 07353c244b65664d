import type { Known } from "./known.ts";
import type { TradingDatabase, TradingFiles, TradingFills, TradingLog } from "./trading.ts";

/** What the probes report of the machine, and nothing else: plain values, so that every machine rule is tested without a machine. */
export interface MachineFacts {
  /** When the probes looked, milliseconds since the epoch. The only clock a rule knows. */
  readonly now: number;
  readonly tradingDatabase?: Known<TradingDatabase>;
  readonly tradingLog?: Known<TradingLog>;
  readonly tradingFiles?: Known<TradingFiles>;
  readonly tradingFills?: Known<TradingFills>;
}
