import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Files } from "../../src/state/files.ts";
import { openJournal } from "../../src/state/journal.ts";
import type { JournalEntry } from "../../src/state/journal-record.ts";
import { createFailingFiles, type Fault, Killed } from "../support/failing-files.ts";
import { createFolder } from "../support/folder-state.ts";

const now = Date.UTC(2025, 10, 25, 12);
const entry = (number: number): JournalEntry => ({ kind: "skip", rules: ["secrets/generic-secret"], reason: `number ${number}`, who: "Ada" });

/** Twelve appends, of one record and of three, of two worktrees. Answers with the hashes of what was acknowledged; goes on after an error, not after a kill. */
async function work(folder: string, files: Files): Promise<string[]> {
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
async function expectWhole(folder: string, acknowledged: readonly string[], what: string): Promise<void> {
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

async function countCalls(): Promise<number> {
  const files = createFailingFiles(null, null);
  expect(await work(createFolder(), files)).toHaveLength(18);
  return files.count();
}

describe("at every single call into the file system", () => {
  test("a killed program loses nothing that was acknowledged and breaks no chain", async () => {
    const calls = await countCalls();
    let points = 0;
    for (let at = 0; at < calls; at++) {
      for (const written of at % 2 === 0 ? ([0, 0.5] as const) : ([0.5, 1] as const)) {
        const folder = createFolder();
        const acknowledged = await work(folder, createFailingFiles(at, { kind: "killed", written }));
        await expectWhole(folder, acknowledged, `killed at call ${at}, ${written} of it done`);
        points++;
      }
    }
    expect(points).toBeGreaterThanOrEqual(300);
  });

  test("a full, broken or read-only disk fails the one append, and breaks no chain", async () => {
    const calls = await countCalls();
    const faults: readonly Fault[] = [
      { kind: "error", code: "ENOSPC", written: 0.5 },
      { kind: "error", code: "EIO", written: 0 },
      { kind: "error", code: "EROFS", written: 0 },
      { kind: "error", code: "EACCES", written: 0 },
    ];
    let points = 0;
    for (let at = 0; at < calls; at++, points++) {
      const folder = createFolder();
      const fault = faults[at % faults.length] ?? null;
      await expectWhole(folder, await work(folder, createFailingFiles(at, fault)), `${JSON.stringify(fault)} at call ${at}`);
    }
    expect(points).toBeGreaterThanOrEqual(170);
  });
});

describe("a process that is really killed", () => {
  const script = (folder: string): string => `
    const { openJournal } = await import(${JSON.stringify(new URL("../../src/state/journal.ts", import.meta.url).href)});
    const journal = openJournal(${JSON.stringify(folder)}, ${JSON.stringify(folder)});
    for (let i = 0; ; i++) { const { hash } = await journal.append({ kind: "skip", rules: [], reason: String(i), who: "Ada" }, ${now} + i); process.stdout.write(hash + "\\n"); }`;

  test("leaves a whole journal, and its lock keeps nobody out", async () => {
    for (const lines of [1, 5, 20]) {
      const folder = createFolder();
      const child = spawn(process.execPath, ["--input-type=module", "--eval", script(folder)], { stdio: ["ignore", "pipe", "inherit"] });
      let said = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        if (said.split("\n").length > lines) child.kill("SIGKILL");
      });
      await once(child, "close");
      const journal = openJournal(folder, folder);
      await journal.append(entry(1), now);
      const { records, chain } = journal.verify();
      const there = new Set(records.map(({ hash }) => hash));
      expect([
        chain,
        said
          .split("\n")
          .slice(0, -1)
          .filter((hash) => !there.has(hash)),
      ]).toEqual(["intact", []]);
    }
  });

  test("before it could say who it is keeps nobody out either", async () => {
    const folder = createFolder();
    const journal = openJournal(folder, folder);
    await journal.append(entry(1), now);
    writeFileSync(join(folder, "guard/journal.jsonl.lock"), "");
    await journal.append(entry(2), now);
    expect(journal.verify().records).toHaveLength(2);
    expect(existsSync(join(folder, "guard/journal.jsonl.lock"))).toBe(false);
  });
});

describe("what was changed by hand", () => {
  async function open(): Promise<{ readonly path: string; readonly lines: string[]; verify(): string }> {
    const folder = createFolder();
    const journal = openJournal(folder, folder);
    for (let number = 0; number < 5; number++) await journal.append(entry(number), now + number);
    const path = join(folder, "guard/journal.jsonl");
    return { path, lines: readFileSync(path, "utf8").split("\n"), verify: () => journal.verify().chain };
  }

  test("is told by the line: edited, taken out, put elsewhere, doubled", async () => {
    const { path, lines, verify } = await open();
    const put = (changed: readonly string[]): string => {
      writeFileSync(path, changed.join("\n"));
      return verify();
    };
    expect(put(lines)).toBe("intact");
    expect(put(lines.with(2, (lines[2] ?? "").replace("number 2", "number 7")))).toBe("broken at 3");
    expect(put(lines.with(4, (lines[4] ?? "").replace("Ada", "Bob")))).toBe("broken at 5");
    expect(put(lines.toSpliced(1, 1))).toBe("broken at 2");
    expect(put(lines.toSpliced(0, 1))).toBe("broken at 1");
    expect(put([lines[1] ?? "", lines[0] ?? "", ...lines.slice(2)])).toBe("broken at 1");
    expect(put([...lines.slice(0, 3), lines[2] ?? "", ...lines.slice(3)])).toBe("broken at 4");
  });

  test("cannot be told where the end was cut off", async () => {
    const { path, lines, verify } = await open();
    writeFileSync(path, `${lines.slice(0, 3).join("\n")}\n`);
    expect(verify()).toBe("intact");
  });

  test("in a torn line is nothing: it never was a record", async () => {
    const { path, verify } = await open();
    appendFileSync(path, '{"v":1,"at":"2025');
    expect(verify()).toBe("intact");
  });
});

test.skipIf(process.platform === "win32" || process.getuid?.() !== 0)("a disk that is really full fails the append and keeps what was there", async () => {
  const folder = createFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return;
  }
  try {
    const journal = openJournal(folder, folder);
    const acknowledged: string[] = [];
    let failures = 0;
    for (let number = 0; number < 300; number++)
      await journal.append(entry(number), now).then(
        ({ hash }) => acknowledged.push(hash),
        () => failures++,
      );
    const { records, chain } = journal.verify();
    const there = new Set(records.map(({ hash }) => hash));
    expect([chain, failures > 0, acknowledged.filter((hash) => !there.has(hash))]).toEqual(["intact", true, []]);
  } finally {
    execFileSync("umount", [folder]);
  }
});
