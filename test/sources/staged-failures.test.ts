import { rmSync, unlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createSandbox, type Sandbox } from "../support/git-sandbox.ts";
import { addedLines, contents, failureOf, staged } from "./read-source.ts";

function sandboxOf(files: Readonly<Record<string, string>> | null): Sandbox {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  if (files) sandbox.commit(files);
  return sandbox;
}

const poem = "one\ntwo\nthree\nfour\nfive\nsix\n";

describe("the index that moves meanwhile", () => {
  test("with the same content does not matter", async () => {
    const sandbox = sandboxOf({ a: "one\n" });
    sandbox.write("b", "two\n");
    sandbox.git("add", "b");
    const source = await staged(sandbox);
    utimesSync(join(sandbox.dir, "b"), 1, 1);
    sandbox.git("update-index", "--refresh");
    sandbox.git("update-index", "--force-write-index");
    await expect(source.close()).resolves.toBeUndefined();
  });

  test.each([
    ["another content", (sandbox: Sandbox) => sandbox.write("b", "three\n")],
    ["one more file", (sandbox: Sandbox) => sandbox.write("c", "three\n")],
  ])("with %s stops the commit", async (_, change) => {
    const sandbox = sandboxOf({ a: "one\n" });
    sandbox.write("b", "two\n");
    sandbox.git("add", "b");
    const source = await staged(sandbox);
    change(sandbox);
    sandbox.git("add", "--all");
    expect(await failureOf(source.close())).toEqual({ exitCode: 3, code: "index-moved" });
  });

  test("from none to one stops the commit", async () => {
    const sandbox = sandboxOf(null);
    const source = await staged(sandbox);
    sandbox.write("a", "one\n");
    sandbox.git("add", "a");
    expect(await failureOf(source.close())).toEqual({ exitCode: 3, code: "index-moved" });
  });

  test("lines are never taken for old ones because of it", async () => {
    const sandbox = sandboxOf({ a: poem });
    sandbox.write("a", poem.replace("two", "2"));
    sandbox.git("add", "a");
    const source = await staged(sandbox);
    sandbox.git("reset", "--quiet");
    expect(await addedLines(source)).toEqual({ a: "all" });
  });
});

describe("what cannot be read", () => {
  test("a missing blob is told", async () => {
    const sandbox = sandboxOf({ a: "one\n" });
    sandbox.write("b", "gone\n");
    sandbox.write("c", "here\n");
    sandbox.git("add", "--all");
    const oid = sandbox.git("rev-parse", ":b");
    unlinkSync(join(sandbox.dir, ".git/objects", oid.slice(0, 2), oid.slice(2)));
    const source = await staged(sandbox);
    expect(await contents(source)).toEqual({ b: `missing: its content (blob ${oid.slice(0, 12)}) is not in the repository`, c: "here\n" });
    await source.close();
  });

  test("what stood there before and is missing is not told as nothing", async () => {
    const sandbox = sandboxOf({ a: "one\n", b: "two\n" });
    const oid = sandbox.git("rev-parse", ":a");
    unlinkSync(join(sandbox.dir, ".git/objects", oid.slice(0, 2), oid.slice(2)));
    sandbox.write("a", "1\n");
    sandbox.write("b", "2\n");
    sandbox.write("c", "3\n");
    sandbox.git("add", "--all");
    const source = await staged(sandbox);
    expect([...(await source.readBefore(source.entries))].map(([path, bytes]) => `${path} ${bytes}`)).toEqual(["b two\n", "c null"]);
    await source.close();
  });

  test("a damaged blob is a failure", async () => {
    const sandbox = sandboxOf({ a: "one\n" });
    sandbox.write("b", "x".repeat(1000));
    sandbox.git("add", "--all");
    const oid = sandbox.git("rev-parse", ":b");
    rmSync(join(sandbox.dir, ".git/objects", oid.slice(0, 2), oid.slice(2)));
    sandbox.write(`.git/objects/${oid.slice(0, 2)}/${oid.slice(2)}`, "damaged");
    const source = await staged(sandbox);
    const read = contents(source).then(async (found) => {
      await source.close();
      return found;
    });
    const ended = await read.catch((error: Error) => error.name);
    expect(ended === "GuardError" || String((ended as Record<string, string>).b).startsWith("missing")).toBe(true);
  });

  test("a damaged index, and a HEAD that leads nowhere", async () => {
    const sandbox = sandboxOf({ a: "one\n" });
    sandbox.write(".git/index", "damaged");
    expect((await failureOf(staged(sandbox))).exitCode).toBe(3);
    const other = sandboxOf({ a: "one\n" });
    other.write(".git/refs/heads/main", `${"1".repeat(40)}\n`);
    expect((await failureOf(staged(other))).exitCode).toBe(3);
  });

  test("a MERGE_HEAD that leads nowhere", async () => {
    const sandbox = sandboxOf({ a: "one\n" });
    sandbox.write(".git/MERGE_HEAD", `${"1".repeat(40)}\n`);
    expect((await failureOf(staged(sandbox))).exitCode).toBe(3);
  });
});
