import type { Guarded } from "../guarded.ts";
import { commitAside, commitStaged, type Flow, stage } from "./flow.ts";

function pick(guarded: Guarded, content: string): void {
  commitAside(guarded, "theirs", { "src/app.ts": content });
  guarded.commit({ "src/other.ts": "export const other = 2;\n" });
}

/** What comes of a commit without any hook of Guard's, so that it is the push that stops it. */
export const withoutHook: readonly Flow[] = [
  {
    name: "git commit --no-verify",
    hook: null,
    commit(guarded, content) {
      stage(guarded, content);
      return guarded.tryGit("commit", "--no-verify", "-m", "Change");
    },
  },
  {
    name: "HUSKY=0",
    hook: null,
    only: "husky",
    commit: (guarded, content) => commitStaged({ ...guarded, ...guarded.at(".", { HUSKY: "0" }) }, content),
  },
  {
    name: "core.hooksPath to nowhere",
    hook: null,
    commit(guarded, content) {
      stage(guarded, content);
      return guarded.tryGit("-c", "core.hooksPath=/dev/null", "commit", "-m", "Change");
    },
  },
  {
    name: "git commit-tree, git update-ref",
    hook: null,
    commit(guarded, content) {
      stage(guarded, content);
      const commit = guarded.git("commit-tree", "-p", "HEAD", "-m", "Change", guarded.git("write-tree"));
      return guarded.tryGit("update-ref", "HEAD", commit);
    },
  },
  {
    name: "git cherry-pick",
    hook: null,
    commit(guarded, content) {
      pick(guarded, content);
      return guarded.tryGit("cherry-pick", "theirs");
    },
  },
  {
    name: "git revert",
    hook: null,
    commit(guarded, content) {
      guarded.commit({ "src/app.ts": content });
      guarded.commit({ "src/app.ts": "export const name = 'ours';\n" });
      return guarded.tryGit("revert", "--no-edit", "HEAD");
    },
  },
  {
    name: "git rebase",
    hook: null,
    commit(guarded, content) {
      pick(guarded, content);
      return guarded.tryGit("rebase", "--quiet", "main", "theirs");
    },
  },
  {
    name: "git rebase --continue after a conflict",
    hook: null,
    commit(guarded, content) {
      commitAside(guarded, "theirs", { "src/app.ts": "export const name = 'theirs';\n" });
      guarded.commit({ "src/app.ts": "export const name = 'ours';\n" });
      guarded.tryGit("rebase", "--quiet", "theirs");
      stage(guarded, content);
      return guarded.at(".", { GIT_EDITOR: "true" }).tryGit("rebase", "--continue");
    },
  },
  {
    name: "git am",
    hook: null,
    commit(guarded, content) {
      pick(guarded, content);
      return guarded.tryGit("am", "--quiet", guarded.write("../patch", `${guarded.git("format-patch", "-1", "--stdout", "theirs")}\n`));
    },
  },
  {
    name: "git merge --no-verify",
    hook: null,
    commit(guarded, content) {
      pick(guarded, content);
      return guarded.tryGit("merge", "--quiet", "--no-verify", "--no-edit", "theirs");
    },
  },
  {
    name: "git merge, fast forward",
    hook: null,
    commit(guarded, content) {
      commitAside(guarded, "theirs", { "src/app.ts": content });
      return guarded.tryGit("merge", "--quiet", "theirs");
    },
  },
];
