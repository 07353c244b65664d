import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The main worktree and the linked ones. */
export interface Worktree {
  /** `.` for the main one. */
  readonly name: string;
  readonly gitDir: string;
  /** As git names its HEAD from anywhere. */
  readonly head: string;
}

/** Those that git knows, the main one first. */
export function listWorktrees(commonDir: string): Worktree[] {
  const main = { name: ".", gitDir: commonDir, head: "main-worktree/HEAD" };
  const linked = listFolder(join(commonDir, "worktrees")).map((name) => ({ name, gitDir: join(commonDir, "worktrees", name), head: `worktrees/${name}/HEAD` }));
  return [main, ...linked];
}

function listFolder(path: string): string[] {
  try {
    return readdirSync(path).sort();
  } catch {
    return [];
  }
}
