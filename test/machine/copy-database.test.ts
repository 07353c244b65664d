import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createQuietCopies } from "../../src/machine/copy-database.ts";
import { createScratch } from "../../src/machine/scratch.ts";
import { createFolder } from "../support/folder-state.ts";

function setUp(): { readonly path: string; readonly copies: ReturnType<typeof createQuietCopies> } {
  const folder = createFolder();
  const path = join(folder, "a.db");
  writeFileSync(path, "pages");
  return { path, copies: createQuietCopies(createScratch(join(folder, "guard-probe-scratch"))) };
}

test("who reads shares a copy, and who takes it has it alone", async () => {
  const { path, copies } = setUp();
  expect(copies.has(path)).toBe(false);
  const first = await copies.of(path);
  expect(await copies.of(path)).toBe(first);
  expect(await copies.take(path)).toBe(first);
  rmSync(first ?? "");
  const second = await copies.of(path);
  expect(second).not.toBe(first);
  expect(readFileSync(second ?? "", "latin1")).toBe("pages");
});

test("the write-ahead log comes along", async () => {
  const { path, copies } = setUp();
  writeFileSync(`${path}-wal`, "frames");
  expect(readFileSync(`${await copies.of(path)}-wal`, "latin1")).toBe("frames");
});

test("beside a rollback journal there is none, and what came to nothing is tried anew", async () => {
  const { path, copies } = setUp();
  writeFileSync(`${path}-journal`, "undo");
  expect(await copies.of(path)).toBeNull();
  expect(existsSync(`${path}-wal`)).toBe(false);
  expect(copies.has(path)).toBe(false);
  rmSync(`${path}-journal`);
  expect(await copies.of(path)).not.toBeNull();
});
