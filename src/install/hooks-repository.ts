import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, relative, resolve } from "node:path";
import type { SimpleGit } from "simple-git";
import { GuardError } from "../core/model.ts";
import type { Environment } from "../git/run.ts";

/** One setting of `core.hooksPath`. */
export interface HooksPath {
  readonly scope: string;
  /** As it was written. */
  readonly value: string;
  /** `~` expanded; relative ones count from the root of the worktree. */
  readonly path: string;
}

/** Where git keeps things for one worktree. Absolute paths; the first three are real ones. */
export interface Repository {
  readonly root: string;
  /** This worktree's own git folder; the same as `commonDir` in the main worktree. */
  readonly gitDir: string;
  readonly commonDir: string;
  /** `null` where there is none, or it is not to be told (a submodule, a bare repository with worktrees). */
  readonly mainRoot: string | null;
  /** Every setting of `core.hooksPath`; git uses the last. */
  readonly hooksPaths: readonly HooksPath[];
  /** Where git looks for hooks; `null` where `core.hooksPath` is empty, and git looks nowhere. */
  readonly hooksFolder: string | null;
  /** Tracked hooks that a sparse checkout leaves out of this work tree, from the root. */
  readonly hooksLeftOut: readonly string[];
}

/** Asks git about the repository round `cwd`. Throws `GuardError`: 2 outside a repository or in a bare one, 3 where git fails. */
export async function readRepository(cwd: string, env: Environment): Promise<Repository> {
  const git = await openGit(cwd, env);
  await assertWorktree(git, cwd);
  const root = realpathSync(await ask(git, "--show-toplevel"));
  const inRoot = await openGit(root, env);
  const gitDir = realpathSync(await ask(inRoot, "--absolute-git-dir"));
  const commonDir = realpathSync(await ask(inRoot, "--git-common-dir"));
  const hooksPaths = await listHooksPaths(inRoot);
  const isEmpty = hooksPaths.at(-1)?.value === "";
  const hooksFolder = isEmpty ? null : resolve(await ask(inRoot, "--git-path", "hooks"));
  return {
    root,
    gitDir,
    commonDir,
    mainRoot: gitDir === commonDir ? root : basename(commonDir) === ".git" ? dirname(commonDir) : null,
    hooksPaths,
    hooksFolder,
    hooksLeftOut: hooksFolder === null ? [] : await listLeftOut(inRoot, relative(root, hooksFolder).replaceAll("\\", "/")),
  };
}

/** `folder`: of the hooks, from the root; of husky's `_` the tracked hooks lie beside it. Git lists `TAG SP path NUL`, with the tag S for what is left out. */
async function listLeftOut(git: SimpleGit, folder: string): Promise<string[]> {
  const tracked = folder.replace(/\/_$/, "");
  if (/^(?:\.\.|\.git|)(?:\/|$)/.test(tracked) || isAbsolute(tracked)) return [];
  const listed = (await run(git, ["ls-files", "-t", "-z", "--", `:(literal)${tracked}`])).split("\0");
  return listed.flatMap((line) => (line.startsWith("S ") && dirname(line.slice(2)) === tracked ? [line.slice(2)] : []));
}

/**
 * Sets `core.hooksPath` of the repository (scope `local`) or of this worktree, `null` unsets it. False where another file that the configuration includes
 * further down still has its way. Throws `GuardError` (3).
 */
export async function setHooksPath(root: string, env: Environment, scope: "local" | "worktree", value: string | null): Promise<boolean> {
  const git = await openGit(root, env);
  await run(git, ["config", `--${scope}`, ...(value === null ? ["--unset-all", "core.hooksPath"] : ["--replace-all", "core.hooksPath", value])]);
  return value === null || (await listHooksPaths(git)).findLast((setting) => setting.scope === scope)?.value === value;
}

/** What git needs to find itself, its configuration and its user; no `GIT_DIR` of a surrounding hook, the folder decides. */
const KEPT = /^(PATH|HOME|HOMEDRIVE|HOMEPATH|USERPROFILE|SYSTEMROOT|PROGRAMDATA|TMP|TEMP|TMPDIR|XDG_CONFIG_HOME|SUDO_UID)$/i;
const KEPT_OF_GIT = ["GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CEILING_DIRECTORIES"];

async function openGit(baseDir: string, env: Environment): Promise<SimpleGit> {
  const { simpleGit } = await import("simple-git");
  const kept = Object.entries(env).flatMap(([name, value]) => (value !== undefined && (KEPT.test(name) || KEPT_OF_GIT.includes(name)) ? [[name, value]] : []));
  return simpleGit({ baseDir, allowEnvironment: KEPT_OF_GIT, unsafe: { allowUnsafeHooksPath: true, allowUnsafeConfigPaths: true } }).env({
    ...Object.fromEntries(kept),
    LC_ALL: "C",
  });
}

async function assertWorktree(git: SimpleGit, cwd: string): Promise<void> {
  const inside = await run(git, ["rev-parse", "--is-inside-work-tree"]).catch((error: unknown) => {
    if (error instanceof GuardError && /not a git repository/.test(error.message))
      throw new GuardError(2, "no-repository", `${cwd} is in no git repository.`, "Run git init first, or change to a repository.");
    throw error;
  });
  if (inside !== "true\n")
    throw new GuardError(2, "bare-repository", `${cwd} is in a bare repository or in a git folder: nothing is committed here.`, "Change to a work tree.");
}

/** One path; simple-git resolves with nothing where git is killed, and that is no path. */
async function ask(git: SimpleGit, ...args: string[]): Promise<string> {
  const output = await run(git, ["rev-parse", "--path-format=absolute", ...args]);
  const path = output.replace(/\n$/, "");
  if (!isAbsolute(path)) throw new GuardError(3, "git-failed", `git rev-parse ${args.join(" ")} gave no answer.`, "Try again; git 2.31 or newer is needed.");
  return path;
}

async function listHooksPaths(git: SimpleGit): Promise<readonly HooksPath[]> {
  const written = await listSettings(git, []);
  const expanded = written.length === 0 ? [] : await listSettings(git, ["--type=path"]);
  return written.map(({ scope, value }, index) => ({ scope, value, path: expanded[index]?.value ?? value }));
}

/** `scope NUL value NUL` for each. */
async function listSettings(git: SimpleGit, flags: readonly string[]): Promise<{ scope: string; value: string }[]> {
  const fields = (await run(git, ["config", "--show-scope", ...flags, "-z", "--get-all", "core.hooksPath"])).split("\0");
  return Array.from({ length: Math.floor(fields.length / 2) }, (_, index) => ({ scope: fields[2 * index] ?? "", value: fields[2 * index + 1] ?? "" }));
}

async function run(git: SimpleGit, args: string[]): Promise<string> {
  try {
    return await git.raw(args);
  } catch (error) {
    if (error instanceof Error && /\bENOENT\b/.test(error.message))
      throw new GuardError(2, "no-git", "No git was found on PATH.", "Install git, or put its folder on PATH.");
    const told = error instanceof Error ? error.message.trim().split("\n", 1)[0] : String(error);
    throw new GuardError(3, "git-failed", `git ${args[0]} failed: ${told}.`, "See whether git status works here, then try again.", { cause: error });
  }
}
