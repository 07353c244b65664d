import { describe, expect, onTestFinished, test } from "vitest";
import { GuardError } from "../../src/core/model.ts";
import { listCommits, parseChanges, readChanges } from "../../src/git/history.ts";
import { createGit } from "../../src/git/run.ts";
import { createSandbox, type Sandbox } from "../support/git-sandbox.ts";

function open(): Sandbox {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  return sandbox;
}

/** `status path` of every commit, oldest first. */
async function changesOf(sandbox: Sandbox, tips: readonly string[], known: readonly string[] = []): Promise<string[][]> {
  const git = createGit(sandbox.dir, sandbox.env);
  const commits = await listCommits(git, { tips, known });
  return (await readChanges(git, commits)).map((entries) => entries.map(({ status, path }) => `${status} ${path}`));
}

describe("commits", () => {
  test("come with what each changes, a root against nothing, an empty one with nothing", async () => {
    const sandbox = open();
    sandbox.commit({ "a.txt": "1\n", "b.txt": "1\n" });
    sandbox.git("mv", "b.txt", "c.txt");
    sandbox.write("a.txt", "2\n");
    sandbox.commit();
    const tip = sandbox.commit();
    expect(await changesOf(sandbox, [tip])).toEqual([["added a.txt", "added b.txt"], ["modified a.txt", "deleted b.txt", "added c.txt"], []]);
  });

  test("that merge are told with what differs from every parent", async () => {
    const sandbox = open();
    sandbox.commit({ "both.txt": "0\n", "mine.txt": "0\n" });
    sandbox.git("switch", "--quiet", "-c", "other");
    sandbox.commit({ "both.txt": "theirs\n", "theirs.txt": "1\n" });
    sandbox.git("switch", "--quiet", "main");
    const mine = sandbox.commit({ "both.txt": "mine\n", "mine.txt": "1\n" });
    sandbox.tryGit("merge", "--quiet", "other");
    sandbox.write("both.txt", "together\n");
    sandbox.write("evil.txt", "nobody wrote it\n");
    sandbox.git("add", "--all");
    sandbox.git("-c", "core.hooksPath=/dev/null", "commit", "--quiet", "-m", "Merge");
    const merge = sandbox.git("rev-parse", "HEAD");
    expect(await changesOf(sandbox, [merge], [mine, sandbox.git("rev-parse", "other")])).toEqual([["modified both.txt", "added evil.txt"]]);
  });

  test("in a repository of SHA-256", async () => {
    const sandbox = open();
    sandbox.git("init", "--quiet", "--object-format=sha256", "../wide");
    const wide = sandbox.at("../wide");
    const tip = wide.commit({ "plain.txt": "x\n" });
    expect(tip).toHaveLength(64);
    expect(await changesOf(wide, [tip])).toEqual([["added plain.txt"]]);
  });

  test("that are known, and one that is known and not there, are left out", async () => {
    const sandbox = open();
    const first = sandbox.commit({ a: "1" });
    const second = sandbox.commit({ a: "2" });
    const git = createGit(sandbox.dir, sandbox.env);
    const known = [first, "1".repeat(40)];
    expect(await listCommits(git, { tips: [second], known })).toEqual([{ oid: second, parents: [first] }]);
    sandbox.git("update-ref", "refs/remotes/origin/main", second);
    expect(await listCommits(git, { tips: [second], known: [], knownRemote: "*" })).toEqual([]);
  });
});

test("an answer that breaks off anywhere is none", async () => {
  const sandbox = open();
  const first = sandbox.commit({ "a.txt": "1\n", "b.txt": "1\n" });
  const second = sandbox.commit({ "a.txt": "2\n" });
  const flags = ["--stdin", "--always", "--root", "-r", "-c", "--raw", "-z", "--no-renames", "--no-abbrev"];
  const whole = await createGit(sandbox.dir, sandbox.env).run("diff-tree", flags, `${first}\n${second}\n`);
  const complete = parseChanges(whole);
  expect(complete.map(({ oid, entries }) => [oid, entries.length])).toEqual([
    [first, 2],
    [second, 1],
  ]);
  for (let cut = 0; cut < whole.length; cut++) {
    let changes: ReturnType<typeof parseChanges> = [];
    try {
      changes = parseChanges(whole.subarray(0, cut));
    } catch (error) {
      expect(error).toBeInstanceOf(GuardError);
      continue;
    }
    // Cut between two records: then the commits that were asked for are not all there, or the last one is short, which only git's own end tells.
    expect(changes.length === 2 && changes.every(({ entries }, i) => entries.length === complete[i]?.entries.length), `cut at ${cut}`).toBe(false);
  }
});
