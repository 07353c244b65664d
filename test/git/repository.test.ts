import { rmSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { GuardError } from "../../src/core/model.ts";
import { findRepository, type Repository, readIndexMark, repositoryOfHook } from "../../src/git/repository.ts";
import { createGit } from "../../src/git/run.ts";
import { createSandbox, type Sandbox } from "../support/git-sandbox.ts";

function open(): Sandbox {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  sandbox.commit({ "sub/a": "x" });
  return sandbox;
}

const find = (sandbox: Sandbox): Promise<Repository> => findRepository(createGit(sandbox.dir, sandbox.env));

function bareBeside(sandbox: Sandbox): Sandbox {
  sandbox.git("init", "--quiet", "--bare", "../bare");
  return sandbox.at("../bare");
}

function withLineFeed(sandbox: Sandbox): Sandbox {
  sandbox.git("init", "--quiet", "../line\nfeed");
  return sandbox.at("../line\nfeed");
}

/** What git says of itself and what a hook infers must be one thing. */
async function assertSame(sandbox: Sandbox, variables: Readonly<Record<string, string>> = {}): Promise<void> {
  const inferred = repositoryOfHook(sandbox.dir, { ...sandbox.env, ...variables });
  expect(inferred).toEqual(await find(sandbox.at(".", variables)));
}

describe("a repository", () => {
  test("from its root, as a hook and as git see it", async () => {
    const sandbox = open();
    await assertSame(sandbox);
    await assertSame(sandbox, { GIT_INDEX_FILE: ".git/next-index-7.lock" });
    await assertSame(sandbox, { GIT_INDEX_FILE: join(sandbox.dir, ".git/index.lock") });
    await assertSame(sandbox, { GIT_DIR: ".git" });
  });

  test("in a linked worktree and in a submodule", async () => {
    const sandbox = open();
    sandbox.git("worktree", "add", "--quiet", "../linked");
    const linked = sandbox.at("../linked");
    await assertSame(linked);
    await assertSame(linked, {
      GIT_DIR: linked.git("rev-parse", "--absolute-git-dir"),
      GIT_INDEX_FILE: linked.git("rev-parse", "--path-format=absolute", "--git-path", "index"),
    });
    sandbox.git("submodule", "--quiet", "add", sandbox.dir, "module");
    await assertSame(sandbox.at("module"));
  });

  test("whose .git is a link", async () => {
    const sandbox = open();
    sandbox.write("../elsewhere/x", "");
    symlinkSync(join(sandbox.dir, ".git"), join(sandbox.dir, "../elsewhere/.git"));
    expect(repositoryOfHook(join(sandbox.dir, "../elsewhere"), sandbox.env)?.gitDir).toBe(join(sandbox.dir, "../elsewhere/.git"));
  });

  test("from a subfolder", async () => {
    const sandbox = open();
    expect(repositoryOfHook(join(sandbox.dir, "sub"), sandbox.env)).toBeNull();
    expect(await find(sandbox.at("sub"))).toEqual(await find(sandbox));
  });

  test("with a work tree somewhere else: git must be asked", () => {
    const sandbox = open();
    expect(repositoryOfHook(sandbox.dir, { ...sandbox.env, GIT_WORK_TREE: sandbox.home })).toBeNull();
  });

  test.each([
    ["no repository", (sandbox: Sandbox) => sandbox.at(sandbox.home), "no-repository"],
    ["a bare repository", bareBeside, "bare-repository"],
    ["git's own folder", (sandbox: Sandbox) => sandbox.at(".git"), "bare-repository"],
    ["in a folder with a line feed in its name", withLineFeed, "no-repository"],
  ])("that is %s", async (_, folder, code) => {
    const failure = await find(folder(open())).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GuardError);
    expect(failure).toMatchObject({ exitCode: 2, code });
  });
});

describe("the mark of an index", () => {
  test("changes when it is written, and only then", () => {
    const sandbox = open();
    const file = join(sandbox.dir, ".git/index");
    const first = readIndexMark(file);
    expect(readIndexMark(file)).toBe(first);
    sandbox.write("b", "y");
    sandbox.git("add", "b");
    const second = readIndexMark(file);
    expect(second).not.toBe(first);
    utimesSync(file, 1, 1);
    expect(readIndexMark(file)).not.toBe(second);
    rmSync(file);
    expect(readIndexMark(file)).toBeNull();
  });
});
