import { chmodSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { findTraps } from "../../src/doctor/find-traps.ts";
import { mendTraps } from "../../src/doctor/mend.ts";
import type { Trap } from "../../src/doctor/trap.ts";
import { readRepository } from "../../src/install/hooks-repository.ts";
import { withLockedRepository } from "../../src/install/lock.ts";
import { readShipped } from "../../src/install/shipped.ts";
import { createHookSandbox, type HookSandbox, note, snapshot } from "../install/hook-sandbox.ts";

const HUSKY = fileURLToPath(new URL("../../node_modules/husky/bin.js", import.meta.url));

async function look(sandbox: HookSandbox): Promise<readonly Trap[]> {
  return findTraps(await readRepository(sandbox.dir, sandbox.env), readShipped(), sandbox.env);
}

const idsOf = (traps: readonly Trap[]): string[] => [...new Set(traps.map(({ id }) => id))];

async function createInstalled(arrange: (sandbox: HookSandbox) => void = () => {}): Promise<HookSandbox> {
  const sandbox = createHookSandbox();
  arrange(sandbox);
  await sandbox.install();
  return sandbox;
}

function runHusky(sandbox: HookSandbox): void {
  sandbox.run(process.execPath, HUSKY);
  sandbox.write(".husky/pre-commit", `${note("husky")}\n`);
}

const hookOf = (sandbox: HookSandbox): string => join(sandbox.dir, ".git/hooks/pre-commit");

describe("a trap is named, and mended", () => {
  test.each<[id: string, spring: (sandbox: HookSandbox) => void, arrange?: (sandbox: HookSandbox) => void]>([
    ["not-executable", (sandbox) => chmodSync(hookOf(sandbox), 0o644)],
    ["carriage-return", (sandbox) => writeFileSync(hookOf(sandbox), sandbox.read(".git/hooks/pre-commit").replaceAll("\n", "\r\n"))],
    ["hook-missing", (sandbox) => rmSync(hookOf(sandbox))],
    ["not-called", (sandbox) => writeFileSync(hookOf(sandbox), "#!/bin/sh\ntrue\n")],
    ["hook-edited", (sandbox) => writeFileSync(hookOf(sandbox), sandbox.read(".git/hooks/pre-commit").replace("exit 3", "exit 0"))],
    ["hook-replaced", (sandbox) => writeFileSync(hookOf(sandbox), `#!${process.execPath}\n`)],
    ["shim-missing", (sandbox) => rmSync(join(sandbox.dir, ".git/hooks/guard.sh"))],
    ["shim-edited", (sandbox) => void sandbox.write(".git/hooks/guard.sh", `${sandbox.read(".git/hooks/guard.sh")}exit 0 #\n`)],
    ["node-gone", (sandbox) => void sandbox.write(".git/guard/node", "/gone/node\n")],
    ["entry-gone", (sandbox) => void sandbox.write(".git/guard/entry", "/gone/hook.cjs\n")],
    ["foreign-hooks-path", (sandbox) => sandbox.git("config", "--global", "core.hooksPath", "~/hooks")],
    [
      "shim-missing",
      (sandbox) => rmSync(join(sandbox.dir, ".git/guard/hooks"), { recursive: true }),
      (sandbox) => sandbox.git("config", "--global", "core.hooksPath", "~/hooks"),
    ],
    ["not-called", (sandbox) => void sandbox.write(".husky/pre-commit", `${note("rewritten")}\n`), runHusky],
  ])("%s", async (id, spring, arrange) => {
    const sandbox = await createInstalled(arrange);
    expect(await look(sandbox)).toEqual([]);
    spring(sandbox);
    const found = (await look(sandbox)).filter(({ level }) => level === "wrong");
    expect(idsOf(found)).toContain(id);
    for (const trap of found) expect(trap).toMatchObject({ isMendable: true, fix: "Run: npx --no guard doctor --fix" });
    await withLockedRepository(sandbox.dir, sandbox.env, (repository) => mendTraps(repository, sandbox.env));
    expect((await look(sandbox)).filter(({ level }) => level === "wrong")).toEqual([]);
    sandbox.answer(71);
    expect(sandbox.tryCommit().code).toBe(1);
    expect(sandbox.calls()).toContain("guard pre-commit");
  });

  test("not-installed", async () => {
    const sandbox = createHookSandbox();
    expect(idsOf(await look(sandbox))).toEqual(["not-installed"]);
  });

  test("husky-shims-missing and worktree-unguarded: a fresh linked worktree, seen from itself and from the main one", async () => {
    const sandbox = await createInstalled(runHusky);
    sandbox.commit();
    sandbox.git("worktree", "add", "--quiet", "-b", "linked", "../linked");
    const linked = sandbox.from(sandbox.at("../linked"));
    sandbox.answer(71);
    expect(linked.tryCommit().code).toBe(0);
    expect(idsOf(await look(linked))).toEqual(["husky-shims-missing"]);
    expect(await look(sandbox)).toMatchObject([{ id: "worktree-unguarded", message: expect.stringContaining(linked.dir) }]);
    await withLockedRepository(sandbox.dir, sandbox.env, (repository) => mendTraps(repository, sandbox.env));
    expect([await look(sandbox), await look(linked)]).toEqual([[], []]);
    expect(linked.tryCommit().code).toBe(1);
  });
});

describe("a trap is named, and people decide", () => {
  test.each<[id: string, spring: (sandbox: HookSandbox) => void, way: RegExp]>([
    ["hooks-off", (sandbox) => sandbox.git("config", "core.hooksPath", ""), /git config --local --unset core\.hooksPath/],
    ["hooks-off", (sandbox) => sandbox.git("config", "core.hooksPath", "/dev/null"), /git config --local --unset core\.hooksPath/],
    ["shim-in-the-way", (sandbox) => void sandbox.write(".git/hooks/guard.sh", "echo mine\n"), /another name/],
    ["install-record", (sandbox) => void sandbox.write(".git/guard/install.json", "{}"), /Delete it/],
  ])("%s", async (id, spring, way) => {
    const sandbox = await createInstalled();
    spring(sandbox);
    expect(await look(sandbox)).toMatchObject([{ id, level: "wrong", isMendable: false, fix: expect.stringMatching(way) }]);
  });
});

test.each<[what: string, arrange: (sandbox: HookSandbox) => void, folder: string]>([
  ["husky's folder", runHusky, ".husky"],
  ["husky's folder, husky run again since", runHusky, ".husky"],
  [
    "another tracked folder",
    (sandbox) => {
      sandbox.write(".githooks/pre-commit", "#!/bin/sh\n", 0o755);
      sandbox.git("config", "core.hooksPath", ".githooks");
    },
    ".githooks",
  ],
])("hooks-left-out: %s is not in a sparse checkout; nothing is written there, and the way out leads out", async (what, arrange, folder) => {
  const sandbox = await createInstalled(arrange);
  sandbox.commit({ "src/app.ts": "x\n" });
  sandbox.git("sparse-checkout", "set", "src");
  if (what.endsWith("since")) sandbox.run(process.execPath, HUSKY);
  sandbox.answer(71);
  expect(sandbox.tryCommit().code).toBe(0);
  const before = snapshot(sandbox);
  const found = await look(sandbox);
  expect(found).toMatchObject([
    { id: "hooks-left-out", level: "wrong", isMendable: false, fix: expect.stringContaining(`git sparse-checkout add ${folder},`) },
  ]);
  await expect(sandbox.install()).rejects.toMatchObject({ exitCode: 2, code: "hooks-left-out" });
  expect(snapshot(sandbox)).toEqual(before);
  sandbox.git("sparse-checkout", "add", folder);
  if (folder === ".husky") sandbox.run(process.execPath, HUSKY);
  await sandbox.install();
  expect(sandbox.tryCommit().code).toBe(1);
});

describe("hooks that never run are told, and nothing is wrong", () => {
  test.each<[id: string, arrange: (sandbox: HookSandbox) => void, says: RegExp]>([
    [
      "dormant-hooks",
      (sandbox) => {
        sandbox.write(".git/hooks/pre-commit", "#!/bin/sh\n", 0o755);
        runHusky(sandbox);
      },
      /^pre-commit in .*\.git\/hooks never run: git looks in .*\.husky\.$/,
    ],
    ["dormant-hooks", (sandbox) => void sandbox.write(".husky/pre-push", "true\n"), /^pre-push in .*\.husky never run/],
    ["dormant-hooks", (sandbox) => void sandbox.write("tools/git-hooks/pre-commit", "#!/bin/sh\n", 0o755), /tools\/git-hooks never run/],
    ["uncalled-tool", (sandbox) => void sandbox.write("lefthook.yml", "pre-commit:\n"), /does not call lefthook/],
    ["uncalled-tool", (sandbox) => void sandbox.write(".pre-commit-config.yaml", "repos: []\n"), /does not call pre-commit/],
  ])("%s", async (id, arrange, says) => {
    const sandbox = await createInstalled(arrange);
    expect(await look(sandbox)).toMatchObject([{ id, level: "notice", message: expect.stringMatching(says) }]);
  });
});

test("looking changes nothing, and what is recorded of another machine's Node that is there is no trap", async () => {
  const sandbox = await createInstalled(runHusky);
  sandbox.write(".git/guard/node", "/bin/sh\n");
  const before = snapshot(sandbox);
  expect(await look(sandbox)).toEqual([]);
  expect(snapshot(sandbox)).toEqual(before);
});

test("a repository that moved is not taken for one that is wrong", async () => {
  const sandbox = await createInstalled();
  renameSync(sandbox.dir, `${sandbox.dir} moved`);
  expect(await look(sandbox.from(sandbox.at("../repository moved")))).toEqual([]);
});
