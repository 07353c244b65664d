import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { run as uninstall } from "../../src/cli/uninstall.ts";
import { createHookSandbox, ENTRY, type HookSandbox, note, snapshot } from "./hook-sandbox.ts";

const husky = fileURLToPath(new URL("../../node_modules/husky/bin.js", import.meta.url));

describe("what was edited since loses only what is Guard's", () => {
  it("a hook that got lines before, within and behind Guard's", async () => {
    const sandbox = createHookSandbox();
    sandbox.write(".git/hooks/pre-commit", "#!/bin/sh\nfirst\nsecond\n", 0o755);
    await sandbox.install();
    const edited = sandbox.read(".git/hooks/pre-commit").replace("second\n", "between\nsecond\n").replace("#!/bin/sh\n", "#!/bin/sh\n# mine\n");
    sandbox.write(".git/hooks/pre-commit", `${edited}later\n`);
    expect(await sandbox.install()).toBe(0);
    expect(sandbox.read(".git/hooks/pre-commit")).toBe(`${edited}later\n`);
    await sandbox.uninstall();
    expect(sandbox.read(".git/hooks/pre-commit")).toBe("#!/bin/sh\n# mine\nfirst\nbetween\nsecond\nlater\n");
    expect(sandbox.io.out.join("")).toContain(".git/hooks/pre-commit was edited since: only Guard's lines were taken out");
  });

  it("a hook of Guard's own that got lines", async () => {
    const sandbox = createHookSandbox();
    await sandbox.install();
    sandbox.write(".git/hooks/pre-commit", `${sandbox.read(".git/hooks/pre-commit")}${note("mine")}\n`);
    await sandbox.uninstall();
    sandbox.calls();
    expect(sandbox.tryCommit().code).toBe(0);
    expect(sandbox.calls()).toEqual(["mine"]);
  });

  it("a hook in another language, whose own edits come back with it", async () => {
    const sandbox = createHookSandbox();
    const script = `#!${process.execPath}\nprocess.exit(0);\n`;
    sandbox.write(".git/hooks/pre-commit", script, 0o755);
    await sandbox.install();
    sandbox.write(".git/hooks/pre-commit.guard-kept", `${script}// mine\n`);
    await sandbox.uninstall();
    expect(sandbox.read(".git/hooks/pre-commit")).toBe(`${script}// mine\n`);
  });

  it("a hook in another language, where Guard's own file beside it was edited: both stay, and it is said", async () => {
    const sandbox = createHookSandbox();
    sandbox.write(".git/hooks/pre-commit", `#!${process.execPath}\n`, 0o755);
    await sandbox.install();
    sandbox.write(".git/hooks/pre-commit", `${sandbox.read(".git/hooks/pre-commit")}true\n`);
    await sandbox.uninstall();
    expect(sandbox.read(".git/hooks/pre-commit")).toBe("#!/bin/sh\ntrue\n");
    expect(sandbox.io.out.join("")).toContain(".git/hooks/pre-commit.guard-kept is your older hook; it stays");
  });

  it("a hook that somebody has deleted stays deleted", async () => {
    const sandbox = createHookSandbox();
    sandbox.write(".git/hooks/pre-commit", "#!/bin/sh\ntrue\n", 0o755);
    await sandbox.install();
    rmSync(join(sandbox.dir, ".git/hooks/pre-commit"));
    await sandbox.uninstall();
    expect(() => sandbox.read(".git/hooks/pre-commit")).toThrow(/ENOENT/);
  });

  it("package.json and guard.config.json", async () => {
    const sandbox = createHookSandbox();
    sandbox.write("package.json", '{\n\t"scripts": {\n\t\t"test": "x"\n\t}\n}\n');
    await sandbox.init();
    sandbox.write("package.json", sandbox.read("package.json").replace('"scripts"', '"version": "2.0.0",\n\t"scripts"'));
    sandbox.write("guard.config.json", '{ "extends": ["strict"] }\n');
    await sandbox.uninstall();
    expect(sandbox.read("package.json")).toBe('{\n\t"version": "2.0.0",\n\t"scripts": {\n\t\t"test": "x"\n\t}\n}\n');
    expect(sandbox.read("guard.config.json")).toBe('{ "extends": ["strict"] }\n');
  });

  it("git's configuration", async () => {
    const sandbox = createHookSandbox();
    sandbox.git("config", "--global", "core.hooksPath", "~/hooks");
    await sandbox.install();
    sandbox.git("config", "core.pager", "less");
    await sandbox.uninstall();
    expect(sandbox.git("config", "--local", "core.pager")).toBe("less");
    expect(sandbox.tryGit("config", "--local", "core.hooksPath").code).toBe(1);
  });

  it("git's configuration, where the folder comes from a file that it includes", async () => {
    const sandbox = createHookSandbox();
    sandbox.write(".git/team", "[core]\n\thooksPath = /srv/hooks\n");
    sandbox.git("config", "include.path", "team");
    const text = sandbox.read(".git/config");
    await sandbox.install();
    expect(sandbox.git("config", "core.hooksPath")).toBe(join(sandbox.dir, ".git/guard/hooks"));
    sandbox.git("config", "core.pager", "less");
    await sandbox.uninstall();
    expect(sandbox.git("config", "core.hooksPath")).toBe("/srv/hooks");
    expect(
      sandbox
        .read(".git/config")
        .replace("\tpager = less\n", "")
        .replace(/\[core\]\n(?=$|\[)/, ""),
    ).toBe(text);
  });

  it("core.hooksPath that somebody has set since is theirs", async () => {
    const sandbox = createHookSandbox();
    sandbox.git("config", "--global", "core.hooksPath", "~/hooks");
    await sandbox.install();
    sandbox.git("config", "core.hooksPath", "elsewhere");
    await sandbox.uninstall();
    expect(sandbox.git("config", "--local", "core.hooksPath")).toBe("elsewhere");
  });
});

describe("Guard's own store", () => {
  it.each([
    [false, ["guard/journal.jsonl"]],
    [true, []],
  ])("with purge %s", async (purge, left) => {
    const sandbox = createHookSandbox();
    sandbox.git("worktree", "add", "--quiet", "-b", "linked", "../linked");
    await sandbox.install();
    sandbox.write(".git/guard/cache/code/x", "x\n");
    sandbox.write(".git/guard/journal.jsonl", "{}\n");
    sandbox.write(".git/worktrees/linked/guard/last-ok", "x\n");
    await sandbox.uninstall({ purge });
    const files = sandbox.run("sh", "-c", "find .git -path '*guard*' -type f").stdout.split("\n").filter(Boolean);
    expect(files.map((file) => file.slice(".git/".length)).sort()).toEqual(purge ? left : [...left, "worktrees/linked/guard/last-ok"]);
  });
});

describe("without a record", () => {
  it.each<[string, (sandbox: HookSandbox) => void]>([
    ["no hooks", () => {}],
    ["a hook in another language", (sandbox) => sandbox.write(".git/hooks/pre-commit", `#!${process.execPath}\n0;\n`, 0o755)],
    ["a shell hook", (sandbox) => sandbox.write(".git/hooks/pre-commit", "#!/bin/sh\ntrue\n", 0o755)],
    ["global hooks", (sandbox) => sandbox.git("config", "--global", "core.hooksPath", "~/hooks")],
  ])("Guard's files and lines are found all the same: %s", async (_, arrange) => {
    const sandbox = createHookSandbox();
    arrange(sandbox);
    const untouched = snapshot(sandbox);
    await sandbox.install();
    rmSync(join(sandbox.dir, ".git/guard/install.json"));
    await sandbox.uninstall();
    expect(snapshot(sandbox)).toEqual(untouched);
  });

  it("lines that came with a clone go too; installing there had changed no tracked file", async () => {
    const origin = createHookSandbox();
    origin.run(process.execPath, husky);
    await origin.install();
    origin.commit();
    origin.git("clone", "--quiet", ".", "../clone");
    const clone = origin.from(origin.at("../clone"));
    clone.run(process.execPath, husky);
    clone.write(ENTRY, origin.read(ENTRY));
    await clone.install();
    expect(clone.git("status", "--porcelain")).toBe("");
    clone.answer(71);
    expect(clone.tryCommit().code).toBe(1);
    await clone.uninstall();
    expect(clone.tryCommit().code).toBe(0);
  });

  it("a record that is no record: 2, and nothing is touched", async () => {
    const sandbox = createHookSandbox();
    await sandbox.install();
    sandbox.write(".git/guard/install.json", "{}");
    const before = snapshot(sandbox);
    await expect(sandbox.uninstall()).rejects.toMatchObject({ exitCode: 2, code: "install-record" });
    expect(snapshot(sandbox)).toEqual(before);
  });
});

describe("asking", () => {
  it("does nothing without a yes: 2", async () => {
    const sandbox = createHookSandbox();
    await sandbox.install();
    const before = snapshot(sandbox);
    await expect(uninstall({}, sandbox.io)).rejects.toMatchObject({ exitCode: 2, fix: "Run: npx --no guard uninstall --yes" });
    await expect(uninstall({}, { ...sandbox.io, confirm: async () => false })).rejects.toMatchObject({ exitCode: 2 });
    expect(snapshot(sandbox)).toEqual(before);
    expect(await uninstall({}, { ...sandbox.io, confirm: async (question) => question.includes(sandbox.dir) })).toBe(0);
    expect(snapshot(sandbox)).not.toEqual(before);
  });

  it("twice: the second time there is nothing to do", async () => {
    const sandbox = createHookSandbox();
    await sandbox.install();
    await sandbox.uninstall();
    expect(await sandbox.uninstall()).toBe(0);
    expect(sandbox.io.out.at(-1)).toBe("There is nothing of Guard to take out.\n");
  });
});
