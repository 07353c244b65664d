import { expect, test } from "vitest";
import { readLabelledLines } from "./labelled-lines.ts";

const rows = readLabelledLines();

test("the table is large, half near misses, a third public code", () => {
  expect(rows.length).toBeGreaterThanOrEqual(180);
  expect(rows.filter(({ outcome }) => outcome === "nothing").length / rows.length).toBeGreaterThan(0.45);
  expect(rows.filter(({ source }) => source !== null).length / rows.length).toBeGreaterThan(0.33);
  expect(new Set(rows.map(({ path, line }) => `${path}\t${line}`)).size).toBe(rows.length);
});
