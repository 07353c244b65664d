import { setTimeout as sleep } from "node:timers/promises";
import { type Files, realFiles } from "./files.ts";

const STEP_MS = 25;
/** A lock that says nothing for so long is one whose maker died before it could write its number. */
const SILENT_STEPS = 40;

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
export async function withFileLock<T>(path: string, waitMs: number, work: (hadToWait: boolean) => Promise<T> | T, files: Files = realFiles): Promise<T> {
  const hadToWait = await takeLock(path, waitMs, files);
  try {
    return await work(hadToWait);
  } finally {
    files.rmSync(path, { force: true });
  }
}

async function takeLock(path: string, waitMs: number, files: Files): Promise<boolean> {
  let silent = 0;
  for (let steps = 0; steps * STEP_MS < waitMs; steps++) {
    if (tryToLock(path, files)) return steps > 0;
    const holder = readHolder(path, files);
    silent = holder === null ? silent + 1 : 0;
    if (holder === null ? silent > SILENT_STEPS : !isAlive(holder)) removeStale(path, holder, files);
    else await sleep(STEP_MS);
  }
  throw new FileLockError(`another process holds ${path}`, true);
}

function tryToLock(path: string, files: Files): boolean {
  let file: number | null = null;
  try {
    file = files.openSync(path, "wx", 0o600);
    const holder = String(process.pid);
    // Half a number may be that of another process.
    if (files.writeSync(file, holder) < holder.length) throw Object.assign(new Error("not written whole"), { code: "ENOSPC" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    if (file !== null) files.rmSync(path, { force: true });
    throw new FileLockError(error instanceof Error ? error.message : String(error), false, { cause: error });
  } finally {
    if (file !== null) files.closeSync(file);
  }
}

function readHolder(path: string, files: Files): number | null {
  try {
    return Number.parseInt(files.readFileSync(path, "utf8"), 10) || null;
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
function removeStale(path: string, holder: number | null, files: Files): void {
  const aside = `${path}.${process.pid}`;
  try {
    files.renameSync(path, aside);
    if (readHolder(aside, files) === holder) files.rmSync(aside);
    else files.renameSync(aside, path);
  } catch {
    // The other one was faster.
  }
}
