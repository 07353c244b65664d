import { type ExitCode, GuardError } from "../core/model.ts";
import { readRepository } from "../install/hooks-repository.ts";
import { withLockedRepository } from "../install/lock.ts";
import { formatOutcomes } from "../install/step-text.ts";
import { uninstall } from "../install/uninstall.ts";
import type { Io } from "./io.ts";

export interface UninstallOptions {
  readonly yes?: boolean;
  readonly purge?: boolean;
  readonly quiet?: boolean;
}

/** `guard uninstall`: everything as it was. Throws `GuardError`: 2 without a repository or a yes, 3 where a file cannot be written. */
export async function run(options: UninstallOptions, io: Io): Promise<ExitCode> {
  const purge = options.purge === true;
  if (!options.yes) await assertWanted(purge, io);
  await withLockedRepository(io.cwd, io.env, async (repository) => {
    const outcomes = await uninstall(repository, purge, io.env);
    if (!options.quiet) io.stdout(formatOutcomes(outcomes, repository.root) || "There was nothing of Guard to take out.\n");
  });
  return 0;
}

/** Asked before the lock is taken: people take their time. */
async function assertWanted(purge: boolean, io: Io): Promise<void> {
  const { root } = await readRepository(io.cwd, io.env);
  const question = `Take Guard's hooks out of ${root}${purge ? " and delete its journal" : ""}?`;
  if (await io.confirm?.(question)) return;
  throw new GuardError(2, "not-confirmed", "Nothing was taken out, because nobody said yes.", "Run: npx --no guard uninstall --yes");
}
