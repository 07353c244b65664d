import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Files } from "../../src/state/files.ts";
import { openJournal } from "../../src/state/journal.ts";
import type { JournalEntry } from "../../src/state/journal-record.ts";
import { Killed } from "../support/failing-files.ts";

export const now = Date.UTC(2025, 10, 25, 12);
export const entry = (number: number): JournalEntry => ({ kind: "skip", rules: ["secrets/generic-secret"], reason: `number ${number}`, who: "Ada" });

/** Twelve appends, of one record and of three, of two worktrees. Answers with the hashes of what was acknowledged; goes on after an error, not after a kill. */
export async function work(folder: string, files: Files): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let number = 0; number < 12; number++) {
    const journal = openJournal(folder, number % 3 === 2 ? join(folder, "worktrees/linked") : folder, files);
    const entries = number % 4 === 3 ? [entry(number), entry(number + 100), entry(number + 200)] : [entry(number)];
    try {
      acknowledged.push(...(await journal.appendAll(entries, now + number)).map(({ hash }) => hash));
    } catch (error) {
      if (error instanceof Error && error.cause instanceof Killed) return acknowledged;
      if (error instanceof Killed) return acknowledged;
      bury(folder);
    }
  }
  return acknowledged;
}

/** A process that is gone holds no lock; here its number is that of the test, which is still there. */
function bury(folder: string): void {
  rmSync(join(folder, "guard/journal.jsonl.lock"), { force: true });
}

/** What must hold after whatever happened: what was acknowledged is there, the chains hold, and appending goes on. */
export async function expectWhole(folder: string, acknowledged: readonly string[], what: string): Promise<void> {
  bury(folder);
  const journal = openJournal(folder, folder);
  const before = journal.verify();
  expect([before.chain, what]).toEqual(["intact", what]);
  const there = new Set(before.records.map(({ hash }) => hash));
  expect(acknowledged.filter((hash) => !there.has(hash))).toEqual([]);
  await journal.append(entry(999), now + 1000);
  const after = journal.verify();
  expect([after.chain, after.records.length, what]).toEqual(["intact", before.records.length + 1, what]);
}
