import type { Cell, OrderRow, Sample } from "../facts/trading.ts";
import { ORDERS_OF_A_KIND } from "./queries.ts";
import { FUTURE_MS, parseTimestamp } from "./timestamp.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;

export interface FailedOrderOptions {
  readonly max: number;
  readonly windowHours: number;
  readonly warnFrom: number;
  /** Lower case. */
  readonly statuses: readonly string[];
}

export interface OrderCount {
  readonly count: number;
  /** Of the same kind, but their time says nothing. */
  readonly unreadable: number;
  /** Of the same kind, but their time lies more than five minutes ahead. */
  readonly future: number;
  /** There were more rows than the probe brings: `count` is a lower bound. */
  readonly atLeast: boolean;
}

/** Orders of the window that failed, in every way in which the bot writes that down. */
export function countFailedOrders(orders: Sample<OrderRow>, now: number, options: Pick<FailedOrderOptions, "windowHours" | "statuses">): OrderCount {
  const suspects = orders.rows.filter(({ suspect }) => suspect === 1);
  const failed = suspects.filter((row) => isFailed(row, options.statuses));
  return { ...countInWindow(failed, now - options.windowHours * HOUR, now + FUTURE_MS, now), atLeast: suspects.length >= ORDERS_OF_A_KIND };
}

export interface WaitingOptions {
  readonly minutes: number;
  readonly windowHours: number;
}

/** Orders that were handed over longer ago than `minutes`, and of which nothing was heard since. `settled`: ids of orders that ended or traded. */
export function countUnconfirmedOrders(
  orders: Sample<OrderRow>,
  settled: readonly { readonly orderId: Cell }[],
  now: number,
  options: WaitingOptions,
): OrderCount {
  const ids = new Set(settled.map(({ orderId }) => orderId));
  const waiting = orders.rows.filter(({ suspect }) => suspect === 0);
  const unheard = waiting.filter(({ orderId }) => orderId === null || !ids.has(orderId));
  return { ...countInWindow(unheard, now - options.windowHours * HOUR, now - options.minutes * MINUTE, now), atLeast: waiting.length >= ORDERS_OF_A_KIND };
}

function countInWindow(rows: readonly OrderRow[], from: number, to: number, now: number): Omit<OrderCount, "atLeast"> {
  let [count, unreadable, future] = [0, 0, 0];
  for (const { time } of rows) {
    const at = parseTimestamp(time);
    if (at === null) unreadable++;
    else if (at > now + FUTURE_MS) future++;
    else if (at >= from && at <= to) count++;
  }
  return { count, unreadable, future };
}

/**
 * An order failed by its status, or, whatever its status, by its metadata: a close that the bot could not carry out stands there as `new`
 * with `"action": "close_failed"` or `"close_exception"`.
 */
export function isFailed({ suspect, status, metadata }: OrderRow, statuses: readonly string[]): boolean {
  if (suspect === 0) return false;
  return statuses.includes(toWord(status)) || (typeof metadata === "string" && namesFailure(metadata));
}

/** Clipped JSON, Python's own notation and NaN do not parse; then the words must do. */
function namesFailure(metadata: string): boolean {
  let data: unknown;
  try {
    data = JSON.parse(metadata);
  } catch {
    return /["']action["']\s{0,4}:\s{0,4}["']close_(?:failed|exception)["']|["']error["']\s{0,4}:\s{0,4}["'][^"']/.test(metadata);
  }
  if (typeof data !== "object" || data === null) return false;
  const { action, error } = data as { action?: unknown; error?: unknown }; // any object may be asked for these
  return action === "close_failed" || action === "close_exception" || isFilled(error);
}

/** Kraken answers a success with `"error": []`. */
function isFilled(error: unknown): boolean {
  return typeof error === "object" && error !== null ? Object.keys(error).length > 0 : Boolean(error);
}

function toWord(cell: Cell): string {
  return String(cell ?? "")
    .trim()
    .toLowerCase();
}
