import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { type Known, known, unknown } from "../core/facts/known.ts";
import type { Encryption } from "../core/facts/sqlite.ts";
import { readDatabaseFile } from "./database-file.ts";
import type { FoundFile } from "./find-file.ts";
import type { RunProgram } from "./run-program.ts";

/** How a database is kept from those who take the disk away. What lies below the file only other programs can tell, so a commit does not ask (`run` is `null`). */
export async function readEncryption(file: FoundFile, platform: NodeJS.Platform, run: RunProgram | null): Promise<Known<Encryption>> {
  const looked = readDatabaseFile(file);
  if (!looked.known) return looked;
  return known({ format: looked.value.format, volume: run && (await readVolume(file, platform, run)) });
}

async function readVolume({ name, path }: FoundFile, platform: NodeJS.Platform, run: RunProgram): Promise<Known<boolean>> {
  try {
    if (platform === "win32") return await askBitLocker(name, path, run);
    if (platform === "darwin") return toAnswer(name, await run("/usr/bin/fdesetup", ["status"]), /FileVault is On/, /FileVault is Off/);
    return readDeviceMapper(name, path);
  } catch {
    return unknown(name, "whether its drive is encrypted could not be found out");
  }
}

/**
 * `Get-BitLockerVolume` and `manage-bde` want an administrator; the shell's own property does not: 1 on, 2 off, 3 encrypting, 4 decrypting, 5 suspended, 6 on and locked.
 */
async function askBitLocker(name: string, path: string, run: RunProgram): Promise<Known<boolean>> {
  const drive = /^[a-z]:/i.exec(path)?.[0];
  if (!drive) return unknown(name, "it lies on no drive of this computer");
  const script = `(New-Object -ComObject Shell.Application).NameSpace('${drive}').Self.ExtendedProperty('System.Volume.BitLockerProtection')`;
  const answer = await run("WindowsPowerShell\\v1.0\\powershell.exe", ["-NoProfile", "-NonInteractive", "-Command", script]);
  return toAnswer(name, answer.trim(), /^[16]$/, /^[2345]$/);
}

function toAnswer(name: string, answer: string, yes: RegExp, no: RegExp): Known<boolean> {
  if (yes.test(answer)) return known(true);
  return no.test(answer) ? known(false) : unknown(name, "whether its drive is encrypted could not be found out");
}

/** Linux: a device made by dm-crypt says so in its uuid, `CRYPT-LUKS2-…`; LVM and RAID may lie in between. */
function readDeviceMapper(name: string, path: string): Known<boolean> {
  const { dev } = statSync(path);
  // The kernel's layout of a 64-bit device number: the low 8 bits of the minor number stand below the 12 of the major one
  const [major, minor] = [(dev >>> 8) & 0xfff, (dev & 0xff) | ((dev >>> 12) & 0xfff00)];
  const device = `/sys/dev/block/${major}:${minor}`;
  return existsSync(device) ? known(isCrypt(device)) : unknown(name, "its file system lies on no block device that could be looked at");
}

function isCrypt(device: string): boolean {
  const uuid = `${device}/dm/uuid`;
  if (existsSync(uuid) && readFileSync(uuid, "latin1").startsWith("CRYPT-")) return true;
  const slaves = `${device}/slaves`;
  const below = existsSync(slaves) ? readdirSync(slaves) : [];
  return below.length > 0 && below.every((slave) => isCrypt(`${slaves}/${slave}`));
}
