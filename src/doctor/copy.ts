import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../git/run.ts";
import type { Repository } from "../install/hooks-repository.ts";
import { CONFIGURATION_NAMES } from "../sources/configuration.ts";
import { type Ended, runGitWithHooks } from "./run-git.ts";

/** A throw-away repository with one commit, the files of HEAD, whose `core.hooksPath` is the folder that git uses in the real one. */
export interface Copy {
  readonly folder: string;
  readonly base: string;
  git(...args: string[]): Promise<Ended>;
  /** Everything as in the one commit. */
  reset(): Promise<void>;
  commitPastHooks(message: string): Promise<Ended>;
  /** A bare repository that has the one commit, beside it; what is pushed there stays there. Answers with its name. */
  addRemote(): Promise<string>;
}

/** Makes one in an empty folder; the objects are borrowed. Answers with what git said where that was not possible. */
export async function makeCopy(repository: Repository, folder: string, env: Environment): Promise<Copy | { readonly told: string }> {
  const git = (...args: string[]): Promise<Ended> => runGitWithHooks(repository.root, folder, env, args);
  const commitPastHooks = (message: string): Promise<Ended> =>
    git("-c", "core.hooksPath=/dev/null", "commit", "--quiet", "--allow-empty", "--message", message);
  const refused = await initialise(repository, folder, git);
  if (refused !== null) return { told: lastLine(refused.output) };
  await takeFilesOfHead(repository, folder, git);
  const { code, output } = await commitPastHooks("The files of HEAD");
  if (code !== 0) return { told: lastLine(output) };
  const base = (await git("rev-parse", "HEAD")).output.trim();
  return {
    folder,
    base,
    git,
    commitPastHooks,
    reset: async () => void (await git("reset", "--quiet", "--hard", base)),
    async addRemote() {
      const remote = join(folder, ".git/canary.git");
      await git("init", "--quiet", "--bare", "--template=", `--object-format=${await formatOf(git)}`, remote);
      await git("-C", remote, "config", "core.hooksPath", "/dev/null");
      borrowObjects(remote, [join(folder, ".git/objects"), join(repository.commonDir, "objects")]);
      await git("-C", remote, "update-ref", "refs/heads/base", base);
      await git("update-ref", "refs/remotes/canary/base", base);
      await git("config", "remote.canary.url", remote);
      return "canary";
    },
  };
}

type Git = Copy["git"];

/** What failed, or `null`. */
async function initialise({ root, commonDir, hooksFolder }: Repository, folder: string, git: Git): Promise<Ended | null> {
  const steps: (readonly string[])[] = [
    ["init", "--quiet", `--object-format=${await formatOf(git, root)}`],
    ["config", "core.hooksPath", hooksFolder ?? ""],
    ["config", "user.name", "Guard"],
    ["config", "user.email", "guard@localhost"],
    ["config", "commit.gpgSign", "false"],
  ];
  for (const step of steps) {
    const ended = await git(...step);
    if (ended.code !== 0) return ended;
  }
  borrowObjects(join(folder, ".git"), [join(commonDir, "objects")]);
  mkdirSync(join(folder, ".git/guard"));
  for (const name of ["node", "entry"])
    if (existsSync(join(commonDir, "guard", name))) cpSync(join(commonDir, "guard", name), join(folder, ".git/guard", name));
  return null;
}

async function takeFilesOfHead({ root, mainRoot }: Repository, folder: string, git: Git): Promise<void> {
  const head = await git("-C", root, "rev-parse", "-q", "--verify", "HEAD");
  if (head.code === 0) {
    await git("read-tree", head.output.trim());
    await git("rm", "--cached", "--quiet", "--ignore-unmatch", "--", ...CONFIGURATION_NAMES);
    // What a filter or a missing object leaves out, the hooks do without.
    await git("checkout-index", "--all", "--quiet", "--force");
  }
  const modules = [root, mainRoot].map((one) => join(one ?? root, "node_modules")).find((one) => existsSync(one));
  if (modules !== undefined && !existsSync(join(folder, "node_modules"))) symlinkSync(modules, join(folder, "node_modules"), "junction");
}

async function formatOf(git: Git, folder = "."): Promise<string> {
  return (await git("-C", folder, "rev-parse", "--show-object-format")).output.trim() || "sha1";
}

function borrowObjects(gitDir: string, from: readonly string[]): void {
  mkdirSync(join(gitDir, "objects/info"), { recursive: true });
  writeFileSync(join(gitDir, "objects/info/alternates"), from.map((path) => `${path}\n`).join(""));
}

export function lastLine(text: string): string {
  return text.trim().split(/\r?\n/).at(-1) ?? "";
}
