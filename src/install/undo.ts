import { lstatSync, renameSync, rmSync } from "node:fs";
import type { Environment } from "../git/run.ts";
import { type FileState, readFileState, removeIfEmpty, replaceFile } from "../state/file-state.ts";
import { revertEdit } from "./edit.ts";
import { hasCommands, removeGuard } from "./hook-script.ts";
import { type Repository, readRepository, setHooksPath } from "./hooks-repository.ts";
import { fromPlace } from "./place.ts";
import { removePrepare } from "./prepare-script.ts";
import type { RecordedChange } from "./record.ts";

/** What became of one path, for people. */
export interface Outcome {
  readonly path: string;
  readonly done: string;
}

/** Takes changes back, the last one first. What has been edited since loses only what is Guard's. */
export async function undoChanges(repository: Repository, changes: readonly RecordedChange[], env: Environment): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const change of changes.toReversed()) {
    if (change.kind === "hooks-path") outcomes.push(...(await undoHooksPath(repository, change, env)));
    if (change.kind === "write") outcomes.push(...undoWrite(repository, change));
    if (change.kind === "move") outcomes.push(...undoMove(repository, change));
    if (change.kind === "folder") undoFolder(repository, change);
  }
  return outcomes;
}

type Recorded<Kind extends RecordedChange["kind"]> = RecordedChange & { kind: Kind };

function undoWrite(repository: Repository, { role, place, edit }: Recorded<"write">): Outcome[] {
  const path = fromPlace(repository, place);
  const current = path === null ? null : readFileState(path);
  if (path === null || current === null || current === "other") return [];
  const before = revertEdit(edit, current.content);
  if (before !== undefined) return put(path, before);
  if (role === "hook") return stripHook(path, current, edit.before === null);
  if (role === "package") return stripPackage(path, current);
  if (role === "config" || role === "copy") return [{ path, done: "was edited since and stays" }];
  return edit.before === null ? put(path, null) : [];
}

/** Guard's lines out of a hook; the rest of a hook that was all Guard's goes with them. */
export function stripHook(path: string, current: FileState, wasNew: boolean): Outcome[] {
  const text = current.content.toString("latin1");
  const own = removeGuard(text);
  if (own === text) return [];
  if (wasNew && !hasCommands(own)) return put(path, null);
  replaceFile(path, { content: Buffer.from(own, "latin1"), mode: current.mode });
  return [{ path, done: "was edited since: only Guard's lines were taken out" }];
}

function stripPackage(path: string, current: FileState): Outcome[] {
  const text = current.content.toString("utf8");
  const own = removePrepare(text);
  if (own === null) return [];
  replaceFile(path, { content: Buffer.from(own), mode: current.mode });
  return [{ path, done: "was edited since: only Guard's part of the prepare script was taken out" }];
}

function undoMove(repository: Repository, { from, to }: Recorded<"move">): Outcome[] {
  const home = fromPlace(repository, from);
  const kept = fromPlace(repository, to);
  if (home === null || kept === null || !exists(kept)) return [];
  if (exists(home)) return [{ path: kept, done: `is your older hook; it stays, because ${home} was edited since. Nothing runs it now` }];
  renameSync(kept, home);
  return [{ path: home, done: "is back under its own name" }];
}

function undoFolder(repository: Repository, { place }: Recorded<"folder">): void {
  const path = fromPlace(repository, place);
  if (path !== null) removeIfEmpty(path);
}

/** Byte for byte where only Guard touched the file, else by git's own means. A setting that somebody has changed since is theirs. */
async function undoHooksPath(repository: Repository, change: Recorded<"hooks-path">, env: Environment): Promise<Outcome[]> {
  const { hooksPaths } = await readRepository(repository.root, env);
  const current = hooksPaths.findLast(({ scope }) => scope === change.scope);
  if (current?.value !== change.value) return [];
  const file = fromPlace(repository, change.file);
  const state = file === null ? null : readFileState(file);
  const before = change.edit && state !== null && state !== "other" ? revertEdit(change.edit, state.content) : undefined;
  if (file !== null && before) replaceFile(file, before, `${file}.lock`);
  else await restoreHooksPath(repository, change, env);
  return [{ path: "core.hooksPath", done: change.before === null ? "is unset again" : `is ${change.before} again` }];
}

/** What another file of the configuration says needs not be said again. */
async function restoreHooksPath({ root }: Repository, { scope, before }: Recorded<"hooks-path">, env: Environment): Promise<void> {
  await setHooksPath(root, env, scope, null);
  const { hooksPaths } = await readRepository(root, env);
  const current = hooksPaths.findLast((setting) => setting.scope === scope);
  if (before !== null && current?.value !== before) await setHooksPath(root, env, scope, before);
}

function put(path: string, state: FileState | null): Outcome[] {
  if (state === null) rmSync(path);
  else replaceFile(path, state);
  return [{ path, done: state === null ? "removed" : "is as it was" }];
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
