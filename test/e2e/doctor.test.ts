import { chmodSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createGuarded, fingerprintOf, type Guarded, type Host, withGuard } from "./guarded.ts";

const FIRES = [
  { event: "pre-commit", outcome: "stopped", told: "" },
  { event: "pre-merge-commit", outcome: "stopped", told: "" },
  { event: "post-commit", outcome: "recorded", told: "" },
  { event: "pre-push", outcome: "stopped", told: "" },
];

/** `guard doctor` with a folder of its own for what it throws away; that is empty afterwards. */
function doctor(sandbox: Guarded, ...args: string[]): { code: number | null; hooks: unknown; traps: { id: string; fix: string }[]; mended: { id: string }[] } {
  const scratch = join(sandbox.home, "scratch");
  mkdirSync(scratch, { recursive: true });
  const { code, stdout } = withGuard(sandbox.at(".", { TMPDIR: scratch, NODE_COMPILE_CACHE: "" })).guard("doctor", "--format", "json", ...args);
  expect(readdirSync(scratch)).toEqual([]);
  const report = JSON.parse(stdout);
  expect([report.schema, report.exitCode]).toEqual(["guard.doctor/1", code]);
  return { code, ...report };
}

/** Guard's own store, byte for byte, but for what it compiles. */
function storeOf(sandbox: Guarded): [string, string][] {
  const names = readdirSync(join(sandbox.dir, ".git/guard")).filter((name) => name !== "cache");
  return names.sort().map((name) => [name, sandbox.read(`.git/guard/${name}`)]);
}

describe.each<Host>(["plain hook", "husky"])("with a %s", (host) => {
  test("the canary is stopped by the real hooks, and nothing of the user's is touched", () => {
    const sandbox = createGuarded(host);
    sandbox.write("src/app.ts", "export const half = 'staged';\n");
    sandbox.git("add", "src/app.ts");
    sandbox.git("stash", "--quiet");
    sandbox.write("src/app.ts", "export const half = 'staged';\n");
    sandbox.git("add", "src/app.ts");
    sandbox.write("src/app.ts", "export const half = 'not staged';\n");
    const before = [fingerprintOf(sandbox), storeOf(sandbox), sandbox.git("reflog", "--all")];
    expect(doctor(sandbox)).toMatchObject({ code: 0, hooks: FIRES, traps: [] });
    expect([fingerprintOf(sandbox), storeOf(sandbox), sandbox.git("reflog", "--all")]).toEqual(before);
  });

  test("hooks that let everything through are found out", () => {
    const sandbox = createGuarded(host);
    const broken = host === "husky" ? ["pre-commit"] : ["post-commit", "pre-push"];
    for (const event of broken) {
      const path = host === "husky" ? `.husky/${event}` : `.git/hooks/${event}`;
      const own = sandbox.read(path);
      sandbox.write(path, own.startsWith("#!") ? own.replace("\n", "\nexit 0\n") : `exit 0\n${own}`);
    }
    const { code, hooks, traps } = doctor(sandbox);
    const expected = FIRES.map((proof) => (broken.includes(proof.event) ? { ...proof, outcome: "passed" } : proof));
    expect([code, hooks, traps.map(({ id }) => id)]).toEqual([1, expected, broken.map(() => "hook-passed")]);
  });
});

test("before the first commit, and in a linked worktree without node_modules", () => {
  expect(doctor(createGuarded("plain hook", { unborn: true }))).toMatchObject({ code: 0, hooks: FIRES });
  const main = createGuarded();
  main.git("worktree", "add", "--quiet", "-b", "linked", "../linked tree");
  expect(doctor(withGuard(main.at("../linked tree")))).toMatchObject({ code: 0, hooks: FIRES });
});

test("where messages are judged, that is proved too", () => {
  const sandbox = createGuarded();
  expect(sandbox.guard("install", "--commit-msg").code).toBe(0);
  const [commit, merge, ...others] = FIRES;
  expect(doctor(sandbox)).toMatchObject({ code: 0, hooks: [commit, merge, { event: "commit-msg", outcome: "stopped" }, ...others], traps: [] });
});

test("a configuration of the user's own does not decide about the canary", () => {
  const sandbox = createGuarded();
  sandbox.commit({ "guard.config.json": '{ "rules": { "environment/*": "off", "secrets/*": "off" } }\n' });
  expect(doctor(sandbox)).toMatchObject({ code: 0, hooks: FIRES });
});

test("HUSKY=0 is found out, and said", () => {
  const sandbox = createGuarded("husky");
  const { code, traps } = doctor(withGuard(sandbox.at(".", { HUSKY: "0" })));
  expect([code, traps[0]?.id, traps[0]?.fix]).toEqual([1, "hook-passed", expect.stringContaining("HUSKY=0")]);
});

test("husky's folder that is missing in a fresh worktree: no hook fires, and --fix mends it", () => {
  const main = createGuarded("husky");
  main.git("worktree", "add", "--quiet", "-b", "linked", "../linked");
  const linked = withGuard(main.at("../linked"));
  const { code, hooks, traps } = doctor(linked);
  expect([code, hooks, traps.map(({ id }) => id)]).toEqual([1, FIRES.map((proof) => ({ ...proof, outcome: "passed" })), ["husky-shims-missing"]]);
  expect(doctor(linked, "--fix")).toMatchObject({ code: 0, hooks: FIRES, traps: [], mended: [{ id: "husky-shims-missing" }] });
});

test("a hook that git does not run, and --fix", () => {
  const sandbox = createGuarded();
  chmodSync(join(sandbox.dir, ".git/hooks/pre-commit"), 0o644);
  expect(doctor(sandbox)).toMatchObject({ code: 1, traps: [{ id: "not-executable" }] });
  expect(doctor(sandbox, "--fix")).toMatchObject({ code: 0, hooks: FIRES, traps: [], mended: [{ id: "not-executable" }] });
});

test("a Node that is too old: Guard is called and comes to no verdict", () => {
  const sandbox = createGuarded();
  const old = sandbox.write("../old/node", "#!/bin/sh\necho 'guard: Guard needs Node 22.18 or newer; this is v18.0.0.' >&2\nexit 3\n", 0o755);
  sandbox.write(".git/guard/node", `${old}\n`);
  const { code, traps } = doctor(sandbox);
  expect([code, traps]).toMatchObject([1, [{ id: "guard-fails", fix: expect.stringContaining("Node 22.18") }, { id: "guard-fails" }, { id: "guard-fails" }]]);
});

test("Guard that is gone from the worktree and from the record", () => {
  const sandbox = createGuarded();
  rmSync(join(sandbox.dir, "node_modules"), { recursive: true });
  sandbox.write(".git/guard/entry", "/gone/hook.cjs\n");
  const { code, hooks, traps } = doctor(sandbox);
  expect([code, hooks]).toMatchObject([
    1,
    [{ outcome: "failed", told: expect.stringContaining("not installed here") }, { outcome: "failed" }, { outcome: "recorded" }, { outcome: "failed" }],
  ]);
  expect(traps.map(({ id }) => id)).toEqual(["entry-gone"]);
  expect(doctor(sandbox, "--fix")).toMatchObject({ code: 0, hooks: FIRES });
});

test("lines of the hook's own that fail first: nothing is proved, and that is not well", () => {
  const sandbox = createGuarded("husky");
  sandbox.write(".husky/pre-commit", `echo 'tests are red'\nfalse\n${sandbox.read(".husky/pre-commit")}`);
  const { code, hooks } = doctor(sandbox);
  expect([code, hooks]).toEqual([3, [{ ...FIRES[0], outcome: "unclear", told: expect.stringMatching(/tests are red|husky/) }, ...FIRES.slice(1)]]);
});

test("as text, and outside of a repository", () => {
  const sandbox = createGuarded();
  const { code, stdout, stderr } = sandbox.guard("doctor");
  expect([code, stdout]).toEqual([
    0,
    `hooks   ${sandbox.dir}/.git/hooks\nfires   pre-commit stopped a change that must not pass\nfires   pre-merge-commit stopped a change that must not pass\nfires   post-commit wrote down a commit that no check had seen\nfires   pre-push stopped a change that must not pass\nguard: the hooks fire here\n`,
  ]);
  expect(stderr).toMatch(/^guard: committing and pushing canaries .*\n$/);
  expect(withGuard(sandbox.at("..")).guard("doctor", "--format", "json")).toMatchObject({ code: 2, stdout: expect.stringContaining('"no-repository"') });
});
