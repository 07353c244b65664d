import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { applySteps } from "../../src/install/apply.ts";
import { readRepository } from "../../src/install/hooks-repository.ts";
import { createHookSandbox, type HookSandbox, note, snapshot } from "./hook-sandbox.ts";

const husky = fileURLToPath(new URL("../../node_modules/husky/bin.js", import.meta.url));

interface Refusal {
  readonly where: string;
  readonly code: string;
  readonly arrange: (sandbox: HookSandbox) => HookSandbox | undefined;
}

function inPlace(arrange: (sandbox: HookSandbox) => unknown): Refusal["arrange"] {
  return (sandbox) => {
    arrange(sandbox);
    return undefined;
  };
}

const refusals: readonly Refusal[] = [
  { where: "outside a repository", code: "no-repository", arrange: (sandbox) => sandbox.from(sandbox.at("..")) },
  {
    where: "in a bare repository",
    code: "bare-repository",
    arrange(sandbox) {
      sandbox.git("clone", "--quiet", "--bare", ".", "../bare.git");
      return sandbox.from(sandbox.at("../bare.git"));
    },
  },
  { where: "in a git folder", code: "bare-repository", arrange: (sandbox) => sandbox.from(sandbox.at(".git")) },
  { where: "without git", code: "no-git", arrange: (sandbox) => sandbox.from(sandbox.at(".", { PATH: "/nowhere" })) },
  { where: "where core.hooksPath is empty", code: "hooks-off", arrange: inPlace((sandbox) => sandbox.git("config", "core.hooksPath", "")) },
  { where: "where core.hooksPath is /dev/null", code: "hooks-off", arrange: inPlace((sandbox) => sandbox.git("config", "core.hooksPath", "/dev/null")) },
  { where: "where somebody has a guard.sh", code: "shim-in-the-way", arrange: inPlace((sandbox) => sandbox.write(".git/hooks/guard.sh", "echo mine\n")) },
  {
    where: "where a hook should move to a name that is taken",
    code: "hook-in-the-way",
    arrange: inPlace((sandbox) => {
      sandbox.write(".git/hooks/pre-commit", `#!${process.execPath}\n`, 0o755);
      sandbox.write(".git/hooks/pre-commit.guard-kept", "mine\n");
    }),
  },
  {
    where: "where husky's hook is no shell script",
    code: "hook-unreadable",
    arrange: inPlace((sandbox) => {
      sandbox.run(process.execPath, husky);
      sandbox.write(".husky/pre-commit", "if true; then\n");
    }),
  },
];

describe.each(refusals)("guard install $where", ({ code, arrange }) => {
  it("ends in 2 with one line that says what to do, and changes nothing", async () => {
    const main = createHookSandbox();
    const sandbox = arrange(main) ?? main;
    const before = snapshot(main);
    const error: unknown = await sandbox.install().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "GuardError", exitCode: 2, code, message: expect.stringMatching(/^[^\n]+$/), fix: expect.stringMatching(/^[^\n]+$/) });
    expect(snapshot(main)).toEqual(before);
    expect(sandbox.io.out).toEqual([]);
  });
});

describe("guard install", () => {
  it("says so where git will not call the hooks: husky's folder is missing, and no other worktree has it", async () => {
    const sandbox = createHookSandbox();
    sandbox.run(process.execPath, husky);
    rmSync(join(sandbox.dir, ".husky/_"), { recursive: true });
    await expect(sandbox.install({ quiet: true })).rejects.toMatchObject({ exitCode: 2, code: "hooks-not-called", fix: "Run: npx husky (9.1 or newer)" });
    sandbox.run(process.execPath, husky);
    expect(await sandbox.install({ quiet: true })).toBe(0);
    sandbox.answer(71);
    expect(sandbox.tryCommit().code).toBe(1);
  });

  it("takes back what it did where a later change fails: 3", async () => {
    const sandbox = createHookSandbox();
    sandbox.write(".git/hooks/pre-commit", `#!/bin/sh\n${note("old")}\n`, 0o755);
    await sandbox.install();
    await sandbox.uninstall();
    const before = snapshot(sandbox);
    const repository = await readRepository(sandbox.dir, sandbox.env);
    const write = (path: string) =>
      ({ kind: "write", role: "hook", path: join(sandbox.dir, path), before: null, after: { content: Buffer.from("x"), mode: 0o755 }, note: "" }) as const;
    const steps = [
      { kind: "folder", path: join(sandbox.dir, "made") } as const,
      { kind: "move", from: join(sandbox.dir, ".git/hooks/pre-commit"), to: join(sandbox.dir, ".git/hooks/pre-commit.guard-kept"), note: "" } as const,
      write(".git/hooks/pre-commit"),
      write("readme.md/impossible"),
    ];
    await expect(applySteps(repository, steps, sandbox.env)).rejects.toMatchObject({ exitCode: 3, code: "not-installed" });
    expect(snapshot(sandbox)).toEqual(before);
  });

  it("waits for its turn, and a lock that a dead process left does not matter", async () => {
    const sandbox = createHookSandbox();
    sandbox.write(".git/hooks/pre-commit", `#!${process.execPath}\nprocess.exit(0);\n`, 0o755);
    const untouched = snapshot(sandbox);
    const gone = sandbox.run("sh", "-c", "echo $$").stdout;
    sandbox.write(".git/guard.lock", gone);
    await Promise.all([sandbox.install(), sandbox.install(), sandbox.install()]);
    expect(sandbox.io.out.filter((text) => text === "Guard is in place; nothing to change.\n")).toHaveLength(2);
    await sandbox.uninstall();
    expect(snapshot(sandbox)).toEqual(untouched);
  });

  it("is not led astray by the variables of a surrounding hook", async () => {
    const sandbox = createHookSandbox();
    sandbox.git("init", "--quiet", "../other");
    const hooked = sandbox.from(
      sandbox.at(".", { GIT_DIR: join(sandbox.dir, "../other/.git"), GIT_INDEX_FILE: "/gone", GIT_EDITOR: ":", GIT_CONFIG_COUNT: "1" }),
    );
    await hooked.install();
    expect(sandbox.read(".git/hooks/pre-commit")).toContain("guard.sh");
  });
});
