import { toMegabytes } from "../../src/core/quantities.ts";
import { defineRule } from "../../src/core/rule.ts";
import { judgeEach, nameOf, type Options as Shared } from "./each-database.ts";

interface Options extends Shared {
  readonly maxMb: number;
  readonly maxPercent: number;
}

/** SQLite checkpoints at 1000 pages; a frame has 24 bytes of its own, and a transaction may end later. */
const ORDINARY_FRAMES = 1200;
const FRAME_HEADER = 24;

export const walSize = defineRule({
  id: "sqlite/wal-size",
  inspects: "machine",
  probes: ["databases"],
  meta: {
    summary: "The write-ahead log of a database has grown large.",
    why: "Its rows are not in the database file yet: a copy of that file alone loses them, and each reader has to search the log.",
    fix: "Find the reader that never ends its transaction, then let the owner run: PRAGMA wal_checkpoint(TRUNCATE)",
    severity: "warn",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:454-457",
    needs: "databases",
  },
  check(facts, { maxMb, maxPercent }: Options) {
    return judgeEach(facts.databases, (file, database) => {
      const { walBytes, bytes, header } = file;
      const percent = Math.round((walBytes / bytes) * 100);
      const isOrdinary = walBytes <= ORDINARY_FRAMES * ((header?.pageSize ?? 4096) + FRAME_HEADER);
      if (walBytes <= maxMb * 1048576 && (isOrdinary || walBytes * 100 <= bytes * maxPercent)) return [];
      const message = `Its write-ahead log has ${toMegabytes(walBytes)}, ${percent} % of the database; ${maxMb} MB and ${maxPercent} % are allowed.`;
      return [{ subject: nameOf(database, file), message, facts: { walBytes, percent, maxMb, maxPercent } }];
    });
  },
});
