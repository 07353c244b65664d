import { rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createSandbox, type Sandbox } from "../support/git-sandbox.ts";
import { addedLines, contents, failureOf, listed, staged } from "./read-source.ts";

function sandboxOf(files: Readonly<Record<string, string | Uint8Array>> | null = {}): Sandbox {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  if (files) sandbox.commit(files);
  return sandbox;
}

const poem = "one\ntwo\nthree\nfour\nfive\nsix\n";

describe("what is staged", () => {
  test("is read from the index, not from the work tree", async () => {
    const sandbox = sandboxOf({ "a.ts": poem, "gone.ts": "x\n", "same.ts": "y\n" });
    sandbox.write("a.ts", poem.replace("two", "2"));
    sandbox.write("new.ts", "new\n");
    sandbox.git("rm", "--quiet", "gone.ts");
    sandbox.git("add", "--all");
    sandbox.write("a.ts", "only on disk");
    sandbox.write("new.ts", "only on disk");
    sandbox.write("untracked.ts", "only on disk");
    const source = await staged(sandbox);
    expect(listed(source)).toEqual(["modified a.ts", "deleted gone.ts", "added new.ts"]);
    expect(await contents(source)).toEqual({ "a.ts": poem.replace("two", "2"), "new.ts": "new\n" });
    expect(await addedLines(source)).toEqual({ "a.ts": "2", "new.ts": "1" });
    expect(Object.fromEntries([...(await source.readBefore(source.entries))].map(([path, bytes]) => [path, bytes?.toString()]))).toEqual({
      "a.ts": poem,
      "gone.ts": "x\n",
      "new.ts": undefined,
    });
    expect((await source.listRepository?.())?.entries.map(({ path }) => path)).toEqual(["a.ts", "new.ts", "same.ts"]);
    await source.close();
  });

  test("of nothing is nothing", async () => {
    const source = await staged(sandboxOf({ a: "x" }));
    expect([listed(source), await contents(source)]).toEqual([[], {}]);
    await source.close();
  });

  test("before the first commit is everything", async () => {
    const sandbox = sandboxOf(null);
    sandbox.write("a.ts", "one\n");
    sandbox.git("add", "a.ts");
    const source = await staged(sandbox);
    expect([listed(source), await contents(source), await addedLines(source)]).toEqual([["added a.ts"], { "a.ts": "one\n" }, { "a.ts": "all" }]);
    await source.close();
  });

  test("before the first commit, and without an index", async () => {
    const source = await staged(sandboxOf(null));
    expect(listed(source)).toEqual([]);
    await source.close();
  });

  test("in a repository of SHA-256", async () => {
    const sandbox = sandboxOf(null);
    rmSync(join(sandbox.dir, ".git"), { recursive: true });
    sandbox.git("init", "--quiet", "--object-format=sha256");
    sandbox.write("a", poem);
    sandbox.git("add", "a");
    const first = await staged(sandbox);
    expect([await contents(first), await addedLines(first)]).toEqual([{ a: poem }, { a: "all" }]);
    await first.close();
    sandbox.commit();
    sandbox.write("a", `${poem}seven\n`);
    sandbox.git("add", "a");
    const second = await staged(sandbox);
    expect(second.entries[0]?.oid).toMatch(/^[0-9a-f]{64}$/);
    expect(await addedLines(second)).toEqual({ a: "7" });
    await second.close();
  });

  test.each([
    ["relative", ".git/other"],
    ["absolute", null],
  ])("in another index, %s", async (_, relative) => {
    const sandbox = sandboxOf({ a: "one\n" });
    const file = relative ?? join(sandbox.dir, ".git/other");
    const other = sandbox.at(".", { GIT_INDEX_FILE: file });
    other.git("read-tree", "HEAD");
    sandbox.write("b", "two\n");
    other.git("add", "b");
    expect(listed(await staged(sandbox))).toEqual([]);
    const source = await staged(sandbox, { GIT_INDEX_FILE: file });
    expect([listed(source), await contents(source)]).toEqual([["added b"], { b: "two\n" }]);
    await source.close();
  });

  test("with names of every kind", async () => {
    const sandbox = sandboxOf({ a: "x" });
    const names = ["a\nb", "a\tb", '"q"', "-x", ":(exclude)*", "é", "sp ace"];
    for (const name of names) sandbox.write(`${sandbox.dir}/${name}`, `${name} of its own\n`);
    writeFileSync(Buffer.concat([Buffer.from(`${sandbox.dir}/`), Buffer.from([0x66, 0xff, 0x25])]), "bytes\n");
    sandbox.git("add", "--all");
    const source = await staged(sandbox);
    expect(source.entries.map(({ path, pathEncoding }) => [path, pathEncoding]).sort()).toEqual(
      [...names.map((name) => [name, undefined]), ["f%FF%25", "percent"]].sort(),
    );
    expect(Object.keys(await contents(source)).length).toBe(8);
    expect(new Set(Object.values(await addedLines(source)))).toEqual(new Set(["all"]));
    await source.close();
  });

  test("of large and of binary files is whole", async () => {
    const sandbox = sandboxOf({});
    const large = Buffer.alloc(5_000_000, "0123456789\n");
    const binary = Uint8Array.from({ length: 1000 }, (_, i) => i & 255);
    sandbox.write("large", large);
    sandbox.write("binary", binary);
    sandbox.git("add", "--all");
    const source = await staged(sandbox);
    expect(await contents(source)).toEqual({ large: large.toString("latin1"), binary: Buffer.from(binary).toString("latin1") });
    await source.close();
  });
});

describe("renames and copies", () => {
  test("a file renamed as it was adds nothing", async () => {
    const sandbox = sandboxOf({ "old.ts": poem });
    sandbox.git("mv", "old.ts", "new.ts");
    const source = await staged(sandbox);
    expect([listed(source), await addedLines(source)]).toEqual([["added new.ts", "deleted old.ts"], { "new.ts": "none" }]);
    await source.close();
  });

  test("a renamed file with an edit adds the edit", async () => {
    const sandbox = sandboxOf({ "old.ts": poem });
    sandbox.git("mv", "old.ts", "folder.ts");
    sandbox.write("folder.ts", poem.replace("two", "2"));
    sandbox.git("add", "--all");
    const source = await staged(sandbox);
    expect(await addedLines(source)).toEqual({ "folder.ts": "2" });
    await source.close();
  });

  test("two files that swap their contents add them", async () => {
    const sandbox = sandboxOf({ a: poem, b: "other\ntext\n" });
    sandbox.write("a", "other\ntext\n");
    sandbox.write("b", poem);
    sandbox.git("add", "--all");
    expect(await addedLines(await staged(sandbox))).toEqual({ a: "1-2", b: "1-6" });
  });

  test("a copy adds all of it", async () => {
    const sandbox = sandboxOf({ a: poem });
    sandbox.write("b", poem);
    sandbox.git("add", "b");
    const source = await staged(sandbox);
    expect(await addedLines(source)).toEqual({ b: "all" });
    await source.close();
  });

  test("a copy beside a deletion of something else adds all of it", async () => {
    const sandbox = sandboxOf({ a: poem, other: "quite\nanother\nthing\n" });
    sandbox.write("b", poem);
    sandbox.git("rm", "--quiet", "other");
    sandbox.git("add", "--all");
    expect(await addedLines(await staged(sandbox))).toEqual({ b: "1-6" });
  });

  test("a rename with bytes in its name that are no UTF-8", async () => {
    const sandbox = sandboxOf({ a: poem });
    sandbox.git("rm", "--quiet", "a");
    writeFileSync(Buffer.concat([Buffer.from(`${sandbox.dir}/`), Buffer.from([0xff])]), `${poem}seven\n`);
    sandbox.git("add", "--all");
    expect(await addedLines(await staged(sandbox))).toEqual({ "%FF": "7" });
  });

  test("more bytes of names than a command line should hold", async () => {
    const names = Array.from({ length: 250 }, (_, i) => `${"long/".repeat(20)}${i}`);
    const sandbox = sandboxOf(Object.fromEntries(names.map((name) => [name, `file ${name}\n${poem}`])));
    for (const name of names) sandbox.write(name, `file ${name}\n${poem}last ${name}\n`);
    sandbox.git("add", "--all");
    expect(new Set(Object.values(await addedLines(await staged(sandbox))))).toEqual(new Set(["8"]));
  });
});

describe("kinds of entries", () => {
  test("a symbolic link is its target, and never followed", async () => {
    const sandbox = sandboxOf({ a: "x" });
    symlinkSync("/etc/passwd", join(sandbox.dir, "link"));
    sandbox.git("add", "link");
    const source = await staged(sandbox);
    expect([listed(source), await contents(source), await addedLines(source)]).toEqual([["added link ->symlink"], { link: "/etc/passwd" }, { link: "all" }]);
    await source.close();
  });

  test("a file that becomes a link, and a link that becomes a file", async () => {
    const sandbox = sandboxOf({ file: "text" });
    symlinkSync("file", join(sandbox.dir, "link"));
    sandbox.commit();
    unlinkSync(join(sandbox.dir, "link"));
    unlinkSync(join(sandbox.dir, "file"));
    sandbox.write("link", "file");
    symlinkSync("link", join(sandbox.dir, "file"));
    sandbox.git("add", "--all");
    const source = await staged(sandbox);
    expect(listed(source)).toEqual(["type-changed file regular>symlink", "type-changed link symlink>regular"]);
    expect(await addedLines(source)).toEqual({ file: "all", link: "all" });
    await source.close();
  });

  test("a submodule has no content", async () => {
    const sandbox = sandboxOf({ a: "x" });
    sandbox.git("update-index", "--add", "--cacheinfo", `160000,${sandbox.git("rev-parse", "HEAD")},module`);
    const source = await staged(sandbox);
    expect([listed(source), await contents(source)]).toEqual([["added module ->gitlink"], {}]);
    await source.close();
  });

  test("a mode that changes adds nothing", async () => {
    const sandbox = sandboxOf({ "a.sh": poem });
    sandbox.git("update-index", "--chmod=+x", "a.sh");
    const source = await staged(sandbox);
    expect([listed(source), await contents(source), await addedLines(source)]).toEqual([
      ["modified a.sh regular>executable"],
      { "a.sh": poem },
      { "a.sh": "none" },
    ]);
    await source.close();
  });

  test("what is only intended to be added is not there", async () => {
    const sandbox = sandboxOf({ a: "x" });
    sandbox.write("b", "later\n");
    sandbox.git("add", "--intent-to-add", "b");
    const source = await staged(sandbox);
    expect(listed(source)).toEqual([]);
    await source.close();
  });

  test("lines that went add nothing", async () => {
    const sandbox = sandboxOf({ a: poem });
    sandbox.write("a", "one\nsix\n");
    sandbox.git("add", "a");
    expect(await addedLines(await staged(sandbox))).toEqual({ a: "" });
  });
});

describe("a merge", () => {
  test("that takes nothing over says so, and one that takes something does not", async () => {
    const sandbox = createSandbox();
    onTestFinished(sandbox.cleanup);
    sandbox.commit({ "limits.json": "10\n", "a.txt": "one\n" });
    sandbox.git("checkout", "--quiet", "-b", "theirs");
    sandbox.commit({ "limits.json": "5\n" });
    sandbox.git("checkout", "--quiet", "main");
    sandbox.commit({ "a.txt": "two\n" });
    sandbox.git("merge", "--quiet", "--no-commit", "-s", "ours", "theirs");
    expect((await staged(sandbox)).notes).toEqual([expect.stringContaining("takes nothing over")]);
    sandbox.git("merge", "--abort");
    sandbox.git("merge", "--quiet", "--no-commit", "theirs");
    expect((await staged(sandbox)).notes).toEqual([]);
  });

  /** Both sides add a file, and both change the first line of `shared`; theirs changes its last line, too. */
  function diverged(): Sandbox {
    const sandbox = sandboxOf({ shared: poem });
    sandbox.git("checkout", "--quiet", "-b", "theirs");
    sandbox.commit({ shared: poem.replace("one", "theirs").replace("six", "theirs too"), "their.ts": "their\nfile\n" });
    sandbox.git("checkout", "--quiet", "main");
    sandbox.commit({ shared: poem.replace("one", "ours"), "our.ts": "our\nfile\n" });
    return sandbox;
  }

  test("with a resolved conflict: only what differs from both, and only lines that neither has", async () => {
    const sandbox = diverged();
    expect(sandbox.tryGit("merge", "theirs").code).toBe(1);
    sandbox.write("shared", poem.replace("one", "both").replace("six", "theirs too"));
    sandbox.git("add", "shared");
    const source = await staged(sandbox);
    expect([listed(source), await addedLines(source)]).toEqual([["modified shared"], { shared: "1" }]);
    await source.close();
  });

  test("that also edits a file that only they have: only the edit", async () => {
    const sandbox = diverged();
    sandbox.tryGit("merge", "theirs");
    sandbox.write("shared", poem.replace("one", "theirs").replace("six", "theirs too"));
    sandbox.write("their.ts", "their\nfile\nand ours\n");
    sandbox.git("add", "--all");
    const source = await staged(sandbox);
    expect([listed(source), await addedLines(source)]).toEqual([["added their.ts"], { "their.ts": "3" }]);
    await source.close();
  });

  test("that git makes by itself, before MERGE_HEAD is written", async () => {
    const sandbox = diverged();
    const theirs = sandbox.git("rev-parse", "theirs");
    sandbox.git("read-tree", theirs);
    expect(listed(await staged(sandbox)).length).toBe(3);
    const source = await staged(sandbox, { [`GITHEAD_${theirs}`]: "theirs" });
    expect(listed(source)).toEqual([]);
    await source.close();
  });

  test("that is not resolved cannot be judged", async () => {
    const sandbox = diverged();
    sandbox.tryGit("merge", "theirs");
    expect(await failureOf(staged(sandbox))).toEqual({ exitCode: 3, code: "unmerged" });
  });
});

test("a linked worktree has an index of its own", async () => {
  const sandbox = sandboxOf({ a: "one\n" });
  sandbox.git("worktree", "add", "--quiet", "../linked");
  const linked = sandbox.at("../linked");
  linked.write("b", "two\n");
  linked.git("add", "b");
  expect(listed(await staged(sandbox))).toEqual([]);
  for (const variables of [{}, { GIT_DIR: linked.git("rev-parse", "--absolute-git-dir") }]) {
    const source = await staged(linked, variables);
    expect([listed(source), await contents(source)]).toEqual([["added b"], { b: "two\n" }]);
    await source.close();
  }
});

describe("an index of another make", () => {
  test.each<[string, readonly string[]]>([
    ["split", ["update-index", "--split-index"]],
    ["of version 4", ["update-index", "--index-version", "4"]],
    ["with a sparse checkout", ["sparse-checkout", "set", "sub"]],
    ["sparse itself", ["sparse-checkout", "set", "--sparse-index", "sub"]],
    ["with a cache of untracked files", ["update-index", "--untracked-cache"]],
  ])("%s", async (_, command) => {
    const sandbox = sandboxOf({ "sub/a": "one\n", "other/b": "two\n", c: "three\n" });
    sandbox.git(...command);
    sandbox.write("sub/a", "one\nmore\n");
    sandbox.git("add", "sub/a");
    const source = await staged(sandbox);
    expect([listed(source), await contents(source), await addedLines(source)]).toEqual([["modified sub/a"], { "sub/a": "one\nmore\n" }, { "sub/a": "2" }]);
    expect((await source.listRepository?.())?.entries.map(({ path }) => path)).toEqual(["c", "other/b", "sub/a"]);
    await source.close();
  });
});

test("from a subfolder it is the same", async () => {
  const sandbox = sandboxOf({ "sub/a": "one\n" });
  sandbox.write("sub/a", "one\ntwo\n");
  sandbox.write("b", "three\n");
  sandbox.git("add", "--all");
  const source = await staged(sandbox.at("sub"));
  expect([listed(source), await contents(source), await addedLines(source)]).toEqual([
    ["added b", "modified sub/a"],
    { b: "three\n", "sub/a": "one\ntwo\n" },
    { b: "all", "sub/a": "2" },
  ]);
  await source.close();
});
