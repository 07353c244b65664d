import { lstatSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const PREFIX = "guard-probe-";
const STALE_MS = 3_600_000;

/** The folder for copies of one run: made when the first copy needs it, readable by nobody else, gone at the end. */
export interface Scratch {
  /** A path for a new file. Throws where the folder cannot be made. */
  file(name: string): string;
  remove(): void;
}

/**
 * A name for it; making a folder that is there already fails, so it need not be a secret. The parent chooses it, so that it can clean up after a child
 * that was killed.
 */
export function chooseScratchFolder(): string {
  return join(tmpdir(), `${PREFIX}${process.pid}-${Math.random().toString(36).slice(2)}`);
}

export function createScratch(folder: string): Scratch {
  let files = 0;
  return {
    file(name) {
      if (files === 0) makeFolder(folder);
      files += 1;
      return join(folder, `${files}-${name}`);
    },
    remove() {
      if (files > 0) removeFolder(folder);
    },
  };
}

/** Never throws: what cannot be removed now goes with the next run. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Windows keeps files that a dying child still holds open
  }
}

function makeFolder(folder: string): void {
  for (const name of readdirSync(dirname(folder))) if (name.startsWith(PREFIX)) removeIfStale(join(dirname(folder), name));
  mkdirSync(folder, { mode: 0o700 });
}

/** Left behind where parent and child were killed together. */
function removeIfStale(folder: string): void {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats && Date.now() - stats.mtimeMs > STALE_MS && (process.getuid === undefined || stats.uid === process.getuid())) removeFolder(folder);
}
