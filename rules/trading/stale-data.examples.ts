import type { MachineExamples } from "../../src/core/facts/examples.ts";
import { type Known, known, unknown } from "../../src/core/facts/known.ts";

import type { Cell, TradingDatabase } from "../../src/core/facts/trading.ts";
import { database, log, now, record } from "./sample-facts.ts";

const fresh = log([record("07:30:00", "INFO", "no signal")]);
const old = log(["2025-10-01 07:30:00,000 - main - INFO - stopped", "[LOCK] released"]);

function rows(...newest: readonly Cell[]): Known<TradingDatabase> {
  return database({ newest: known({ rows: newest.map((time) => ({ table: "orders", time })), more: false }) });
}

export const examples: MachineExamples = {
  flags: [
    { name: "rows and log of twelve days ago", facts: { now, tradingDatabase: rows("2025-10-01 11:30:00", null), tradingLog: old }, severities: ["warn"] },
    { name: "no row at all, and an old log", facts: { now, tradingDatabase: rows(), tradingLog: old }, severities: ["warn"] },
    { name: "a row from next year says nothing", facts: { now, tradingDatabase: rows("2026-10-01 11:30:00"), tradingLog: old }, severities: ["warn"] },
    {
      name: "a log without dates, written to last in September",
      facts: { now, tradingDatabase: rows(), tradingLog: log(["[LOCK] released"], { mtime: Date.UTC(2025, 8, 1) }) },
      severities: ["warn"],
    },
  ],
  leaves: [
    { name: "old rows, fresh log", facts: { now, tradingDatabase: rows("2025-10-01 11:30:00"), tradingLog: fresh } },
    { name: "fresh rows, old log", facts: { now, tradingDatabase: rows("2025-10-01 11:30:00", 1760356146471), tradingLog: old } },
    { name: "fresh rows, no log", facts: { now, tradingDatabase: rows("2025-10-13 11:30:00"), tradingLog: unknown("D:/logs/*.log", "no file matches") } },
  ],
  unknowns: [
    {
      name: "an old log, and a database that cannot be read",
      facts: { now, tradingDatabase: unknown("D:/databases/trading.db", "it is locked"), tradingLog: old },
    },
    { name: "old rows, no log", facts: { now, tradingDatabase: rows("2025-10-01 11:30:00"), tradingLog: unknown("D:/logs/*.log", "no file matches") } },
  ],
};
