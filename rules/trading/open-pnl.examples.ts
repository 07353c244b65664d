import type { MachineExamples } from "../../src/core/facts/examples.ts";
import { known, unknown } from "../../src/core/facts/known.ts";
import type { MachineFacts } from "../../src/core/facts/machine.ts";
import type { PositionRow } from "../../src/core/facts/trading.ts";
import { database, now, position } from "./sample-facts.ts";

function holding(...rows: readonly PositionRow[]): MachineFacts {
  return { now, tradingDatabase: database({ positions: known({ rows, more: false }) }) };
}

export const examples: MachineExamples = {
  flags: [
    { name: "a position a cent below", facts: holding(position({ pnl: -5.01 })), severities: ["warn"], numbers: { pnlUsd: -5.01, maxLossUsd: 5 } },
    { name: "from the current price", facts: holding(position({ volume: 100, currentPrice: 0.29 })), severities: ["warn"] },
    { name: "sold short, and the price rose", facts: holding(position({ side: "sell", volume: 100, currentPrice: 0.41 })), severities: ["warn"] },
    {
      name: "three small losses together",
      facts: holding(...[1, 2, 3].map((id) => position({ id, pnl: -2 }))),
      severities: ["warn"],
      numbers: { sumUsd: -6, positions: 3 },
    },
    { name: "nobody knows: the real bot never writes it", facts: holding(position({})), severities: ["warn"], numbers: { unknown: 1, open: 1 } },
    { name: "one loses, one is unknown", facts: holding(position({ pnl: "-7.5" }), position({ id: "P2" })), severities: ["warn", "warn"] },
  ],
  leaves: [
    { name: "five dollars exactly", facts: holding(position({ pnl: -5 })) },
    { name: "a closed position", facts: holding(position({ pnl: -50, status: "Closed" })) },
    { name: "no status, but a time of closing", facts: holding(position({ pnl: -50, status: null, closedAt: "2025-10-12 11:00:00" })) },
    { name: "a loss and a gain", facts: holding(position({ pnl: -4 }), position({ id: "P2", pnl: 1 })) },
    { name: "no position", facts: holding() },
  ],
  unknowns: [
    { name: "the table is missing", facts: { now, tradingDatabase: database({ positions: unknown("positions", "the database has no table positions") }) } },
    { name: "there is no database", facts: { now, tradingDatabase: unknown("D:/databases/trading.db", "there is no such file") } },
  ],
};
