import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { presets } from "../config/presets/index.ts";
import { formatList, LIST_FILES } from "../core/exemptions/list.ts";
import { type ExitCode, GuardError } from "../core/model.ts";
import { chooseHooksFolder } from "../install/hooks-folder.ts";
import { type Repository, readRepository } from "../install/hooks-repository.ts";
import { planHooks } from "../install/plan-hooks.ts";
import { planConfig, planPrepare } from "../install/plan-init.ts";
import { PREPARE } from "../install/prepare-script.ts";
import { readShipped } from "../install/shipped.ts";
import type { Step } from "../install/steps.ts";
import { carryOut, type InstallOptions, withRepository } from "./install.ts";
import type { Io } from "./io.ts";
import { baselineText } from "./messages.ts";

export interface InitOptions extends InstallOptions {
  readonly yes?: boolean;
  readonly preset?: string | undefined;
}

const NEXT = "Nothing was staged or committed. To see what Guard says now, run: npx --no guard check\n";

/** `guard init`: the hooks, a configuration where there is none, and the `prepare` script. Throws `GuardError` as `guard install`. */
export async function run(options: InitOptions, io: Io): Promise<ExitCode> {
  const preset = options.preset ?? "recommended";
  if (!Object.hasOwn(presets, preset))
    throw new GuardError(2, "unknown-preset", `There is no preset "${preset}".`, `Take one of ${Object.keys(presets).join(", ")}.`);
  const withPrepare = options.yes || options.dryRun || (await wantsPrepare(io));
  await withRepository(options, io, async (repository) => {
    const hooks = planHooks(repository, chooseHooksFolder(repository), readShipped(), io.env);
    const { steps: preparing, reason } = planPrepare(repository, io.cwd);
    const configuring = planConfig(repository, preset);
    const steps = [...hooks.steps, ...configuring, ...(withPrepare ? preparing : [])];
    if (reason !== null || (preparing.length > 0 && !withPrepare)) io.stderr(byHand(reason ?? "package.json was left as it is"));
    await carryOut(repository, { ...hooks, steps }, options, io);
    // Later ones may be recorded on request only: what was committed past Guard is not to be taken for old.
    if (configuring.length > 0) await recordOld(repository, options, io);
    if (steps.length > 0 && !options.quiet && !options.dryRun) io.stdout(NEXT);
  });
  return 0;
}

/** The baseline, so that day one is quiet: done with `--yes`, else offered. */
async function recordOld(repository: Repository, options: InitOptions, io: Io): Promise<void> {
  const path = join(repository.root, LIST_FILES.baseline);
  if (existsSync(path)) return;
  const { assertOwn, openLists } = await import("./exemption-files.ts");
  assertOwn(repository.root, "baseline");
  const { findOld, toBaseline } = await import("../findings-to-record.ts");
  const old = await findOld({ cwd: io.cwd, env: io.env }).then(
    (found) => found.old,
    (error: unknown) => {
      if (!(error instanceof GuardError)) throw error;
      io.stderr(`${baselineText.notRecorded(error.message)}\n`);
      return [];
    },
  );
  if (old.length === 0) return;
  if (!options.yes && !options.dryRun && !(await io.confirm?.(baselineText.offer(old.length)))) {
    io.stderr(`${baselineText.byHand(old.length)}\n`);
    return;
  }
  const { salt } = openLists(repository.root);
  const after = { content: Buffer.from(formatList("baseline", salt, toBaseline(old, salt))), mode: 0o644 };
  const steps: Step[] = [
    { kind: "folder", path: dirname(path) },
    { kind: "write", role: "config", path, before: null, after, note: baselineText.note(old.length) },
  ];
  await carryOut(repository, { steps, obstacle: null }, options, io);
}

/** Asked before the lock is taken: people take their time. */
async function wantsPrepare(io: Io): Promise<boolean> {
  if (!io.confirm || planPrepare(await readRepository(io.cwd, io.env), io.cwd).steps.length === 0) return false;
  return io.confirm(`Add "prepare": "${PREPARE}" to package.json, so that everyone who clones gets the hooks?`);
}

function byHand(why: string): string {
  return `guard: ${why}; so that everyone who clones gets the hooks, let ${PREPARE} run after each install (--yes writes it as the prepare script).\n`;
}
