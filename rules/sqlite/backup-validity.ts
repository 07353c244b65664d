import type { Backup, BackupFacts } from "../../src/core/facts/backups.ts";
import { toMegabytes } from "../../src/core/quantities.ts";
import type { MachineMatch } from "../../src/core/rule.ts";
import { defineRule } from "../../src/core/rule.ts";
import { judgeEach, type Options as Shared, toUnknown } from "./each-database.ts";

interface Options extends Shared {
  readonly maxDeviationPercent: number;
  readonly minBytes: number;
}

const COMPARED = 5;

export const backupValidity = defineRule({
  id: "sqlite/backup-validity",
  inspects: "machine",
  probes: ["databaseBackups"],
  meta: {
    summary: "The newest backup of a database is damaged, or of a suspicious size.",
    why: "A backup that cannot be restored is noticed on the day that it is needed.",
    fix: "Make a new one with SQLite's own .backup or VACUUM INTO, and keep an older one that is sound until that is done.",
    severity: "warn",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:400-405",
    needs: "databases",
  },
  check(facts, options: Options) {
    return judgeEach(facts.databaseBackups, (value, { name }) => judgeNewest(name, value, options));
  },
});

function judgeNewest(name: string, { backups, check }: BackupFacts, options: Options): MachineMatch[] {
  const [newest, ...older] = backups;
  if (!newest) return [];
  const subject = `${name}, backup ${newest.path}`;
  if (check && !check.known) return [toUnknown(subject, check)];
  const [problem] = check?.value.problems ?? [];
  if (problem !== undefined)
    return [{ subject, message: `It cannot be trusted: it ${problem.replace(/\.$/, "")}.`, facts: { problems: check?.value.problems.length ?? 0 } }];
  if (newest.bytes < options.minBytes) {
    return [
      { subject, confidence: "likely", message: `It has ${newest.bytes} bytes; a backup has at least ${options.minBytes}.`, facts: { bytes: newest.bytes } },
    ];
  }
  return judgeSize(subject, newest, older, options.maxDeviationPercent);
}

function judgeSize(subject: string, newest: Backup, older: readonly Backup[], maxDeviationPercent: number): MachineMatch[] {
  const compared = older.filter(({ packing }) => packing === newest.packing).slice(0, COMPARED);
  const mean = compared.reduce((sum, { bytes }) => sum + bytes, 0) / compared.length;
  const percent = Math.round(Math.abs(newest.bytes / mean - 1) * 100);
  if (compared.length < 2 || !(percent > maxDeviationPercent)) return [];
  const message = `It has ${toMegabytes(newest.bytes)}, the ${compared.length} before it ${toMegabytes(mean)} on average: ${percent} % ${newest.bytes < mean ? "less" : "more"}.`;
  return [{ subject, confidence: "possible", message, facts: { bytes: newest.bytes, meanBytes: Math.round(mean), percent, maxDeviationPercent } }];
}
