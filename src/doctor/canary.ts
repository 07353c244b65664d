import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Environment } from "../git/run.ts";
import type { Repository } from "../install/hooks-repository.ts";
import { CONFIGURATION_NAMES } from "../sources/configuration.ts";
import { type Ended, runGitWithHooks } from "./run-git.ts";

/** What happened to a change that Guard must stop, at one event. */
export interface Proof {
  readonly event: string;
  /**
   * `stopped`: by Guard's verdict. `passed`: nobody minded. `failed`: Guard was called and came to no verdict. `unclear`: something else stopped it before, or it
   * could not be tried.
   */
  readonly outcome: "stopped" | "passed" | "failed" | "unclear";
  /** What was said where it failed or is unclear. */
  readonly told: string;
}

/** Blocks under the preset that holds without a configuration; it needs no secret. */
const CANARY = ".env.guard-canary";
/** A configuration that Guard must refuse: a merge that git makes by itself brings nothing that its parents do not have. */
const BROKEN = `{ "guardCanary": true }\n`;

/**
 * Commits a canary through the real hooks: in a throw-away repository with the files of HEAD, its objects borrowed, whose `core.hooksPath` is the folder that
 * git uses here. Index, refs, work tree and Guard's store of the real repository are never touched. The older lines of a hook run as at any commit.
 */
export async function proveHooks(repository: Repository, env: Environment): Promise<Proof[]> {
  const copy = await mkdtemp(join(tmpdir(), "guard-doctor-"));
  try {
    const git = (...args: string[]): Promise<Ended> => runGitWithHooks(repository.root, copy, env, args);
    const prepared = await prepareCopy(repository, copy, git);
    if (prepared !== null) return [{ event: "pre-commit", outcome: "unclear", told: prepared }];
    return [await proveCommit(copy, git), await proveMerge(copy, git)];
  } finally {
    rmSync(copy, { recursive: true, force: true, maxRetries: 3 });
  }
}

type Git = (...args: string[]) => Promise<Ended>;

/** Why that was not possible, or `null`. */
async function prepareCopy({ root, mainRoot, commonDir, hooksFolder }: Repository, copy: string, git: Git): Promise<string | null> {
  const head = await runIn(root, git, "rev-parse", "-q", "--verify", "HEAD");
  const format = (await runIn(root, git, "rev-parse", "--show-object-format")).output.trim() || "sha1";
  const steps: (readonly string[])[] = [
    ["init", "--quiet", `--object-format=${format}`],
    ["config", "core.hooksPath", hooksFolder ?? ""],
    ["config", "user.name", "Guard"],
    ["config", "user.email", "guard@localhost"],
    ["config", "commit.gpgSign", "false"],
  ];
  for (const step of steps) {
    const { code, output } = await git(...step);
    if (code !== 0) return lastLine(output);
  }
  mkdirSync(join(copy, ".git/objects/info"), { recursive: true });
  writeFileSync(join(copy, ".git/objects/info/alternates"), `${join(commonDir, "objects")}\n`);
  mkdirSync(join(copy, ".git/guard"));
  for (const name of ["node", "entry"]) if (existsSync(join(commonDir, "guard", name))) cpSync(join(commonDir, "guard", name), join(copy, ".git/guard", name));
  const modules = [root, mainRoot].map((one) => join(one ?? root, "node_modules")).find((one) => existsSync(one));
  if (head.code === 0) {
    await git("read-tree", head.output.trim());
    await git("rm", "--cached", "--quiet", "--ignore-unmatch", "--", ...CONFIGURATION_NAMES);
    // What a filter or a missing object leaves out, the hooks do without.
    await git("checkout-index", "--all", "--quiet", "--force");
  }
  if (modules !== undefined && !existsSync(join(copy, "node_modules"))) symlinkSync(modules, join(copy, "node_modules"), "junction");
  const { code, output } = await commitPastHooks(git, "The files of HEAD");
  return code === 0 ? null : lastLine(output);
}

function runIn(folder: string, git: Git, ...args: string[]): Promise<Ended> {
  return git("-C", folder, ...args);
}

function commitPastHooks(git: Git, message: string): Promise<Ended> {
  return git("-c", "core.hooksPath=/dev/null", "commit", "--quiet", "--allow-empty", "--message", message);
}

async function proveCommit(copy: string, git: Git): Promise<Proof> {
  writeFileSync(join(copy, CANARY), "CANARY=1\n");
  await git("add", "--force", "--", CANARY);
  const ended = await git("commit", "--message", "A canary of guard doctor; it must not pass");
  await git("rm", "--cached", "--quiet", "--force", "--ignore-unmatch", "--", CANARY);
  rmSync(join(copy, CANARY), { force: true });
  return toProof("pre-commit", ended, /environment\/tracked-file/.test(ended.output) && ended.output.includes(CANARY));
}

async function proveMerge(copy: string, git: Git): Promise<Proof> {
  const base = (await git("rev-parse", "HEAD")).output.trim();
  writeFileSync(join(copy, CONFIGURATION_NAMES[0]), BROKEN);
  await git("add", "--force", "--", CONFIGURATION_NAMES[0]);
  await commitPastHooks(git, "A configuration that Guard must refuse");
  const side = (await git("rev-parse", "HEAD")).output.trim();
  await git("reset", "--quiet", "--hard", base);
  const ended = await git("merge", "--no-ff", "--no-edit", side);
  return toProof("pre-merge-commit", ended, ended.output.includes("guardCanary"));
}

function toProof(event: string, { code, output }: Ended, isGuards: boolean): Proof {
  if (code === 0) return { event, outcome: "passed", told: "" };
  if (isGuards) return { event, outcome: "stopped", told: "" };
  const own = /^guard: (.*)$/m.exec(output)?.[1];
  return own === undefined ? { event, outcome: "unclear", told: lastLine(output) } : { event, outcome: "failed", told: own };
}

function lastLine(text: string): string {
  return text.trim().split(/\r?\n/).at(-1) ?? "";
}
