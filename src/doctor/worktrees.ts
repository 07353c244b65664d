import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { isWithin } from "../git/within.ts";
import type { HooksFolder } from "../install/hooks-folder.ts";
import type { Repository } from "../install/hooks-repository.ts";
import { mendable, type Trap } from "./trap.ts";

/** The other worktrees of this repository in which git finds no hooks: husky's folder is one of each worktree, and in none of its commits. */
export function findUnguardedWorktrees(repository: Repository, target: HooksFolder): Trap[] {
  return listUnguarded(repository, target).map((root) =>
    mendable("worktree-unguarded", `In the worktree ${root} git runs no hook: husky's folder is missing there.`),
  );
}

/** Their roots. */
export function listUnguarded(repository: Repository, target: HooksFolder): string[] {
  if (target.kind !== "husky" || !isWithin(target.shims, repository.root)) return [];
  const way = relative(repository.root, target.shims);
  // A worktree on a branch without husky's hooks has none that could be missing.
  return listOthers(repository).filter((root) => !existsSync(join(root, way)) && existsSync(dirname(join(root, way))));
}

/** `worktrees/NAME/gitdir` of the common git folder holds the path of the `.git` file there. */
function listOthers({ root, mainRoot, commonDir }: Repository): string[] {
  const folder = join(commonDir, "worktrees");
  const linked = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, "gitdir")) : [];
  const roots = linked.filter((pointer) => existsSync(pointer)).map((pointer) => dirname(resolve(dirname(pointer), readFileSync(pointer, "utf8").trim())));
  return [...(mainRoot === null ? [] : [mainRoot]), ...roots].filter((one) => one !== root && existsSync(one));
}
