import type { RetentionCount } from "../../src/core/facts/sqlite.ts";
import { plural } from "../../src/core/quantities.ts";
import type { MachineMatch } from "../../src/core/rule.ts";
import { defineRule } from "../../src/core/rule.ts";
import { judgeEach, toUnknown } from "./each-database.ts";

export const retention = defineRule({
  id: "sqlite/retention",
  inspects: "machine",
  probes: ["databaseRetention"],
  meta: {
    summary: "A table keeps rows longer than it may, or rows that last longer than one can.",
    why: "Records of what people did are kept for a stated time only; sessions without an end falsify every sum that is made of them.",
    fix: "See why the program's own cleaning up does not run, make a backup, and delete what is too old.",
    severity: "warn",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:415-418",
    needs: "databases",
  },
  check(facts) {
    return judgeEach(facts.databaseRetention, (counts, { name }) => counts.flatMap((count) => judgeTable(name, count)));
  },
});

function judgeTable(name: string, { spec, counts }: RetentionCount): MachineMatch[] {
  const { table, maxAgeDays = 0, maxHours = 0 } = spec;
  const subject = `${name}, table ${table}`;
  if (!counts.known) return [toUnknown(subject, counts)];
  const { tooOld, oldest, tooLong, longestHours, unreadable } = counts.value;
  const matches: MachineMatch[] = [];
  if (tooOld > 0) {
    const from = oldest === null ? "" : `; the oldest is from ${new Date(oldest).toISOString().slice(0, 10)}`;
    const message = `${plural(tooOld, "row")} ${tooOld === 1 ? "is" : "are"} older than ${maxAgeDays} days${from}.`;
    matches.push({ subject, message, facts: { table, tooOld, maxAgeDays } });
  }
  if (tooLong > 0) {
    const longest = Math.round((longestHours ?? 0) * 10) / 10;
    const message = `${plural(tooLong, "row")} ${tooLong === 1 ? "lasts" : "last"} longer than ${maxHours} hours, the longest ${longest}; one without an end counts until now.`;
    matches.push({ subject, message, facts: { table, tooLong, longestHours: longest, maxHours } });
  }
  if (unreadable > 0) {
    const message = `${plural(unreadable, "row")} ${unreadable === 1 ? "has" : "have"} no time that can be read, so nobody knows how old they are.`;
    matches.push({ subject, message, facts: { table, unreadable } });
  }
  return matches;
}
