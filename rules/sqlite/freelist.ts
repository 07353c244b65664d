import { toMegabytes } from "../../src/core/quantities.ts";
import { defineRule } from "../../src/core/rule.ts";
import { judgeEach, nameOf, noHeader, type Options as Shared, settingsOf } from "./each-database.ts";

interface Options extends Shared {
  readonly maxPercent: number;
}

export const freelist = defineRule({
  id: "sqlite/freelist",
  inspects: "machine",
  probes: ["databases"],
  meta: {
    summary: "Much of a database file is free pages.",
    why: "What was deleted still takes its room, on the disk and in every backup, and old content can be read from it.",
    fix: "Make a backup, stop the program that uses it, and run: VACUUM",
    severity: "warn",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:420-422",
    needs: "databases",
  },
  check(facts, options: Options) {
    return judgeEach(facts.databases, (file, database) => {
      const subject = nameOf(database, file);
      const { header, bytes } = file;
      if (!header) return settingsOf(options, database).encrypted === true ? [] : [noHeader(subject)];
      const pages = header.pages ?? Math.floor(bytes / header.pageSize);
      const share = pages === 0 ? 0 : (header.freePages / pages) * 100;
      if (share <= options.maxPercent) return [];
      const percent = Math.round(share);
      const message = `${percent} % of its pages are free (${toMegabytes(header.freePages * header.pageSize)}); ${options.maxPercent} % are allowed.`;
      return [{ subject, message, facts: { percent, maxPercent: options.maxPercent, freePages: header.freePages, pages } }];
    });
  },
});
