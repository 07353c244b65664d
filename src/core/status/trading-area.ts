import type { MachineFacts } from "../facts/machine.ts";
import { toHours, toMegabytes, toMoment } from "../quantities.ts";
import { findNewest } from "../trading/freshness.ts";
import { readLogHealth } from "../trading/log-health.ts";
import { lookInDatabase } from "../trading/look.ts";
import type { TradingSettings } from "../trading/settings.ts";
import { type TradingRuleOptions, type TradingStatus, toTradingStatus } from "../trading/status.ts";
import { createRows, type Judged, type RowContent, type StatusArea, type StatusRow } from "./row.ts";

/** What is shown of the bot: its orders, positions and files, then its log. */
export function toTradingAreas(facts: MachineFacts, settings: TradingSettings, options: TradingRuleOptions, judged: Judged, maxAgeHours: number): StatusArea[] {
  const status = toTradingStatus(facts, settings, options);
  const row = createRows(judged, null);
  const root = facts.tradingFiles?.known ? facts.tradingFiles.value.root : (settings.root[0] ?? null);
  const log = facts.tradingLog?.known ? facts.tradingLog.value.path : (settings.logs[0] ?? null);
  return [
    {
      title: "Trading",
      subject: root,
      rows: [
        row("database", null, toDatabase(facts)),
        ...[
          row("failed orders", "trading/failed-orders", toFailedOrders(status)),
          row("unconfirmed orders", "trading/unconfirmed-orders", toUnconfirmed(status)),
          row("open positions", "trading/open-pnl", toPositions(status)),
          row("halts", "trading/halted", toHalts(status)),
          row("newest row", "trading/stale-data", toNewest(facts, maxAgeHours)),
          row("readiness", null, toReadiness(status)),
        ].map((one) => withoutRepetition(one, facts)),
        row("critical files", "trading/critical-files", toCriticalFiles(facts)),
      ],
    },
    {
      title: "Log",
      subject: log,
      rows: [
        row("errors", "trading/log-errors", toLogErrors(status)),
        ...(facts.tradingLog?.known ? [row("last record", null, toLastRecord(facts, settings, maxAgeHours)), row("size", null, toLogSize(facts))] : []),
      ],
    },
  ];
}

const UNKNOWN = "not known";

function toDatabase({ tradingDatabase }: MachineFacts): RowContent {
  if (!tradingDatabase?.known) return { value: null, threshold: null, text: tradingDatabase?.reason ?? UNKNOWN };
  const { path, realPath } = tradingDatabase.value;
  return { value: path, threshold: null, text: realPath === path ? path : `${path} (${realPath})` };
}

/** What is not known because there is no database is said once. */
function withoutRepetition(row: StatusRow, { tradingDatabase }: MachineFacts): StatusRow {
  return row.value === null && tradingDatabase?.known === false ? { ...row, text: "see database" } : row;
}

function toFailedOrders({ failedOrders: { count, max, windowHours, database, log } }: TradingStatus): RowContent {
  const text = `${count} in ${windowHours} hours, at most ${max} (database: ${database ?? "unknown"}, log: ${log ?? "unknown"})`;
  return { value: count, threshold: max, text: count === null ? UNKNOWN : text };
}

function toUnconfirmed({ unconfirmedOrders: { count, minutes } }: TradingStatus): RowContent {
  return { value: count, threshold: 0, text: count === null ? UNKNOWN : `${count} for more than ${minutes} minutes, none expected` };
}

function toPositions({ openPositions: { positions, pnlUsd, maxLossUsd } }: TradingStatus): RowContent {
  const threshold = -maxLossUsd;
  if (!positions) return { value: null, threshold, text: UNKNOWN };
  const pnl = pnlUsd === null ? "profit or loss not known" : `${pnlUsd.toFixed(2)} USD`;
  const text = `${positions.length === 0 ? "none" : `${positions.length}, ${pnl}`}, not below ${threshold.toFixed(2)} USD`;
  return { value: positions.length === 0 ? 0 : (pnlUsd ?? "unknown"), threshold, text };
}

function toHalts({ halts: { count, windowHours } }: TradingStatus): RowContent {
  return { value: count, threshold: 0, text: count === null ? UNKNOWN : `${count} in ${windowHours} hours, none expected` };
}

function toNewest(facts: MachineFacts, maxAgeHours: number): RowContent {
  const rows = lookInDatabase(facts, "newest");
  if (!rows.known) return { value: null, threshold: maxAgeHours, text: rows.reason };
  const newest = findNewest(rows.value.rows, facts.now);
  if (newest === null) return { value: "none", threshold: maxAgeHours, text: "there is none" };
  return { value: toHours(newest, facts.now), threshold: maxAgeHours, text: `${toMoment(newest, facts.now)}, at most ${maxAgeHours} h together with the log` };
}

function toCriticalFiles({ tradingFiles }: MachineFacts): RowContent {
  if (!tradingFiles?.known) return { value: null, threshold: null, text: tradingFiles?.reason ?? UNKNOWN };
  const { files } = tradingFiles.value;
  const missing = files.filter(({ found }) => found === null).map(({ pattern }) => pattern);
  const found = files.length - missing.length;
  return { value: found, threshold: files.length, text: `${found} of ${files.length}${missing.length > 0 ? `; missing: ${missing.join(", ")}` : ""}` };
}

function toReadiness({ readiness }: TradingStatus): RowContent {
  if (!readiness) return { value: null, threshold: null, text: UNKNOWN };
  const needed = readiness.criteria.find(({ name }) => name === "trades")?.needed ?? null;
  const text = `${readiness.status}, ${readiness.trades} of ${needed} trades; npx --no guard trading status tells more`;
  return { value: readiness.status, threshold: "READY TO SCALE", text };
}

function toLogErrors({ logErrors: { count, max, lines } }: TradingStatus): RowContent {
  return { value: count, threshold: max, text: count === null ? UNKNOWN : `${count} in the last ${lines} lines, at most ${max}` };
}

function toLastRecord({ tradingLog, now }: MachineFacts, { timeZone }: TradingSettings, maxAgeHours: number): RowContent {
  const health = tradingLog?.known ? readLogHealth(tradingLog.value, now, timeZone, 0) : null;
  if (!health?.known) return { value: null, threshold: maxAgeHours, text: tradingLog?.known === false ? tradingLog.reason : UNKNOWN };
  const { lastAt } = health.value;
  return { value: toHours(lastAt, now), threshold: maxAgeHours, text: `${toMoment(lastAt, now)}, at most ${maxAgeHours} h` };
}

function toLogSize({ tradingLog }: MachineFacts): RowContent {
  if (!tradingLog?.known) return { value: null, threshold: null, text: tradingLog?.reason ?? UNKNOWN };
  const { bytes, others, encoding } = tradingLog.value;
  const older = others.length > 0 ? `; ${others.length} older beside it` : "";
  return { value: bytes, threshold: null, text: `${toMegabytes(bytes)}, ${encoding}${older}` };
}
