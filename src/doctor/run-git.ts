import { spawn } from "node:child_process";
import { GuardError } from "../core/model.ts";
import { type Environment, findGit } from "../git/run.ts";

/** How a git with its hooks ended. */
export interface Ended {
  /** `null`: killed, also where it took too long. */
  readonly code: number | null;
  /** Both streams, as they came. */
  readonly output: string;
}

/** Hooks run tests and linters; whatever takes longer is no answer. */
const LIMIT_MS = 120_000;

/**
 * The user's own git in the user's own environment, hooks and all, as a commit has it; without what a surrounding hook says of another repository.
 * `root`: the real work tree, out of which no git is taken. Rejects with `GuardError` where there is none.
 */
export async function runGitWithHooks(root: string, cwd: string, env: Environment, args: readonly string[]): Promise<Ended> {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith("GIT_") || /^GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)$/.test(name));
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  // LFS would fetch.
  const child = spawn(findGit(root, env), args, {
    cwd,
    env: { ...Object.fromEntries(kept), GIT_TERMINAL_PROMPT: "0", GIT_LFS_SKIP_SMUDGE: "1", LC_ALL: "C" },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: LIMIT_MS,
    windowsHide: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.on("error", (cause) => reject(new GuardError(3, "git-failed", "git could not be started.", "Put its folder on PATH.", { cause })));
  child.on("close", (code) => resolve({ code, output }));
  return promise;
}
