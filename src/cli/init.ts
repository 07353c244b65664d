import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { presets } from "../config/presets/index.ts";
import { formatList, LIST_FILES } from "../core/exemptions/list.ts";
import { type ExitCode, GuardError } from "../core/model.ts";
import { isWithin } from "../git/within.ts";
import { chooseHooksFolder } from "../install/hooks-folder.ts";
import { type Repository, readRepository } from "../install/hooks-repository.ts";
import { planHooks } from "../install/plan-hooks.ts";
import { planConfig, planManifest } from "../install/plan-init.ts";
import { readShipped } from "../install/shipped.ts";
import type { Step } from "../install/steps.ts";
import { carryOut, type InstallOptions, withRepository } from "./install.ts";
import type { Io } from "./io.ts";
import { baselineText, initText } from "./messages.ts";

export interface InitOptions extends InstallOptions {
  readonly yes?: boolean;
  readonly preset?: string | undefined;
}

/** `guard init`: the hooks, a configuration where there is none, and what package.json has to say. Throws `GuardError` as `guard install`. */
export async function run(options: InitOptions, io: Io): Promise<ExitCode> {
  const preset = options.preset ?? "recommended";
  if (!Object.hasOwn(presets, preset))
    throw new GuardError(2, "unknown-preset", `There is no preset "${preset}".`, `Take one of ${Object.keys(presets).join(", ")}.`);
  const withManifest = options.yes || options.dryRun || (await wantsManifest(io));
  await withRepository(options, io, async (repository) => {
    const hooks = planHooks(repository, chooseHooksFolder(repository), readShipped(), io.env);
    const manifest = planManifest(repository, io.cwd);
    const configuring = planConfig(repository, preset);
    const steps = [...hooks.steps, ...configuring, ...(withManifest ? manifest.steps : [])];
    if (manifest.reason !== null) io.stderr(`${initText.byHand.package(manifest.reason)}\n`);
    if (!withManifest) for (const { role } of manifest.steps) io.stderr(`${initText.byHand[role]("package.json was left as it is")}\n`);
    await carryOut(repository, { ...hooks, steps }, options, io);
    // Later ones may be recorded on request only: what was committed past Guard is not to be taken for old.
    const recording = configuring.length > 0 ? await recordOld(repository, options, io) : [];
    if (steps.length > 0 && !options.quiet && !options.dryRun) io.stdout(`${initText.next(listTracked([...steps, ...recording], repository))}\n`);
  });
  return 0;
}

/** What was written and is to be committed, relative to the root; git's own folder and what other tools put back by themselves are not. */
function listTracked(steps: readonly Step[], { root, commonDir, gitDir }: Repository): string[] {
  const isTracked = (path: string): boolean => isWithin(path, root) && !isWithin(path, commonDir) && !isWithin(path, gitDir);
  const paths = steps.flatMap((step) => (step.kind === "write" && step.role !== "copy" ? [step.path] : step.kind === "move" ? [step.to] : []));
  return [...new Set(paths.filter(isTracked).map((path) => relative(root, path).replaceAll("\\", "/")))].sort();
}

/** The baseline, so that day one is quiet: done with `--yes`, else offered. Answers with what was done for it. */
async function recordOld(repository: Repository, options: InitOptions, io: Io): Promise<Step[]> {
  const path = join(repository.root, LIST_FILES.baseline);
  if (existsSync(path)) return [];
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
  if (old.length === 0) return [];
  if (!options.yes && !options.dryRun && !(await io.confirm?.(baselineText.offer(old.length)))) {
    io.stderr(`${baselineText.byHand(old.length)}\n`);
    return [];
  }
  const { salt } = openLists(repository.root);
  const after = { content: Buffer.from(formatList("baseline", salt, toBaseline(old, salt))), mode: 0o644 };
  const steps: Step[] = [
    { kind: "folder", path: dirname(path) },
    { kind: "write", role: "config", path, before: null, after, note: baselineText.note(old.length) },
  ];
  await carryOut(repository, { steps, obstacle: null }, options, io);
  return steps;
}

/** Asked before the lock is taken: people take their time. */
async function wantsManifest(io: Io): Promise<boolean> {
  if (!io.confirm) return false;
  const { steps } = planManifest(await readRepository(io.cwd, io.env), io.cwd);
  return steps.length > 0 && io.confirm(initText.offer(steps.map(({ role }) => role)));
}
