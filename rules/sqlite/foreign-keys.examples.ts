import type { MachineExamples } from "../../src/core/facts/examples.ts";
import { check, file, missing, now, of } from "./sample-facts.ts";

const many = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`table_${i}`, i + 1]));

export const examples: MachineExamples = {
  flags: [
    { name: "one row", facts: { now, databaseChecks: of(check({ orphans: { icons: 1 } })) }, severities: ["warn"], numbers: { rows: 1, tables: 1 } },
    { name: "rows of many tables", facts: { now, databaseChecks: of(check({ orphans: many })) }, severities: ["warn"], numbers: { rows: 28, tables: 7 } },
  ],
  leaves: [
    { name: "none", facts: { now, databaseChecks: of(check()) } },
    { name: "no database is watched", facts: { now, databaseChecks: [] } },
  ],
  unknowns: [
    { name: "it is missing", facts: { now, databaseChecks: missing() } },
    { name: "it was never read whole", facts: { now, databaseChecks: of(null) } },
    { name: "it is no database", facts: { now, databases: of(file({ format: "other", header: null })), databaseChecks: of(null) } },
    { name: "it is corrupt", facts: { now, databaseChecks: of(check({ problems: ["malformed"], orphans: null })) } },
    { name: "a key of a table that is gone", facts: { now, databaseChecks: of(check({ orphans: null })) } },
  ],
};
