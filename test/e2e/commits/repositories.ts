import { cpSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Guarded } from "../guarded.ts";
import { commitStaged, type Flow, stage } from "./flow.ts";
import { installIn, openWorktree } from "./watch.ts";

/** A clone with Guard in it, of another make than its origin. */
function cloneOf(guarded: Guarded, ...flags: readonly string[]): Guarded {
  guarded.git("config", "uploadpack.allowFilter", "true");
  guarded.git("clone", "--quiet", ...flags, `file://${guarded.dir}`, "../clone");
  return installIn(guarded, "../clone");
}

/** Where a commit is made, and what the repository is made of. */
export const repositories: readonly Flow[] = [
  {
    name: "in a linked worktree",
    hook: "pre-commit",
    in: "../linked",
    commit(guarded, content) {
      guarded.git("worktree", "add", "--quiet", "-b", "feature", "../linked");
      return commitStaged(openWorktree(guarded, "../linked"), content);
    },
  },
  {
    name: "in a linked worktree, of a path, from a subfolder",
    hook: "pre-commit",
    in: "../linked",
    commit(guarded, content) {
      guarded.git("worktree", "add", "--quiet", "-b", "feature", "../linked");
      const linked = openWorktree(guarded, "../linked");
      linked.write("src/app.ts", content);
      return linked.at("src").tryGit("commit", "-m", "Change", "app.ts");
    },
  },
  {
    name: "in a submodule",
    hook: "pre-commit",
    in: "module",
    commit(guarded, content) {
      guarded.git("submodule", "--quiet", "add", guarded.dir, "module");
      return commitStaged(installIn(guarded, "module"), content);
    },
  },
  {
    name: "around a submodule that moved on",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.git("submodule", "--quiet", "add", guarded.dir, "module");
      guarded.commit();
      guarded.at("module").commit({ "src/new.ts": "export const fresh = 1;\n" });
      guarded.write("src/app.ts", content);
      return guarded.tryGit("commit", "-a", "-m", "Change");
    },
  },
  {
    name: "with its git folder elsewhere",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.git("init", "--quiet", "--separate-git-dir", "../elsewhere");
      return commitStaged(guarded, content);
    },
  },
  {
    name: "by way of a link to it",
    hook: "pre-commit",
    commit(guarded, content) {
      symlinkSync("repository", join(guarded.dir, "../alias"));
      stage(guarded, content);
      return guarded.at("../alias").tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "of SHA-256",
    hook: "pre-commit",
    commit(guarded, content) {
      renameSync(join(guarded.dir, ".git"), join(guarded.dir, "../sha1"));
      guarded.git("init", "--quiet", "--object-format=sha256");
      for (const kept of ["hooks", "guard", "config"]) cpSync(join(guarded.dir, "../sha1", kept), join(guarded.dir, ".git", kept), { recursive: true });
      guarded.git("config", "core.repositoryFormatVersion", "1");
      guarded.git("config", "extensions.objectFormat", "sha256");
      guarded.commit();
      return commitStaged(guarded, content);
    },
  },
  {
    name: "that is a partial clone",
    hook: "pre-commit",
    in: "../clone",
    commit: (guarded, content) => commitStaged(cloneOf(guarded, "--filter=blob:none"), content),
  },
  {
    name: "that is a partial clone of which little is checked out, with a file that is not there renamed",
    hook: "pre-commit",
    in: "../clone",
    commit(guarded, content) {
      guarded.commit({ "far/away.ts": "export const far = 1;\n" });
      const clone = cloneOf(guarded, "--filter=blob:none", "--sparse");
      clone.git("sparse-checkout", "set", "src", ".husky");
      clone.git("rm", "--quiet", "--sparse", "--cached", "far/away.ts");
      return commitStaged(clone, content);
    },
  },
  {
    name: "that is a partial clone, back at a commit whose contents are not there",
    hook: "pre-commit",
    in: "../clone",
    commit(guarded, content) {
      guarded.commit({ "src/app.ts": content });
      const clone = cloneOf(guarded, "--filter=blob:none");
      clone.git("reset", "--quiet", "--soft", "HEAD~1");
      return clone.tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "that is shallow",
    hook: "pre-commit",
    in: "../clone",
    commit: (guarded, content) => commitStaged(cloneOf(guarded, "--depth=1"), content),
  },
  {
    name: "that borrows objects from another one",
    hook: "pre-commit",
    in: "../clone",
    commit(guarded, content) {
      guarded.git("hash-object", "-w", guarded.write("../content", content));
      guarded.git("clone", "--quiet", "--shared", guarded.dir, "../clone");
      return commitStaged(installIn(guarded, "../clone"), content);
    },
  },
  {
    name: "with a sparse checkout",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.commit({ "far/away.ts": "export const far = 1;\n" });
      guarded.git("sparse-checkout", "set", "src", ".husky");
      return commitStaged(guarded, content);
    },
  },
  {
    name: "with a sparse index, and the change in what it leaves out",
    hook: "pre-commit",
    path: "far/deep/away.ts",
    commit(guarded, content) {
      guarded.commit({ "far/deep/away.ts": "export const far = 1;\n" });
      guarded.commit({ "far/deep/away.ts": content });
      guarded.git("sparse-checkout", "set", "--sparse-index", "src", ".husky");
      guarded.git("reset", "--quiet", "--soft", "HEAD~1");
      return guarded.tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "with a split index",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.git("update-index", "--split-index");
      return commitStaged(guarded, content);
    },
  },
  {
    name: "with an index of version 4",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.git("update-index", "--index-version", "4");
      guarded.write("src/app.ts", content);
      return guarded.tryGit("commit", "-a", "-m", "Change");
    },
  },
  {
    name: "that remembers what is untracked",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.git("update-index", "--untracked-cache");
      guarded.write("guard.config.json/x", "");
      guarded.git("status");
      return commitStaged(guarded, content);
    },
  },
];
