/** The `trading` section of the configuration as rules see it: alternatives always as lists, defaults filled in (contract: docs, configuration). */
export interface TradingSettings {
  /** Folders that may hold the bot; the first that is there counts. */
  readonly root: readonly string[];
  readonly database: readonly string[];
  /** Globs. */
  readonly logs: readonly string[];
  /** Below the root; alternatives in one entry. */
  readonly criticalFiles: readonly string[];
  /** IANA name, of naive log lines; `null`: the machine's own. */
  readonly timeZone: string | null;
  readonly limits: TradingLimits;
  readonly scope: "always" | "trading-paths";
  readonly required: boolean;
  /** Base of the drawdown. */
  readonly startBalanceUsd: number;
  /** Days of the validation, `YYYY-MM-DD`, both included. Trades count from its start on. */
  readonly validation: { readonly start: string; readonly end: string };
}

export interface TradingLimits {
  readonly maxPositionUsd: number;
  readonly maxExposureUsd: number;
  readonly maxPositions: number;
  readonly pairs: readonly string[];
}

/** S4:186-196 and S4:222-226: what holds where the configuration says nothing. */
export const DEFAULT_TRADING: TradingSettings = {
  root: [],
  database: [],
  logs: [],
  criticalFiles: ["{,src/}config.py", "nonce_state_primary.json"],
  timeZone: null,
  limits: { maxPositionUsd: 10, maxExposureUsd: 10, maxPositions: 1, pairs: ["XLM/USD"] },
  scope: "always",
  required: false,
  startBalanceUsd: 135,
  validation: { start: "2025-10-13", end: "2025-11-12" },
};
