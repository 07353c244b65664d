import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync, writeSync } from "node:fs";

/** What the journal and what leads to it need of a file system: the one seam through which tests let disks fill up and programs die. */
export const realFiles = { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync, writeSync };

export type Files = typeof realFiles;

/** Where there is nothing, or nothing can be removed, that is how it is. */
export function removeQuietly(path: string, files: Files): void {
  try {
    files.rmSync(path, { force: true });
  } catch {
    // Nobody takes what is left for anything else.
  }
}
