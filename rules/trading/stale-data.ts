import type { MachineFacts } from "../../src/core/facts/machine.ts";
import { defineRule } from "../../src/core/rule.ts";
import { findNewest } from "../../src/core/trading/freshness.ts";
import { readLogHealth } from "../../src/core/trading/log-health.ts";
import { databasePath, look, lookInDatabase, toUnknown } from "../../src/core/trading/look.ts";
import { type TradingSection, toTradingSettings } from "../../src/core/trading/settings.ts";

interface Options {
  readonly maxAgeHours: number;
  readonly trading?: TradingSection;
}

const HOUR = 3_600_000;

export const staleData = defineRule({
  id: "trading/stale-data",
  inspects: "machine",
  probes: ["tradingDatabase", "tradingLog"],
  meta: {
    summary: "Neither the trading database nor its log has heard of the bot for a day.",
    why: "Every other verdict about trading then speaks of the past: a silent bot looks like a healthy one.",
    fix: "See whether the bot should be running, and whether database and logs in the configuration are those that it writes.",
    severity: "warn",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:198-202",
    needs: "trading",
  },
  check(facts, options: Options) {
    const rows = lookInDatabase(facts, "newest");
    const log = readLog(facts, options);
    const isOld = (at: number | null): boolean => at === null || facts.now - at > options.maxAgeHours * HOUR;
    const newest = rows.known ? findNewest(rows.value.rows, facts.now) : null;
    if (rows.known && !isOld(newest)) return [];
    if (log.known && log.value.ageHours <= options.maxAgeHours) return [];
    if (!rows.known) return [toUnknown(rows)];
    if (!log.known) return [toUnknown(log)];
    const subject = databasePath(facts);
    const lastRow = newest === null ? null : new Date(newest).toISOString();
    const lastRecord = new Date(log.value.lastAt).toISOString();
    const message = `No sign of the bot for ${options.maxAgeHours} hours: the newest row is ${lastRow === null ? "missing" : `from ${lastRow}`}, the last log record from ${lastRecord}.`;
    return [{ subject, message, facts: { lastRow, lastRecord, maxAgeHours: options.maxAgeHours } }];
  },
});

function readLog(facts: MachineFacts, options: Options): ReturnType<typeof readLogHealth> {
  const log = look(facts.tradingLog, "the trading log");
  if (!log.known) return log;
  return readLogHealth(log.value, facts.now, toTradingSettings(options.trading).timeZone, 0);
}
