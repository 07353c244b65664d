import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createGit } from "../../src/git/run.ts";
import { openFiles } from "../../src/sources/files.ts";
import { openStdin } from "../../src/sources/stdin.ts";
import { createSandbox, type Sandbox } from "../support/git-sandbox.ts";
import { contents, failureOf, listed } from "./read-source.ts";

function repository(): Sandbox {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  sandbox.commit({ ".gitignore": "ignored*\nnode_modules/\n", "src/a.ts": "one\n", "src/sub/b.ts": "two\n" });
  sandbox.write("src/untracked.ts", "three\n");
  sandbox.write("src/ignored.ts", "four\n");
  sandbox.write("node_modules/x/index.js", "five\n");
  return sandbox;
}

async function inRepository(sandbox: Sandbox, paths: readonly string[], cwd = ".") {
  const folder = join(sandbox.dir, cwd);
  return openFiles(paths, folder, sandbox.dir, createGit(folder, sandbox.env));
}

/** A folder outside every repository. */
function folder(files: Readonly<Record<string, string>>): string {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "guard-files-")));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(dir, path, ".."), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}

describe("in a repository", () => {
  test("a folder is what git tracks and does not ignore, as it lies on disk", async () => {
    const sandbox = repository();
    sandbox.write("src/a.ts", "changed\n");
    rmSync(join(sandbox.dir, "src/sub/b.ts"));
    const source = await inRepository(sandbox, ["."]);
    expect(await contents(source)).toEqual({ ".gitignore": "ignored*\nnode_modules/\n", "src/a.ts": "changed\n", "src/untracked.ts": "three\n" });
    expect(source.named.size).toBe(0);
  });

  test("a folder that gives nothing says why", async () => {
    const sandbox = repository();
    mkdirSync(join(sandbox.dir, "empty/too"), { recursive: true });
    expect((await inRepository(sandbox, ["node_modules", "empty", "src"])).notes).toEqual([
      "node_modules: git ignores all that lies there, so none of it was judged; a file that is named is judged all the same.",
      "empty holds no files.",
    ]);
  });

  test("a named file counts even where it is ignored", async () => {
    const source = await inRepository(repository(), ["src/ignored.ts", "node_modules/x/index.js"]);
    expect(await contents(source)).toEqual({ "src/ignored.ts": "four\n", "node_modules/x/index.js": "five\n" });
    expect([...source.named].sort()).toEqual(["node_modules/x/index.js", "src/ignored.ts"]);
  });

  test("a file that is named beside its folder counts once, as named", async () => {
    for (const paths of [
      ["src", "src/a.ts"],
      ["src/a.ts", "src"],
    ]) {
      const source = await inRepository(repository(), paths);
      expect(listed(source)).toEqual(["present src/a.ts", "present src/sub/b.ts", "present src/untracked.ts"]);
      expect([...source.named]).toEqual(["src/a.ts"]);
    }
  });

  test("paths count from the root, wherever the command was started", async () => {
    const sandbox = repository();
    expect(Object.keys(await contents(await inRepository(sandbox, ["."], "src/sub")))).toEqual(["src/sub/b.ts"]);
    expect(Object.keys(await contents(await inRepository(sandbox, [".."], "src/sub")))).toEqual(["src/a.ts", "src/sub/b.ts", "src/untracked.ts"]);
    expect(Object.keys(await contents(await inRepository(sandbox, ["../ignored.ts", join(sandbox.dir, "src/a.ts")], "src/sub")))).toEqual([
      "src/a.ts",
      "src/ignored.ts",
    ]);
  });

  test("names that are no UTF-8, and names that look like options or patterns", async () => {
    const sandbox = repository();
    for (const name of ["-x", ":(exclude)*", "*", "a\nb"]) sandbox.write(`${sandbox.dir}/odd/${name}`, "x");
    writeFileSync(Buffer.concat([Buffer.from(`${sandbox.dir}/odd/`), Buffer.from([0xff])]), "bytes");
    const source = await inRepository(sandbox, ["odd"]);
    expect(source.entries.map(({ path, pathEncoding }) => [path, pathEncoding])).toEqual([
      ["odd/%FF", "percent"],
      ["odd/*", undefined],
      ["odd/-x", undefined],
      ["odd/:(exclude)*", undefined],
      ["odd/a\nb", undefined],
    ]);
    expect((await contents(source))["odd/%FF"]).toBe("bytes");
    expect(Object.keys(await contents(await inRepository(sandbox, ["odd/*", "odd/-x"])))).toEqual(["odd/*", "odd/-x"]);
  });

  test("repositories inside are looked into by their own rules", async () => {
    const sandbox = repository();
    sandbox.git("init", "--quiet", "nested");
    sandbox.write("nested/.gitignore", "secret\n");
    sandbox.write("nested/a", "one\n");
    sandbox.write("nested/secret", "two\n");
    expect(Object.keys(await contents(await inRepository(sandbox, ["nested"]))).sort()).toEqual(["nested/.gitignore", "nested/a"]);
    sandbox.git("-C", "nested", "add", "--all");
    sandbox.git("-C", "nested", "commit", "--quiet", "--message", "A commit");
    sandbox.git("-c", "advice.addEmbeddedRepo=false", "add", "nested");
    const source = await inRepository(sandbox, ["."]);
    expect(listed(source).filter((line) => line.includes("nested"))).toEqual(["present nested/.gitignore", "present nested/a"]);
  });

  test("links say where they lead, pipes nothing", async () => {
    const sandbox = repository();
    symlinkSync("/etc/passwd", join(sandbox.dir, "src/link"));
    symlinkSync(".", join(sandbox.dir, "src/loop"));
    spawnSync("mkfifo", [join(sandbox.dir, "src/pipe")]);
    const found = await contents(await inRepository(sandbox, ["src"]));
    expect([found["src/link"], found["src/loop"], found["src/pipe"]]).toEqual(["/etc/passwd", ".", undefined]);
  }, 10_000);

  test("a file whose name git would quote, below a folder that it would too", async () => {
    const sandbox = repository();
    sandbox.write('"q"\n/\té', "x");
    expect(await contents(await inRepository(sandbox, ['"q"\n']))).toEqual({ '"q"\n/\té': "x" });
  });

  test("a folder of another place is walked", async () => {
    const other = folder({ "a.txt": "one", "node_modules/b.txt": "two" });
    expect(await contents(await inRepository(repository(), [other]))).toEqual({ [`${other}/a.txt`]: "one", [`${other}/node_modules/b.txt`]: "two" });
  });
});

describe("outside of any", () => {
  test("a folder is everything but .git; its paths count from it", async () => {
    const dir = folder({ "a.txt": "one", "sub/b.txt": "two", ".git/config": "three", "sub/.git": "gitdir: x" });
    writeFileSync(Buffer.concat([Buffer.from(`${dir}/`), Buffer.from([0xfe])]), "bytes");
    mkdirSync(Buffer.concat([Buffer.from(`${dir}/`), Buffer.from([0xff])]));
    writeFileSync(Buffer.concat([Buffer.from(`${dir}/`), Buffer.from([0xff, 0x2f, 0x61])]), "in bytes");
    expect(await contents(await openFiles([dir], "/", dir, null))).toEqual({
      "%FE": "bytes",
      "%FF/a": "in bytes",
      "a.txt": "one",
      "sub/b.txt": "two",
      "sub/.git": "gitdir: x",
    });
  });

  test("a single file counts from the current folder", async () => {
    const dir = folder({ "sub/a.txt": "one" });
    expect(await contents(await openFiles(["sub/a.txt"], dir, join(dir, "sub/a.txt"), null))).toEqual({ "sub/a.txt": "one" });
  });

  test("a file elsewhere has its whole path", async () => {
    const dir = folder({ "a/x.txt": "one", "..b/y.txt": "two" });
    expect(await contents(await openFiles(["../a/x.txt"], join(dir, "..b"), join(dir, "..b"), null))).toEqual({ [`${dir}/a/x.txt`]: "one" });
    expect(await contents(await openFiles(["..b"], dir, dir, null))).toEqual({ "..b/y.txt": "two" });
  });

  test("large files come in pieces", async () => {
    const dir = folder({ large: "0123456789abcdef".repeat(600_000) });
    expect((await contents(await openFiles(["large"], dir, dir, null))).large?.length).toBe(9_600_000);
  });

  test("a file that went meanwhile is told, small or large", async () => {
    const dir = folder({ small: "x", large: "0123456789abcdef".repeat(600_000), here: "y" });
    const source = await openFiles(["."], dir, dir, null);
    for (const name of ["small", "large"]) rmSync(join(dir, name));
    expect(await contents(source)).toEqual({ here: "y", small: "missing: it could not be read (ENOENT)", large: "missing: it could not be read (ENOENT)" });
  });
});

describe("what is named", () => {
  test("must exist", async () => {
    const sandbox = repository();
    expect(await failureOf(inRepository(sandbox, ["src/none.ts"]))).toEqual({ exitCode: 2, code: "no-such-path" });
    await expect(inRepository(sandbox, ["src/untrackd.ts"])).rejects.toThrow("Did you mean src/untracked.ts?");
    await expect(inRepository(sandbox, ["nowhere/at/all"])).rejects.toThrow("There is no nowhere/at/all here.");
  });

  test("a link is followed, one that leads nowhere is what it says", async () => {
    const dir = folder({ target: "text" });
    symlinkSync("target", join(dir, "link"));
    symlinkSync("nothing", join(dir, "broken"));
    symlinkSync("circle", join(dir, "circle"));
    const source = await openFiles(["link", "broken", "circle"], dir, dir, null);
    expect(await contents(source)).toEqual({ link: "text", broken: "nothing", circle: "circle" });
  });

  test("a pipe or a device cannot be judged", async () => {
    const dir = folder({});
    spawnSync("mkfifo", [join(dir, "pipe")]);
    expect(await contents(await openFiles(["pipe"], dir, dir, null))).toEqual({ pipe: "missing: it is no regular file" });
    expect(await contents(await openFiles(["/dev/null"], dir, dir, null))).toEqual({ "/dev/null": "missing: it is no regular file" });
  }, 10_000);
});

test("standard input is one file under the name that it was given", async () => {
  const source = openStdin(".\\src\\a.ts", Buffer.from("one\n"), "/work", "/work");
  expect([listed(source), [...source.named], await contents(source)]).toEqual([["present src/a.ts"], ["src/a.ts"], { "src/a.ts": "one\n" }]);
  expect((await source.readBefore(source.entries)).get("src/a.ts")?.toString()).toBe("one\n");
  expect(await contents(source, [])).toEqual({});
});

test.each([
  ["a.ts", "/work/src", "src/a.ts"],
  ["../lib/a.ts", "/work/src", "lib/a.ts"],
  ["/work/src/a.ts", "/work/lib", "src/a.ts"],
  ["../../a.ts", "/work/src", "/a.ts"],
])("the name %s, given in %s, is %s from the root of the repository", (name, cwd, path) => {
  expect(openStdin(name, Buffer.from(""), cwd, "/work").entries.map((entry) => entry.path)).toEqual([path]);
});
