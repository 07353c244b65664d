import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyQuietDatabase } from "../../src/machine/copy-database.ts";
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
