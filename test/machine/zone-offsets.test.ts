import fc from "fast-check";
import { expect, test } from "vitest";
import { createClock, createOffsetClock } from "../../src/core/trading/time-zone.ts";
import { listOffsets } from "../../src/machine/zone-offsets.ts";

const now = Date.UTC(2025, 9, 13, 12);
const HOUR = 3_600_000;

test("New York changes twice a year, on the hour", () => {
  const changes = listOffsets("America/New_York", now).slice(1);
  expect(changes.map(({ from, offset }) => [new Date(from).toISOString(), offset / HOUR])).toEqual([
    ["2023-11-05T06:00:00.000Z", -5],
    ["2024-03-10T07:00:00.000Z", -4],
    ["2024-11-03T06:00:00.000Z", -5],
    ["2025-03-09T07:00:00.000Z", -4],
    ["2025-11-02T06:00:00.000Z", -5],
    ["2026-03-08T07:00:00.000Z", -4],
  ]);
});

test("zones without changes, of quarter hours, and of half an hour's change", () => {
  expect(listOffsets("UTC", now).map(({ offset }) => offset)).toEqual([0]);
  expect(listOffsets("Asia/Kathmandu", now).map(({ offset }) => offset / HOUR)).toEqual([5.75]);
  expect(new Set(listOffsets("Australia/Lord_Howe", now).map(({ offset }) => offset / HOUR))).toEqual(new Set([10.5, 11]));
});

test("a zone that does not exist, and the zone of the process afterwards", () => {
  const before = [process.env.TZ, new Date(now).getTimezoneOffset()];
  expect(() => listOffsets("America/Nowhere", now)).toThrow(RangeError);
  listOffsets("Asia/Tokyo", now);
  expect([process.env.TZ, new Date(now).getTimezoneOffset()]).toEqual(before);
});

test.each(["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "America/Sao_Paulo", "Africa/Casablanca"])("agrees with Intl: %s", (zone) => {
  const [exact, fast] = [createClock(zone), createOffsetClock(listOffsets(zone, now))];
  const times = fc.integer({ min: Math.floor((now - 700 * 24 * HOUR) / 1000), max: Math.floor((now + 360 * 24 * HOUR) / 1000) });
  fc.assert(fc.property(times, (second) => exact.toUtc(second * 1000) === fast.toUtc(second * 1000)));
});

test("without a name it is the zone of this machine", () => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(listOffsets("", now)).toEqual(listOffsets(own, now));
  const before = process.env.TZ;
  process.env.TZ = "Asia/Kolkata";
  try {
    expect(listOffsets("", now)).toEqual(listOffsets("Asia/Kolkata", now));
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});
