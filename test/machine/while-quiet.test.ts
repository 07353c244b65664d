import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { whileQuiet } from "../../src/machine/while-quiet.ts";
import { createFolder } from "../support/folder-state.ts";

function createFile(): string {
  const path = join(createFolder(), "a.db");
  writeFileSync(path, "pages");
  return path;
}

test("what was read while somebody wrote does not count: it is read again, three times at most", async () => {
  const path = createFile();
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
  const path = createFile();
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
