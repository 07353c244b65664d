import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { isWithin } from "../git/within.ts";
import type { Repository } from "./hooks-repository.ts";
import { toSlashes } from "./shipped.ts";

/**
 * A path as it is recorded, so that it still holds after the repository was moved: below the common git folder, or below a worktree.
 * `worktree` is that worktree's git folder as seen from the common one (`worktrees/fix`), empty for the main one.
 */
export interface Place {
  readonly worktree: string | null;
  readonly path: string;
}

/** Throws `RangeError` for a path outside the repository: there Guard has nothing to write. */
export function toPlace(repository: Repository, path: string): Place {
  const { root, gitDir, commonDir, mainRoot } = repository;
  if (isWithin(path, commonDir)) return { worktree: null, path: toSlashes(relative(commonDir, path)) };
  if (isWithin(path, root)) return { worktree: toSlashes(relative(commonDir, gitDir)), path: toSlashes(relative(root, path)) };
  if (mainRoot !== null && isWithin(path, mainRoot)) return { worktree: "", path: toSlashes(relative(mainRoot, path)) };
  throw new RangeError(`${path} lies outside the repository`);
}

/** `null`: that worktree is gone. */
export function fromPlace(repository: Repository, { worktree, path }: Place): string | null {
  const home = worktree === null ? repository.commonDir : worktreeRoot(repository, worktree);
  return home === null ? null : join(home, path);
}

/** A linked worktree's git folder holds `gitdir`: the path of the `.git` file in the worktree. */
function worktreeRoot({ root, gitDir, commonDir, mainRoot }: Repository, worktree: string): string | null {
  if (resolve(commonDir, worktree) === gitDir) return root;
  if (worktree === "") return mainRoot;
  const pointer = join(commonDir, worktree, "gitdir");
  if (!existsSync(pointer)) return null;
  const home = dirname(resolve(dirname(pointer), readFileSync(pointer, "utf8").trim()));
  return existsSync(home) ? home : null;
}
