import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { copyFile } from "../../src/machine/copy-file.ts";
import { createFolder } from "../support/folder-state.ts";

const MIB = 1 << 20;

describe("a copy is the file, byte for byte", () => {
  test.each([0, 1, MIB - 1, MIB, MIB + 1, 3 * MIB + 17])("%d bytes", async (size) => {
    const folder = createFolder();
    const bytes = randomBytes(size);
    writeFileSync(join(folder, "from"), bytes);
    await copyFile(join(folder, "from"), join(folder, "to"));
    expect(readFileSync(join(folder, "to")).equals(bytes)).toBe(true);
  });
});

test("what was there before is gone", async () => {
  const folder = createFolder();
  writeFileSync(join(folder, "from"), "short");
  writeFileSync(join(folder, "to"), "longer than that");
  await copyFile(join(folder, "from"), join(folder, "to"));
  expect(readFileSync(join(folder, "to"), "latin1")).toBe("short");
});

test("says where there is nothing to copy", async () => {
  const folder = createFolder();
  await expect(copyFile(join(folder, "from"), join(folder, "to"))).rejects.toMatchObject({ code: "ENOENT" });
  expect(existsSync(join(folder, "to"))).toBe(false);
});
