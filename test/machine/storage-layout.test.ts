import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { StorageLayout } from "../../src/core/facts/storage.ts";
import { readStorageLayout } from "../../src/machine/storage-layout.ts";

const MAGIC = "SQLite format 3\0 and what follows";
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guard-layout-")).replaceAll("\\", "/");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: string): string {
  const file = `${folder}/${path}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

function look(parts: { readonly deprecated?: readonly string[]; readonly forbidden?: readonly string[] } = {}, maxEntries = 1000): StorageLayout {
  const storage = { roots: ["D:/databases", "D:/logs", "D:/data"], forbidden: [], deprecated: [], ...parts };
  const roots = { "D:/databases": `${folder}/databases`, "D:/logs": `${folder}/logs` };
  const found = readStorageLayout(storage, { baseDir: `${folder}/repository`, roots, platform: "linux" }, maxEntries);
  if (!found.known) throw new Error(found.reason);
  return found.value;
}

test("tells folders that are there, missing, files, and those that cannot lie here", () => {
  mkdirSync(`${folder}/databases`);
  write("logs", "a file");
  expect(look().folders.map(({ path, state }) => [path, state])).toEqual([
    ["D:/databases", "there"],
    ["D:/logs", "no folder"],
    ["D:/data", "elsewhere"],
  ]);
});

test("finds databases by their first bytes, below the repository and directly in old folders", () => {
  const strays = [write("old/agent.db", MAGIC), write("repository/a/b/app.sqlite", MAGIC), write("repository/top.db", MAGIC)];
  write("old/below/deep.db", MAGIC);
  write("repository/Thumbs.db", "no database");
  write("repository/empty.db", "");
  write("repository/node_modules/x/x.db", MAGIC);
  write("repository/test/fixtures/x.db", MAGIC);
  expect(look({ deprecated: [`${folder}/old`] }).strays).toEqual(strays);
});

test("says where it did not search everything", () => {
  for (let index = 0; index < 12; index += 1) write(`repository/f${index}.txt`, "");
  expect(look({}, 10).searchedAll).toBe(false);
  expect(look({}, 100).searchedAll).toBe(true);
});
