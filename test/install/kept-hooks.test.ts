import { chmodSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createHookSandbox, type HookSandbox, note, snapshot } from "./hook-sandbox.ts";

const husky = fileURLToPath(new URL("../../node_modules/husky/bin.js", import.meta.url));

/** Guard would let everything through: what is stopped is stopped by the older hook. */
async function installOver(content: string): Promise<HookSandbox> {
  const sandbox = createHookSandbox();
  sandbox.write(".git/hooks/pre-commit", content, 0o755);
  await sandbox.install();
  return sandbox;
}

describe("a hook that was there decides as it did", () => {
  it.each([
    ["its last line fails", `#!/bin/sh\n${note("old")}\nfalse\n`],
    ["it exits", `#!/bin/sh\n${note("old")}\nexit 3\n`],
    ["a line fails under -e of its first line", `#!/bin/sh -e\n${note("old")}\nfalse\ntrue\n`],
    ["a line fails under its own set -e", `#!/bin/sh\nset -e\n${note("old")}\nfalse\ntrue\n`],
    ["a pipe fails under bash's pipefail", `#!/bin/bash\nset -eo pipefail\n${note("old")}\nfalse | cat\ntrue\n`],
    ["it becomes a program that fails", `#!/bin/sh\n${note("old")}\nexec false\n`],
    [
      "a program in another language fails",
      `#!${process.execPath}\nrequire("node:fs").appendFileSync(process.env.HOME + "/../calls", "old\\n"); process.exit(2)\n`,
    ],
  ])("%s: no commit, and Guard is not asked", async (_, content) => {
    const sandbox = await installOver(content);
    expect(sandbox.tryCommit().code).toBe(1);
    expect(sandbox.calls()).toEqual(["old"]);
  });

  it("a line fails that nothing ever minded: the commit goes on", async () => {
    const sandbox = await installOver(`#!/bin/sh\nfalse\n${note("old")}\n`);
    expect(sandbox.tryCommit().code).toBe(0);
    expect(sandbox.calls()).toEqual(["old", "guard pre-commit"]);
  });

  it("a line of husky's hook fails: sh -e still stops there", async () => {
    const sandbox = createHookSandbox();
    sandbox.run(process.execPath, husky);
    sandbox.write(".husky/pre-commit", `${note("first")}\nfalse\n${note("second")}\n`);
    await sandbox.install();
    expect(sandbox.tryCommit().code).toBe(1);
    expect(sandbox.calls()).toEqual(["first"]);
  });
});

describe("merges", () => {
  it("made by git itself are judged at pre-merge-commit", async () => {
    const sandbox = createHookSandbox();
    sandbox.git("switch", "--quiet", "-c", "side");
    sandbox.commit({ "side.txt": "x\n" });
    sandbox.git("switch", "--quiet", "main");
    sandbox.commit({ "main.txt": "x\n" });
    await sandbox.install();
    sandbox.answer(71);
    expect(sandbox.tryGit("merge", "--no-edit", "side").code).toBe(1);
    expect(sandbox.calls()).toEqual(["guard pre-merge-commit"]);
    sandbox.git("merge", "--abort");
    sandbox.answer(70);
    expect(sandbox.tryGit("merge", "--no-edit", "side").code).toBe(0);
  });
});

describe("a global hooks folder", () => {
  async function installOverGlobal(): Promise<HookSandbox> {
    const sandbox = createHookSandbox();
    sandbox.git("config", "--global", "core.hooksPath", "~/hooks");
    await sandbox.install();
    return sandbox;
  }

  function shareHook(sandbox: HookSandbox, event: string, lines: string): void {
    sandbox.write(join(sandbox.home, "hooks", event), `#!/bin/sh\n${lines}\n`, 0o755);
  }

  it("keeps running for every event, also with hooks that came later", async () => {
    const sandbox = await installOverGlobal();
    for (const event of ["pre-commit", "prepare-commit-msg", "commit-msg", "post-commit"]) shareHook(sandbox, event, note(event));
    expect(sandbox.tryCommit().code).toBe(0);
    expect(sandbox.calls()).toEqual(["pre-commit", "guard pre-commit", "prepare-commit-msg", "commit-msg", "post-commit"]);
  });

  it("still says no, with the arguments and the input that git gives", async () => {
    const sandbox = await installOverGlobal();
    shareHook(sandbox, "commit-msg", `grep -q ticket "$1"`);
    expect(sandbox.tryCommit().code).toBe(1);
    expect(sandbox.tryGit("commit", "--message", "ticket 1").code).toBe(0);
    sandbox.git("init", "--quiet", "--bare", "../remote.git");
    shareHook(sandbox, "pre-push", `read -r ref rest && ${note("$1-$ref")} && exit 1`);
    expect(sandbox.tryGit("push", "--quiet", "../remote.git", "main").code).toBe(1);
    expect(sandbox.calls()).toContain("../remote.git-refs/heads/main");
  });

  it("is found where the user keeps that configuration elsewhere", async () => {
    const sandbox = createHookSandbox();
    const elsewhere = sandbox.write("../elsewhere/gitconfig", `${sandbox.read(join(sandbox.home, ".gitconfig"))}[core]\n\thooksPath = ~/hooks\n`);
    const moved = sandbox.from(sandbox.at(".", { GIT_CONFIG_GLOBAL: elsewhere, GIT_CONFIG_SYSTEM: "/dev/null" }));
    shareHook(sandbox, "pre-commit", note("shared"));
    await moved.install();
    moved.tryCommit();
    expect(moved.calls()).toEqual(["shared", "guard pre-commit"]);
  });

  it("is not forgotten in silence: without its name on record the hook says no", async () => {
    const sandbox = await installOverGlobal();
    rmSync(join(sandbox.dir, ".git/guard/hooks-before"));
    const ended = sandbox.tryCommit();
    expect([ended.code, ended.stderr]).toEqual([1, expect.stringMatching(/^guard: The hooks folder in use before Guard.*npx --no guard install\n$/)]);
  });

  it("is asked in linked worktrees too, and so is Guard", async () => {
    const sandbox = await installOverGlobal();
    shareHook(sandbox, "pre-commit", note("shared"));
    sandbox.git("worktree", "add", "--quiet", "-b", "linked", "../linked");
    const linked = sandbox.from(sandbox.at("../linked"));
    expect(linked.tryCommit().code).toBe(0);
    expect(sandbox.calls()).toEqual(["shared", "guard pre-commit"]);
  });

  it("is followed where the global setting moves", async () => {
    const sandbox = await installOverGlobal();
    sandbox.write(join(sandbox.home, "others/pre-commit"), `#!/bin/sh\n${note("others")}\n`, 0o755);
    sandbox.git("config", "--global", "core.hooksPath", "~/others");
    await sandbox.install();
    sandbox.tryCommit();
    expect(sandbox.calls()).toEqual(["others", "guard pre-commit"]);
  });

  it("gives way to git's own folder where the global setting is gone", async () => {
    const sandbox = await installOverGlobal();
    sandbox.write(".git/hooks/pre-commit", `#!/bin/sh\n${note("own")}\n`, 0o755);
    sandbox.git("config", "--global", "--unset", "core.hooksPath");
    await sandbox.install();
    sandbox.tryCommit();
    expect(sandbox.calls()).toEqual(["own", "guard pre-commit"]);
  });

  it("is not taken for the folder outside that the repository itself had chosen", async () => {
    const sandbox = createHookSandbox();
    sandbox.git("config", "--global", "core.hooksPath", "~/hooks");
    sandbox.git("config", "core.hooksPath", "~/own hooks");
    const untouched = snapshot(sandbox);
    sandbox.write(join(sandbox.home, "own hooks/pre-commit"), `#!/bin/sh\n${note("own")}\n`, 0o755);
    for (const round of [1, 2]) {
      await sandbox.install();
      sandbox.tryCommit();
      expect([round, ...sandbox.calls()]).toEqual([round, "own", "guard pre-commit"]);
    }
    rmSync(join(sandbox.home, "own hooks"), { recursive: true });
    await sandbox.uninstall();
    expect(snapshot(sandbox)).toEqual(untouched);
  });

  it("is found again, and so is Guard, once a repository that moved is installed anew", async () => {
    const sandbox = await installOverGlobal();
    shareHook(sandbox, "pre-commit", note("shared"));
    renameSync(sandbox.dir, `${sandbox.dir} moved`);
    const moved = sandbox.from(sandbox.at("../repository moved"));
    await moved.install();
    moved.tryCommit();
    expect(moved.calls()).toEqual(["shared", "guard pre-commit"]);
    await moved.uninstall();
    expect(moved.tryGit("config", "--local", "core.hooksPath").code).toBe(1);
  });
});

describe("after the hooks were installed", () => {
  it("a linked worktree made later is judged by the main worktree's Guard", async () => {
    const sandbox = createHookSandbox();
    await sandbox.install();
    sandbox.git("worktree", "add", "--quiet", "-b", "linked", "../linked");
    const linked = sandbox.from(sandbox.at("../linked", { PATH: "/usr/bin:/bin" }));
    sandbox.answer(71);
    expect(linked.tryCommit().code).toBe(1);
    expect(sandbox.calls()).toEqual(["guard pre-commit"]);
  });

  it("the repository can move", async () => {
    const sandbox = createHookSandbox();
    await sandbox.install();
    renameSync(sandbox.dir, `${sandbox.dir} moved`);
    const moved = sandbox.from(sandbox.at("../repository moved"));
    sandbox.answer(71);
    expect(moved.tryCommit().code).toBe(1);
    expect(await moved.uninstall()).toBe(0);
    expect(moved.tryCommit().code).toBe(0);
  });

  it("a hook that lost its executable bit gets it back", async () => {
    const sandbox = createHookSandbox();
    await sandbox.install();
    chmodSync(join(sandbox.dir, ".git/hooks/pre-commit"), 0o644);
    await sandbox.install();
    sandbox.answer(71);
    expect(sandbox.tryCommit().code).toBe(1);
  });

  it("lines of another version are replaced, and what stood before them is not forgotten", async () => {
    const sandbox = createHookSandbox();
    sandbox.write(".git/hooks/pre-commit", "#!/bin/sh\ntrue", 0o755);
    const untouched = snapshot(sandbox);
    await sandbox.install();
    const hook = sandbox.read(".git/hooks/pre-commit");
    sandbox.write(".git/hooks/pre-commit", hook.replace("Nothing was checked, so git stopped.", "Nothing was checked."));
    await sandbox.install();
    expect(sandbox.read(".git/hooks/pre-commit")).toBe(hook);
    await sandbox.uninstall();
    expect(snapshot(sandbox)).toEqual({ ...untouched, "repository/.git/hooks/pre-commit": "file 755 #!/bin/sh\ntrue\n" });
  });

  it("the shim of another version is replaced", async () => {
    const sandbox = createHookSandbox();
    await sandbox.install();
    const shim = sandbox.read(".git/hooks/guard.sh");
    sandbox.write(".git/hooks/guard.sh", "#!/bin/sh\n# guard_event of an older version\nexit 0\n");
    await sandbox.install();
    expect(sandbox.read(".git/hooks/guard.sh")).toBe(shim);
  });

  it("hooks of another tool that took the place of Guard's are extended in their turn", async () => {
    const sandbox = createHookSandbox();
    await sandbox.install();
    sandbox.write(".git/hooks/pre-commit", `#!/bin/sh\n${note("tool")}\n`, 0o755);
    await sandbox.install();
    expect(sandbox.tryCommit().code).toBe(0);
    expect(sandbox.calls()).toEqual(["tool", "guard pre-commit"]);
    await sandbox.uninstall();
    expect(sandbox.read(".git/hooks/pre-commit")).toBe(`#!/bin/sh\n${note("tool")}\n`);
  });
});
