import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Files } from "../../src/state/files.ts";
import { readInstalled, writeInstalled } from "../../src/state/known-commits.ts";
import { forgetLastOk, readPassed, writeLastOk } from "../../src/state/last-ok.ts";
import { appendPending, isPending, parsePending, takePending } from "../../src/state/pending.ts";
import { openStore } from "../../src/state/store.ts";
import { createFailingFiles, type Fault } from "../support/failing-files.ts";
import { createFolder } from "../support/folder-state.ts";
import { expectWhole, work } from "./journal-work.ts";

/** One part of the store at work on disks that fail, and what must hold afterwards, whatever failed. */
interface Part {
  readonly name: string;
  /** Which codes each call fails with: all, or one after the other where there are many calls. */
  readonly each: "all" | "one";
  /** Works through `files`, and answers with what looks whether all is well, through the real ones. */
  work(folder: string, files: Files): Promise<(what: string) => void | Promise<void>> | ((what: string) => void);
}

const FAULTS: readonly Fault[] = [
  { kind: "error", code: "ENOSPC", written: 0.5 },
  { kind: "error", code: "EROFS", written: 0 },
  { kind: "error", code: "EACCES", written: 0 },
  { kind: "error", code: "EIO", written: 0.5 },
  { kind: "error", code: "EMFILE", written: 0 },
  { kind: "short" },
];

const oid = (digit: number): string => String(digit).repeat(40);
const COMMITS = [1, 2, 3, 4].map(oid);
const guardOf = (folder: string): string => {
  mkdirSync(join(folder, "guard"), { recursive: true });
  return join(folder, "guard");
};
const contentOf = (path: string): string | null => {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return null;
  }
};
/** Whether it came to its end; what it threw is the system's error. */
function succeeds(action: () => void): boolean {
  try {
    action();
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: expect.stringMatching(/^E[A-Z]+$/) });
    return false;
  }
}

const parts: readonly Part[] = [
  {
    name: "the journal: nothing that was acknowledged is lost, no chain breaks",
    each: "one",
    async work(folder, files) {
      const acknowledged = await work(folder, files);
      return (what) => expectWhole(folder, acknowledged, what);
    },
  },
  {
    name: "pending: a commit stays until it was taken over, and is never lost",
    each: "all",
    work(folder, files) {
      const path = join(guardOf(folder), "pending");
      writeFileSync(`${path}.taken`, `${COMMITS[0]} mismatch post-commit commit\n`);
      writeFileSync(
        path,
        COMMITS.slice(1, 3)
          .map((commit) => `${commit} mismatch post-commit commit\n`)
          .join(""),
      );
      const taken: string[] = [];
      const takeOver = (through?: Files): void => {
        const { commits, done } = takePending(folder, through);
        taken.push(...commits.map(({ commit }) => commit));
        done();
      };
      const isWritten = succeeds(() => appendPending(folder, COMMITS[3] ?? "", "commit", files));
      isPending(folder, COMMITS[1] ?? "", files);
      for (let run = 0; run < 2; run++) succeeds(() => takeOver(files));
      return (what) => {
        for (let run = 0; run < 3; run++) takeOver();
        const known = isWritten ? COMMITS : COMMITS.slice(0, 3);
        expect([what, known.filter((commit) => !taken.includes(commit))]).toEqual([what, []]);
        expect([what, parsePending(contentOf(path) ?? "")]).toEqual([what, []]);
      };
    },
  },
  {
    name: "last-ok: whole or none; what an older check let through does not stand in for a later one",
    each: "all",
    work(folder, files) {
      const path = join(guardOf(folder), "last-ok");
      const passed = (base: string) => ({ base, others: [], raw: Buffer.from(`:100644 ${base}\0`), skipped: [], asker: "7" });
      writeLastOk(folder, passed(oid(1)), 1);
      const older = contentOf(path);
      const isWritten = succeeds(() => writeLastOk(folder, passed(oid(2)), 2, files));
      const later = contentOf(path);
      const isForgotten = succeeds(() => forgetLastOk(folder, files));
      const whole = `guard-ok/2 ${oid(2)} 2-${process.pid} 7 - -\n`;
      const raw = readPassed(folder, `2-${process.pid}`);
      return (what) => {
        expect([what, later === null || later === whole || (!isWritten && later === older)]).toEqual([what, true]);
        if (isWritten) expect([what, later, raw?.toString()]).toEqual([what, whole, `:100644 ${oid(2)}\0`]);
        if (isForgotten) expect([what, contentOf(path)]).toEqual([what, null]);
      };
    },
  },
  {
    name: "known commits: whole or none, and never written anew",
    each: "all",
    work(folder, files) {
      guardOf(folder);
      const first = { at: 17, commits: COMMITS };
      const isWritten = succeeds(() => writeInstalled(folder, first, files));
      const seen = readInstalled(folder);
      succeeds(() => writeInstalled(folder, { at: 99, commits: [] }, files));
      readInstalled(folder, files);
      return (what) => {
        expect([what, seen]).toEqual([what, isWritten ? first : null]);
        if (isWritten) expect([what, readInstalled(folder)]).toEqual([what, first]);
      };
    },
  },
  {
    name: "caches: what can be read is what was written, or what was there before",
    each: "all",
    work(folder, files) {
      openStore(folder).write("policy.json", "before");
      const store = openStore(folder, files);
      store.write("policy.json", "after".repeat(100));
      const read = store.read("policy.json");
      return (what) => {
        const texts = [null, "before", "after".repeat(100)];
        expect([what, texts.includes(read), texts.slice(1).includes(openStore(folder).read("policy.json"))]).toEqual([what, true, true]);
      };
    },
  },
];

const counts: number[] = [];

test.each(parts)("$name", async ({ each, work }) => {
  const counting = createFailingFiles(null, null);
  await (await work(createFolder(), counting))("nothing failed");
  let points = 0;
  for (let at = 0; at < counting.count(); at++) {
    for (const fault of each === "all" ? FAULTS : [FAULTS[at % FAULTS.length] ?? null]) {
      const check = await work(createFolder(), createFailingFiles(at, fault));
      await check(`${JSON.stringify(fault)} at call ${at}`);
      points++;
    }
  }
  counts.push(points);
});

test("these are more than three hundred faults, beside those of whole checks (test/e2e/unread.test.ts)", () => {
  expect(counts).toHaveLength(parts.length);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(300);
});
