import type { MachineExamples } from "../../src/core/facts/examples.ts";
import { unknown } from "../../src/core/facts/known.ts";
import { check, file, missing, now, of, PATH } from "./sample-facts.ts";

const sound = of(file());
const day = 86_400_000;

export const examples: MachineExamples = {
  flags: [
    {
      name: "a file of something else",
      facts: { now, databases: of(file({ format: "other", header: null })), databaseChecks: of(null) },
      severities: ["block"],
    },
    { name: "bytes without order", facts: { now, databases: of(file({ format: "random", header: null })), databaseChecks: of(null) }, severities: ["block"] },
    {
      name: "a header that makes no sense",
      facts: { now, databases: of(file({}, { faults: ["the page size 17 is impossible"] })), databaseChecks: of(check()) },
      severities: ["block"],
      numbers: { fault: "the page size 17 is impossible" },
    },
    {
      name: "pages that contradict each other",
      facts: { now, databases: sound, databaseChecks: of(check({ problems: ["Tree 4 page 9: btreeInitPage() returns error code 11", "Page 3: never used"] })) },
      severities: ["block"],
      numbers: { problems: 2 },
    },
    {
      name: "a large one that was last read nine days ago",
      facts: { now, databases: sound, databaseChecks: of(check({ at: now - 9 * day })) },
      severities: ["warn"],
      numbers: { days: 9 },
    },
  ],
  leaves: [
    { name: "a sound one, read today", facts: { now, databases: sound, databaseChecks: of(check()) } },
    { name: "read three days ago", facts: { now, databases: sound, databaseChecks: of(check({ at: now - 3 * day })) } },
    {
      name: "an encrypted one that is meant to be",
      facts: { now, databases: of(file({ format: "random", header: null })), databaseChecks: of(null) },
      options: { databases: [{ path: PATH, encrypted: true }] },
    },
    { name: "no database is watched", facts: { now, databases: [], databaseChecks: [] } },
  ],
  unknowns: [
    { name: "it is missing", facts: { now, databases: missing(), databaseChecks: missing() } },
    { name: "0 bytes", facts: { now, databases: missing("has 0 bytes"), databaseChecks: missing("has 0 bytes") } },
    { name: "too large for a commit, and never read", facts: { now, databases: sound, databaseChecks: of(null) } },
    {
      name: "no copy of it could be made",
      facts: { now, databases: sound, databaseChecks: of(null, { facts: unknown(PATH, "is locked by another program") }) },
    },
  ],
};
