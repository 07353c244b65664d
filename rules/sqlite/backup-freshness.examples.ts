import type { MachineExamples } from "../../src/core/facts/examples.ts";
import { backup, backups, HOUR, missing, now, of } from "./sample-facts.ts";

export const examples: MachineExamples = {
  flags: [
    { name: "none", facts: { now, databaseBackups: of(backups([])) }, severities: ["warn"], numbers: { backups: 0 } },
    { name: "of 27 hours ago", facts: { now, databaseBackups: of(backups([backup(27)])) }, severities: ["warn"], numbers: { ageHours: 27, maxAgeHours: 26 } },
    { name: "of 50 hours ago", facts: { now, databaseBackups: of(backups([backup(50), backup(74)])) }, severities: ["warn"], numbers: { ageHours: 50 } },
    {
      name: "an old one that was copied today",
      facts: { now, databaseBackups: of(backups([backup(72, { mtime: now })])) },
      severities: ["warn"],
      numbers: { ageHours: 72 },
    },
    { name: "an old one under a new name", facts: { now, databaseBackups: of(backups([backup(1, { mtime: now - 72 * HOUR })])) }, severities: ["warn"] },
  ],
  leaves: [
    { name: "of this morning", facts: { now, databaseBackups: of(backups([backup(12)])) } },
    { name: "of 26 hours ago", facts: { now, databaseBackups: of(backups([backup(26)])) } },
    { name: "without a date in its name", facts: { now, databaseBackups: of(backups([backup(2, { named: null })])) } },
    { name: "no backups are configured", facts: { now, databaseBackups: [] } },
  ],
  unknowns: [{ name: "they cannot lie on this system", facts: { now, databaseBackups: missing("is no path of this system") } }],
};
