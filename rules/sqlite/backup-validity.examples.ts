import type { MachineExamples } from "../../src/core/facts/examples.ts";
import { unknown } from "../../src/core/facts/known.ts";
import { backup, backups, missing, now, of } from "./sample-facts.ts";

const MB = 1 << 20;
const sizes = (...bytes: readonly number[]): ReturnType<typeof backup>[] => bytes.map((size, day) => backup(day * 24 + 12, { bytes: size }));

export const examples: MachineExamples = {
  flags: [
    {
      name: "a packed file that ends too early",
      facts: { now, databaseBackups: of(backups([backup(12)], ["is damaged: unexpected end of file"])) },
      severities: ["warn"],
      numbers: { problems: 1 },
    },
    { name: "one with fewer bytes than any", facts: { now, databaseBackups: of(backups(sizes(200))) }, severities: ["warn"], numbers: { bytes: 200 } },
    {
      name: "half as large as those before it",
      facts: { now, databaseBackups: of(backups(sizes(4 * MB, 10 * MB, 10 * MB, 10 * MB))) },
      severities: ["warn"],
      numbers: { percent: 60 },
    },
    { name: "twice as large", facts: { now, databaseBackups: of(backups(sizes(20 * MB, 10 * MB, 10 * MB))) }, severities: ["warn"], numbers: { percent: 100 } },
  ],
  leaves: [
    { name: "sound, and of the usual size", facts: { now, databaseBackups: of(backups(sizes(11 * MB, 10 * MB, 10 * MB))) } },
    { name: "the first of all", facts: { now, databaseBackups: of(backups([backup(12)])) } },
    {
      name: "packed, where those before it are not",
      facts: {
        now,
        databaseBackups: of(backups([backup(12), backup(36, { packing: "none", bytes: 90 * MB }), backup(60, { packing: "none", bytes: 90 * MB })])),
      },
    },
    { name: "no backup: backup-freshness speaks", facts: { now, databaseBackups: of(backups([])) } },
  ],
  unknowns: [
    { name: "it cannot be read", facts: { now, databaseBackups: of({ ...backups([backup(12)]), check: unknown("backup", "cannot be read (EACCES)") }) } },
    { name: "they cannot lie on this system", facts: { now, databaseBackups: missing("is no path of this system") } },
  ],
};
