import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { GuardError } from "../core/model.ts";
import { type FileState, readFileState, replaceFile } from "../disk/file-state.ts";
import type { Environment } from "../git/run.ts";
import { toEdit } from "./edit.ts";
import { type Repository, readRepository, setHooksPath } from "./hooks-repository.ts";
import { type Place, toPlace } from "./place.ts";
import { openStateFolder, type RecordedChange, readRecord, writeRecord } from "./record.ts";
import { applyRemovals, createOutlook } from "./removals.ts";
import type { Step } from "./steps.ts";
import { planUndo } from "./undo.ts";

/** Makes the planned changes, all of them or none. Throws `GuardError` (3) where one could not be made; those before it are then taken back. */
export async function applySteps(repository: Repository, steps: readonly Step[], env: Environment): Promise<void> {
  if (steps.length === 0) return;
  const earlier = readRecord(repository);
  const done: RecordedChange[] = [];
  try {
    writeRecord(repository, [...earlier, ...steps.flatMap((step) => toChange(repository, step))]);
    for (const step of steps) done.push(...(await applyStep(repository, step, env)));
    writeRecord(repository, [...earlier, ...done]);
  } catch (error) {
    const seen = await readRepository(repository.root, env);
    await applyRemovals(seen, planUndo(done, createOutlook(seen)), env);
    for (const step of steps) restoreState(step);
    writeRecord(repository, earlier);
    throw toGuardError(error);
  }
}

/** Guard's own files are not on record; whether this one was written already or not, it is as before now. */
function restoreState(step: Step): void {
  if (step.kind !== "write" || step.role !== "state") return;
  if (step.before === null) rmSync(step.path, { force: true });
  else replaceFile(step.path, step.before);
}

async function applyStep(repository: Repository, step: Step, env: Environment): Promise<RecordedChange[]> {
  if (step.kind === "folder") mkdirSync(step.path, { recursive: true });
  if (step.kind === "move") renameSync(step.from, step.to);
  if (step.kind === "write" && step.role === "state") openStateFolder(repository);
  if (step.kind === "write") replaceFile(step.path, step.after);
  if (step.kind !== "hooks-path") return toChange(repository, step);

  const file = configFile(repository, step.scope);
  const before = readPlainFile(file);
  const isSet = await setHooksPath(repository.root, env, step.scope, step.value);
  if (!isSet) appendHooksPath(file, step.value);
  const after = readPlainFile(file);
  return toChange(repository, step).map((change) => (change.kind === "hooks-path" && after ? { ...change, edit: toEdit(before, after.content) } : change));
}

/** Git writes a value into the first section of its name; the last value of the file wins. In quotes a value needs escapes as in C. */
function appendHooksPath(path: string, value: string): void {
  const state = readPlainFile(path);
  if (state === null) return;
  const quoted = value.replace(/["\\]/g, "\\$&");
  const content = Buffer.concat([state.content, Buffer.from(`[core]\n\thooksPath = "${quoted}"\n`)]);
  replaceFile(path, { content, mode: state.mode }, `${path}.lock`);
}

/** As it goes on record; state is not recorded, its files are known by name. */
function toChange(repository: Repository, step: Step): RecordedChange[] {
  const at = (path: string): Place => toPlace(repository, path);
  switch (step.kind) {
    case "folder":
      return [{ kind: "folder", place: at(step.path) }];
    case "move":
      return [{ kind: "move", from: at(step.from), to: at(step.to) }];
    case "hooks-path":
      return [{ kind: "hooks-path", scope: step.scope, value: step.value, before: step.before, file: at(configFile(repository, step.scope)), edit: null }];
    case "write":
      return step.role === "state" ? [] : [{ kind: "write", role: step.role, place: at(step.path), edit: toEdit(step.before, step.after.content) }];
  }
}

function configFile({ commonDir, gitDir }: Repository, scope: "local" | "worktree"): string {
  return scope === "local" ? join(commonDir, "config") : join(gitDir, "config.worktree");
}

function readPlainFile(path: string): FileState | null {
  const state = readFileState(path);
  return state === "other" ? null : state;
}

function toGuardError(error: unknown): GuardError {
  if (error instanceof GuardError) return error;
  const told = error instanceof Error ? error.message : String(error);
  return new GuardError(3, "not-installed", `The hooks could not be installed: ${told}. Nothing was changed.`, "Mend that, then run: npx --no guard install", {
    cause: error,
  });
}
