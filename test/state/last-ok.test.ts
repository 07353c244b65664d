import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPassed, sweepPassed, writeLastOk } from "../../src/state/last-ok.ts";
import { createFolder } from "../support/folder-state.ts";

const HOUR_MS = 3_600_000;
const passed = { base: "1".repeat(40), others: [], raw: Buffer.from("raw"), skipped: [], asker: undefined };

test("what checks saw goes after an hour, but for what the last one saw", () => {
  const folder = createFolder();
  for (const at of [1, 2, HOUR_MS + 2]) writeLastOk(folder, passed, at);
  writeLastOk(folder, passed, 3);
  sweepPassed(folder, HOUR_MS + 3);
  expect(readdirSync(join(folder, "guard/passed")).map((name) => Number.parseInt(name, 10))).toEqual([3, HOUR_MS + 2]);
  expect(readPassed(folder, `3-${process.pid}`)?.toString()).toBe("raw");
  expect(readPassed(folder, `1-${process.pid}`)).toBeNull();
});

test("where no check has been, and where the last one is used up, nothing is amiss", () => {
  const folder = createFolder();
  sweepPassed(folder, HOUR_MS);
  mkdirSync(join(folder, "guard"));
  writeLastOk(folder, passed, 1);
  writeFileSync(join(folder, "guard/last-ok"), "");
  sweepPassed(folder, 2 * HOUR_MS);
  expect(readdirSync(join(folder, "guard/passed"))).toEqual([]);
});
