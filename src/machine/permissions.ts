import { statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { type Known, known, unknown } from "../core/facts/known.ts";
import type { Permissions, PosixPermissions } from "../core/facts/sqlite.ts";
import { codeOf, type FoundFile } from "./find-file.ts";
import type { RunProgram } from "./run-program.ts";
import type { Scratch } from "./scratch.ts";
import { readWindowsPermissions } from "./windows-permissions.ts";

/** v9fs, msdos, exfat, ntfs3, fuse (ntfs-3g, drvfs): where they show 0777, they show it for every file. */
const WITHOUT_MODES = new Set([0x01021997, 0x4d44, 0x2011bab0, 0x7366746e, 0x65735546]);

/** Who may read a database. On Windows only `icacls` can tell, which a commit does not start: `run` is `null` then. */
export async function readPermissions(file: FoundFile, platform: NodeJS.Platform, run: RunProgram | null, scratch: Scratch): Promise<Known<Permissions>> {
  if (platform === "win32") return run ? readWindowsPermissions(file, scratch.file("list"), run) : known({ kind: "unasked" });
  try {
    return readPosixPermissions(file);
  } catch (error) {
    return unknown(file.name, `its permissions cannot be read (${codeOf(error)})`);
  }
}

function readPosixPermissions({ name, path }: FoundFile): Known<PosixPermissions> {
  const [file, folder] = [statSync(path), statSync(dirname(path))];
  const mode = file.mode & 0o777;
  if (mode === 0o777 && WITHOUT_MODES.has(statfsSync(path).type)) return unknown(name, "its file system keeps no permissions");
  return known({ kind: "posix", mode, folderMode: folder.mode & 0o1777, own: [0, file.uid].includes(process.getuid?.() ?? 0) });
}
