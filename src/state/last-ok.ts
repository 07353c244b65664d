import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Files, realFiles, removeQuietly } from "./files.ts";

/** What a check has let through: what the index was compared with, and how git told the difference. */
export interface Passed {
  /** HEAD, or the empty tree. */
  readonly base: string;
  /** Of a merge: the other parents that it was judged by, which the commit must have. */
  readonly others: readonly string[];
  /** Output of `diff-index --raw -z` against the base. */
  readonly raw: Uint8Array;
  /** Rules that were skipped on request. */
  readonly skipped: readonly string[];
  /** Id of the process that had it checked, which is git itself, as the shim says. */
  readonly asker: string | undefined;
}

/** Behind this age, in milliseconds, a difference is kept for the last check alone. */
const KEPT_MS = 3_600_000;

/**
 * `guard/last-ok` in the git folder of this worktree, put there by one rename, and `guard/passed/MILLISECONDS-PID`: what git said of the index, the output
 * of diff-index. The hook that runs after the commit writes down which check was the last, without Node, and empties `last-ok`; whether the commit holds
 * what was judged is seen by comparing that output with what git says of the commit.
 *
 *     guard-ok/2 BASE MILLISECONDS-PID ASKER RULE,RULE... PARENT,PARENT... LF
 *
 * where `-` stands for none. Throws the system's error where they cannot be written; an older `last-ok` is then taken away.
 */
export function writeLastOk(gitDir: string, { base, others, raw, skipped, asker }: Passed, now: number, files: Files = realFiles): void {
  const folder = join(gitDir, "guard");
  const check = `${now}-${process.pid}`;
  const temporary = join(folder, `last-ok.${process.pid}`);
  const line = ["guard-ok/2", base, check, /^\d+$/.test(asker ?? "") ? asker : "-", skipped.join(",") || "-", others.join(",") || "-"].join(" ");
  try {
    writeInto(join(folder, "passed"), check, raw, files);
    files.writeFileSync(temporary, `${line}\n`, { mode: 0o600 });
    files.renameSync(temporary, join(folder, "last-ok"));
  } catch (error) {
    for (const path of [temporary, join(folder, "last-ok"), join(folder, "passed", check)]) removeQuietly(path, files);
    throw error;
  }
}

/** After a check that let nothing through: an older one says nothing about what is staged now. */
export function forgetLastOk(gitDir: string, files: Files = realFiles): void {
  files.rmSync(join(gitDir, "guard", "last-ok"), { force: true });
}

/** What git said of the index at a check; `null`: it is not kept any more, or cannot be read. */
export function readPassed(gitDir: string, check: string): Buffer | null {
  return readOrNull(join(gitDir, "guard", "passed", check));
}

/** Takes away what is left of checks whose commit is on record, or that no commit came of. */
export function sweepPassed(gitDir: string, now: number): void {
  const folder = join(gitDir, "guard", "passed");
  const last = readOrNull(join(gitDir, "guard", "last-ok"))?.toString("latin1") ?? "";
  const isOver = (check: string): boolean => now - Number.parseInt(check, 10) > KEPT_MS && !last.includes(` ${check} `);
  try {
    for (const check of readdirSync(folder).filter(isOver)) removeQuietly(join(folder, check), realFiles);
  } catch {
    // No check has left anything.
  }
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** The folder is nearly always there. */
function writeInto(folder: string, name: string, content: Uint8Array, files: Files): void {
  try {
    files.writeFileSync(join(folder, name), content, { mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    files.mkdirSync(folder, { recursive: true, mode: 0o700 });
    files.writeFileSync(join(folder, name), content, { mode: 0o600 });
  }
}
