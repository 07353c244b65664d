import { renameSync, rmSync } from "node:fs";
import { type FileState, readFileState, removeIfEmpty, replaceFile } from "../disk/file-state.ts";
import type { Environment } from "../git/run.ts";
import { revertEdit } from "./edit.ts";
import { withoutHooksPath } from "./hooks-folder.ts";
import { type Repository, readRepository, setHooksPath } from "./hooks-repository.ts";
import { fromPlace } from "./place.ts";
import type { Recorded } from "./record.ts";

/** One thing that taking Guard out does to the repository, or leaves; planned whole before the first one is done. Paths are absolute. */
export type Removal =
  /** `state` `null`: the file goes. Otherwise it was edited since, and loses Guard's lines, its part of the `prepare` script, or its line in `allowScripts`. */
  | { readonly kind: "put"; readonly path: string; readonly state: FileState | null; readonly how: "restored" | "stripped" | "unprepared" | "unlisted" }
  | { readonly kind: "move"; readonly from: string; readonly to: string }
  /** With all that is in it. */
  | { readonly kind: "tree"; readonly path: string }
  /** Where nothing is in it any more; not worth words. */
  | { readonly kind: "folder"; readonly path: string }
  /** `recorded` `null`: it is not on record how git's configuration was. */
  | { readonly kind: "hooks-path"; readonly scope: "local" | "worktree"; readonly before: string | null; readonly recorded: Recorded<"hooks-path"> | null }
  /** Edited since, and no hook: it is the user's now. */
  | { readonly kind: "keep"; readonly path: string }
  /** An older hook whose place somebody has taken. */
  | { readonly kind: "keep-aside"; readonly path: string; readonly home: string };

/** How things will be once what is planned so far is done; what is planned next hangs on that. */
export interface Outlook {
  repository(): Repository;
  read(path: string): FileState | "other" | null;
  /** Takes a removal into account, and answers with it. */
  plan(removal: Removal): Removal;
}

export function createOutlook(repository: Repository): Outlook {
  const files = new Map<string, FileState | "other" | null>();
  let seen = repository;
  const read = (path: string): FileState | "other" | null => {
    const planned = files.get(path);
    return planned === undefined ? readFileState(path) : planned;
  };
  return {
    repository: () => seen,
    read,
    plan(removal) {
      if (removal.kind === "put") files.set(removal.path, removal.state);
      if (removal.kind === "move") files.set(removal.to, read(removal.from)).set(removal.from, null);
      if (removal.kind === "hooks-path") seen = withoutHooksPath(seen, removal);
      return removal;
    },
  };
}

/** In their order. Throws where something cannot be written; what was done before that stays done. */
export async function applyRemovals(repository: Repository, removals: readonly Removal[], env: Environment): Promise<void> {
  for (const removal of removals) {
    if (removal.kind === "put" && removal.state === null) rmSync(removal.path, { force: true });
    if (removal.kind === "put" && removal.state !== null) replaceFile(removal.path, removal.state);
    if (removal.kind === "move") renameSync(removal.from, removal.to);
    if (removal.kind === "tree") rmSync(removal.path, { recursive: true, force: true });
    if (removal.kind === "folder") removeIfEmpty(removal.path);
    if (removal.kind === "hooks-path") await resetHooksPath(repository, removal, env);
  }
}

/** Byte for byte where only Guard touched git's configuration, else by git's own means. */
async function resetHooksPath(repository: Repository, { scope, before, recorded }: Removal & { kind: "hooks-path" }, env: Environment): Promise<void> {
  const file = recorded && fromPlace(repository, recorded.file);
  const state = file === null ? null : readFileState(file);
  const content = recorded?.edit && state !== null && state !== "other" ? revertEdit(recorded.edit, state.content) : undefined;
  if (file !== null && content) return replaceFile(file, content, `${file}.lock`);
  await setHooksPath(repository.root, env, scope, null);
  const { hooksPaths } = await readRepository(repository.root, env);
  const current = hooksPaths.findLast((setting) => setting.scope === scope);
  // What another file of the configuration says needs not be said again.
  if (before !== null && current?.value !== before) await setHooksPath(repository.root, env, scope, before);
}
