import { timeOfBackup } from "../../src/core/facts/backups.ts";
import { plural, toMegabytes } from "../../src/core/quantities.ts";
import { defineRule } from "../../src/core/rule.ts";
import { judgeEach, type Options as Shared } from "./each-database.ts";

interface Options extends Shared {
  readonly maxAgeDays: number;
}

const DAY = 86_400_000;

export const backupRetention = defineRule({
  id: "sqlite/backup-retention",
  inspects: "machine",
  probes: ["databaseBackups"],
  meta: {
    summary: "Backups of a database are kept longer than they may be.",
    why: "What the database forgets after its time stays readable in them, and they fill the drive that the database needs.",
    fix: "Remove them by hand, all but the newest. Guard deletes no backup.",
    severity: "warn",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:331",
    needs: "databases",
  },
  check(facts, { maxAgeDays }: Options) {
    return judgeEach(facts.databaseBackups, ({ backups }, { name: subject }) => {
      // The newest stays, however old it is: backup-freshness speaks of it
      const expired = backups.slice(1).filter((backup) => facts.now - timeOfBackup(backup) > maxAgeDays * DAY);
      const oldest = expired.at(-1);
      if (!oldest) return [];
      const days = Math.floor((facts.now - timeOfBackup(oldest)) / DAY);
      const bytes = expired.reduce((sum, backup) => sum + backup.bytes, 0);
      const message = `${plural(expired.length, "backup")} of ${backups.length} ${expired.length === 1 ? "is" : "are"} older than ${maxAgeDays} days (${toMegabytes(bytes)}), the oldest ${days}: ${oldest.path}.`;
      return [{ subject, message, facts: { expired: expired.length, backups: backups.length, oldestDays: days, maxAgeDays } }];
    });
  },
});
