import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, renameSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Known } from "../../src/core/facts/known.ts";
import type { TradingLog } from "../../src/core/facts/trading.ts";
import { toTradingRequest } from "../../src/core/trading/request.ts";
import { readTradingLog } from "../../src/machine/trading-log.ts";
import { createFolder } from "../support/folder-state.ts";
import { requestAt } from "../support/trading-probe.ts";
import { writeTradingSession } from "../support/trading-session.ts";

const now = Date.UTC(2025, 9, 13, 12);
const MIB = 1 << 20;

function read(folder: string, patterns: readonly string[] = ["*.log"], maxBytes = 8 * MIB): Known<TradingLog> {
  return readTradingLog(patterns, { baseDir: folder, roots: {}, platform: process.platform }, requestAt(now), maxBytes);
}

function readKnown(...args: Parameters<typeof read>): TradingLog {
  const log = read(...args);
  if (!log.known) throw new Error(log.reason);
  return log.value;
}

function line(text: string, time = "07:59:00"): string {
  return `2025-10-13 ${time},316 - trading_engine - ERROR - ${text}`;
}

describe("which log", () => {
  test("the one that was written to last; the others are named", () => {
    const folder = createFolder();
    for (const [i, name] of ["a.log", "b.log", "c.log"].entries()) {
      writeFileSync(join(folder, name), `${line(name)}\n`);
      utimesSync(join(folder, name), now / 1000, now / 1000 - (i === 1 ? 0 : 3600));
    }
    const log = readKnown(folder);
    expect(log).toMatchObject({ path: join(folder, "b.log"), mtime: now, bytes: 57, tail: [line("b.log")], lastDated: line("b.log") });
    expect(log.others).toEqual([join(folder, "a.log"), join(folder, "c.log")]);
  });

  test("none, a Windows path elsewhere, and what is no file", () => {
    const folder = createFolder();
    expect(read(folder)).toMatchObject({ known: false, subject: "*.log", reason: "no log is there" });
    expect(read(folder, ["D:/logs/trading.log"])).toMatchObject({ known: false, reason: "no log is there" });
    spawnSync("mkfifo", [join(folder, "pipe.log")]);
    expect(read(folder)).toMatchObject({ known: false, reason: `${join(folder, "pipe.log")} is a FIFO` });
    mkdirSync(join(folder, "a.log"));
    writeFileSync(join(folder, "b.log"), `${line("x")}\n`);
    expect(readKnown(folder).path).toBe(join(folder, "b.log"));
  });

  test("an empty one is a log", () => {
    const folder = createFolder();
    writeFileSync(join(folder, "a.log"), "");
    expect(readKnown(folder)).toMatchObject({ tail: [], failedCloses: [], lastDated: null, reach: "start", bytes: 0 });
  });
});

describe("in whatever encoding", () => {
  const text = `${line("Prei\u00df \u2192 zu hoch")}\r\n${line("\u20ac 10")}\r\n`;
  const lines = text.trimEnd().split("\r\n");
  const utf16 = (content: string, bigEndian: boolean): Buffer => {
    const bytes = Buffer.from(`\ufeff${content}`, "utf16le");
    return bigEndian ? bytes.swap16() : bytes;
  };
  test.each([
    ["utf-8", Buffer.from(text), lines],
    ["utf-8", Buffer.from(`\ufeff${text}`), lines],
    ["utf-16le", utf16(text, false), lines],
    ["utf-16be", utf16(text, true), lines],
    ["windows-1252", Buffer.from(`${line("Prei\u00df")}\r\n`, "latin1"), [line("Prei\u00df")]],
    ["utf-8", Buffer.from(`${line("a")}\n\0\0\0\0${line("b")}`), [line("a"), line("b")]],
  ] as const)("%s", (encoding, bytes, expected) => {
    const folder = createFolder();
    writeFileSync(join(folder, "a.log"), bytes);
    const log = readKnown(folder);
    expect(log.encoding).toBe(encoding);
    expect(log.tail.map((tail) => tail.replace("\ufeff", ""))).toEqual(expected);
  });

  test.each([64 << 10, 65_537, 131_071])("UTF-16 stays in step when it is read from the middle, %s bytes", (maxBytes) => {
    const folder = createFolder();
    writeFileSync(join(folder, "a.log"), utf16(Array.from({ length: 5000 }, (_, i) => line(`\u00e9 ${i}`, "01:00:00")).join("\r\n"), false));
    const log = readKnown(folder, ["*.log"], maxBytes);
    expect(log.tail).toHaveLength(100);
    expect(log.tail.at(-1)).toBe(line("\u00e9 4999", "01:00:00"));
  });
});

describe("backwards, as far as it must", () => {
  test("the session of 3,500 lines, from its end to its start", () => {
    const folder = createFolder();
    writeTradingSession(folder, { end: now });
    const log = readKnown(folder);
    expect(log).toMatchObject({ reach: "start", timeZone: "America/New_York" });
    expect(log.tail).toEqual(readFileSync(join(folder, "trading.log"), "utf8").trimEnd().split("\n").slice(-100));
    expect(log.failedCloses).toHaveLength(194);
  });

  test("not past the window, and not past the limit", () => {
    const folder = createFolder();
    const days = (count: number, each: number): string[] =>
      Array.from({ length: count * each }, (_, i) => {
        const time = new Date(now - 4 * 3_600_000 - (count - i / each) * 86_400_000).toISOString();
        return `${time.slice(0, 19).replace("T", " ")},000 - trading_engine - INFO - [CLOSE POSITION] FAILED - ${i} ${"x".repeat(100)}`;
      });
    writeFileSync(join(folder, "a.log"), `${days(30, 300).join("\n")}\n`);
    const log = readKnown(folder);
    expect(log.reach).toBe("window");
    expect(log.failedCloses.length).toBeGreaterThanOrEqual(300);
    expect(log.failedCloses.length).toBeLessThan(2000);
    writeFileSync(join(folder, "a.log"), `${days(1, 9000).join("\n")}\n`);
    const cut = readKnown(folder, ["*.log"], 256 << 10);
    expect(cut.reach).toBe("limit");
    expect(cut.failedCloses.length).toBeLessThan(2000);
  });

  test("one line of many megabytes, and a last one without an end", () => {
    const folder = createFolder();
    writeFileSync(join(folder, "a.log"), `${line("first")}\n${line(`snapshot ${"{}".repeat(2 * MIB)}`)}\n${line("last")}`);
    const log = readKnown(folder);
    expect(log.tail.map((text) => text.length <= 2000)).toEqual([true, true, true]);
    expect(log.tail.at(-1)).toBe(line("last"));
  });
});

test("lines that could not be seen are not taken for lines without errors", () => {
  const folder = createFolder();
  writeFileSync(join(folder, "a.log"), `${line("first")}\n`.repeat(200) + line("x".repeat(3 * MIB)));
  expect(readKnown(folder).tail).toHaveLength(100);
  expect(read(folder, ["*.log"], 2 * MIB)).toEqual({
    known: false,
    subject: join(folder, "a.log"),
    reason: "ends in lines so long that its last 2 MB hold 0 of the 100 to look at",
  });
});

describe("while it is written to and rotated", () => {
  test("nothing but whole reads: truncated, moved away and appended to in between", async () => {
    const folder = createFolder();
    const path = join(folder, "a.log");
    writeFileSync(path, "");
    const script = `const fs = require("node:fs"); const [path] = process.argv.slice(1); let i = 0; process.stdout.write("ready");
      setInterval(() => { fs.appendFileSync(path, "2025-10-13 07:00:00,000 - bot - INFO - line " + i + " " + "x".repeat(200) + "\\n"); i++;
        if (i % 37 === 0) fs.truncateSync(path, 0); if (i % 91 === 0) fs.renameSync(path, path + ".1"); }, 0)`;
    const { spawn } = await import("node:child_process");
    const writer = spawn(process.execPath, ["-e", script, path]);
    await new Promise((resolve) => writer.stdout.once("data", resolve));
    for (let i = 0; i < 300; i++) {
      const log = read(folder);
      if (log.known) for (const text of log.value.tail.slice(0, -1)) expect(text).toMatch(/^(2025-10-13 .* line \d+ x{200}|)$/);
      else expect(log.reason).toMatch(/no log is there|was rotated|ENOENT/);
      if (i % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    writer.kill("SIGKILL");
  });

  test("a log that became shorter, and one that was moved away", () => {
    const folder = createFolder();
    writeFileSync(join(folder, "a.log"), `${line("old")}\n`.repeat(50));
    truncateSync(join(folder, "a.log"), 0);
    appendFileSync(join(folder, "a.log"), `${line("new")}\n`);
    expect(readKnown(folder).tail).toEqual([line("new")]);
    renameSync(join(folder, "a.log"), join(folder, "a.log.1"));
    writeFileSync(join(folder, "a.log"), `${line("newer")}\n`);
    expect(readKnown(folder).tail).toEqual([line("newer")]);
  });
});

test("a time zone that does not exist is said, not taken for UTC", () => {
  const folder = createFolder();
  writeFileSync(join(folder, "a.log"), `${line("x")}\n`);
  const request = toTradingRequest(now, "America/Nowhere", () => undefined);
  const log = readTradingLog(["*.log"], { baseDir: folder, roots: {}, platform: process.platform }, request, MIB);
  expect(log).toMatchObject({ known: false, reason: expect.stringContaining('"America/Nowhere" is not known') });
});
