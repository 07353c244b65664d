import { timeOfBackup } from "../../src/core/facts/backups.ts";
import { plural, toMinute } from "../../src/core/quantities.ts";
import { defineRule } from "../../src/core/rule.ts";
import { judgeEach, type Options as Shared } from "./each-database.ts";

interface Options extends Shared {
  readonly maxAgeHours: number;
}

const HOUR = 3_600_000;

export const backupFreshness = defineRule({
  id: "sqlite/backup-freshness",
  inspects: "machine",
  probes: ["databaseBackups"],
  meta: {
    summary: "A database has no backup, or none of the last day.",
    why: "What was written since the newest backup is lost with the file.",
    fix: "See whether the scheduled backup ran, and make one now with SQLite's own .backup or VACUUM INTO: a plain copy misses the write-ahead log.",
    severity: "warn",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:328-337",
    needs: "databases",
  },
  check(facts, { maxAgeHours }: Options) {
    return judgeEach(facts.databaseBackups, ({ backups, patterns }, { name: subject }) => {
      const [newest] = backups;
      if (!newest) return [{ subject, message: `There is no backup of it in ${patterns.join(", ")}.`, facts: { backups: 0, maxAgeHours } }];
      const ageHours = Math.max(0, Math.floor((facts.now - timeOfBackup(newest)) / HOUR));
      if (facts.now - timeOfBackup(newest) <= maxAgeHours * HOUR) return [];
      const message = `Its newest backup is ${plural(ageHours, "hour")} old, from ${toMinute(timeOfBackup(newest))}; ${maxAgeHours} are allowed (${newest.path}).`;
      return [{ subject, message, facts: { backups: backups.length, ageHours, maxAgeHours } }];
    });
  },
});
