import { isAbsolute, relative } from "node:path";
import { createGit, type Environment } from "./run.ts";

/** What git knows of files of a work tree that lie anywhere on the machine. */
export interface WorkTreeView {
  listIgnored(paths: readonly string[]): Promise<ReadonlySet<string>>;
  readCommitted(path: string): Promise<string | null>;
}

/**
 * `listIgnored`: those of some absolute paths that git ignores; none where it does not answer, or one lies outside. `readCommitted`: the text of a file
 * in HEAD; `null` where it is not tracked, lies outside, or there is no HEAD.
 */
export function createWorkTreeView(root: string, env: Environment): WorkTreeView {
  const git = createGit(root, env);
  return {
    async listIgnored(paths) {
      // Ends in 1 where none is ignored.
      const output = await git.run("check-ignore", ["-z", "--stdin"], paths.map((path) => `${path}\0`).join("")).catch(() => Buffer.alloc(0));
      return new Set(output.toString("utf8").split("\0").filter(Boolean));
    },
    async readCommitted(path) {
      const way = relative(root, path).replaceAll("\\", "/");
      if (way.startsWith("../") || isAbsolute(way)) return null;
      const blob = await git.run("cat-file", ["blob", `HEAD:${way}`]).catch(() => null);
      return blob?.toString("utf8") ?? null;
    },
  };
}
