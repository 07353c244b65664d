import { type ExitCode, GuardError } from "../core/model.ts";
import { chooseHooksFolder } from "../hooks/hooks-folder.ts";
import { planHooks } from "../hooks/plan-hooks.ts";
import { planConfig, planPrepare } from "../hooks/plan-init.ts";
import { PREPARE } from "../hooks/prepare-script.ts";
import { type Repository, readRepository } from "../hooks/repository.ts";
import { readShipped } from "../hooks/shipped.ts";
import type { Step } from "../hooks/steps.ts";
import { carryOut, type InstallOptions } from "./install.ts";
import type { Io } from "./io.ts";

export interface InitOptions extends InstallOptions {
  readonly yes?: boolean;
  readonly preset?: string | undefined;
}

const PRESETS = ["recommended", "strict", "vibetech"];

/** `guard init`: the hooks, a configuration where there is none, and the `prepare` script. Throws `GuardError` as `guard install`. */
export async function run(options: InitOptions, io: Io): Promise<ExitCode> {
  const preset = options.preset ?? "recommended";
  if (!PRESETS.includes(preset)) throw new GuardError(2, "unknown-preset", `There is no preset "${preset}".`, `Take one of ${PRESETS.join(", ")}.`);
  const repository = await readRepository(io.cwd, io.env);
  const hooks = planHooks(repository, chooseHooksFolder(repository), readShipped(), io.env);
  const steps = [...hooks.steps, ...planConfig(repository, preset), ...(await preparing(repository, options, io))];
  await carryOut(repository, { ...hooks, steps }, options, io);
  if (steps.length > 0 && !options.quiet && !options.dryRun)
    io.stdout("Nothing was staged or committed. To see what Guard says now, run: npx --no guard check\n");
  return 0;
}

/** The change to package.json, where it is wanted; else a word on how to make it. */
async function preparing(repository: Repository, options: InitOptions, io: Io): Promise<readonly Step[]> {
  const { steps, reason } = planPrepare(repository, io.cwd);
  if (
    steps.length > 0 &&
    (options.yes || options.dryRun || (await io.confirm?.(`Add "prepare": "${PREPARE}" to package.json, so that everyone who clones gets the hooks?`)))
  )
    return steps;
  if (steps.length > 0 || reason !== null) {
    const why = reason ?? "package.json was left as it is";
    io.stderr(`guard: ${why}; so that everyone who clones gets the hooks, let ${PREPARE} run after each install (--yes writes it as the prepare script).\n`);
  }
  return [];
}
