import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { GuardError } from "../core/model.ts";
import type { Environment, Git } from "./run.ts";

/** Where a repository lies; absolute paths of the system. */
export interface Repository {
  readonly root: string;
  /** Of this worktree. */
  readonly gitDir: string;
  /** Shared by all worktrees; Guard's store lies in it. */
  readonly commonDir: string;
  /** The index that this very commit uses. */
  readonly indexFile: string;
}

/** Asks git. Throws `GuardError` (2) outside a work tree, in a bare repository, and where git refuses the folder. */
export async function findRepository(git: Git): Promise<Repository> {
  const args = ["--path-format=absolute", "--git-dir", "--git-common-dir", "--git-path", "index", "--show-toplevel"];
  const output = await git.run("rev-parse", args).catch((error: GuardError) => {
    throw explainAbsence(git, error);
  });
  const [gitDir = "", commonDir = "", indexFile = "", root = "", ...rest] = output.toString("utf8").split("\n");
  // One more where the line of the last ends. Taken apart otherwise, it could be another repository.
  if (rest.length !== 1)
    throw new GuardError(
      2,
      "no-repository",
      "The path of this repository has a line feed in it, which Guard cannot tell from the end of the path.",
      "Move it.",
    );
  return { root: resolve(root), gitDir, commonDir, indexFile };
}

/** Git's own words, which `LANG=C` keeps in English. Any other failure tells nothing about whether there is a repository. */
const ABSENT = /not a git repository/;
const UNTRUSTED = /dubious ownership|unsafe repository/;
const NO_WORK_TREE = /must be run in a work tree/;

function explainAbsence(git: Git, cause: GuardError): GuardError {
  const { message } = cause;
  if (NO_WORK_TREE.test(message))
    return new GuardError(2, "bare-repository", "This is a bare repository or git's own folder: there is nothing staged to judge.", "Run it in a work tree.", {
      cause,
    });
  if (!ABSENT.test(message) && !UNTRUSTED.test(message)) return cause;
  const why = UNTRUSTED.test(message) ? " Git does not trust the folder, because it belongs to somebody else." : "";
  return new GuardError(
    2,
    "no-repository",
    `There is no git repository here (${git.cwd}).${why}`,
    "Run it inside a repository, or name files: npx --no guard check FILE",
    { cause },
  );
}

/**
 * What a hook knows without asking git: it runs in the root of the work tree, with GIT_DIR set in linked worktrees and submodules.
 * `null` where that is not so (a hook started by hand elsewhere).
 */
export function repositoryOfHook(cwd: string, env: Environment): Repository | null {
  const gitDir = env.GIT_DIR ? resolve(cwd, env.GIT_DIR) : findGitDir(cwd);
  if (!gitDir || env.GIT_WORK_TREE) return null;
  return { root: cwd, gitDir, commonDir: readCommonDir(gitDir), indexFile: env.GIT_INDEX_FILE ? resolve(cwd, env.GIT_INDEX_FILE) : join(gitDir, "index") };
}

/** `.git` is a folder, or a file that says `gitdir: PATH`. */
function findGitDir(root: string): string | null {
  const path = join(root, ".git");
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return path;
  if (!stat?.isFile()) return null;
  const target = /^gitdir: (.+)$/m.exec(readFileSync(path, "utf8"))?.[1];
  return target ? resolve(root, target) : null;
}

function readCommonDir(gitDir: string): string {
  try {
    return resolve(gitDir, readFileSync(join(gitDir, "commondir"), "utf8").trim());
  } catch {
    return gitDir;
  }
}

/** Length of the hash that ends an index; in a SHA-256 repository its last part does as well. */
const CHECKSUM_BYTES = 20;

/** Changes with every write of the index: file, size, time, and the checksum that ends it. `null`: there is no index yet. */
export function readIndexMark(index: string | number): string | null {
  let file: number | null = null;
  try {
    file = typeof index === "number" ? index : openSync(index, "r");
    const { ino, size, mtimeNs } = fstatSync(file, { bigint: true });
    const checksum = Buffer.alloc(CHECKSUM_BYTES);
    readSync(file, checksum, 0, CHECKSUM_BYTES, Math.max(0, Number(size) - CHECKSUM_BYTES));
    return `${ino}:${size}:${mtimeNs}:${checksum.toString("hex")}`;
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}
