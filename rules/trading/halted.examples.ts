import type { MachineExamples } from "../../src/core/facts/examples.ts";
import { known, unknown } from "../../src/core/facts/known.ts";
import type { MachineFacts } from "../../src/core/facts/machine.ts";
import type { EventRow } from "../../src/core/facts/trading.ts";
import { database, now } from "./sample-facts.ts";

function after(...events: readonly Partial<EventRow>[]): MachineFacts {
  const halt = { type: "trading_halted", severity: "CRITICAL", message: "session loss", time: "2025-10-13 11:00:00" };
  return { now, tradingDatabase: database({ events: known({ rows: events.map((event) => ({ ...halt, ...event })), more: false }) }) };
}

export const examples: MachineExamples = {
  flags: [
    { name: "an hour ago", facts: after({}), severities: ["block"], numbers: { count: 1, lastAt: "2025-10-13T11:00:00.000Z" } },
    {
      name: "twice, the later first",
      facts: after({ time: 1760313600 }, {}),
      severities: ["block"],
      numbers: { count: 2, lastAt: "2025-10-13T11:00:00.000Z" },
    },
    { name: "without a time", facts: after({ time: null }), severities: ["warn"] },
    { name: "from tomorrow", facts: after({ time: "2025-10-14 12:00:00" }), severities: ["warn"] },
  ],
  leaves: [
    { name: "two days ago", facts: after({ time: "2025-10-11 11:00:00" }) },
    { name: "another event", facts: after({ type: "bot_started" }) },
    { name: "none", facts: after() },
  ],
  unknowns: [{ name: "the table is missing", facts: { now, tradingDatabase: database({ events: unknown("events", "the database has no table events") }) } }],
};
