import type { DatabaseCheck, DatabaseFile, OfDatabase } from "../../src/core/facts/sqlite.ts";
import { toMinute } from "../../src/core/quantities.ts";
import type { MachineMatch } from "../../src/core/rule.ts";
import { defineRule } from "../../src/core/rule.ts";
import { judgeEach, nameOf, type Options as Shared, settingsOf, toUnknown } from "./each-database.ts";

interface Options extends Shared {
  readonly maxCheckAgeDays: number;
}

const DAY = 86_400_000;

export const integrity = defineRule({
  id: "sqlite/integrity",
  inspects: "machine",
  probes: ["databases", "databaseChecks"],
  meta: {
    summary: "A database is corrupt, or no SQLite database any more.",
    why: "Every further write may make it worse, and the backups that are made from it are worth nothing.",
    fix: "Stop the program that uses it, keep the broken file, restore the newest backup that is sound, then run: npx --no guard status",
    severity: "block",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:391-405",
    needs: "databases",
  },
  check(facts, options: Options) {
    return judgeEach(facts.databases, (file, database) => {
      const subject = nameOf(database, file);
      const seen = judgeHeader(file, subject, settingsOf(options, database).encrypted === true);
      if (seen.length > 0 || file.format !== "sqlite") return seen;
      const check = facts.databaseChecks?.find(({ name }) => name === database.name);
      return check ? judgeCheck(check, subject, facts.now, options.maxCheckAgeDays) : [];
    });
  },
});

function judgeHeader({ format, header }: DatabaseFile, subject: string, isEncrypted: boolean): MachineMatch[] {
  if (format === "other") return [{ subject, message: "It is no SQLite database: its first bytes are those of something else.", facts: { format } }];
  if (format === "random" && !isEncrypted) {
    const message = "It has no SQLite header, and its bytes have no order: it is overwritten, or encrypted.";
    const fix = 'If it is encrypted (SQLCipher, SEE), say so: "encrypted": true beside its path in databases. If not, restore the newest backup that is sound.';
    return [{ subject, message, fix, confidence: "likely", facts: { format } }];
  }
  const [fault] = header?.faults ?? [];
  return fault === undefined ? [] : [{ subject, message: `It is corrupt: ${fault}.`, facts: { format, fault } }];
}

function judgeCheck({ name, facts }: OfDatabase<DatabaseCheck | null>, subject: string, now: number, maxAgeDays: number): MachineMatch[] {
  if (!facts.known) return [toUnknown(name, facts)];
  const check = facts.value;
  if (!check) return [{ subject, unknown: "it was never read whole, and is too large for that during a commit; run: npx --no guard status" }];
  const [problem] = check.problems;
  if (problem !== undefined) {
    const more = check.problems.length > 1 ? `, and ${check.problems.length - 1} more` : "";
    const message = `It is corrupt, as of ${toMinute(check.at)}: ${problem.replaceAll(/\s+/g, " ").replace(/\.$/, "")}${more}.`;
    return [{ subject, message, facts: { problems: check.problems.length, checkedAt: toMinute(check.at) } }];
  }
  const days = Math.floor((now - check.at) / DAY);
  if (days < maxAgeDays) return [];
  const message = `It was last read whole ${days} days ago; damage since then has not been noticed.`;
  return [{ subject, severity: "warn", message, fix: "Run: npx --no guard status", facts: { days, maxCheckAgeDays: maxAgeDays } }];
}
