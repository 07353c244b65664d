const HOUR = 3_600_000;

/** What the trading probes must look for: how far back, and how much of a log. Times are milliseconds since the epoch. */
export interface TradingRequest {
  readonly now: number;
  readonly ordersSince: number;
  readonly eventsSince: number;
  /** Physical lines of the log's end. */
  readonly logLines: number;
  /** Failed closes older than this are of no interest. */
  readonly logSince: number;
  /** IANA name; empty: the machine's own. */
  readonly timeZone: string;
}

/**
 * Gathers what the active trading rules need from their options (`optionsOf` answers `undefined` for a rule that is off).
 * `timeZone`: the configured one, empty for the machine's own.
 */
export function toTradingRequest(now: number, timeZone: string, optionsOf: (ruleId: string) => unknown): TradingRequest {
  const failedHours = numberAt(optionsOf("trading/failed-orders"), "windowHours", 24);
  const waitingHours = numberAt(optionsOf("trading/unconfirmed-orders"), "windowHours", 168);
  const haltHours = numberAt(optionsOf("trading/halted"), "windowHours", 24);
  return {
    now,
    ordersSince: now - Math.max(failedHours, waitingHours) * HOUR,
    eventsSince: now - haltHours * HOUR,
    logLines: numberAt(optionsOf("trading/log-errors"), "lines", 100),
    logSince: now - failedHours * HOUR,
    timeZone,
  };
}

/** The same question so many milliseconds later. */
export function moveRequest(request: TradingRequest, later: number): TradingRequest {
  const { now, ordersSince, eventsSince, logSince } = request;
  return { ...request, now: now + later, ordersSince: ordersSince + later, eventsSince: eventsSince + later, logSince: logSince + later };
}

function numberAt(options: unknown, name: string, fallback: number): number {
  const value = typeof options === "object" && options !== null ? Reflect.get(options, name) : undefined;
  return typeof value === "number" ? value : fallback;
}
