import { describe, expect, test } from "vitest";
import type { Ended } from "../support/git-sandbox.ts";
import { createGuarded, fingerprintOf, type Guarded, type Host, prepare, secretLines, withGuard } from "./guarded.ts";

/** One way to commit `src/app.ts`, which holds `content` by then. The commit is made by real git, through the installed hook. */
interface Flow {
  readonly name: string;
  readonly unborn?: true;
  commit(guarded: Guarded, content: string): Ended;
}

const flows: readonly Flow[] = [
  {
    name: "git add, git commit",
    commit(guarded, content) {
      guarded.write("src/app.ts", content);
      guarded.git("add", "src/app.ts");
      return guarded.tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "git commit -a",
    commit(guarded, content) {
      guarded.write("src/app.ts", content);
      return guarded.tryGit("commit", "-a", "-m", "Change");
    },
  },
  {
    name: "git commit -p",
    commit(guarded, content) {
      guarded.write("src/app.ts", content);
      return guarded.run("sh", "-c", "yes | git commit -p -m Change");
    },
  },
  {
    name: "git commit PATH, while something else is staged",
    commit(guarded, content) {
      guarded.write("src/other.ts", "export const other = 2;\n");
      guarded.git("add", "src/other.ts");
      guarded.write("src/app.ts", content);
      return guarded.tryGit("commit", "-m", "Change", "src/app.ts");
    },
  },
  {
    name: "git commit --amend",
    commit(guarded, content) {
      guarded.write("src/app.ts", content);
      guarded.git("add", "src/app.ts");
      return guarded.tryGit("commit", "--amend", "-m", "Change");
    },
  },
  {
    name: "in a linked worktree",
    commit(guarded, content) {
      guarded.git("worktree", "add", "--quiet", "-b", "feature", "../linked");
      const linked = withGuard(guarded.at("../linked"));
      // husky's own folder is untracked: a fresh worktree has none of its hooks until npm's prepare has run there.
      prepare(linked);
      linked.write("src/app.ts", content);
      linked.git("add", "src/app.ts");
      return linked.tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "the very first commit",
    unborn: true,
    commit(guarded, content) {
      guarded.write("src/app.ts", content);
      guarded.git("add", ".");
      return guarded.tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "a rename with an edit",
    commit(guarded, content) {
      guarded.git("mv", "src/app.ts", "src/renamed.ts");
      guarded.write("src/renamed.ts", content);
      guarded.git("add", "src/renamed.ts");
      return guarded.tryGit("commit", "-m", "Change");
    },
  },
];

const hosts: readonly Host[] = ["plain hook", "husky"];
const clean = "export const name = 'app';\nexport const more = true;\n";

describe.each(hosts)("%s", (host) => {
  describe.each(flows)("$name", ({ commit, unborn }) => {
    test("a staged secret does not get through", () => {
      const guarded = createGuarded(host, { unborn: unborn ?? false });
      const head = guarded.tryGit("rev-parse", "HEAD").stdout;
      const { code, stderr } = commit(guarded, clean + secretLines());
      expect(code, stderr).toBe(1);
      expect(stderr).toContain("secrets/aws-");
      expect(stderr).toContain("Way out:");
      expect(guarded.tryGit("rev-parse", "HEAD").stdout).toBe(head);
    });

    test("what is clean gets through", () => {
      const guarded = createGuarded(host, { unborn: unborn ?? false });
      const { code, stderr } = commit(guarded, clean);
      expect(code, stderr).toBe(0);
    });
  });

  test("a secret only in the work tree never blocks", () => {
    const guarded = createGuarded(host);
    guarded.write("src/app.ts", clean);
    guarded.git("add", "src/app.ts");
    guarded.write("src/app.ts", clean + secretLines());
    guarded.write("src/untracked.ts", secretLines());
    expect(guarded.tryGit("commit", "-m", "Change")).toMatchObject({ code: 0 });
  });

  test("work tree, index, stash and refs are byte for byte as before", () => {
    const guarded = createGuarded(host);
    guarded.write("src/other.ts", "export const other = 'stashed';\n");
    guarded.git("stash", "--quiet");
    guarded.write("src/app.ts", clean + secretLines());
    guarded.git("add", "src/app.ts");
    guarded.write("src/app.ts", clean);
    guarded.write("src/untracked.ts", "export {};\n");
    // git itself refreshes the index at every commit, whether its hook lets it through or not.
    guarded.tryGit("commit", "-m", "Change");
    const before = fingerprintOf(guarded);
    expect(guarded.tryGit("commit", "-m", "Change").code).toBe(1);
    expect(guarded.guard("check").code).toBe(1);
    expect(guarded.guard("check", "--all").code).toBe(1);
    expect(guarded.guard("check", "src").code).toBe(0);
    expect(fingerprintOf(guarded)).toBe(before);
  });

  test("what stood there before is shown and does not block, in a renamed file too", () => {
    const guarded = createGuarded(host);
    const secret = secretLines();
    guarded.commit({ "src/old.ts": `${secret}${"export const line = 1;\n".repeat(20)}` });
    guarded.git("mv", "src/old.ts", "src/new.ts");
    guarded.write("src/new.ts", `${secret}${"export const line = 1;\n".repeat(20)}export const added = 2;\n`);
    guarded.git("add", "src/new.ts");
    const { code, stderr } = guarded.tryGit("commit", "-m", "Rename");
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("secrets/aws-");
  });
});
