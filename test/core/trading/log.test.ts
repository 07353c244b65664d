import { describe, expect, test } from "vitest";
import type { LogEncoding } from "../../../src/core/facts/trading.ts";
import { readLogHealth } from "../../../src/core/trading/log-health.ts";
import { countErrors, readRecordHead } from "../../../src/core/trading/log-record.ts";
import { decodeLines, guessEncoding, isEnough, type LogPiece, readLogTail, sniffEncoding } from "../../../src/core/trading/log-tail.ts";
import { createClock } from "../../../src/core/trading/time-zone.ts";
import { requestAt } from "../../support/trading-probe.ts";

const clock = createClock("America/New_York");
const count = (text: string): number => countErrors(text.split("\n"), clock);
const now = Date.UTC(2025, 9, 13, 12);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a record's level stands at its head", () => {
  test.each([
    ["F1, date - name - level - message", "2025-10-13 02:20:42,316 - trading_engine - ERROR - no money", 1],
    ["F1, at level INFO, speaking of errors", "2025-10-13 02:20:42,316 - trading_engine - INFO - error rate 0, Order failed: none", 0],
    ["F1, a warning", "2025-10-13 02:20:42,316 - __main__ - WARNING - ERROR - quoted", 0],
    ["F1, CRITICAL", "2025-10-13 02:20:42,316 - a.b.c - CRITICAL - stopped", 1],
    ["F2, an order that failed", "2025-10-13 02:20:42,316 - Order failed: EOrder:Insufficient funds", 1],
    ["F2, an order in error", "2025-10-13 02:20:42,316 - Order error: timeout", 1],
    ["F2, an order in error behind a sign", "2025-10-13 02:20:42,316 - \u274c Order error: timeout", 1],
    ["F2, another message", "2025-10-13 02:20:42,316 - Error budget is fine", 0],
    ["F3, date - level - message", "2025-10-13 02:20:42,316 - ERROR - check failed", 1],
    ["F4, level: message", "ERROR: KRAKEN_API_KEY is not set", 1],
    ["F4, FATAL", "FATAL: stopped", 1],
    ["F4, another word", "Errors: 3", 0],
    ["F5, PowerShell", "2025-10-13 02:20:42 [ERROR] the bot is not running", 1],
    ["F5, in small letters", "2025-10-13 02:20:42 [error] the bot is not running", 1],
    ["F5, a warning", "2025-10-13 02:20:42 [WARN] error soon", 0],
    ["an ISO date with a zone", "2025-10-13T06:20:42.316Z - main - FATAL - stopped", 1],
    ["a date and nothing else", "2025-10-13 02:20:42,316", 0],
    ["a line of a traceback", "ValueError: no", 0],
    ["an indented line", "    ERROR: quoted", 0],
  ])("%s", (_, line, errors) => {
    expect(count(line)).toBe(errors);
  });

  test("a traceback of several chained exceptions is part of its record", () => {
    const traceback = [
      "2025-10-13 02:20:42,316 - main - ERROR - Fatal error",
      "Traceback (most recent call last):",
      '  File "bot.py", line 1, in run',
      "ERROR: an exception whose name is in capitals",
      "",
      "During handling of the above exception, another exception occurred:",
      "",
      "Traceback (most recent call last):",
      '  File "bot.py", line 2, in run',
      "TypeError: error",
    ];
    expect(count(traceback.join("\n"))).toBe(1);
    expect(count([...traceback, "ERROR: a record of its own", "ERROR: and another"].join("\n"))).toBe(3);
  });

  test("stack traces alone are no errors", () => {
    expect(count("Traceback (most recent call last):\n  File x\nOSError: error\n    error")).toBe(0);
  });

  test("the date is local, unless it says otherwise", () => {
    expect(readRecordHead("2025-10-13 02:20:12,000 - main - INFO - x", clock)?.time).toBe(Date.UTC(2025, 9, 13, 6, 20, 12));
    expect(readRecordHead("2025-10-13 02:20:12Z - main - INFO - x", clock)?.time).toBe(Date.UTC(2025, 9, 13, 2, 20, 12));
  });
});

describe("bytes of a log", () => {
  const text = "2025-10-13 07:00:00,000 - main - ERROR - caf\u00e9\r\n2025-10-13 07:00:01,000 - main - INFO - fine\r\n";
  const utf16 = (littleEndian: boolean): Uint8Array => {
    const view = new DataView(new ArrayBuffer(2 + text.length * 2));
    [...`\ufeff${text}`].forEach((character, i) => {
      view.setUint16(i * 2, character.charCodeAt(0), littleEndian);
    });
    return new Uint8Array(view.buffer);
  };

  test.each<[string, Uint8Array, LogEncoding]>([
    ["UTF-8", utf8(text), "utf-8"],
    ["UTF-8 with a mark", utf8(`\ufeff${text}`), "utf-8"],
    ["UTF-16LE, as PowerShell's > writes it", utf16(true), "utf-16le"],
    ["UTF-16BE", utf16(false), "utf-16be"],
    ["cp1252, as Python on Windows writes it", Uint8Array.from(text, (character) => character.charCodeAt(0)), "windows-1252"],
  ])("%s", (_, bytes, encoding) => {
    expect(sniffEncoding(bytes) ?? guessEncoding(bytes)).toBe(encoding);
    const { tail } = readLogTail({ bytes, offset: 0, encoding }, requestAt(now), clock);
    expect(tail).toEqual(["2025-10-13 07:00:00,000 - main - ERROR - caf\u00e9", "2025-10-13 07:00:01,000 - main - INFO - fine"]);
  });

  test("a character that is still being written does not change the encoding", () => {
    expect(guessEncoding(utf8("caf\u00e9 \u20ac").slice(0, -1))).toBe("utf-8");
    expect(guessEncoding(utf8("\u20ac caf\u00e9").slice(1))).toBe("utf-8");
  });

  test("lines without a line end count, empty ones too, blocks of NUL do not hide anything", () => {
    const lines = (file: string): string[] => decodeLines({ bytes: utf8(file), offset: 0, encoding: "utf-8" });
    expect(lines("a\n\nb")).toEqual(["a", "", "b"]);
    expect(lines("a\nb\n")).toEqual(["a", "b"]);
    expect(lines("")).toEqual([]);
    expect(lines("a\n\0\0\0ERROR: b\n")).toEqual(["a", "ERROR: b"]);
  });

  test("a line that the piece cuts is left out; an odd offset does not break UTF-16", () => {
    expect(decodeLines({ bytes: utf8("half\nwhole\n"), offset: 5, encoding: "utf-8" })).toEqual(["whole"]);
    const bytes = utf16(true);
    expect(decodeLines({ bytes: bytes.subarray(41), offset: 41, encoding: "utf-16le" })).toEqual(["2025-10-13 07:00:01,000 - main - INFO - fine"]);
  });
});

describe("how far back to read", () => {
  const line = (time: string, message: string): string => `2025-10-${time},000 - main - ERROR - ${message}\n`;
  const request = { ...requestAt(now), logLines: 3 };
  const tailOf = (text: string) => readLogTail({ bytes: utf8(text), offset: 0, encoding: "utf-8" }, request, clock);
  const isFarEnough = (text: string, rest: Partial<LogPiece> = {}): boolean =>
    isEnough({ bytes: utf8(text), offset: 10, encoding: "utf-8", ...rest }, request, clock);

  test("the whole file is enough", () => {
    expect(isFarEnough("", { offset: 0 })).toBe(true);
    expect(tailOf("")).toEqual({ tail: [], failedCloses: [], lastDated: null });
  });

  test("not without the lines that were asked for, nor without a line from before the window", () => {
    const [old, young] = [line("01 10:00:00", "a"), line("13 01:00:00", "a")];
    expect(isFarEnough(`cut\n${old}`)).toBe(false);
    expect(isFarEnough(`cut\n${old}${young}`)).toBe(false);
    expect(isFarEnough(`cut\n${young.repeat(5)}`)).toBe(false);
    expect(isFarEnough(`cut\n${old}${young}${young}`)).toBe(true);
    expect(isFarEnough(`cut\n  a traceback\n${old}${young.repeat(5)}`)).toBe(true);
    expect(isFarEnough(`cut\n${"a record as long as that\n".repeat(400)}${old}`)).toBe(false);
  });

  test("half a line feed of UTF-16 ends no line", () => {
    const piece = (text: string): Partial<LogPiece> => ({ bytes: new Uint8Array(Buffer.from(text, "utf16le")), encoding: "utf-16le" });
    const old = line("01 10:00:00", "a");
    expect(isFarEnough("", piece(`cut\n${old}\u0a41\u0a41\u0a41`))).toBe(false);
    expect(isFarEnough("", piece(`cut\n${old.repeat(3)}`))).toBe(true);
  });

  test("failed closes are gathered beyond the tail, a long line is clipped, the last date may stand before a traceback", () => {
    const failed = line("13 01:00:00", "[CLOSE POSITION] FAILED - P1: no");
    const exception = line("13 01:00:01", "[CLOSE POSITION] EXCEPTION closing P1: no");
    const snapshot = line("13 01:00:02", "x".repeat(21_000));
    const { tail, failedCloses, lastDated } = tailOf(`${failed}${exception}${snapshot}Traceback\n  a\n  b\n`);
    expect(tail).toEqual(["Traceback", "  a", "  b"]);
    expect(failedCloses).toHaveLength(2);
    expect(lastDated).toHaveLength(2000);
  });
});

test("a log's age is that of its last record, and the file's only where no line has a date", () => {
  const log = {
    path: "trading.log",
    others: [],
    mtime: now - 3_600_000,
    bytes: 0,
    encoding: "utf-8",
    failedCloses: [],
    reach: "start",
    timeZone: "UTC",
  } as const;
  const age = (tail: string[], lastDated: string | null): unknown => {
    const health = readLogHealth({ ...log, tail, lastDated }, now, "America/New_York", 100);
    return health.known && health.value.ageHours;
  };
  const dated = "2025-10-13 06:00:00,000 - main - INFO - x";
  expect(age([dated], dated)).toBe(2);
  expect(age(["[LOCK] released"], null)).toBe(1);
});
