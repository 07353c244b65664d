import type { MachineExamples } from "../../src/core/facts/examples.ts";
import { known, unknown } from "../../src/core/facts/known.ts";
import { database, failedClose, now, orders } from "./sample-facts.ts";

const settled = known({ rows: [{ orderId: "O1" }], more: false });

export const examples: MachineExamples = {
  flags: [
    {
      name: "sent an hour ago over the websocket, without an id",
      facts: { now, tradingDatabase: database({ orders: orders({}), settled }) },
      severities: ["warn"],
      numbers: { count: 1, minutes: 30 },
    },
    {
      name: "accepted an hour ago, and no trade since",
      facts: { now, tradingDatabase: database({ orders: orders({ status: "new", orderId: "O2" }), settled }) },
      severities: ["warn"],
    },
    {
      name: "an old bot that never writes executions",
      facts: { now, tradingDatabase: database({ orders: orders({ status: "Pending" }), settled: unknown("executions", "no such table") }) },
      severities: ["warn"],
    },
  ],
  leaves: [
    { name: "sent ten minutes ago", facts: { now, tradingDatabase: database({ orders: orders({ time: "2025-10-13 11:50:00" }), settled }) } },
    { name: "an execution was reported", facts: { now, tradingDatabase: database({ orders: orders({ status: "new", orderId: "O1" }), settled }) } },
    { name: "a close that failed is none", facts: { now, tradingDatabase: database({ orders: orders(failedClose), settled }) } },
    { name: "history of last month", facts: { now, tradingDatabase: database({ orders: orders({ time: "2025-09-13 11:50:00" }), settled }) } },
  ],
  unknowns: [{ name: "the table is missing", facts: { now, tradingDatabase: database({ orders: unknown("orders", "the database has no table orders") }) } }],
};
