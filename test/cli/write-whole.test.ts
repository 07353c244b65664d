import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeWhole } from "../../src/cli/write-whole.ts";

describe("writeWhole", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "guard-write-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("writes a new file and leaves nothing else behind", async () => {
    await writeWhole("report.json", "{}\n", folder);
    expect(await readFile(join(folder, "report.json"), "utf8")).toBe("{}\n");
    expect(await readdir(folder)).toEqual(["report.json"]);
  });

  it("replaces a file", async () => {
    await writeFile(join(folder, "report.json"), "old");
    await writeWhole("report.json", "new", folder);
    expect(await readFile(join(folder, "report.json"), "utf8")).toBe("new");
  });

  it("keeps the old file where the new one cannot be written", async () => {
    await expect(writeWhole("missing/report.json", "new", folder)).rejects.toMatchObject({ code: "ENOENT" });
    await expect(writeWhole(".", "new", folder)).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
  });

  it.skipIf(process.platform === "win32")("follows no symbolic link", async () => {
    await writeFile(join(folder, "precious"), "mine");
    await symlink("precious", join(folder, "report.json"));
    await expect(writeWhole("report.json", "new", folder)).rejects.toMatchObject({ code: "ELOOP" });
    expect(await readFile(join(folder, "precious"), "utf8")).toBe("mine");
  });

  it.skipIf(process.platform !== "linux")("writes to a device as it is, and says when it is full", async () => {
    await writeWhole("/dev/null", "new", folder);
    await expect(writeWhole("/dev/full", "new", folder)).rejects.toMatchObject({ code: "ENOSPC" });
  });
});
