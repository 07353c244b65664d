import { execFile } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Journal, openJournal } from "../../src/state/journal.ts";
import type { JournalEntry } from "../../src/state/journal-record.ts";
import { createFolder } from "../support/folder-state.ts";

const now = Date.UTC(2025, 10, 25, 12);
const entry: JournalEntry = {
  kind: "ack",
  rules: ["trading/failed-orders"],
  reason: "mends the bot",
  who: "Ada Example <ada@example.com>",
  until: "2025-11-25T14:00:00.000Z",
};

function open(): { readonly journal: Journal; readonly folder: string; readonly path: string } {
  const folder = createFolder();
  return { journal: openJournal(folder, folder), folder, path: join(folder, "guard/journal.jsonl") };
}

test("what is appended can be read again, each record chained to the one before", async () => {
  const { journal, path } = open();
  const first = await journal.append(entry, now);
  const second = await journal.append({ ...entry, reason: "still" }, now + 1000);
  expect(first).toMatchObject({ ...entry, v: 1, at: "2025-11-25T12:00:00.000Z", worktree: ".", prev: "0".repeat(64) });
  expect(second.prev).toBe(first.hash);
  expect(journal.readSince(0)).toEqual([first, second]);
  expect(journal.readSince(now + 500)).toEqual([second]);
  expect(readFileSync(path, "utf8").split("\n")).toHaveLength(3);
});

test("each worktree has a chain of its own", async () => {
  const { journal, folder } = open();
  const linked = openJournal(folder, join(folder, "worktrees/feature"));
  const first = await journal.append(entry, now);
  const other = await linked.append(entry, now);
  const second = await journal.append(entry, now);
  expect(other).toMatchObject({ worktree: "feature", prev: "0".repeat(64) });
  expect(second.prev).toBe(first.hash);
});

test("a line that was torn is no record, and takes none with it", async () => {
  const { journal, path } = open();
  const first = await journal.append(entry, now);
  appendFileSync(path, readFileSync(path).subarray(0, 100));
  const second = await journal.append(entry, now);
  expect(journal.readSince(0)).toEqual([first, second]);
  expect(second.prev).toBe(first.hash);
});

test("any byte that is another makes a line no record", async () => {
  const { journal, path } = open();
  await journal.append(entry, now);
  const whole = readFileSync(path);
  fc.assert(
    fc.property(fc.nat({ max: whole.length - 2 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const broken = Buffer.from(whole);
      broken[at] = (broken[at] ?? 0) ^ change;
      writeFileSync(path, broken);
      expect(journal.readSince(0)).toEqual([]);
    }),
  );
});

test("texts of every kind come back as they were", async () => {
  const { journal } = open();
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), async (reason) => {
      await journal.append({ ...entry, reason }, now);
      expect(journal.readSince(0).at(-1)?.reason).toBe(reason);
    }),
    { numRuns: 30 },
  );
});

test("of a long journal only the end is read", async () => {
  const { journal, path } = open();
  const first = await journal.append(entry, now);
  const line = readFileSync(path, "utf8");
  writeFileSync(path, line.repeat(5000));
  const last = await journal.append(entry, now + 86_400_000);
  expect(last.prev).toBe(first.hash);
  expect(journal.readSince(now + 1)).toEqual([last]);
  expect(journal.readSince(now)).toHaveLength(5001);
});

test("processes that append at once leave one unbroken chain", async () => {
  const { journal, folder } = open();
  const script = `
    const { openJournal } = await import(${JSON.stringify(new URL("../../src/state/journal.ts", import.meta.url).href)});
    const journal = openJournal(${JSON.stringify(folder)}, ${JSON.stringify(folder)});
    for (let i = 0; i < 10; i++) await journal.append(${JSON.stringify(entry)}, ${now} + i);`;
  await Promise.all(Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script])));
  const records = journal.readSince(0);
  expect(records).toHaveLength(40);
  expect(records.slice(1).map(({ prev }) => prev)).toEqual(records.slice(0, -1).map(({ hash }) => hash));
});

describe("a journal that is broken", () => {
  test("is as good as none", () => {
    const { journal, path, folder } = open();
    expect(journal.readSince(0)).toEqual([]);
    mkdirSync(join(folder, "guard"));
    writeFileSync(path, "\0\xff{}\n{\n[]\nnull\n");
    expect(journal.readSince(0)).toEqual([]);
  });

  test("says so where something was to be recorded", async () => {
    const { journal, path } = open();
    mkdirSync(path, { recursive: true });
    await expect(journal.append(entry, now)).rejects.toMatchObject({ exitCode: 3, code: "journal", message: expect.stringContaining("EISDIR") });
    expect(journal.readSince(0)).toEqual([]);
  });

  test.skipIf(process.platform === "win32")("that is a link is not followed", async () => {
    const { journal, path, folder } = open();
    mkdirSync(join(folder, "guard"));
    writeFileSync(join(folder, "elsewhere"), "");
    symlinkSync(join(folder, "elsewhere"), path);
    await expect(journal.append(entry, now)).rejects.toMatchObject({ code: "journal" });
    expect(readFileSync(join(folder, "elsewhere"), "utf8")).toBe("");
  });

  test.skipIf(process.platform === "win32")("that is a pipe keeps nobody waiting", async () => {
    const { journal, path, folder } = open();
    mkdirSync(join(folder, "guard"));
    await promisify(execFile)("mkfifo", [path]);
    expect(journal.readSince(0)).toEqual([]);
    await expect(journal.append(entry, now)).rejects.toMatchObject({ code: "journal" });
  });
});

test.skipIf(process.platform === "win32")("nobody else may read it", async () => {
  const { journal, path } = open();
  await journal.append(entry, now);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});
