import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { GuardError } from "../../src/core/model.ts";
import { createGit, type Git } from "../../src/git/run.ts";
import { createSandbox, type Sandbox } from "../support/git-sandbox.ts";

function open(): Sandbox {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  return sandbox;
}

/** A git in front of all others that runs these lines of shell. */
function fake(lines: string, silenceMs = 400): { sandbox: Sandbox; git: Git } {
  const sandbox = open();
  sandbox.write(join(sandbox.home, "bin/git"), `#!/bin/sh\n${lines}\n`, 0o755);
  return { sandbox, git: createGit(sandbox.dir, { ...sandbox.env, PATH: `${sandbox.home}/bin:${sandbox.env.PATH}` }, silenceMs) };
}

describe("how a git ends", () => {
  test.each([
    ["exit 1", "git rev-parse failed (exit 1)"],
    ["exit 128", "git rev-parse failed (exit 128)"],
    ["echo 'fatal: no such thing' >&2; echo more >&2; exit 128", "git rev-parse failed (exit 128): fatal: no such thing"],
    ["echo warning: much >&2; echo 'fatal: no such thing' >&2; exit 128", "git rev-parse failed (exit 128): fatal: no such thing"],
    ["echo half an answer; kill -9 $$", "git rev-parse was killed (SIGKILL)"],
    ["echo half an answer; kill -15 $$", "git rev-parse was killed (SIGTERM)"],
    ["exec sleep 30", "git rev-parse said nothing for too long and was stopped"],
    ["echo half an answer; exec sleep 30", "git rev-parse said nothing for too long and was stopped"],
  ])("%s", async (lines, message) => {
    const ended = fake(lines).git.run("rev-parse", []);
    await expect(ended).rejects.toThrow(GuardError);
    await expect(ended).rejects.toThrow(message);
    await ended.catch((error: GuardError) => expect([error.exitCode, error.code]).toEqual([3, "git-failed"]));
  });

  test("for want of an object that a partial clone left out", async () => {
    const ended = fake("echo 'fatal: could not fetch 1234 from promisor remote' >&2; exit 128").git.run("cat-file", []);
    await expect(ended).rejects.toMatchObject({ exitCode: 3, code: "partial-clone", fix: expect.stringContaining("Guard never fetches") });
  });

  test("well, whatever it says on stderr", async () => {
    expect((await fake("echo warning: x >&2; echo answer").git.run("rev-parse", [])).toString()).toBe("answer\n");
  });

  test("well, as long as it goes on speaking", async () => {
    expect((await fake("for i in 1 2 3 4 5 6; do echo $i; sleep 0.2; done").git.run("rev-parse", [])).toString()).toBe("1\n2\n3\n4\n5\n6\n");
  });

  test("well, although we did not listen for a while", async () => {
    const answer = fake("sleep 0.3; echo answer; exec sleep 0.3").git.run("rev-parse", []);
    const until = Date.now() + 900;
    while (Date.now() < until);
    expect((await answer).toString()).toBe("answer\n");
  });

  test("before it has read what it was given", async () => {
    await expect(fake("exit 0").git.run("hash-object", [], Buffer.alloc(5_000_000))).resolves.toEqual(Buffer.alloc(0));
  });

  test("with a gigantic answer", async () => {
    expect((await fake("head -c 100000000 /dev/zero").git.run("rev-parse", [])).length).toBe(100_000_000);
  });
});

describe("what a git is given", () => {
  const environmentOf = async (variables: Readonly<Record<string, string>>): Promise<Record<string, string>> => {
    const { sandbox } = fake("env");
    const git = createGit(sandbox.dir, { ...sandbox.env, ...variables, PATH: `${sandbox.home}/bin:${sandbox.env.PATH}` });
    const lines = (await git.run("rev-parse", [])).toString().split("\n");
    return Object.fromEntries(lines.map((line) => [line.split("=", 1)[0], line.slice(line.indexOf("=") + 1)]));
  };

  test("says which index and repository are meant, and nothing that changes what git does", async () => {
    const kept = { GIT_INDEX_FILE: "/i", GIT_DIR: "/d", GIT_WORK_TREE: "/w", GIT_OBJECT_DIRECTORY: "/o", GIT_QUARANTINE_PATH: "/q" };
    const dropped = {
      GIT_CONFIG_COUNT: "0",
      GIT_CONFIG_PARAMETERS: "",
      GIT_CONFIG_GLOBAL: "/x",
      GIT_EXTERNAL_DIFF: "x",
      GIT_SSH_COMMAND: "x",
      GIT_TRACE: "1",
      GIT_EDITOR: "x",
      NODE_OPTIONS: "--no-warnings",
      LD_PRELOAD: "",
      SECRET: "x",
    };
    const found = await environmentOf({ ...kept, ...dropped });
    expect(found).toMatchObject({ ...kept, LC_ALL: "C", GIT_NO_LAZY_FETCH: "1", GIT_ALLOW_PROTOCOL: "", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" });
    for (const name of Object.keys(dropped)) expect(found, name).not.toHaveProperty(name);
  });

  test("in another repository says nothing of this one", async () => {
    const { sandbox, git } = fake('echo "$GIT_DIR|$GIT_INDEX_FILE|$PWD"');
    const inside = createGit(sandbox.dir, { ...sandbox.env, GIT_DIR: "/d", GIT_INDEX_FILE: "/i", PATH: `${sandbox.home}/bin:${sandbox.env.PATH}` });
    expect((await inside.run("rev-parse", [])).toString()).toBe(`/d|/i|${sandbox.dir}\n`);
    const other = join(sandbox.write("../other/file", ""), "..");
    expect((await inside.at(other).run("rev-parse", [])).toString()).toBe(`||${other}\n`);
    expect(git.cwd).toBe(sandbox.dir);
  });
});

describe("which git", () => {
  test("not one in the repository, nor one that is no program", async () => {
    const { sandbox } = fake("echo the right one");
    sandbox.write("tools/git", "#!/bin/sh\necho the wrong one\n", 0o755);
    sandbox.write("sub/here", "");
    sandbox.write(join(sandbox.home, "text/git"), "no program");
    const PATH = ["tools", "", ".", join(sandbox.dir, "tools"), join(sandbox.home, "text"), join(sandbox.home, "bin")].join(":");
    for (const folder of [sandbox.dir, join(sandbox.dir, "sub")])
      expect((await createGit(folder, { ...sandbox.env, PATH }).run("rev-parse", [])).toString()).toBe("the right one\n");
  });

  test("none at all is said so", () => {
    const sandbox = open();
    expect(() => createGit(sandbox.dir, { ...sandbox.env, PATH: "/nowhere" }).start("rev-parse", [])).toThrow("No git was found on PATH");
    expect(() => createGit(sandbox.dir, {}).start("rev-parse", [])).toThrow(GuardError);
  });

  test("one that went meanwhile is a failure", async () => {
    const { sandbox, git } = fake("exit 0");
    await git.run("rev-parse", []);
    rmSync(join(sandbox.home, "bin/git"));
    await expect(git.run("rev-parse", [])).rejects.toThrow("git rev-parse could not be started");
  });
});
