import { defineRule } from "../../src/core/rule.ts";
import { judgeEach, nameOf, noHeader, type Options, settingsOf } from "./each-database.ts";

export const journalMode = defineRule({
  id: "sqlite/journal-mode",
  inspects: "machine",
  probes: ["databases"],
  meta: {
    summary: "A database is not in the journal mode that it should be in.",
    why: "Without a write-ahead log readers and the writer keep each other waiting, and a bot that waits too long loses its write.",
    fix: "Let the program that owns it run once: PRAGMA journal_mode=WAL; the mode stays in the file.",
    severity: "warn",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:411-412",
    needs: "databases",
  },
  check(facts, options: Options) {
    return judgeEach(facts.databases, (file, database) => {
      // The policy names one database that must have it; the others only where the configuration says so
      const wanted = settingsOf(options, database).journalMode ?? (database.trading ? "wal" : null);
      if (wanted === null) return [];
      const subject = nameOf(database, file);
      if (!file.header) return [noHeader(subject)];
      const mode = file.header.journalMode;
      if ((wanted === "wal") === (mode === "wal")) return [];
      const message =
        mode === "wal" ? `It keeps a write-ahead log and should be in the mode ${wanted}.` : "It is in rollback mode and should keep a write-ahead log.";
      const fix = mode === "wal" ? `Let the program that owns it run once: PRAGMA journal_mode=${wanted.toUpperCase()}` : undefined;
      return [{ subject, message, ...(fix ? { fix } : {}), facts: { mode, wanted } }];
    });
  },
});
