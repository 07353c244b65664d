import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const STEP_MS = 25;

/** The lock was not to be had: another process holds it (`isHeld`), or the file cannot be made. */
export class FileLockError extends Error {
  override readonly name = "FileLockError";
  readonly isHeld: boolean;

  constructor(message: string, isHeld: boolean, options?: ErrorOptions) {
    super(message, options);
    this.isHeld = isHeld;
  }
}

/**
 * Does something while no other process does the same; `hadToWait`: another one held the lock first. The lock is a file with the number of the process
 * that holds it. Throws `FileLockError` where it cannot be had within `waitMs`, and what the work throws.
 */
export async function withFileLock<T>(path: string, waitMs: number, work: (hadToWait: boolean) => Promise<T> | T): Promise<T> {
  const hadToWait = await takeLock(path, waitMs);
  try {
    return await work(hadToWait);
  } finally {
    rmSync(path, { force: true });
  }
}

async function takeLock(path: string, waitMs: number): Promise<boolean> {
  for (let steps = 0; steps * STEP_MS < waitMs; steps++) {
    if (tryToLock(path)) return steps > 0;
    const holder = readHolder(path);
    if (holder !== null && !isAlive(holder)) removeStale(path, holder);
    else await sleep(STEP_MS);
  }
  throw new FileLockError(`another process holds ${path}`, true);
}

function tryToLock(path: string): boolean {
  try {
    const file = openSync(path, "wx", 0o600);
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw new FileLockError(error instanceof Error ? error.message : String(error), false, { cause: error });
  }
}
function readHolder(path: string): number | null {
  try {
    return Number.parseInt(readFileSync(path, "utf8"), 10) || null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** By a rename, so that of two that find it only one removes it. */
function removeStale(path: string, holder: number): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readHolder(aside) === holder) rmSync(aside);
    else renameSync(aside, path);
  } catch {
    // The other one was faster.
  }
}
