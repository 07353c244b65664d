import type { MachineExamples } from "../../src/core/facts/examples.ts";
import { file, missing, now, of, PATH } from "./sample-facts.ts";

const rollback = file({}, { journalMode: "rollback" });
const wants = (journalMode: string): { databases: object[] } => ({ databases: [{ path: PATH, journalMode }] });

export const examples: MachineExamples = {
  flags: [
    {
      name: "the database of the bot in rollback mode",
      facts: { now, databases: of(rollback, { trading: true }) },
      severities: ["warn"],
      numbers: { wanted: "wal" },
    },
    { name: "one that is configured to keep a log", facts: { now, databases: of(rollback) }, options: wants("wal"), severities: ["warn"] },
    {
      name: "one that keeps a log and should not",
      facts: { now, databases: of(file()) },
      options: wants("delete"),
      severities: ["warn"],
      numbers: { mode: "wal" },
    },
  ],
  leaves: [
    { name: "a write-ahead log, as wanted", facts: { now, databases: of(file(), { trading: true }) } },
    { name: "rollback mode where nothing is said", facts: { now, databases: of(rollback) } },
    { name: "truncate is a rollback mode", facts: { now, databases: of(rollback) }, options: wants("truncate") },
    { name: "the bot's, configured otherwise", facts: { now, databases: of(rollback, { trading: true }) }, options: wants("delete") },
    { name: "an encrypted one where nothing is said", facts: { now, databases: of(file({ format: "random", header: null })) } },
  ],
  unknowns: [
    { name: "it is missing", facts: { now, databases: missing() } },
    { name: "it has no header", facts: { now, databases: of(file({ format: "other", header: null }), { trading: true }) } },
  ],
};
