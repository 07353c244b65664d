import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { GuardError } from "../core/model.ts";
import { isPlainFile } from "../disk/file-state.ts";
import type { Environment } from "../git/run.ts";
import { EVENT_ON_REQUEST, GUARDED_EVENTS } from "./events.ts";
import { chooseHooksFolder, type HooksFolder } from "./hooks-folder.ts";
import type { Repository } from "./hooks-repository.ts";
import { readRecord } from "./record.ts";
import { applyRemovals, createOutlook, type Outlook, type Removal } from "./removals.ts";
import { toSlashes } from "./shipped.ts";
import { planUndo, stripHook } from "./undo.ts";

/** What the installer keeps in Guard's folder, finished or in the making, and what saves time or holds for one commit. What is on record stays. */
const INSTALLERS_OWN = /^(?:(?:node|entry|hooks-before|known-commits|last-ok|install\.json)(?:\.[0-9a-f]+\.tmp)?|cache)$/;

/** `purge`: the journal too. `dryRun`: nothing is done, only planned. */
export interface UninstallOptions {
  readonly purge?: boolean;
  readonly dryRun?: boolean;
}

/**
 * Takes Guard out: first what is on record, then what is left of it in the hooks. The journal stays, unless `purge`; caches never do. Answers with what was
 * done, or would be. Throws `GuardError` (3) where something cannot be written; what is on record stays so until all of it is undone.
 */
export async function uninstall(repository: Repository, { purge = false, dryRun = false }: UninstallOptions, env: Environment): Promise<Removal[]> {
  try {
    const outlook = createOutlook(repository);
    const removals = [...planUndo(readRecord(repository), outlook), ...planSweep(outlook), ...planState(repository, purge)];
    if (!dryRun) await applyRemovals(repository, removals, env);
    return removals;
  } catch (error) {
    if (error instanceof GuardError) throw error;
    const told = error instanceof Error ? error.message : String(error);
    const fix = "Mend that, then run: npx --no guard uninstall --yes";
    throw new GuardError(3, "not-uninstalled", `Not everything could be taken out: ${told}.`, fix, { cause: error });
  }
}

/** Lines that came with a clone, or whose record is lost: without Guard they would stop every commit. */
function planSweep(outlook: Outlook): Removal[] {
  const target = chooseIfAny(outlook.repository());
  if (target === null) return [];
  if (target.kind !== "forwarding") {
    const hooks = [...GUARDED_EVENTS, EVENT_ON_REQUEST].flatMap((event) => sweepHook(join(target.folder, event), outlook));
    return [...hooks, ...sweepShim(join(target.folder, "guard.sh"), outlook)];
  }
  const { folder, scope } = target;
  if (outlook.repository().hooksPaths.at(-1)?.value !== toSlashes(folder)) return [];
  return [
    { kind: "hooks-path", scope, before: null, recorded: null },
    { kind: "tree", path: folder },
  ];
}

function sweepHook(path: string, outlook: Outlook): Removal[] {
  const state = outlook.read(path);
  const stripped = isPlainFile(state) ? stripHook(path, state, true).map(outlook.plan) : [];
  const kept = `${path}.guard-kept`;
  const isHome = outlook.read(kept) !== null && outlook.read(path) === null;
  return isHome ? [...stripped, outlook.plan({ kind: "move", from: kept, to: path })] : stripped;
}

function sweepShim(path: string, outlook: Outlook): Removal[] {
  const state = outlook.read(path);
  return isPlainFile(state) && state.content.includes("guard_event") ? [{ kind: "put", path, state: null, how: "restored" }] : [];
}

function chooseIfAny(repository: Repository): HooksFolder | null {
  try {
    return chooseHooksFolder(repository);
  } catch (error) {
    if (error instanceof GuardError) return null;
    throw error;
  }
}

/** Guard's own store: all of it, in every worktree, or what is the installer's. */
function planState({ commonDir, gitDir }: Repository, purge: boolean): Removal[] {
  const worktrees = purge ? listNames(join(commonDir, "worktrees")).map((name) => resolve(commonDir, "worktrees", name)) : [];
  const folders = new Set([commonDir, ...(purge ? [gitDir] : []), ...worktrees].map((folder) => join(folder, "guard")));
  return [...folders].flatMap((folder): Removal[] => [
    ...listNames(folder)
      .filter((name) => purge || INSTALLERS_OWN.test(name))
      .map((name): Removal => ({ kind: "tree", path: join(folder, name) })),
    { kind: "folder", path: join(folder, "hooks") },
    { kind: "folder", path: folder },
  ]);
}

function listNames(folder: string): string[] {
  return existsSync(folder) && lstatSync(folder).isDirectory() ? readdirSync(folder).sort() : [];
}
