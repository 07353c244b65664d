import { constants, copyFileSync } from "node:fs";
import type { Backup, BackupCheck } from "../core/facts/backups.ts";
import { checkCopy } from "./check-database.ts";
import { codeOf } from "./find-file.ts";
import type { ReadingRoom } from "./open-database.ts";
import { TooLarge, unpackGzip, unpackZip } from "./packed-file.ts";
import { readBytes } from "./read-bytes.ts";
import { parseDatabaseHeader } from "./sqlite-header.ts";

type Result = Pick<BackupCheck, "depth" | "problems">;

/** Looks at a backup: unpacked into the scratch folder and read whole where it has at most `maxBytes` then, else only at its first bytes. Throws what the file system throws. */
export async function checkBackup(backup: Backup, room: ReadingRoom, maxBytes: number): Promise<Result> {
  const fault = checkSignature(backup);
  if (fault) return { depth: "signature", problems: [fault] };
  if (backup.packing === "7z" || (backup.packing === "none" && backup.bytes > maxBytes)) return { depth: "signature", problems: [] };
  const copy = room.scratch.file("backup.db");
  try {
    await unpack(backup, copy, maxBytes);
  } catch (error) {
    if (error instanceof TooLarge) return { depth: "signature", problems: [] };
    if (/^(Z_|ZIP_)/.test(codeOf(error))) return { depth: "opened", problems: [`is damaged: ${error instanceof Error ? error.message : codeOf(error)}`] };
    throw error;
  }
  return checkUnpacked(copy, room);
}

const SIGNATURES = { none: /^SQLite format 3\0/, gzip: /^\x1f\x8b\x08/, zip: /^PK\x03\x04/, "7z": /^7z\xbc\xaf\x27\x1c/ } as const satisfies Record<
  Backup["packing"],
  RegExp
>;

function checkSignature({ path, bytes, packing }: Backup): string | null {
  if (bytes === 0) return "is empty";
  const head = readBytes(path, 0, 16).toString("latin1");
  if (SIGNATURES[packing].test(head)) return null;
  return packing === "none" ? "is no SQLite database (encrypted, or not a backup)" : `is no ${packing} file, whatever its name says`;
}

function unpack({ path, packing }: Backup, copy: string, maxBytes: number): Promise<void> | void {
  if (packing === "gzip") return unpackGzip(path, copy, maxBytes);
  if (packing === "zip") return unpackZip(path, copy, maxBytes);
  copyFileSync(path, copy, constants.COPYFILE_FICLONE);
}

/** A backup may be a copy of a database in write-ahead mode: opened where it lies it would get a `-wal`. */
function checkUnpacked(copy: string, room: ReadingRoom): Result {
  if (parseDatabaseHeader(readBytes(copy, 0, 4096)).format !== "sqlite") return { depth: "opened", problems: ["holds no SQLite database"] };
  try {
    return { depth: "opened", problems: checkCopy(room.driver(), copy, "quick").problems };
  } catch (error) {
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error))) throw error;
    return { depth: "opened", problems: [error instanceof Error ? error.message : codeOf(error)] };
  }
}
