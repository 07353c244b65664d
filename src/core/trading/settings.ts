/** The `trading` section of the configuration as it may be written: everything optional, one path or alternatives. */
export interface TradingSection extends Partial<Omit<TradingSettings, "root" | "database" | "logs" | "limits" | "validation">> {
  readonly root?: string | readonly string[];
  readonly database?: string | readonly string[];
  readonly logs?: string | readonly string[];
  readonly limits?: Partial<TradingLimits>;
  readonly validation?: Partial<TradingSettings["validation"]>;
}

export interface TradingSettings {
  /** Folders that may hold the bot; the first that is there counts. */
  readonly root: readonly string[];
  readonly database: readonly string[];
  /** Globs. */
  readonly logs: readonly string[];
  /** Globs below the root; alternatives in one entry. */
  readonly criticalFiles: readonly string[];
  /** IANA name, of naive log lines; `null`: the machine's own. */
  readonly timeZone: string | null;
  readonly limits: TradingLimits;
  readonly scope: "always" | "trading-paths";
  readonly required: boolean;
  /** Base of the drawdown. */
  readonly startBalanceUsd: number;
  /** Days, `YYYY-MM-DD`, both included. Results count from the start on. */
  readonly validation: { readonly start: string; readonly end: string };
}

export interface TradingLimits {
  readonly maxPositionUsd: number;
  readonly maxExposureUsd: number;
  readonly maxPositions: number;
  readonly pairs: readonly string[];
}

/** S4:186-196, S4:222-231: what holds where the configuration says nothing. */
const DEFAULTS: TradingSettings = {
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

/** The section with its defaults, alternatives always as lists. */
export function toTradingSettings(section: TradingSection = {}): TradingSettings {
  return {
    ...DEFAULTS,
    ...section,
    root: toList(section.root),
    database: toList(section.database),
    logs: toList(section.logs),
    limits: { ...DEFAULTS.limits, ...section.limits },
    validation: { ...DEFAULTS.validation, ...section.validation },
  };
}

function toList(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === "string" ? [value] : (value ?? []);
}
