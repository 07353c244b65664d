import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createGuarded, type Guarded, type Host, prepare, secretLines, withGuard } from "./guarded.ts";

/** A repository with a remote that has all of it. */
function createPushed(host: Host): Guarded {
  const guarded = createGuarded(host);
  guarded.git("init", "--quiet", "--bare", "../remote.git");
  guarded.git("remote", "add", "origin", "../remote.git");
  guarded.git("push", "--quiet", "--no-verify", "origin", "main");
  return guarded;
}

interface AuditRow {
  readonly kind: string;
  readonly commit: string | null;
  readonly outcome: string | null;
}

/** Rows of the audit about one commit: `kind outcome`. */
function rowsOf(guarded: Guarded, commit: string): string[] {
  const { code, stdout, stderr } = guarded.guard("audit", "--format", "json");
  expect([code, stderr]).toEqual([0, ""]);
  const { rows, chain } = JSON.parse(stdout) as { rows: AuditRow[]; chain: string };
  expect(chain).toBe("intact");
  return rows.filter((row) => row.commit === commit).map(({ kind, outcome }) => `${kind} ${outcome}`);
}

/** Puts a secret into a file that nothing else touches. */
function writeSecret(guarded: Guarded, path = "src/secret.ts"): void {
  guarded.write(path, secretLines());
  guarded.git("add", path);
}

interface Flow {
  readonly name: string;
  /** Of the last commit. */
  readonly journalled: string;
  /** Leaves a secret in the history of `main`, past every check. */
  run(guarded: Guarded): void;
}

const noHooks = ["-c", "core.hooksPath=/dev/null"];

/** A commit with a secret on the branch `topic`, made past all hooks and known to nobody; `main` is checked out again. */
function makeTopic(guarded: Guarded): string {
  guarded.git("switch", "--quiet", "-c", "topic");
  writeSecret(guarded);
  guarded.git(...noHooks, "commit", "--quiet", "-m", "Topic");
  const oid = guarded.git("rev-parse", "HEAD");
  guarded.git("switch", "--quiet", "main");
  return oid;
}

/** A commit beside, so that `main` and `topic` part. */
function advance(guarded: Guarded): void {
  guarded.write("src/more.ts", `export const more = 1;\n`);
  guarded.git("add", "src/more.ts");
  guarded.git("commit", "--quiet", "-m", "More");
}

const flows: readonly Flow[] = [
  {
    name: "commit --no-verify",
    journalled: "unverified bypassed",
    run(guarded) {
      writeSecret(guarded);
      guarded.git("commit", "--quiet", "-n", "-m", "Change");
    },
  },
  {
    name: "commit with all hooks switched off by the configuration",
    journalled: "unverified bypassed",
    run(guarded) {
      writeSecret(guarded);
      guarded.git(...noHooks, "commit", "--quiet", "-m", "Change");
    },
  },
  {
    name: "commit-tree and update-ref, as a program without hooks would",
    journalled: "unverified bypassed",
    run(guarded) {
      writeSecret(guarded);
      const tree = guarded.git("write-tree");
      guarded.git("update-ref", "refs/heads/main", guarded.git("commit-tree", tree, "-p", "HEAD", "-m", "Change"));
    },
  },
  {
    name: "commit -n, then --amend with a check",
    journalled: "unverified bypassed",
    run(guarded) {
      writeSecret(guarded);
      guarded.git("commit", "--quiet", "-n", "-m", "Change");
      expect(guarded.tryGit("commit", "--quiet", "--amend", "-m", "Changed")).toMatchObject({ code: 0 });
    },
  },
  {
    name: "commit -n, then another word in the same file with a check",
    journalled: "check clean",
    run(guarded) {
      writeSecret(guarded);
      guarded.git("commit", "--quiet", "-n", "-m", "Change");
      guarded.write("src/other.ts", "export const other = 3;\n");
      expect(guarded.tryGit("commit", "--quiet", "-a", "-m", "More")).toMatchObject({ code: 0 });
    },
  },
  {
    name: "commit -n, then reset, and -n again",
    journalled: "unverified bypassed",
    run(guarded) {
      writeSecret(guarded);
      guarded.git("commit", "--quiet", "-n", "-m", "Change");
      guarded.git("reset", "--quiet", "--soft", "HEAD^");
      expect(guarded.tryGit("commit", "--quiet", "-m", "Change").code).not.toBe(0);
      guarded.git("commit", "--quiet", "-n", "-m", "Again");
    },
  },
  {
    name: "commit -n, then a rebase that rewords it",
    journalled: "unverified bypassed",
    run(guarded) {
      writeSecret(guarded);
      guarded.git("commit", "--quiet", "-n", "-m", "Change");
      const editor = { GIT_SEQUENCE_EDITOR: "sed -i.bak 's/^pick/reword/'", GIT_EDITOR: "sed -i.bak 's/Change/Reworded/'" };
      expect(guarded.at(".", editor).tryGit("rebase", "--quiet", "-i", "HEAD^")).toMatchObject({ code: 0 });
      expect(guarded.git("log", "-1", "--format=%s")).toBe("Reworded");
    },
  },
  {
    name: "a merge that was checked and given up, then what it brought by commit -n",
    journalled: "unverified bypassed",
    run(guarded) {
      makeTopic(guarded);
      advance(guarded);
      guarded.git("merge", "--quiet", "--no-commit", "topic");
      expect(guarded.at(".", { GIT_EDITOR: "true" }).tryGit("commit", "-m", "").stderr).toMatch(/empty commit message/);
      guarded.git("merge", "--quit");
      guarded.git("commit", "--quiet", "-n", "-m", "Mine");
    },
  },
  {
    name: "a check, then --amend -n with more",
    journalled: "unverified bypassed",
    run(guarded) {
      advance(guarded);
      writeSecret(guarded);
      guarded.git("commit", "--quiet", "-n", "--amend", "-m", "Amended");
    },
  },
  {
    name: "a clean check that was broken off, then -n with something else",
    journalled: "unverified bypassed",
    run(guarded) {
      guarded.write("src/more.ts", "export const more = 1;\n");
      guarded.git("add", "src/more.ts");
      expect(guarded.at(".", { GIT_EDITOR: "false" }).tryGit("commit").code).not.toBe(0);
      writeSecret(guarded);
      guarded.git("commit", "--quiet", "-n", "-m", "Change");
    },
  },
  {
    name: "a rebase of commits that nobody checked",
    journalled: "unverified not run by git",
    run(guarded) {
      makeTopic(guarded);
      advance(guarded);
      guarded.git("rebase", "--quiet", "main", "topic");
      guarded.git("switch", "--quiet", "-C", "main");
    },
  },
  {
    name: "cherry-pick",
    journalled: "unverified not run by git",
    run(guarded) {
      const topic = makeTopic(guarded);
      advance(guarded);
      guarded.git("cherry-pick", topic);
      guarded.git("branch", "--quiet", "-D", "topic");
    },
  },
  {
    name: "revert of the commit that took it away",
    journalled: "unverified not run by git",
    run(guarded) {
      const topic = makeTopic(guarded);
      guarded.git("merge", "--quiet", "--ff-only", topic);
      guarded.git("rm", "--quiet", "src/secret.ts");
      guarded.git("commit", "--quiet", "-m", "Take it away");
      guarded.git("update-ref", "refs/remotes/origin/main", "HEAD");
      guarded.git("push", "--quiet", "--no-verify", "origin", "main");
      guarded.git("revert", "--no-edit", "HEAD");
    },
  },
  {
    name: "am",
    journalled: "unverified not run by git",
    run(guarded) {
      const topic = makeTopic(guarded);
      const patch = guarded.git("format-patch", "-1", "--stdout", topic);
      guarded.git("branch", "--quiet", "-D", "topic");
      guarded.write("../topic.patch", `${patch}\n`);
      guarded.git("am", "--quiet", "../topic.patch");
    },
  },
  {
    name: "merge --no-verify of what nobody checked",
    journalled: "unverified bypassed",
    run(guarded) {
      makeTopic(guarded);
      advance(guarded);
      guarded.git("merge", "--quiet", "--no-verify", "--no-edit", "topic");
    },
  },
  {
    name: "a merge with a check, of what nobody checked",
    journalled: "check clean",
    run(guarded) {
      makeTopic(guarded);
      advance(guarded);
      expect(guarded.tryGit("merge", "--quiet", "--no-edit", "topic")).toMatchObject({ code: 0 });
    },
  },
  {
    name: "pull --rebase",
    journalled: "unverified not run by git",
    run(guarded) {
      guarded.git("clone", "--quiet", "../remote.git", "../other");
      const other = guarded.at("../other");
      other.commit({ "src/theirs.ts": "export const theirs = 1;\n" }, "Theirs");
      other.git("push", "--quiet", "origin", "main");
      writeSecret(guarded);
      guarded.git("commit", "--quiet", "-n", "-m", "Change");
      guarded.git("pull", "--quiet", "--rebase", "origin", "main");
    },
  },
];

const huskyOnly: readonly Flow[] = [
  {
    name: "HUSKY=0",
    journalled: "unverified bypassed",
    run(guarded) {
      writeSecret(guarded);
      guarded.at(".", { HUSKY: "0" }).git("commit", "--quiet", "-m", "Change");
    },
  },
  {
    name: "husky's folder gone",
    journalled: "unverified bypassed",
    run(guarded) {
      rmSync(join(guarded.dir, ".husky/_"), { recursive: true });
      writeSecret(guarded);
      guarded.git("commit", "--quiet", "-m", "Change");
      prepare(guarded);
    },
  },
];

const plainOnly: readonly Flow[] = [
  {
    name: "a check of which is lost what it saw",
    journalled: "unverified bypassed",
    run(guarded) {
      writeSecret(guarded);
      guarded.git("commit", "--quiet", "-n", "-m", "Secret");
      advance(guarded);
      rmSync(join(guarded.dir, ".git/guard/passed"), { recursive: true });
    },
  },
  {
    name: "a line behind Guard's that stages more than was checked",
    journalled: "unverified bypassed",
    run(guarded) {
      guarded.write(".git/hooks/pre-commit", `${guarded.read(".git/hooks/pre-commit")}\ngit add src/secret.ts\n`, 0o755);
      guarded.write("src/secret.ts", secretLines());
      guarded.write("src/app.ts", "export const name = 'app 2';\n");
      guarded.git("commit", "--quiet", "-a", "-m", "More than was checked");
      expect(guarded.git("show", "--name-only", "--format=", "HEAD")).toContain("src/secret.ts");
    },
  },
];

for (const host of ["plain hook", "husky"] as const) {
  describe(`past the checks of a ${host}`, () => {
    test.each([...flows, ...(host === "husky" ? huskyOnly : plainOnly)])("$name: on record, and stopped at push", ({ journalled, run }) => {
      const guarded = createPushed(host);
      run(guarded);
      expect(rowsOf(guarded, guarded.git("rev-parse", "HEAD"))).toEqual([journalled]);
      const { code, stderr } = guarded.tryGit("push", "origin", "HEAD:refs/heads/published");
      expect([code === 0, stderr]).toEqual([false, expect.stringContaining("secrets/")]);
      expect(guarded.git("ls-remote", "origin", "refs/heads/published")).toBe("");
    });
  });
}

test("rows stand in the order of time, also those that were written down late", () => {
  const guarded = createGuarded();
  writeSecret(guarded);
  expect(guarded.tryGit("commit", "--quiet", "-m", "Secret").code).not.toBe(0);
  const { rows } = JSON.parse(guarded.guard("audit", "--format", "json").stdout) as { rows: AuditRow[] };
  expect(rows.map(({ kind, outcome }) => outcome ?? kind)).toEqual(["install", "blocked"]);
});

describe("what is no bypass", () => {
  function expectNothingBypassed(guarded: Guarded): void {
    const { stdout } = guarded.guard("audit", "--format", "json");
    const { rows } = JSON.parse(stdout) as { rows: AuditRow[] };
    expect(rows.filter(({ outcome }) => outcome === "bypassed" || outcome === "amends unchecked")).toEqual([]);
  }

  test("fast-forwards, of merges too, squashes, checkouts and resets raise no alarm", () => {
    const guarded = createPushed("plain hook");
    guarded.git("clone", "--quiet", "../remote.git", "../other");
    const other = guarded.at("../other");
    other.git("switch", "--quiet", "-c", "side");
    other.commit({ "src/side.ts": "export const side = 1;\n" }, "Side");
    other.git("switch", "--quiet", "main");
    other.git("merge", "--quiet", "--no-ff", "--no-edit", "side");
    other.git("push", "--quiet", "origin", "main");
    expect(guarded.tryGit("pull", "--ff-only", "origin", "main").stderr).not.toContain("guard:");
    guarded.git("switch", "--quiet", "-c", "topic");
    advance(guarded);
    guarded.git("switch", "--quiet", "main");
    guarded.git("merge", "--quiet", "--squash", "topic");
    expect(guarded.tryGit("commit", "--quiet", "-m", "Squashed").stderr).toBe("");
    guarded.git("reset", "--quiet", "--hard", "HEAD^");
    guarded.git("checkout", "--quiet", "--detach", "topic");
    guarded.git("switch", "--quiet", "main");
    expectNothingBypassed(guarded);
    expect(guarded.tryGit("push", "--quiet", "origin", "main", "topic")).toMatchObject({ code: 0, stderr: "" });
  });

  test("rebase, pick and revert of what was checked pass without a word, and so does the commit after them", () => {
    const guarded = createPushed("plain hook");
    guarded.git("switch", "--quiet", "-c", "topic");
    advance(guarded);
    const topic = guarded.git("rev-parse", "HEAD");
    guarded.git("switch", "--quiet", "main");
    guarded.write("src/other.ts", "export const other = 7;\n");
    guarded.git("commit", "--quiet", "-a", "-m", "Other");
    for (const args of [
      ["rebase", "--quiet", "main", "topic"],
      ["switch", "--quiet", "main"],
      ["cherry-pick", topic],
      ["revert", "--no-edit", "HEAD"],
    ])
      expect([args, guarded.tryGit(...args).stderr]).toEqual([args, ""]);
    guarded.write("src/other.ts", "export const other = 8;\n");
    expect(guarded.tryGit("commit", "--quiet", "-a", "-m", "Other").stderr).toBe("");
    expectNothingBypassed(guarded);
    expect(guarded.tryGit("push", "--quiet", "origin", "main", "topic")).toMatchObject({ code: 0, stderr: "" });
  });

  test("amending and rewording what was checked leaves it checked", () => {
    const guarded = createPushed("plain hook");
    advance(guarded);
    guarded.git("commit", "--quiet", "--amend", "-m", "Reworded");
    guarded.write("src/more.ts", "export const more = 2;\n");
    guarded.git("commit", "--quiet", "-a", "--amend", "-m", "Amended");
    expect(rowsOf(guarded, guarded.git("rev-parse", "HEAD"))).toEqual(["check clean"]);
    expectNothingBypassed(guarded);
  });

  test("commits of several worktrees at once are told apart", () => {
    const guarded = createPushed("plain hook");
    guarded.git("worktree", "add", "--quiet", "-b", "feature", "../linked");
    const linked = withGuard(guarded.at("../linked"));
    advance(guarded);
    linked.write("src/linked.ts", "export const linked = 1;\n");
    linked.git("add", "src/linked.ts");
    linked.git("commit", "--quiet", "-m", "Linked");
    writeSecret(linked);
    linked.git("commit", "--quiet", "-n", "-m", "Bypass");
    expect(rowsOf(guarded, guarded.git("rev-parse", "HEAD"))).toEqual(["check clean"]);
    expect(rowsOf(guarded, linked.git("rev-parse", "HEAD^"))).toEqual(["check clean"]);
    expect(rowsOf(guarded, linked.git("rev-parse", "HEAD"))).toEqual(["unverified bypassed"]);
    expect(guarded.tryGit("push", "--quiet", "origin", "main")).toMatchObject({ code: 0, stderr: "" });
    expect(guarded.tryGit("push", "--quiet", "origin", "feature").code).not.toBe(0);
  });

  test("what was there before Guard is not, and passes as older", () => {
    const guarded = createGuarded("plain hook");
    guarded.guard("uninstall", "--yes");
    guarded.commit({ "src/secret.ts": secretLines() }, "Before");
    guarded.guard("install");
    guarded.git("init", "--quiet", "--bare", "../remote.git");
    guarded.git("remote", "add", "origin", "../remote.git");
    advance(guarded);
    expect(guarded.tryGit("push", "--quiet", "origin", "main")).toMatchObject({ code: 0 });
    expectNothingBypassed(guarded);
  });
});
