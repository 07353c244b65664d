import { randomBytes } from "node:crypto";
import { chmodSync, closeSync, existsSync, fsyncSync, lstatSync, openSync, readFileSync, renameSync, rmdirSync, rmSync, writeSync } from "node:fs";

/** What a file is: its bytes and its permission bits. */
export interface FileState {
  readonly content: Buffer;
  readonly mode: number;
}

/** `null`: nothing there. `"other"`: a link, a folder, a device: something whose bytes are not to be replaced. */
export function readFileState(path: string): FileState | "other" | null {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  return stat.isFile() ? { content: readFileSync(path), mode: stat.mode & 0o7777 } : "other";
}

export function isPlainFile(state: FileState | "other" | null): state is FileState {
  return state !== null && state !== "other";
}

/** Windows has no executable bit: there every hook runs. */
export function isExecutable({ mode }: FileState): boolean {
  return process.platform === "win32" || (mode & 0o111) !== 0;
}

/** Executable for whoever may read it. */
export function toExecutable(mode: number): number {
  return mode | ((mode & 0o444) >> 2);
}

/**
 * The whole file or none of it, also if the machine dies: an empty hook would let everything through. `through` is the name of the file in the making.
 * A new file's mode is subject to the umask, an existing file's is exactly `mode`.
 */
export function replaceFile(path: string, { content, mode }: FileState, through = `${path}.${randomBytes(6).toString("hex")}.tmp`): void {
  const file = openSync(through, "wx", mode);
  try {
    try {
      for (let written = 0; written < content.length; ) written += writeSync(file, content, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (existsSync(path)) chmodSync(through, mode);
    renameSync(through, path);
  } catch (error) {
    rmSync(through, { force: true });
    throw error;
  }
}

/** Nothing where the folder is missing or holds anything. */
export function removeIfEmpty(folder: string): void {
  if (!existsSync(folder)) return;
  try {
    rmdirSync(folder);
  } catch {
    // Somebody else's files are in it.
  }
}
