import type { MachineFacts } from "../../src/core/facts/machine.ts";
import { plural, toMinute } from "../../src/core/quantities.ts";
import { defineRule } from "../../src/core/rule.ts";
import { judgeEach, noHeader } from "./each-database.ts";

const MAX_NAMED = 5;

export const foreignKeys = defineRule({
  id: "sqlite/foreign-keys",
  inspects: "machine",
  probes: ["databases", "databaseChecks"],
  meta: {
    summary: "Rows of a database point to rows that are not there.",
    why: "SQLite enforces foreign keys only on connections that ask for it; one program that forgets leaves rows that belong to nothing.",
    fix: "List them with PRAGMA foreign_key_check, mend or delete them, and let every program that opens it run: PRAGMA foreign_keys=ON",
    severity: "warn",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:420-423",
    needs: "databases",
  },
  check(facts) {
    return judgeEach(facts.databaseChecks, (check, { name: subject }) => {
      if (!check) return [hasHeader(facts, subject) ? { subject, unknown: "it was never read whole; run: npx --no guard status" } : noHeader(subject)];
      if (!check.orphans) {
        const unknown = check.problems.length > 0 ? "it is corrupt; see sqlite/integrity" : "a foreign key names a table or column that does not exist";
        return [{ subject, unknown }];
      }
      const tables = Object.entries(check.orphans).sort(([a, rows], [b, others]) => others - rows || (a < b ? -1 : 1));
      if (tables.length === 0) return [];
      const rows = tables.reduce((sum, [, count]) => sum + count, 0);
      const named = tables.slice(0, MAX_NAMED).map(([table, count]) => `${count} in ${table}`);
      const rest = tables.length > MAX_NAMED ? ` and ${tables.length - MAX_NAMED} more tables` : "";
      const message = `${plural(rows, "row")} pointed to rows that were not there at ${toMinute(check.at)}: ${named.join(", ")}${rest}.`;
      return [{ subject, message, facts: { rows, tables: tables.length, checkedAt: toMinute(check.at) } }];
    });
  },
});

function hasHeader({ databases }: MachineFacts, name: string): boolean {
  const file = databases?.find((database) => database.name === name)?.facts;
  return !file?.known || file.value.format === "sqlite";
}
