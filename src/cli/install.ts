import { type ExitCode, GuardError } from "../core/model.ts";
import { applySteps } from "../install/apply.ts";
import { chooseHooksFolder } from "../install/hooks-folder.ts";
import { type Repository, readRepository } from "../install/hooks-repository.ts";
import { withLockedRepository } from "../install/lock.ts";
import { planHooks } from "../install/plan-hooks.ts";
import { readShipped } from "../install/shipped.ts";
import { formatSteps } from "../install/step-text.ts";
import type { Plan } from "../install/steps.ts";
import type { Io } from "./io.ts";

export interface InstallOptions {
  readonly quiet?: boolean;
  readonly dryRun?: boolean;
}

/** `guard install`: the hooks and nothing else. Throws `GuardError`: 2 without a repository or where hooks cannot run, 3 where a file cannot be written. */
export async function run(options: InstallOptions, io: Io): Promise<ExitCode> {
  await withRepository(options, io, (repository) =>
    carryOut(repository, planHooks(repository, chooseHooksFolder(repository), readShipped(), io.env), options, io),
  );
  return 0;
}

/** Under the lock where something may be written; a dry run does not even write that. */
export async function withRepository(options: InstallOptions, io: Io, work: (repository: Repository) => Promise<void>): Promise<void> {
  if (options.dryRun) await work(await readRepository(io.cwd, io.env));
  else await withLockedRepository(io.cwd, io.env, work);
}

/** Makes the changes, or with `dryRun` only names them. Throws `GuardError` (2) where git would not call the hooks even so. */
export async function carryOut(repository: Repository, { steps, obstacle }: Plan, options: InstallOptions, io: Io): Promise<void> {
  if (!options.dryRun) await applySteps(repository, steps, io.env);
  if (!options.quiet) io.stdout(formatSteps(steps, repository.root, options.dryRun === true) || "Guard is in place; nothing to change.\n");
  if (obstacle !== null) throw new GuardError(2, "hooks-not-called", obstacle.message, obstacle.fix);
}
