import type { MachineExamples } from "../../src/core/facts/examples.ts";
import { known, unknown } from "../../src/core/facts/known.ts";
import type { MachineFacts } from "../../src/core/facts/machine.ts";
import type { RetentionCount, RetentionSpec } from "../../src/core/facts/sqlite.ts";
import { missing, now, of } from "./sample-facts.ts";

type Counts = Extract<RetentionCount["counts"], { known: true }>["value"];

const events: RetentionSpec = { table: "activity_events", column: "created_at", maxAgeDays: 30 };
const sessions: RetentionSpec = { table: "deep_work_sessions", start: "start_ts", end: "end_ts", maxHours: 8 };

function counted(spec: RetentionSpec, counts: Partial<Counts>): MachineFacts {
  const none: Counts = { tooOld: 0, oldest: null, tooLong: 0, longestHours: null, unreadable: 0 };
  return { now, databaseRetention: of([{ spec, counts: known({ ...none, ...counts }) }]) };
}

export const examples: MachineExamples = {
  flags: [
    {
      name: "events of more than a month ago",
      facts: counted(events, { tooOld: 1200, oldest: Date.UTC(2025, 5, 1) }),
      severities: ["warn"],
      numbers: { tooOld: 1200 },
    },
    {
      name: "a session of 41 hours",
      facts: counted(sessions, { tooLong: 1, longestHours: 41.04 }),
      severities: ["warn"],
      numbers: { longestHours: 41, maxHours: 8 },
    },
    { name: "rows without a time", facts: counted(events, { unreadable: 3 }), severities: ["warn"], numbers: { unreadable: 3 } },
    { name: "old ones and such without a time", facts: counted(events, { tooOld: 1, oldest: 0, unreadable: 1 }), severities: ["warn", "warn"] },
  ],
  leaves: [
    { name: "everything is young", facts: counted(events, { oldest: now - 86_400_000 }) },
    { name: "sessions of a working day", facts: counted(sessions, { longestHours: 7.9 }) },
    { name: "no table is named", facts: { now, databaseRetention: [] } },
  ],
  unknowns: [
    { name: "it is missing", facts: { now, databaseRetention: missing() } },
    {
      name: "the table is missing",
      facts: { now, databaseRetention: of([{ spec: events, counts: unknown("activity_events", "the database has no table activity_events") }]) },
    },
  ],
};
