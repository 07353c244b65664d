import { existsSync } from "node:fs";
import { join } from "node:path";
import { LIST_FILES } from "../core/exemptions/list.ts";
import { type ExitCode, GuardError } from "../core/model.ts";
import { readRepository } from "../install/hooks-repository.ts";
import { formatRemovals } from "../install/step-text.ts";
import { type UninstallOptions as Options, uninstall } from "../install/uninstall.ts";
import { withRepository } from "./install.ts";
import type { Io } from "./io.ts";

export interface UninstallOptions extends Options {
  readonly yes?: boolean;
  readonly quiet?: boolean;
}

/** `guard uninstall`: everything as it was, or with `dryRun` the names of what would be. Throws `GuardError`: 2 without a repository or a yes, 3 where a file cannot be written. */
export async function run(options: UninstallOptions, io: Io): Promise<ExitCode> {
  if (!options.yes && !options.dryRun) await assertWanted(options.purge === true, io);
  await withRepository(options, io, async (repository) => {
    const removals = await uninstall(repository, options, io.env);
    if (!options.quiet) io.stdout(formatRemovals(removals, repository.root, options.dryRun === true) || "There is nothing of Guard to take out.\n");
    if (!options.quiet && existsSync(join(repository.root, LIST_FILES.allow))) io.stdout(`${LIST_FILES.allow} stays: it holds decisions of yours.\n`);
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
