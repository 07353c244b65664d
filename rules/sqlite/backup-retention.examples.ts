import type { MachineExamples } from "../../src/core/facts/examples.ts";
import { backup, backups, missing, now, of } from "./sample-facts.ts";

const DAY = 24;
const daily = (days: number): ReturnType<typeof backup>[] => Array.from({ length: days }, (_, day) => backup(day * DAY + 12));

export const examples: MachineExamples = {
  flags: [
    {
      name: "40 days of daily backups",
      facts: { now, databaseBackups: of(backups(daily(40))) },
      severities: ["warn"],
      numbers: { expired: 10, oldestDays: 39 },
    },
    { name: "a week, where a day is allowed", facts: { now, databaseBackups: of(backups(daily(7))) }, options: { maxAgeDays: 1 }, severities: ["warn"] },
  ],
  leaves: [
    { name: "30 days of daily backups", facts: { now, databaseBackups: of(backups(daily(30))) } },
    { name: "only one, and that is old", facts: { now, databaseBackups: of(backups([backup(400 * DAY)])) } },
    { name: "none", facts: { now, databaseBackups: of(backups([])) } },
  ],
  unknowns: [{ name: "they cannot lie on this system", facts: { now, databaseBackups: missing("is no path of this system") } }],
};
