import type { MachineExamples } from "../../src/core/facts/examples.ts";
import { file, missing, now, of } from "./sample-facts.ts";

const MB = 1048576;
const withWal = (walBytes: number, bytes = 40 * MB): { now: number; databases: ReturnType<typeof of<ReturnType<typeof file>>> } => ({
  now,
  databases: of(file({ walBytes, bytes })),
});

export const examples: MachineExamples = {
  flags: [
    { name: "more than 10 MB", facts: withWal(10 * MB + 1, 400 * MB), severities: ["warn"], numbers: { percent: 3 } },
    { name: "6 MB beside a database of 20 MB", facts: withWal(6 * MB, 20 * MB), severities: ["warn"], numbers: { percent: 30 } },
    { name: "less, where less is allowed", facts: withWal(2 * MB), options: { maxMb: 1 }, severities: ["warn"] },
  ],
  leaves: [
    { name: "none", facts: withWal(0) },
    { name: "10 MB exactly", facts: withWal(10 * MB, 400 * MB) },
    { name: "the 4 MB that SQLite lets it have, beside a small database", facts: withWal(4 * MB, 1 * MB) },
    { name: "a quarter exactly", facts: withWal(10 * MB, 40 * MB) },
  ],
  unknowns: [{ name: "the database is missing", facts: { now, databases: missing() } }],
};
