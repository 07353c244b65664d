import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { GuardError } from "../core/model.ts";
import type { Environment } from "../git/run.ts";
import { readFileState, removeIfEmpty } from "../state/file-state.ts";
import { GUARDED_EVENTS } from "./events.ts";
import { chooseHooksFolder, type HooksFolder } from "./hooks-folder.ts";
import { type Repository, readRepository, setHooksPath } from "./hooks-repository.ts";
import { readRecord } from "./record.ts";
import { toSlashes } from "./shipped.ts";
import { type Outcome, stripHook, undoChanges } from "./undo.ts";

/** What the installer keeps in Guard's folder, finished or in the making, and what saves time or holds for one commit. What is on record stays. */
const INSTALLERS_OWN = /^(?:node|entry|hooks-before|known-commits|last-ok|install\.json)(?:\.[0-9a-f]+\.tmp)?$/;

/**
 * Takes Guard out: first what is on record, then what is left of it in the hooks. The journal stays, unless `purge`; caches never do.
 * Throws `GuardError` (3) where something cannot be written; what is on record stays so until all of it is undone.
 */
export async function uninstall(repository: Repository, purge: boolean, env: Environment): Promise<Outcome[]> {
  try {
    const recorded = await undoChanges(repository, readRecord(repository), env);
    const left = await sweepHooks(await readRepository(repository.root, env), env);
    removeState(repository, purge);
    return [...recorded, ...left];
  } catch (error) {
    if (error instanceof GuardError) throw error;
    const told = error instanceof Error ? error.message : String(error);
    const fix = "Mend that, then run: npx --no guard uninstall --yes";
    throw new GuardError(3, "not-uninstalled", `Not everything could be taken out: ${told}.`, fix, { cause: error });
  }
}

/** Lines that came with a clone, or whose record is lost: without Guard they would stop every commit. */
async function sweepHooks(repository: Repository, env: Environment): Promise<Outcome[]> {
  const target = chooseIfAny(repository);
  if (target === null) return [];
  if (target.kind !== "forwarding") return [...GUARDED_EVENTS.flatMap((event) => sweepHook(join(target.folder, event))), ...sweepShim(target.folder)];
  if (repository.hooksPaths.at(-1)?.value !== toSlashes(target.folder)) return [];
  await setHooksPath(repository.root, env, target.scope, null);
  rmSync(target.folder, { recursive: true, force: true });
  return [{ path: "core.hooksPath", done: "is unset" }];
}

function sweepHook(path: string): Outcome[] {
  const state = readFileState(path);
  const outcomes = state === null || state === "other" ? [] : stripHook(path, state, true);
  const kept = `${path}.guard-kept`;
  if (readFileState(kept) === null || readFileState(path) !== null) return outcomes;
  renameSync(kept, path);
  return [{ path, done: "is back under its own name" }];
}

function sweepShim(folder: string): Outcome[] {
  const path = join(folder, "guard.sh");
  const state = readFileState(path);
  if (state === null || state === "other" || !state.content.includes("guard_event")) return [];
  rmSync(path);
  return [{ path, done: "removed" }];
}

function chooseIfAny(repository: Repository): HooksFolder | null {
  try {
    return chooseHooksFolder(repository);
  } catch (error) {
    if (error instanceof GuardError) return null;
    throw error;
  }
}

function removeState({ commonDir, gitDir }: Repository, purge: boolean): void {
  const state = join(commonDir, "guard");
  if (purge) {
    const worktrees = join(commonDir, "worktrees");
    const linked = existsSync(worktrees) ? readdirSync(worktrees).map((name) => resolve(worktrees, name)) : [];
    for (const folder of [commonDir, gitDir, ...linked]) rmSync(join(folder, "guard"), { recursive: true, force: true });
    return;
  }
  const names = existsSync(state) ? readdirSync(state) : [];
  rmSync(join(state, "cache"), { recursive: true, force: true });
  for (const name of names) if (INSTALLERS_OWN.test(name)) rmSync(join(state, name), { force: true });
  removeIfEmpty(join(state, "hooks"));
  removeIfEmpty(state);
}
