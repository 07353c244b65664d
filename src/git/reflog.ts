import type { Git } from "./run.ts";

/** Where HEAD was led, and how. */
export interface HeadMove {
  readonly commit: string;
  /** In git's words, what it was and the first line of the message: `commit (amend): Add x`, `merge topic: Fast-forward`; empty where a program gave none. */
  readonly how: string;
}

/** The moves of a HEAD (`main-worktree/HEAD`, `worktrees/NAME/HEAD`) that git still remembers, oldest first; none where it keeps no log. When they were made is no help: that is for the committer to say. */
export async function readHeadMoves(git: Git, head: string): Promise<HeadMove[]> {
  const flags = ["-g", "-s", "--no-show-signature", "--no-notes", "--no-decorate", "--no-color", "--format=%H%x00%gs"];
  const output = await git.run("log", [...flags, head, "--"]).catch(() => null);
  return (output?.toString("utf8") ?? "")
    .split("\n")
    .flatMap((line): HeadMove[] => {
      const [commit = "", how] = line.split("\0");
      return how === undefined ? [] : [{ commit, how }];
    })
    .reverse();
}

/** How a move made a new commit; `null`: it led to one that was there already. */
export function readMaking(how: string): "commit" | "merge" | "sequence" | "unsaid" | null {
  if (how === "") return "unsaid";
  if (/^(?:cherry-pick|revert|am|commit \(cherry-pick\))(?::|$)/.test(how)) return "sequence";
  // A rebase says in brackets what it did; start, finish and abort make nothing.
  if (/^(?:rebase|pull).*\((?:pick|reword|edit|fixup|squash|continue|merge)\)(?::|$)/.test(how)) return "sequence";
  if (/^commit(?: \((?:initial|amend|merge)\))?(?::|$)/.test(how)) return "commit";
  if (/^(?:merge|pull)\b.*: Merge made by /.test(how)) return "merge";
  return null;
}
