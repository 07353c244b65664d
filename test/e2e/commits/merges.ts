import { type Guarded, secretLines } from "../guarded.ts";
import { CLEAN, commitAside, commitStaged, type Flow, stage } from "./flow.ts";
import { openWorktree } from "./watch.ts";

const OURS = "export const name = 'ours';\n";
const THEIRS = "export const name = 'theirs';\n";

/** A branch that changes the same line as we do, and brings a secret that is none of ours. Merging it, or picking from it, ends in a conflict. */
function createConflict(guarded: Guarded): void {
  commitAside(guarded, "theirs", { "src/app.ts": THEIRS, "src/their.ts": secretLines() });
  guarded.commit({ "src/app.ts": OURS });
}

/** A branch that goes together with what we did meanwhile. */
function createDivergence(guarded: Guarded, files: Readonly<Record<string, string>>): void {
  commitAside(guarded, "theirs", files);
  guarded.commit({ "src/other.ts": "export const other = 2;\n" });
}

/** The commit before this one brings `content`, and does nothing else. */
function createPick(guarded: Guarded, content: string): void {
  commitAside(guarded, "theirs", { "src/app.ts": content });
  guarded.commit({ "src/other.ts": "export const other = 2;\n" });
}

/** Commits that come out of others. Of a merge only that counts which no parent has. */
export const merges: readonly Flow[] = [
  {
    name: "a merge with a conflict, resolved",
    hook: "pre-commit",
    commit(guarded, content) {
      createConflict(guarded);
      guarded.tryGit("merge", "theirs");
      return commitStaged(guarded, content);
    },
  },
  {
    name: "git merge --continue",
    hook: "pre-commit",
    commit(guarded, content) {
      createConflict(guarded);
      guarded.tryGit("merge", "theirs");
      stage(guarded, content);
      return guarded.at(".", { GIT_EDITOR: "true" }).tryGit("merge", "--continue");
    },
  },
  {
    name: "a merge with a conflict, committed with -a",
    hook: "pre-commit",
    commit(guarded, content) {
      createConflict(guarded);
      guarded.tryGit("merge", "theirs");
      guarded.write("src/app.ts", content);
      return guarded.tryGit("commit", "-a", "-m", "Merge");
    },
  },
  {
    name: "a merge with a conflict in a linked worktree",
    hook: "pre-commit",
    in: "../linked",
    commit(guarded, content) {
      createConflict(guarded);
      guarded.git("worktree", "add", "--quiet", "-b", "feature", "../linked");
      const linked = openWorktree(guarded, "../linked");
      linked.tryGit("merge", "theirs");
      return commitStaged(linked, content);
    },
  },
  {
    name: "a merge that is edited before it is committed",
    hook: "pre-commit",
    commit(guarded, content) {
      createDivergence(guarded, { "src/their.ts": secretLines() });
      guarded.git("merge", "--no-commit", "theirs");
      return commitStaged(guarded, content);
    },
  },
  {
    name: "an edit of a file that only they have",
    hook: "pre-commit",
    path: "src/their.ts",
    commit(guarded, content) {
      createDivergence(guarded, { "src/their.ts": CLEAN });
      guarded.git("merge", "--no-commit", "theirs");
      return commitStaged(guarded, content, "src/their.ts");
    },
  },
  {
    name: "git merge, of what they have",
    hook: "pre-merge-commit",
    finds: "nothing",
    commit(guarded, content) {
      createDivergence(guarded, { "src/app.ts": content });
      return guarded.tryGit("merge", "-m", "Merge", "theirs");
    },
  },
  {
    name: "git pull, of what they have",
    hook: "pre-merge-commit",
    finds: "nothing",
    commit(guarded, content) {
      createDivergence(guarded, { "src/app.ts": content });
      return guarded.tryGit("pull", "--quiet", "--no-rebase", "--no-edit", ".", "theirs");
    },
  },
  {
    name: "git merge, with a driver that writes what nobody has",
    hook: "pre-merge-commit",
    commit(guarded, content) {
      guarded.commit({ ".gitattributes": "src/app.ts merge=ours-and-more\n" });
      guarded.git("config", "merge.ours-and-more.driver", `cat '${guarded.write("../content", content)}' >%A`);
      createConflict(guarded);
      return guarded.tryGit("merge", "-m", "Merge", "theirs");
    },
  },
  {
    name: "git merge of several branches, of what they have",
    hook: "pre-merge-commit",
    finds: "nothing",
    commit(guarded, content) {
      commitAside(guarded, "second", { "src/second.ts": secretLines() });
      createDivergence(guarded, { "src/app.ts": content });
      return guarded.tryGit("merge", "-m", "Merge", "theirs", "second");
    },
  },
  {
    name: "a merge of several branches that is edited before it is committed",
    hook: "pre-commit",
    commit(guarded, content) {
      commitAside(guarded, "second", { "src/second.ts": secretLines() });
      createDivergence(guarded, { "src/their.ts": secretLines() });
      guarded.git("merge", "--no-commit", "theirs", "second");
      return commitStaged(guarded, content);
    },
  },
  {
    name: "git merge --squash: one parent, all of it is new",
    hook: "pre-commit",
    commit(guarded, content) {
      createDivergence(guarded, { "src/app.ts": content });
      guarded.git("merge", "--squash", "theirs");
      return guarded.tryGit("commit", "-m", "Squashed");
    },
  },
  {
    name: "git cherry-pick --continue after a conflict",
    hook: "pre-commit",
    commit(guarded, content) {
      commitAside(guarded, "theirs", { "src/app.ts": THEIRS });
      guarded.commit({ "src/app.ts": OURS });
      guarded.tryGit("cherry-pick", "theirs");
      stage(guarded, content);
      return guarded.at(".", { GIT_EDITOR: "true" }).tryGit("cherry-pick", "--continue");
    },
  },
  {
    name: "git cherry-pick -n, git commit",
    hook: "pre-commit",
    commit(guarded, content) {
      createPick(guarded, content);
      guarded.git("cherry-pick", "-n", "theirs");
      return guarded.tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "git revert -n, git commit: what was taken away comes back",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.commit({ "src/app.ts": content });
      guarded.commit({ "src/app.ts": OURS });
      guarded.git("revert", "-n", "HEAD");
      return guarded.tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "git rebase -i, edit, git commit --amend",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.commit({ "src/other.ts": "export const other = 2;\n" });
      guarded.at(".", { GIT_SEQUENCE_EDITOR: "sed -i.bak 1s/pick/edit/" }).git("rebase", "--quiet", "-i", "HEAD~1");
      stage(guarded, content);
      return guarded.tryGit("commit", "--amend", "--no-edit");
    },
  },
  {
    name: "git rebase stops at a conflict, git commit",
    hook: "pre-commit",
    commit(guarded, content) {
      commitAside(guarded, "theirs", { "src/app.ts": THEIRS });
      guarded.commit({ "src/app.ts": OURS });
      guarded.tryGit("rebase", "--quiet", "theirs");
      return commitStaged(guarded, content);
    },
  },
];
