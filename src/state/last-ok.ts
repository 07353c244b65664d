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
}

/**
 * `guard/last-ok` in the git folder of this worktree, put there by one rename. The hook that runs after the commit holds it against the commit by its
 * hash, without Node, and empties it where both agree.
 *
 *     guard-ok/1 BASE MILLISECONDS [RULE,RULE...][ PARENT,PARENT...] LF output of diff-index
 *
 * Throws the system's error where it cannot be written; an older one is then taken away.
 */
export function writeLastOk(gitDir: string, { base, others, raw, skipped }: Passed, now: number, files: Files = realFiles): void {
  const folder = join(gitDir, "guard");
  const temporary = join(folder, `last-ok.${process.pid}`);
  const merged = others.length > 0 ? ` ${others.join(",")}` : "";
  const content = Buffer.concat([Buffer.from(`guard-ok/1 ${base} ${now} ${skipped.join(",")}${merged}\n`), raw]);
  try {
    writeInto(folder, temporary, content, files);
    files.renameSync(temporary, join(folder, "last-ok"));
  } catch (error) {
    for (const path of [temporary, join(folder, "last-ok")]) removeQuietly(path, files);
    throw error;
  }
}

/** After a check that let nothing through: an older one says nothing about what is staged now. */
export function forgetLastOk(gitDir: string, files: Files = realFiles): void {
  files.rmSync(join(gitDir, "guard", "last-ok"), { force: true });
}

/** The folder is nearly always there. */
function writeInto(folder: string, path: string, content: Uint8Array, files: Files): void {
  try {
    files.writeFileSync(path, content, { mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    files.mkdirSync(folder, { recursive: true, mode: 0o700 });
    files.writeFileSync(path, content, { mode: 0o600 });
  }
}
