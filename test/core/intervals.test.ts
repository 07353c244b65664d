import fc from "fast-check";
import { expect, test } from "vitest";
import { createOverlaps } from "../../src/core/intervals.ts";

const interval = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 })).map(([start, length]) => ({ start, end: start + length }));

test("overlaps are those that a look at each of them finds", () => {
  fc.assert(
    fc.property(fc.array(interval), interval, (intervals, one) => {
      const sorted = intervals.toSorted((a, b) => a.start - b.start);
      expect(createOverlaps(sorted)(one)).toBe(intervals.some(({ start, end }) => start < one.end && one.start < end));
    }),
    { numRuns: 1000 },
  );
});
