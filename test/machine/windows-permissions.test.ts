import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Permissions } from "../../src/core/facts/sqlite.ts";
import { readEncryption } from "../../src/machine/encryption.ts";
import { readPermissions } from "../../src/machine/permissions.ts";
import type { RunProgram } from "../../src/machine/run-program.ts";
import { createFolder } from "../support/folder-state.ts";

const me = "S-1-5-21-1111111111-2222222222-3333333333-1001";
const file = { name: "D:/databases/trading.db", path: "D:\\databases\\trading.db", linked: false, bytes: 1, mtime: 0 };

/** As `icacls FILE /save LIST` and `whoami /user /fo csv /nh` answer on Windows 11, whatever its language. */
function record(sddl: string, encoding: "utf16le" | "latin1" = "utf16le"): RunProgram {
  return async (program, args) => {
    if (program === "whoami.exe") return `"rechner\\ada","${me}"\r\n`;
    expect(args).toEqual([file.path, "/save", expect.any(String), "/q"]);
    writeFileSync(args[2] ?? "", Buffer.from(`trading.db\r\n${sddl}\r\n`, encoding));
    return "1 Dateien erfolgreich verarbeitet, bei 0 Dateien ist ein Verarbeitungsfehler aufgetreten.\r\n";
  };
}

async function read(run: RunProgram | null): Promise<Permissions | string> {
  const folder = createFolder();
  const permissions = await readPermissions(file, "win32", run, { file: (name) => join(folder, name), remove: () => {} });
  return permissions.known ? permissions.value : permissions.reason;
}

describe("icacls, by SID", () => {
  test("as the policy recommends it: only oneself, nothing inherited", async () => {
    expect(await read(record(`D:PAI(A;;FA;;;${me})`))).toEqual({
      kind: "windows",
      me,
      isolated: true,
      entries: [{ sid: me, allows: true, inherited: false, writes: true }],
    });
  });

  test("as a new file on a data drive has it: everybody's groups, inherited", async () => {
    const list = await read(record("D:AI(A;ID;FA;;;BA)(A;ID;FA;;;SY)(A;ID;0x1301bf;;;AU)(A;ID;0x1200a9;;;BU)"));
    expect(list).toMatchObject({ isolated: false });
    expect(typeof list === "object" && "entries" in list && list.entries.map(({ sid, writes, inherited }) => [sid, writes, inherited])).toEqual([
      ["S-1-5-32-544", true, true],
      ["S-1-5-18", true, true],
      ["S-1-5-11", true, true],
      ["S-1-5-32-545", false, true],
    ]);
  });

  test("denied entries, rights by letters, and 8-bit lists", async () => {
    const list = await read(record(`D:P(D;;FW;;;WD)(A;;FR;;;BU)(A;;GRGX;;;IU)(A;;GA;;;${me})(A;;CCDCLC;;;BG)`, "latin1"));
    expect(typeof list === "object" && "entries" in list && list.entries.map(({ sid, allows, writes }) => [sid, allows, writes])).toEqual([
      ["S-1-1-0", false, true],
      ["S-1-5-32-545", true, false],
      ["S-1-5-4", true, false],
      [me, true, true],
      ["S-1-5-32-546", true, true],
    ]);
  });

  test("no list at all lets everybody in; an empty one nobody", async () => {
    expect(await read(record("D:NO_ACCESS_CONTROL"))).toMatchObject({ entries: [{ sid: "S-1-1-0", allows: true, writes: true }] });
    expect(await read(record("D:P"))).toMatchObject({ isolated: true, entries: [] });
  });

  test("what fails or answers something else is unknown", async () => {
    expect(await read(() => Promise.reject(new Error("ENOENT")))).toMatch(/icacls did not answer/);
    expect(await read(record("something else"))).toMatch(/answered something else/);
  });

  test("a commit asks nobody", async () => {
    expect(await read(null)).toEqual({ kind: "unasked" });
  });
});

describe("the drive below", () => {
  async function volume(platform: NodeJS.Platform, run: RunProgram | null, path = process.argv[1] ?? ""): Promise<unknown> {
    const encryption = await readEncryption({ ...file, path }, platform, run);
    return encryption.known ? encryption.value.volume : encryption.reason;
  }

  test.each([
    ["1", true],
    ["6", true],
    ["2", false],
    ["3", false],
    ["5", false],
  ])("BitLocker says %s", async (answer, encrypted) => {
    const folder = join(createFolder(), "D:");
    writeFileSync(folder, "x");
    const run: RunProgram = async (program, args) => {
      expect([program, args.at(-1)]).toEqual([expect.stringContaining("powershell.exe"), expect.stringContaining("NameSpace('D:')")]);
      return `${answer}\r\n`;
    };
    process.chdir(join(folder, ".."));
    expect(await volume("win32", run, "D:")).toEqual({ known: true, value: encrypted });
  });

  test("FileVault, on and off", async () => {
    expect(await volume("darwin", async () => "FileVault is On.\n")).toEqual({ known: true, value: true });
    expect(await volume("darwin", async () => "FileVault is Off.\n")).toEqual({ known: true, value: false });
  });

  test("no answer, and nobody asked", async () => {
    expect(await volume("darwin", async () => "?")).toMatchObject({ known: false });
    expect(await volume("darwin", () => Promise.reject(new Error()))).toMatchObject({ known: false });
    expect(await volume("linux", null)).toBe(null);
  });
});
