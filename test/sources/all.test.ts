import { spawnSync } from "node:child_process";
import { rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { findRepository } from "../../src/git/repository.ts";
import { createGit } from "../../src/git/run.ts";
import { openAll } from "../../src/sources/all.ts";
import type { Source } from "../../src/sources/source.ts";
import { createSandbox, type Sandbox } from "../support/git-sandbox.ts";
import { contents, failureOf, listed } from "./read-source.ts";

function sandboxOf(files: Readonly<Record<string, string | Uint8Array>>): Sandbox {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  sandbox.commit(files);
  return sandbox;
}

async function all(sandbox: Sandbox): Promise<Source> {
  const git = createGit(sandbox.dir, sandbox.env);
  return openAll(git, await findRepository(git));
}

function removeObject(sandbox: Sandbox, name: string): string {
  const oid = sandbox.git("rev-parse", name);
  unlinkSync(join(sandbox.dir, ".git/objects", oid.slice(0, 2), oid.slice(2)));
  return oid;
}

describe("the index as it stands", () => {
  test("is everything tracked, committed or not, and nothing else", async () => {
    const sandbox = sandboxOf({ a: "one\n", "sub/b": "two\n" });
    sandbox.write("staged", "three\n");
    sandbox.git("add", "staged");
    sandbox.write("untracked", "no\n");
    const source = await all(sandbox);
    expect(listed(source)).toEqual(["present a", "present staged", "present sub/b"]);
    expect(await contents(source)).toEqual({ a: "one\n", staged: "three\n", "sub/b": "two\n" });
    expect(source.addedByCommit).toBeNull();
    await source.close();
  });

  test("a file as it was is read from the work tree, one that was changed from its blob", async () => {
    const sandbox = sandboxOf({ same: "one\n", dirty: "two\n", gone: "three\n" });
    sandbox.write("dirty", "only on disk");
    rmSync(join(sandbox.dir, "gone"));
    // Were its blob needed, it would be missed.
    removeObject(sandbox, ":same");
    expect(await contents(await all(sandbox))).toEqual({ same: "one\n", dirty: "two\n", gone: "three\n" });
  });

  test("a file that was changed while its size was kept", async () => {
    const sandbox = sandboxOf({ a: "one\n" });
    sandbox.write("a", "two\n");
    expect(await contents(await all(sandbox))).toEqual({ a: "one\n" });
  });

  test("a missing blob is told", async () => {
    const sandbox = sandboxOf({ a: "one\n", b: "two\n" });
    const oid = removeObject(sandbox, ":a");
    sandbox.write("a", "changed\n");
    expect(await contents(await all(sandbox))).toEqual({ a: `missing: its content (blob ${oid.slice(0, 12)}) is not in the repository`, b: "two\n" });
  });

  test("line ends of the checkout do not matter", async () => {
    const sandbox = sandboxOf({ a: "one\ntwo\n" });
    sandbox.git("config", "core.autocrlf", "true");
    rmSync(join(sandbox.dir, "a"));
    sandbox.git("checkout", "--quiet", "--", "a");
    expect(sandbox.read("a")).toBe("one\r\ntwo\r\n");
    // Without its object: the file itself is proved to be it.
    removeObject(sandbox, ":a");
    expect(await contents(await all(sandbox))).toEqual({ a: "one\ntwo\n" });
  });

  test("a symbolic link is its target, also where a file stands in its place", async () => {
    const sandbox = sandboxOf({ a: "one\n" });
    symlinkSync("a", join(sandbox.dir, "link"));
    sandbox.git("add", "link");
    expect(await contents(await all(sandbox))).toEqual({ a: "one\n", link: "a" });
    unlinkSync(join(sandbox.dir, "link"));
    sandbox.write("link", "another text");
    expect(await contents(await all(sandbox))).toEqual({ a: "one\n", link: "a" });
  });

  test("a link, a folder or a pipe in place of a file", async () => {
    const sandbox = sandboxOf({ a: "one\n", b: "two\n", c: "three\n" });
    for (const name of ["a", "b", "c"]) unlinkSync(join(sandbox.dir, name));
    symlinkSync("/etc/passwd", join(sandbox.dir, "a"));
    sandbox.write("b/inside", "x");
    expect(spawnSync("mkfifo", [join(sandbox.dir, "c")]).status).toBe(0);
    expect(await contents(await all(sandbox))).toEqual({ a: "one\n", b: "two\n", c: "three\n" });
  }, 10_000);

  test("empty, large, binary and strangely named files", async () => {
    const large = Buffer.alloc(9_000_000, "0123456789abcde\n");
    const middle = Buffer.alloc(3_000_000, "fedcba\n");
    const sandbox = sandboxOf({ empty: "", large, middle, binary: Uint8Array.from({ length: 300 }, (_, i) => i & 255) });
    writeFileSync(Buffer.concat([Buffer.from(`${sandbox.dir}/`), Buffer.from([0xfe, 0x0a])]), "bytes\n");
    sandbox.git("add", "--all");
    const found = await contents(await all(sandbox));
    expect(Object.keys(found).sort()).toEqual(["%FE%0A", "binary", "empty", "large", "middle"]);
    expect([found.empty, found["%FE%0A"], found.binary?.length, found.large?.length, found.middle?.length]).toEqual(["", "bytes\n", 300, 9_000_000, 3_000_000]);
  });

  test("submodules hold nothing, what is only intended to be added is empty", async () => {
    const sandbox = sandboxOf({ a: "one\n" });
    sandbox.git("update-index", "--add", "--cacheinfo", `160000,${sandbox.git("rev-parse", "HEAD")},module`);
    sandbox.write("later", "text\n");
    sandbox.git("add", "--intent-to-add", "later");
    expect(await contents(await all(sandbox))).toEqual({ a: "one\n", later: "" });
  });

  test("what is not merged cannot be judged", async () => {
    const sandbox = sandboxOf({ a: "one\n" });
    sandbox.git("checkout", "--quiet", "-b", "theirs");
    sandbox.commit({ a: "theirs\n" });
    sandbox.git("checkout", "--quiet", "main");
    sandbox.commit({ a: "ours\n" });
    sandbox.tryGit("merge", "theirs");
    expect(await failureOf(all(sandbox))).toEqual({ exitCode: 3, code: "unmerged" });
  });

  test("in a repository of SHA-256", async () => {
    const sandbox = createSandbox();
    onTestFinished(sandbox.cleanup);
    rmSync(join(sandbox.dir, ".git"), { recursive: true });
    sandbox.git("init", "--quiet", "--object-format=sha256");
    sandbox.commit({ a: "one\n", b: "two\n" });
    removeObject(sandbox, ":a");
    sandbox.write("b", "dirty\n");
    expect(await contents(await all(sandbox))).toEqual({ a: "one\n", b: "two\n" });
  });

  test("before and after are the same", async () => {
    const source = await all(sandboxOf({ a: "one\n" }));
    expect((await source.readBefore(source.entries)).get("a")?.toString()).toBe("one\n");
    expect((await source.listRepository?.())?.entries.length).toBe(1);
  });
});
