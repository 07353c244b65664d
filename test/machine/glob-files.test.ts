import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { expandBraces } from "../../src/core/braces.ts";
import { globFiles } from "../../src/machine/glob-files.ts";
import { createFolder } from "../support/folder-state.ts";

function createTree(...names: readonly string[]): string {
  const folder = join(createFolder(), "app [old]");
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), "x");
  }
  return folder;
}

function glob(folder: string, ...patterns: readonly string[]): string[] {
  const { files } = globFiles(patterns, { baseDir: folder, roots: {}, platform: "linux" });
  return files.map(({ path }) => path.slice(folder.length + 1)).sort();
}

test.each([
  ["logs/*.log", ["logs/a.log", "logs/b.log"]],
  ["logs\\*.log", ["logs/a.log", "logs/b.log"]],
  ["logs/?.log", ["logs/a.log", "logs/b.log"]],
  ["logs/[ac].log", ["logs/a.log"]],
  ["logs/[!a].log", ["logs/b.log"]],
  ["LOGS/a.log", []],
  ["logs/A.*", ["logs/a.log", "logs/a.txt"]],
  ["*/*.log", ["logs/a.log", "logs/b.log"]],
  ["**/*.log", ["logs/a.log", "logs/b.log", "logs/deep/c.log", "top.log"]],
  ["{top,none}.log", ["top.log"]],
  ["logs/{a,deep/c}.log", ["logs/a.log", "logs/deep/c.log"]],
  ["logs/a.log", ["logs/a.log"]],
  ["logs/(1)+.txt", ["logs/(1)+.txt"]],
  ["logs/(*)+.txt", ["logs/(1)+.txt"]],
  ["gone/*.log", []],
])("%s", (pattern, expected) => {
  expect(glob(createTree("logs/a.log", "logs/b.log", "logs/a.txt", "logs/(1)+.txt", "logs/deep/c.log", "top.log"), pattern)).toEqual(expected);
});

test("a file is found once, and what is no file is told apart", () => {
  const folder = createTree("logs/a.log");
  mkdirSync(join(folder, "logs/folder.log"));
  spawnSync("mkfifo", [join(folder, "logs/pipe.log")]);
  symlinkSync("loop.log", join(folder, "logs/loop.log"));
  const { files, others } = globFiles(["logs/*.log", "logs/a.log", "**"], { baseDir: folder, roots: {}, platform: "linux" });
  expect(files.map(({ path }) => path)).toEqual([join(folder, "logs/a.log")]);
  expect(others.map((text) => text.slice(folder.length + 1))).toEqual(expect.arrayContaining(["logs/folder.log is a folder", "logs/pipe.log is a FIFO"]));
});

test.each([
  ["config.py", ["config.py"]],
  ["{,src/}config.py", ["config.py", "src/config.py"]],
  ["{a,b}{1,2}", ["a1", "a2", "b1", "b2"]],
  ["{a,b{1,2}}", ["a", "b1", "b2"]],
  ["a{b", ["a{b"]],
  ["a}b,c", ["a}b,c"]],
  ["{a{b,c}", ["{ab", "{ac"]],
])("braces: %s", (pattern, expected) => {
  expect(expandBraces(pattern)).toEqual(expected);
});
