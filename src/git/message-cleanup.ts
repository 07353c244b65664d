import type { Environment, Git } from "./run.ts";

/** `-c` in front of git's command reaches a hook by the environment. */
const NAMES = /core\.comment(?:char|string)|commit\.cleanup/i;

/**
 * Whether lines with `#` may stay in a message: comments begin otherwise (`core.commentChar`, `core.commentString`), or are no business of git's
 * (`commit.cleanup`). What `--cleanup` says nobody tells a hook. Throws `GuardError` (3).
 */
export async function keepsHashLines(git: Git, env: Environment): Promise<boolean> {
  if (Object.entries(env).some(([name, value]) => name.startsWith("GIT_CONFIG") && NAMES.test(value ?? ""))) return true;
  // NAME LF VALUE NUL; names are in lower case.
  const settings = (await git.run("config", ["--list", "--null"])).toString("latin1").split("\0");
  return settings.some((setting) => /^core\.comment(?:char|string)\n(?!#$)|^commit\.cleanup\n(?:verbatim|whitespace|scissors)$/.test(setting));
}
