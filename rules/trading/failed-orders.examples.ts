import type { MachineExamples } from "../../src/core/facts/examples.ts";
import { unknown } from "../../src/core/facts/known.ts";
import { database, failedClose, log, now, orders, record, times } from "./sample-facts.ts";

const calm = log([record("07:59:00", "INFO", "no signal")]);
const failing = log(times(9, record("07:59:00", "ERROR", "[CLOSE POSITION] FAILED - P1: Risk limit exceeded")));
const failed = orders(...times(6, failedClose));

export const examples: MachineExamples = {
  flags: [
    {
      name: "six closes that failed, with status new",
      facts: { now, tradingDatabase: database({ orders: failed }), tradingLog: calm },
      severities: ["block"],
      numbers: { count: 6, max: 5, windowHours: 24, database: 6, log: 0 },
    },
    {
      name: "five closes that failed",
      facts: { now, tradingDatabase: database({ orders: orders(...times(5, failedClose)) }), tradingLog: calm },
      severities: ["warn"],
    },
    {
      name: "nothing in the database, nine in the log",
      facts: { now, tradingDatabase: database(), tradingLog: failing },
      severities: ["block"],
      numbers: { count: 9, max: 5, windowHours: 24, database: 0, log: 9 },
    },
    {
      name: "the status that an exchange would give",
      facts: { now, tradingDatabase: database({ orders: orders({ suspect: 1, status: " Rejected " }) }), tradingLog: calm },
      severities: ["warn"],
    },
    {
      name: "a failed order without a time, and one from tomorrow: not counted, but said",
      facts: {
        now,
        tradingDatabase: database({ orders: orders({ ...failedClose, time: null }, { ...failedClose, time: "2025-10-14T12:00:00Z" }) }),
        tradingLog: calm,
      },
      severities: ["warn"],
      numbers: { unreadable: 1, future: 1 },
    },
    {
      name: "canceled orders, where the options count them",
      facts: { now, tradingDatabase: database({ orders: orders(...times(6, { suspect: 1, status: "canceled" })) }), tradingLog: calm },
      options: { statuses: ["failed", "canceled"] },
      severities: ["block"],
    },
  ],
  leaves: [
    { name: "orders on their way", facts: { now, tradingDatabase: database({ orders: orders({}, { status: "new" }) }), tradingLog: calm } },
    {
      name: "closes that failed two days ago",
      facts: { now, tradingDatabase: database({ orders: orders({ ...failedClose, time: "2025-10-11 11:00:00" }) }), tradingLog: calm },
    },
    {
      name: "a limit order that was canceled",
      facts: { now, tradingDatabase: database({ orders: orders({ suspect: 1, status: "canceled" }) }), tradingLog: calm },
    },
    {
      name: "an answer of the exchange whose list of errors is empty",
      facts: { now, tradingDatabase: database({ orders: orders({ suspect: 1, status: "new", metadata: '{"error": []}' }) }), tradingLog: calm },
    },
    { name: "no log, but a database that is well", facts: { now, tradingDatabase: database(), tradingLog: unknown("D:/logs/*.log", "no file matches") } },
  ],
  unknowns: [
    { name: "the database is locked", facts: { now, tradingDatabase: unknown("D:/databases/trading.db", "it is locked"), tradingLog: calm } },
    {
      name: "the table is missing",
      facts: { now, tradingDatabase: database({ orders: unknown("orders", "the database has no table orders") }), tradingLog: calm },
    },
    {
      name: "the database is locked and the log is over the limit: a finding too",
      facts: { now, tradingDatabase: unknown("D:/databases/trading.db", "it is locked"), tradingLog: failing },
    },
    { name: "nothing could be seen at all", facts: { now } },
  ],
};
