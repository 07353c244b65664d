import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { GuardError } from "../core/model.ts";
import { readFileState } from "../disk/file-state.ts";
import type { Environment } from "../git/run.ts";
import { hasGuard } from "../install/hook-script.ts";
import { chooseHooksFolder, type HooksFolder } from "../install/hooks-folder.ts";
import type { Repository } from "../install/hooks-repository.ts";
import { listEvents, planHooks } from "../install/plan-hooks.ts";
import { readRecord } from "../install/record.ts";
import type { Shipped } from "../install/shipped.ts";
import type { Plan, Step } from "../install/steps.ts";
import { findRivals } from "./rivals.ts";
import { mendable, type Trap, unmendable } from "./trap.ts";
import { findUnguardedWorktrees } from "./worktrees.ts";

/** What keeps git from calling Guard here, and what will. Reads only; runs nothing. */
export function findTraps(repository: Repository, shipped: Shipped, env: Environment): Trap[] {
  const found = attempt(() => {
    const target = chooseHooksFolder(repository);
    return { target, plan: planHooks(repository, target, shipped, env) };
  });
  if ("error" in found) return [unmendable(found.error.code, found.error.message, found.error.fix)];
  const { target, plan } = found.value;
  return [
    ...explainPlan(plan, repository),
    ...findLostPaths(repository),
    ...findCarriageReturns(target, listEvents(repository, target)),
    ...findUnguardedWorktrees(repository, target),
    ...findRivals(repository, target),
  ];
}

function attempt<T>(work: () => T): { readonly value: T } | { readonly error: GuardError } {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof GuardError) return { error };
    throw error;
  }
}

/** What `guard install` would have to do is what is missing. What is merely recorded otherwise than today, is not. */
function explainPlan({ steps, obstacle }: Plan, repository: Repository): Trap[] {
  const isNew = readRecord(repository).length === 0 && steps.some((step) => step.kind === "write" && step.role === "hook" && step.before === null);
  if (isNew) return [mendable("not-installed", "Guard is not installed in this repository: no hook calls it.")];
  const lost = steps.flatMap((step) => (step.kind === "write" && step.role === "shim" && step.before === null ? [step.path] : []));
  const hooks = [...steps.flatMap((step) => explainStep(step, repository)), ...explainLost(lost)];
  return obstacle ? [...hooks, unmendable("hooks-not-called", obstacle.message, obstacle.fix)] : hooks;
}

/** The folder that passes on to a shared one has a file for every event. */
function explainLost(paths: readonly string[]): Trap[] {
  const [first = "", ...more] = paths;
  if (paths.length === 0) return [];
  return [mendable("shim-missing", `${first}${more.length > 0 ? ` and ${more.length} more files beside it are` : " is"} missing.`)];
}

function explainStep(step: Step, { hooksFolder }: Repository): Trap[] {
  if (step.kind === "hooks-path") return [mendable("foreign-hooks-path", `core.hooksPath leads git to ${hooksFolder}, where Guard's hooks are not.`)];
  if (step.kind === "move") return [mendable("hook-replaced", `${step.from} is another program's now and does not call Guard.`)];
  if (step.kind !== "write" || step.role === "state") return [];
  const { path, before, after, role } = step;
  if (role === "copy")
    return basename(path) === "h"
      ? [mendable("husky-shims-missing", `husky's folder ${path.slice(0, -2)} is missing, so git runs no hook in this worktree.`)]
      : [];
  if (before === null) return role === "hook" ? [mendable("hook-missing", `${path} is missing.`)] : [];
  if (before.content.equals(after.content)) return [mendable("not-executable", `${path} is not executable, so git does not run it.`)];
  if (role === "shim") return [mendable("shim-edited", `${path} is not what this version of Guard writes: it was edited, or is another version's.`)];
  const calls = hasGuard(before.content.toString("latin1"));
  return [
    calls
      ? mendable("hook-edited", `${path} calls Guard otherwise than this version does.`)
      : mendable("not-called", `${path} does not call Guard; another tool or somebody has written it since.`),
  ];
}

/** Where the shim looks for Node and for Guard once PATH and node_modules have neither: a client with a window, a worktree without an install. */
function findLostPaths({ commonDir }: Repository): Trap[] {
  const isLost = (name: string, mode: number): string | null => {
    const file = join(commonDir, "guard", name);
    const path = existsSync(file) ? readFileSync(file, "utf8").replace(/\n$/, "") : null;
    return path === null || isAccessible(path, mode) ? null : path;
  };
  const node = isLost("node", constants.X_OK);
  const entry = isLost("entry", constants.R_OK);
  return [
    ...(node === null
      ? []
      : [mendable("node-gone", `The Node on record, ${node}, is gone: where PATH has none, as in clients with a window, every commit is stopped.`)]),
    ...(entry === null ? [] : [mendable("entry-gone", `The Guard on record, ${entry}, is gone: in a worktree without node_modules every commit is stopped.`)]),
  ];
}

function isAccessible(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

/** `#!/bin/sh CR`: there is no program of that name. husky reads its hooks itself and takes no notice of their first line. */
function findCarriageReturns(target: HooksFolder, events: readonly string[]): Trap[] {
  if (target.kind === "husky") return [];
  return events.flatMap((event) => {
    const path = join(target.folder, event);
    return hasCarriageReturn(path)
      ? [mendable("carriage-return", `The first line of ${path} ends in CRLF: the system finds no such program, and every commit fails.`)]
      : [];
  });
}

export function hasCarriageReturn(path: string): boolean {
  const state = readFileState(path);
  return state !== null && state !== "other" && /^#![^\n]*\r\n/.test(state.content.toString("latin1"));
}
