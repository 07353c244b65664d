import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { GuardError } from "../core/model.ts";
import type { Environment } from "../git/run.ts";
import { type Repository, readRepository } from "./repository.ts";

const WAIT_MS = 25;
/** 20 seconds. */
const MOST_WAITS = 800;

/**
 * Reads the repository and does the work while no other Guard changes its hooks: package managers install several worktrees or packages at once.
 * Throws `GuardError` as `readRepository`, and 3 where another one does not come to an end.
 */
export async function withLockedRepository<T>(cwd: string, env: Environment, work: (repository: Repository) => Promise<T>): Promise<T> {
  const repository = await readRepository(cwd, env);
  const lock = join(repository.commonDir, "guard.lock");
  const hadToWait = await takeLock(lock);
  try {
    return await work(hadToWait ? await readRepository(cwd, env) : repository);
  } finally {
    rmSync(lock, { force: true });
  }
}

/** The lock is a file with the number of the process that holds it. Answers whether another one held it first. */
async function takeLock(path: string): Promise<boolean> {
  for (let waits = 0; waits < MOST_WAITS; waits += 1) {
    if (tryToLock(path)) return waits > 0;
    const holder = readHolder(path);
    if (holder !== null && !isAlive(holder)) removeStale(path, holder);
    else await sleep(WAIT_MS);
  }
  throw new GuardError(3, "locked", "Another guard install is under way in this repository.", `If none is, delete ${path} and try again.`);
}

function tryToLock(path: string): boolean {
  try {
    const file = openSync(path, "wx", 0o600);
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    const told = error instanceof Error ? error.message : String(error);
    throw new GuardError(3, "not-lockable", `Guard cannot write in the git folder: ${told}.`, "Mend that, then try again.", { cause: error });
  }
}

/** `null`: gone, or being written. */
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
