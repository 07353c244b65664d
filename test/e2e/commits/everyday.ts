import { rmSync } from "node:fs";
import { join } from "node:path";
import { secretLines } from "../guarded.ts";
import { commitStaged, type Flow, stage } from "./flow.ts";

/** How people and programs say "commit". */
export const everyday: readonly Flow[] = [
  {
    name: "git add, git commit, with secrets on disk that are not staged",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.write("src/other.ts", secretLines());
      guarded.write("src/untracked.ts", secretLines());
      return commitStaged(guarded, content);
    },
  },
  {
    name: "git add, and another content on disk by then",
    hook: "pre-commit",
    commit(guarded, content) {
      stage(guarded, content);
      guarded.write("src/app.ts", "");
      return guarded.tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "git add, and no file on disk by then",
    hook: "pre-commit",
    commit(guarded, content) {
      stage(guarded, content);
      rmSync(join(guarded.dir, "src"), { recursive: true });
      return guarded.tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "git commit -a",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.write("src/untracked.ts", secretLines());
      guarded.write("src/app.ts", content);
      return guarded.tryGit("commit", "-a", "-m", "Change");
    },
  },
  {
    name: "git commit -p",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.write("src/app.ts", content);
      return guarded.run("sh", "-c", "yes | git commit -p -m Change");
    },
  },
  {
    name: "git commit --interactive",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.write("src/app.ts", content);
      return guarded.run("sh", "-c", "printf '2\\n1\\n\\n7\\n' | git commit --interactive -m Change");
    },
  },
  {
    name: "git commit PATH, while something else is staged",
    hook: "pre-commit",
    commit(guarded, content) {
      stage(guarded, secretLines(), "src/other.ts");
      guarded.write("src/app.ts", content);
      return guarded.tryGit("commit", "-m", "Change", "src/app.ts");
    },
  },
  {
    name: "git commit --only",
    hook: "pre-commit",
    commit(guarded, content) {
      stage(guarded, secretLines(), "src/new.ts");
      guarded.write("src/app.ts", content);
      return guarded.tryGit("commit", "-m", "Change", "--only", "--", "src/app.ts");
    },
  },
  {
    name: "git commit --include",
    hook: "pre-commit",
    commit(guarded, content) {
      stage(guarded, "export const other = 2;\n", "src/other.ts");
      guarded.write("src/app.ts", content);
      return guarded.tryGit("commit", "-m", "Change", "--include", "src/app.ts");
    },
  },
  {
    name: "git commit --include, of what was staged before",
    hook: "pre-commit",
    commit(guarded, content) {
      stage(guarded, content);
      guarded.write("src/other.ts", "export const other = 2;\n");
      return guarded.tryGit("commit", "-m", "Change", "--include", "src/other.ts");
    },
  },
  {
    name: "git commit --pathspec-from-file",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.write("src/app.ts", content);
      guarded.write("src/other.ts", secretLines());
      return guarded.tryGit("commit", "-m", "Change", `--pathspec-from-file=${guarded.write("../paths", "src/app.ts\n")}`);
    },
  },
  {
    name: "git commit --amend",
    hook: "pre-commit",
    commit(guarded, content) {
      stage(guarded, content);
      return guarded.tryGit("commit", "--amend", "-m", "Change");
    },
  },
  {
    name: "git commit --amend of the very first commit",
    hook: "pre-commit",
    unborn: true,
    commit(guarded, content) {
      guarded.commit({ "src/other.ts": "export const other = 1;\n" });
      stage(guarded, content);
      return guarded.tryGit("commit", "--amend", "--no-edit");
    },
  },
  {
    name: "git commit --amend -a --no-edit",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.write("src/app.ts", content);
      return guarded.tryGit("commit", "--amend", "-a", "--no-edit");
    },
  },
  {
    name: "git commit --fixup",
    hook: "pre-commit",
    commit(guarded, content) {
      stage(guarded, content);
      return guarded.tryGit("commit", "--fixup", "HEAD");
    },
  },
  {
    name: "git commit --squash, with the message of another one",
    hook: "pre-commit",
    commit(guarded, content) {
      stage(guarded, content);
      return guarded.tryGit("commit", "--squash", "HEAD", "-C", "HEAD");
    },
  },
  {
    name: "from a subfolder",
    hook: "pre-commit",
    commit(guarded, content) {
      stage(guarded, content);
      return guarded.at("src").tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "from a subfolder, by a path relative to it",
    hook: "pre-commit",
    commit(guarded, content) {
      stage(guarded, secretLines(), "src/other.ts");
      guarded.write("src/app.ts", content);
      return guarded.at("src").tryGit("commit", "-m", "Change", "app.ts");
    },
  },
  {
    name: "git -C, from outside",
    hook: "pre-commit",
    commit(guarded, content) {
      stage(guarded, content);
      return guarded.at("..").tryGit("-C", guarded.dir, "commit", "-m", "Change");
    },
  },
  {
    name: "git --git-dir --work-tree, from outside",
    hook: "pre-commit",
    commit(guarded, content) {
      stage(guarded, content);
      return guarded.at("..").tryGit(`--git-dir=${guarded.dir}/.git`, `--work-tree=${guarded.dir}`, "commit", "-m", "Change");
    },
  },
  {
    name: "GIT_INDEX_FILE, an index of one's own",
    hook: "pre-commit",
    commit(guarded, content) {
      const own = guarded.at(".", { GIT_INDEX_FILE: join(guarded.dir, ".git/own") });
      own.git("read-tree", "HEAD");
      guarded.write("src/app.ts", content);
      own.git("add", "src/app.ts");
      stage(guarded, secretLines(), "src/other.ts");
      return own.tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "a program's bare environment",
    hook: "pre-commit",
    commit(guarded, content) {
      stage(guarded, content);
      return guarded.run("env", "-i", `HOME=${guarded.home}`, "PATH=/usr/bin:/bin", "git", "commit", "-m", "Change");
    },
  },
  {
    name: "git stash pop --index, git commit",
    hook: "pre-commit",
    commit(guarded, content) {
      stage(guarded, content);
      guarded.git("stash", "--quiet");
      guarded.git("stash", "pop", "--quiet", "--index");
      return guarded.tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "git apply --cached, git commit",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.write("src/app.ts", content);
      const patch = guarded.write("../patch", `${guarded.git("diff")}\n`);
      guarded.git("checkout", "--quiet", "src/app.ts");
      guarded.git("apply", "--cached", patch);
      return guarded.tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "git update-index --cacheinfo, git commit",
    hook: "pre-commit",
    commit(guarded, content) {
      const oid = guarded.git("hash-object", "-w", guarded.write("../content", content));
      guarded.git("update-index", "--cacheinfo", `100644,${oid},src/app.ts`);
      return guarded.tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "files that git was told not to look at",
    hook: "pre-commit",
    commit(guarded, content) {
      stage(guarded, content);
      guarded.git("update-index", "--assume-unchanged", "src/app.ts");
      guarded.git("update-index", "--skip-worktree", "src/other.ts");
      guarded.write("src/app.ts", "");
      return guarded.tryGit("commit", "-m", "Change");
    },
  },
];
