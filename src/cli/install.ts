import { type ExitCode, GuardError } from "../core/model.ts";
import { listRefTips } from "../git/history.ts";
import { readHeadMoves } from "../git/reflog.ts";
import { createGit } from "../git/run.ts";
import { listWorktrees } from "../git/worktrees.ts";
import { applySteps } from "../install/apply.ts";
import { chooseHooksFolder } from "../install/hooks-folder.ts";
import { type Repository, readRepository } from "../install/hooks-repository.ts";
import { withLockedRepository } from "../install/lock.ts";
import { listEvents, planHooks } from "../install/plan-hooks.ts";
import { readShipped } from "../install/shipped.ts";
import { formatSteps } from "../install/step-text.ts";
import type { Plan } from "../install/steps.ts";
import { readInstalled, writeInstalled } from "../state/known-commits.ts";
import type { Io } from "./io.ts";

export interface InstallOptions {
  readonly quiet?: boolean;
  readonly dryRun?: boolean;
  /** Messages are to be judged as they are written, too. */
  readonly commitMsg?: boolean;
}

/** `guard install`: the hooks and nothing else. Throws `GuardError`: 2 without a repository or where hooks cannot run, 3 where a file cannot be written. */
export async function run(options: InstallOptions, io: Io): Promise<ExitCode> {
  await withRepository(options, io, (repository) => {
    const target = chooseHooksFolder(repository);
    const events = listEvents(repository, target, options.commitMsg);
    return carryOut(repository, planHooks(repository, target, readShipped(), io.env, events), options, io);
  });
  return 0;
}

/** Under the lock where something may be written; a dry run does not even write that. */
export async function withRepository(options: InstallOptions, io: Io, work: (repository: Repository) => Promise<void>): Promise<void> {
  if (options.dryRun) await work(await readRepository(io.cwd, io.env));
  else await withLockedRepository(io.cwd, io.env, work);
}

/** Makes the changes, or with `dryRun` only names them. Throws `GuardError` (2) where git would not call the hooks even so. */
export async function carryOut(repository: Repository, { steps, obstacle }: Plan, options: InstallOptions, io: Io): Promise<void> {
  if (!options.dryRun) {
    await applySteps(repository, steps, io.env);
    await noteInstalled(repository, io);
  }
  if (!options.quiet) io.stdout(formatSteps(steps, repository.root, options.dryRun === true) || "Guard is in place; nothing to change.\n");
  if (obstacle !== null) throw new GuardError(2, "hooks-not-called", obstacle.message, obstacle.fix);
}

/** What is there already is neither a bypass nor a finding of today, be it reachable or only remembered by a log. */
async function noteInstalled({ root, commonDir }: Repository, { env }: Io): Promise<void> {
  if (readInstalled(commonDir)) return;
  const git = createGit(root, env);
  const moves = await Promise.all(listWorktrees(commonDir).map(({ head }) => readHeadMoves(git, head)));
  const commits = new Set([...(await listRefTips(git)), ...moves.flat().map(({ commit }) => commit)]);
  writeInstalled(commonDir, { at: Date.now(), commits: [...commits] });
}
