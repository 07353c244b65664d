import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyQuietDatabase, whileQuiet } from "../../src/machine/copy-database.ts";
import { createScratch, type Scratch } from "../../src/machine/scratch.ts";
import { createFolder } from "../support/folder-state.ts";

function setUp(): { readonly path: string; readonly scratch: Scratch } {
  const folder = createFolder();
  const path = join(folder, "a.db");
  writeFileSync(path, "pages");
  return { path, scratch: createScratch(join(folder, "guard-probe-scratch")) };
}

test("the write-ahead log comes along", async () => {
  const { path, scratch } = setUp();
  writeFileSync(`${path}-wal`, "frames");
  const copy = await copyQuietDatabase(path, scratch);
  expect([readFileSync(copy ?? "", "latin1"), readFileSync(`${copy}-wal`, "latin1")]).toEqual(["pages", "frames"]);
});

test("beside a rollback journal there is none", async () => {
  const { path, scratch } = setUp();
  writeFileSync(`${path}-journal`, "undo");
  expect(await copyQuietDatabase(path, scratch)).toBeNull();
  rmSync(`${path}-journal`);
  const copy = await copyQuietDatabase(path, scratch);
  expect([copy !== null, existsSync(`${copy}-wal`)]).toEqual([true, false]);
});

test("what was read while somebody wrote does not count: it is read again, three times at most", async () => {
  const { path } = setUp();
  let reads = 0;
  const writeTwice = (): string => {
    reads += 1;
    if (reads < 3) writeFileSync(path, "pages".repeat(reads + 1));
    return readFileSync(path, "latin1");
  };
  expect(await whileQuiet(path, writeTwice)).toEqual({ value: "pages".repeat(3) });
  expect(await whileQuiet(path, () => writeFileSync(`${path}-wal`, String(reads++)))).toBeNull();
  expect(reads).toBe(6);
});

test("an error counts only where all was quiet", async () => {
  const { path } = setUp();
  let reads = 0;
  const failOnce = (): string => {
    reads += 1;
    if (reads > 1) return "read";
    writeFileSync(path, "other pages");
    throw new Error("torn");
  };
  expect(await whileQuiet(path, failOnce)).toEqual({ value: "read" });
  await expect(
    whileQuiet(path, () => {
      throw new Error("damaged");
    }),
  ).rejects.toThrow("damaged");
});
