import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { GuardError } from "../core/model.ts";
import { isWithin } from "../git/within.ts";
import type { HooksPath, Repository } from "./hooks-repository.ts";
import { readRecord } from "./record.ts";

/** Where Guard's hooks go. */
export type HooksFolder =
  /** The folder git uses, and it is the repository's own. */
  | { readonly kind: "own"; readonly folder: string }
  /**
   * husky 9: git runs `.husky/_/<event>`, which runs `sh -e .husky/<event>`, executable or not. husky keeps `_` out of the repository, so that a fresh linked
   * worktree has none and git runs nothing there; `example` is the main worktree's.
   */
  | { readonly kind: "husky"; readonly folder: string; readonly shims: string; readonly example: string | null }
  /** Git uses a folder that other repositories share. It stays as it is; ours stands before it and passes every event on. */
  | { readonly kind: "forwarding"; readonly folder: string; readonly before: string; readonly scope: "local" | "worktree" };

/** Guard writes into the repository only, never into a folder that others use. Throws `GuardError` (2) where hooks are switched off, or left out of the work tree. */
export function chooseHooksFolder(repository: Repository): HooksFolder {
  const setting = repository.hooksPaths.at(-1);
  const switched = readRecord(repository).findLast((change) => change.kind === "hooks-path");
  const forwarding = join(repository.commonDir, "guard", "hooks");
  const scope = setting?.scope === "worktree" ? "worktree" : "local";
  if (setting && (isSame(resolve(repository.root, setting.path), forwarding) || setting.value === switched?.value))
    return { kind: "forwarding", folder: forwarding, before: whatWouldBe(repository, switched?.before ?? null), scope };

  assertCheckedOut(repository);
  const folder = findFolder(repository, setting);
  const real = toRealPath(folder);
  if (isOwn(repository, real, setting)) {
    const example = inMainWorktree(repository, real);
    const isHusky = isHuskyFolder(real) || (example !== null && isHuskyFolder(example));
    return isHusky ? { kind: "husky", folder: dirname(real), shims: real, example } : { kind: "own", folder: real };
  }
  return { kind: "forwarding", folder: forwarding, before: setting?.path ?? folder, scope };
}

/** The folder git would use without Guard's setting: the one that was replaced, else what the user's configuration says today, else git's own. */
function whatWouldBe({ commonDir, hooksPaths }: Repository, replaced: string | null): string {
  const recorded = join(commonDir, "guard", "hooks-before");
  if (replaced !== null && existsSync(recorded)) return readFileSync(recorded, "utf8").replace(/\n$/, "");
  return hooksPaths.findLast(isShared)?.path ?? join(commonDir, "hooks");
}

/** Written anew they would hide what stands in them, and the next commit would take that away. */
function assertCheckedOut({ hooksFolder, hooksLeftOut: [first] }: Repository): void {
  if (first === undefined) return;
  const folder = dirname(first);
  const again = hooksFolder !== null && isHuskyFolder(hooksFolder) ? "then npx husky, " : "";
  throw new GuardError(
    2,
    "hooks-left-out",
    `The sparse checkout leaves ${folder} out of this work tree, so git runs none of its hooks here and says nothing.`,
    `Run git sparse-checkout add ${folder}, ${again}then npx --no guard install.`,
  );
}

/** The repository once `core.hooksPath` of that scope is what it was before Guard. */
export function withoutHooksPath(repository: Repository, { scope, before }: { readonly scope: string; readonly before: string | null }): Repository {
  const { root, commonDir } = repository;
  const at = repository.hooksPaths.findLastIndex((setting) => setting.scope === scope);
  const restored = before === null ? [] : [{ scope, value: before, path: whatWouldBe(repository, before) }];
  const hooksPaths = repository.hooksPaths.toSpliced(at, at < 0 ? 0 : 1, ...restored);
  const setting = hooksPaths.at(-1);
  const folder = setting ? resolve(root, setting.path) : join(commonDir, "hooks");
  return { ...repository, hooksPaths, hooksFolder: setting?.value === "" ? null : folder };
}

/** The folder git uses, if it is one. A shared setting may name none (`/dev/null`): that is passed on like a folder without hooks. */
function findFolder({ hooksFolder }: Repository, setting: HooksPath | undefined): string {
  const isFile = hooksFolder !== null && statSync(hooksFolder, { throwIfNoEntry: false })?.isDirectory() === false;
  if (hooksFolder !== null && (!isFile || isShared(setting))) return hooksFolder;
  throw new GuardError(
    2,
    "hooks-off",
    `Git looks for hooks in ${hooksFolder ?? "an empty core.hooksPath"}, which is no folder, so it runs none in this repository.`,
    setting ? `Run git config --${setting.scope} --unset core.hooksPath, then npx --no guard install.` : "Remove it, then run: npx --no guard install",
  );
}

/** The folder of the same place in the main worktree; `null` in that one itself, and where it is not there. */
function inMainWorktree({ root, mainRoot }: Repository, folder: string): string | null {
  if (mainRoot === null || mainRoot === root || !isWithin(folder, root)) return null;
  const example = join(mainRoot, relative(root, folder));
  return existsSync(example) ? example : null;
}

function isHuskyFolder(folder: string): boolean {
  return basename(folder) === "_" && (basename(dirname(folder)) === ".husky" || existsSync(join(folder, "husky.sh")));
}

/** A shared setting is the repository's own only where it is relative, so that each repository has a folder of that name itself. */
function isOwn({ root, commonDir, mainRoot }: Repository, folder: string, setting: HooksPath | undefined): boolean {
  if (setting && isShared(setting) && isAbsolute(setting.path)) return false;
  return [commonDir, root, mainRoot].some((home) => home !== null && isWithin(folder, home));
}

function isShared(setting: HooksPath | undefined): boolean {
  return setting?.scope === "global" || setting?.scope === "system";
}

function isSame(one: string, other: string): boolean {
  return toRealPath(one) === toRealPath(other);
}

/** Links resolved as far as the path exists. */
function toRealPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(toRealPath(parent), basename(path));
}
