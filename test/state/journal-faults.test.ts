import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openJournal } from "../../src/state/journal.ts";
import { createFailingFiles } from "../support/failing-files.ts";
import { createFolder } from "../support/folder-state.ts";
import { entry, expectWhole, now, work } from "./journal-work.ts";

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
