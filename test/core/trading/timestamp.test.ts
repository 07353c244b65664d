import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell } from "../../../src/core/facts/trading.ts";
import { createClock } from "../../../src/core/trading/time-zone.ts";
import { parseTimestamp } from "../../../src/core/trading/timestamp.ts";

const at = Date.UTC(2025, 9, 13, 6, 20, 9);
const newYork = createClock("America/New_York");
const readLocal = (wall: number): number => newYork.toUtc(wall);

describe("parseTimestamp", () => {
  test.each<[string, Cell, number | null]>([
    ["CURRENT_TIMESTAMP", "2025-10-13 06:20:09", at],
    ["RFC 3339 with microseconds", "2025-10-13T06:20:09.601033Z", at + 601.033],
    ["an offset with a colon", "2025-10-13T02:20:09-04:00", at],
    ["an offset without", "2025-10-13 02:20:09-0400", at],
    ["an offset of hours alone", "2025-10-13T08:20:09+02", at],
    ["an offset of UTC", "2025-10-13T06:20:09+00:00", at],
    ["an offset of half an hour, of the day after", "2025-10-13T11:50:09+05:30", at],
    ["naive ISO, taken for UTC", "2025-10-13T06:20:09.5", at + 500],
    ["the comma of Python's logging", "2025-10-13 06:20:09,601", at + 601],
    ["minutes alone", "2025-10-13 06:20", at - 9000],
    ["a day alone", "2025-10-13", Date.UTC(2025, 9, 13)],
    ["blanks round it", " 2025-10-13 06:20:09 ", at],
    ["seconds", at / 1e3, at],
    ["seconds with a fraction", at / 1e3 + 0.25, at + 250],
    ["milliseconds", at, at],
    ["microseconds", at * 1e3, at],
    ["nanoseconds", at * 1e6, at],
    ["seconds as text", String(at / 1e3), at],
    ["nanoseconds as text", `${at / 1e3}000000000`, at],
    ["nothing", null, null],
    ["an empty text", "", null],
    ["zero", 0, null],
    ["a negative number", -1, null],
    ["a counter", 42, null],
    ["infinity", Number.POSITIVE_INFINITY, null],
    ["words", "yesterday", null],
    ["another order", "13/10/2025 06:20", null],
    ["a month that does not exist", "2025-13-01 00:00:00", null],
    ["a day that does not exist", "2025-02-30 00:00:00", null],
    ["an hour that does not exist", "2025-10-13 25:00:00", null],
    ["more behind it", "2025-10-13 06:20:09 and a bit", null],
  ])("%s", (_, cell, expected) => {
    const time = parseTimestamp(cell);
    if (expected === null) expect(time).toBeNull();
    else expect(time).toBeCloseTo(expected, 2);
  });

  test("a naive local time is read in its zone, one with an offset is not", () => {
    expect(parseTimestamp("2025-10-13T02:20:09", readLocal)).toBe(at);
    expect(parseTimestamp("2025-10-13T06:20:09Z", readLocal)).toBe(at);
    expect(parseTimestamp(at / 1e3, readLocal)).toBe(at);
  });

  test("never throws, and reads back what it is given", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.constant(null)), (cell) => [null, "number"].includes(parseTimestamp(cell) === null ? null : "number")),
    );
    const times = fc.integer({ min: Date.UTC(2001), max: Date.UTC(2100) });
    fc.assert(fc.property(times, (time) => parseTimestamp(new Date(time).toISOString()) === time && parseTimestamp(time) === time));
  });
});

describe("createClock", () => {
  test.each([
    ["in summer time", "2025-10-13T02:20:12", "2025-10-13T06:20:12Z"],
    ["in winter time", "2025-12-01T02:20:12", "2025-12-01T07:20:12Z"],
    ["the hour that comes twice, first pass", "2025-11-02T01:30:00", "2025-11-02T05:30:00Z"],
    ["the hour that never was", "2025-03-09T02:30:00", "2025-03-09T06:30:00Z"],
  ])("%s", (_, wall, utc) => {
    expect(new Date(newYork.toUtc(Date.parse(`${wall}Z`)))).toEqual(new Date(utc));
  });

  test("a zone of quarter hours", () => {
    expect(createClock("Asia/Kathmandu").toUtc(Date.UTC(2025, 9, 13, 12))).toBe(Date.UTC(2025, 9, 13, 6, 15));
  });

  test("a zone that does not exist", () => {
    expect(() => createClock("America/Nowhere")).toThrow(RangeError);
  });

  test("undoes what the zone does, outside the hours that come twice", () => {
    const format = new Intl.DateTimeFormat("sv-SE", { timeZone: "America/New_York", dateStyle: "short", timeStyle: "medium" });
    const seconds = fc.integer({ min: Date.UTC(2024) / 1e3, max: Date.UTC(2027) / 1e3 });
    fc.assert(
      fc.property(seconds, (second) => {
        const back = newYork.toUtc(Date.parse(`${format.format(second * 1e3).replace(" ", "T")}Z`)) / 1e3;
        return back === second || back === second - 3600;
      }),
    );
  });
});
