import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join, posix } from "node:path";
import type { Environment } from "../git/run.ts";

/**
 * Whether lines of a hook mean the same inside `( ... )`: they must be complete, and they must not swallow the closing one, as a here-document without end does.
 * Asks the shell itself, which only reads them (`-n`). False where that shell is not to be had.
 */
export function canStandInSubshell(body: string, shell: string, env: Environment): boolean {
  const program = process.platform === "win32" ? findGitShell(posix.basename(shell), env) : shell;
  const lines = body.replaceAll("\r\n", "\n");
  return parses(program, `(\n${lines}\n)\n`, env) && !parses(program, `${lines}\n)\n`, env);
}

function parses(program: string, script: string, env: Environment): boolean {
  const { status } = spawnSync(program, ["-n"], {
    input: Buffer.from(script, "latin1"),
    env: { ...env },
    stdio: ["pipe", "ignore", "ignore"],
    timeout: 10_000,
  });
  return status === 0;
}

/** Git for Windows puts `Git/cmd` on PATH and keeps the shells of its hooks in `Git/usr/bin`. */
function findGitShell(name: string, env: Environment): string {
  const folders = (env.Path ?? env.PATH ?? "").split(delimiter);
  const candidates = folders.flatMap((folder) => [join(folder, `${name}.exe`), join(folder, "..", "usr", "bin", `${name}.exe`)]);
  return candidates.find((candidate) => existsSync(candidate)) ?? name;
}
