import { join } from "node:path";
import { GuardError } from "../core/model.ts";
import type { Environment } from "../git/run.ts";
import { FileLockError, withFileLock } from "../state/file-lock.ts";
import { type Repository, readRepository } from "./hooks-repository.ts";

const WAIT_MS = 20_000;

/**
 * Reads the repository and does the work while no other Guard changes its hooks: package managers install several worktrees or packages at once.
 * Throws `GuardError` as `readRepository`, and 3 where another one does not come to an end.
 */
export async function withLockedRepository<T>(cwd: string, env: Environment, work: (repository: Repository) => Promise<T>): Promise<T> {
  const repository = await readRepository(cwd, env);
  const path = join(repository.commonDir, "guard.lock");
  try {
    return await withFileLock(path, WAIT_MS, async (hadToWait) => work(hadToWait ? await readRepository(cwd, env) : repository));
  } catch (error) {
    throw error instanceof FileLockError ? toGuardError(error, path) : error;
  }
}

function toGuardError(cause: FileLockError, path: string): GuardError {
  if (cause.isHeld)
    return new GuardError(3, "locked", "Another guard install is under way in this repository.", `If none is, delete ${path} and try again.`, { cause });
  return new GuardError(3, "not-lockable", `Guard cannot write in the git folder: ${cause.message}.`, "Mend that, then try again.", { cause });
}
