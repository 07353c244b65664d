import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Ended } from "../../support/git-sandbox.ts";
import { createGuarded, type Guarded, project, secretLines } from "../guarded.ts";
import { expectNoInsides, expectOneLine } from "./refusal.ts";

/** What stands in a broken module, and must stand in no message. */
const QUOTED = "quoted-from-a-file";

/** A repository with something staged, whose Guard is a copy that may be broken: `dist` as given, by file name, or none. */
function createBroken(dist: Readonly<Record<string, string>> | null): Guarded {
  const guarded = createGuarded();
  const own = join(guarded.dir, "node_modules/@vibetech/guard");
  rmSync(own);
  mkdirSync(own);
  for (const part of ["hooks", "package.json"]) cpSync(join(project, part), join(own, part), { recursive: true });
  for (const [name, text] of Object.entries(dist ?? {})) guarded.write(join(own, "dist", name), text);
  guarded.write("src/app.ts", "export const name = 'changed';\n");
  guarded.git("add", "src/app.ts");
  return { ...guarded, guard: (...args) => guarded.run(process.execPath, join(own, "hooks/guard.cjs"), ...args) };
}

describe("the command", () => {
  test.each<[string, string | null, string | RegExp]>([
    ["was never built", null, "Guard failed (ERR_MODULE_NOT_FOUND)"],
    ["throws while it loads", `throw new Error("${QUOTED}");`, "Guard failed (Error)"],
    ["is no JavaScript", `this is no JavaScript ${QUOTED}`, "Guard failed (SyntaxError)"],
    ["lacks a package", `import "${QUOTED}"; export const main = () => 0;`, "Guard failed (ERR_MODULE_NOT_FOUND)"],
    ["exports nothing", "export {};", "Guard failed (TypeError)"],
    ["rejects", `export const main = () => Promise.reject(new RangeError("${QUOTED}"));`, "Guard failed (RangeError)"],
    ["throws later", `export const main = () => new Promise(() => setTimeout(() => { throw new Error("${QUOTED}"); }));`, "Guard failed (Error)"],
    [
      "throws beside its verdict",
      `setTimeout(() => { throw new Error("${QUOTED}"); }); export const main = () => new Promise((resolve) => setTimeout(resolve, 100, 0));`,
      "Guard failed (Error)",
    ],
    [
      "rejects beside its verdict",
      `Promise.reject("${QUOTED}"); export const main = () => new Promise((resolve) => setTimeout(resolve, 100, 0));`,
      "Guard failed",
    ],
    ["ends the program", "export const main = () => process.exit(0);", "Guard ended without a verdict"],
    ["ends the program as if something blocked", "export const main = () => process.exit(1);", "Guard ended without a verdict"],
    ["never answers", "export const main = () => new Promise(() => {});", "Guard ended without a verdict"],
    ["never finishes loading", "await new Promise(() => {}); export const main = () => 0;", "Guard ended without a verdict"],
  ])("%s", (_what, cli, says) => {
    const { code, stdout, stderr } = createBroken(cli === null ? null : { "cli.js": cli }).guard("check");
    expect([code, stdout]).toEqual([3, ""]);
    expectOneLine(stderr, says);
    expect(stderr).not.toContain(QUOTED);
  });
});

/** As the build leaves it: a function that is called like a module. */
function asHook(code: string): Record<string, string> {
  return { "hook-AAAAAAAA.cjs": `(function (exports, require, module, __filename, __dirname, importModule) {${code}\n})` };
}

describe("the entry of the hook", () => {
  test.each<[string, string | null, string]>([
    ["was never built", null, "Guard failed (ENOENT)"],
    ["throws while it loads", `throw new Error("${QUOTED}");`, "Guard failed (Error)"],
    ["is no JavaScript", `this is no JavaScript ${QUOTED}`, "Guard failed (SyntaxError)"],
    ["exports nothing", "", "Guard failed (TypeError)"],
    ["rejects", `exports.runHook = async () => { throw new Error("${QUOTED}"); };`, "Guard failed (Error)"],
    [
      "throws later",
      `exports.runHook = async () => { setTimeout(() => { throw new Error("${QUOTED}"); }); await new Promise(() => {}); };`,
      "Guard failed (Error)",
    ],
    [
      "throws beside a clean verdict",
      `setTimeout(() => { throw new Error("${QUOTED}"); }); exports.runHook = () => new Promise((resolve) => setTimeout(resolve, 100, { code: 70 }));`,
      "Guard failed (Error)",
    ],
    ["ends the program well", "exports.runHook = () => process.exit(0);", "Guard ended without a verdict"],
    ["answers 0", "exports.runHook = async () => ({ code: 0 });", "ended with code 0, which is no verdict"],
    ["answers 1", "exports.runHook = async () => ({ code: 1 });", "ended with code 1, which is no verdict"],
    ["answers nothing", "exports.runHook = async () => {};", "no verdict"],
    ["never answers", "exports.runHook = () => new Promise(() => {});", "Guard ended without a verdict"],
    ["is killed", 'exports.runHook = () => new Promise(() => process.kill(process.pid, "SIGKILL"));', "which is no verdict"],
    ["runs out of memory", "exports.runHook = async () => { const all = []; for (;;) all.push(new Array(1e6).fill({})); };", "which is no verdict"],
  ])("%s", (_what, hook, says) => {
    const guarded = createBroken(hook === null ? null : asHook(hook));
    const head = guarded.git("rev-parse", "HEAD");
    const smallHeap = guarded.at(".", { NODE_OPTIONS: "--max-old-space-size=64" });
    const { code, stderr } = smallHeap.tryGit("commit", "-m", "Change");
    expect(code, stderr).toBe(1);
    expect(stderr).toContain(says);
    expect(stderr).toContain("Nothing counts as checked, so git stopped.");
    expect(stderr).not.toContain(QUOTED);
    expect(guarded.git("rev-parse", "HEAD")).toBe(head);
  });

  test("a verdict is taken for what it is", () => {
    expect(createBroken(asHook("exports.runHook = async () => ({ code: 70, isQuiet: true });")).tryGit("commit", "-m", "Change").code).toBe(0);
    const { code, stderr } = createBroken(asHook("exports.runHook = async () => ({ code: 71 });")).tryGit("commit", "-m", "Change");
    expect([code, stderr]).toEqual([1, ""]);
  });

  test("Guard was taken out of node_modules", () => {
    const guarded = createBroken(null);
    rmSync(join(guarded.dir, "node_modules"), { recursive: true });
    rmSync(join(guarded.dir, ".git/guard/entry"));
    const { code, stderr } = guarded.tryGit("commit", "-m", "Change");
    expect(code).toBe(1);
    expectOneLine(stderr, "@vibetech/guard is not installed here.");
  });
});

describe("a build of which something is missing lets no secret through", () => {
  /** A copy of the whole build, and a secret that is staged. */
  function createCopy(): { readonly dist: string; judge(): Ended } {
    const guarded = createBroken({});
    const own = join(guarded.dir, "node_modules/@vibetech/guard");
    cpSync(join(project, "dist"), join(own, "dist"), { recursive: true });
    symlinkSync(join(project, "node_modules"), join(own, "node_modules"), "junction");
    guarded.write("src/pay.ts", secretLines());
    guarded.git("add", "src/pay.ts");
    return { dist: join(own, "dist"), judge: () => guarded.run(process.execPath, join(own, "hooks/hook.cjs"), "pre-commit") };
  }

  test("any of its modules", () => {
    const { dist, judge } = createCopy();
    expect(judge().code).toBe(71);
    const modules = readdirSync(dist).filter((name) => name.endsWith(".cjs"));
    const ends = modules.map((name) => {
      renameSync(join(dist, name), join(dist, "away"));
      const { code, stderr } = judge();
      renameSync(join(dist, "away"), join(dist, name));
      expectNoInsides(stderr);
      return [name, code] as const;
    });
    expect(ends.filter(([, code]) => code !== 71 && code !== 3)).toEqual([]);
    expect(ends.filter(([, code]) => code === 3).length).toBeGreaterThan(2);
  });

  test.each<[string, (whole: Buffer) => Buffer | null]>([
    ["missing", () => null],
    ["empty", () => Buffer.alloc(0)],
    ["cut off", (whole) => whole.subarray(0, whole.length >> 1)],
    ["another file", () => Buffer.from("no rules at all")],
  ])("the compiled rules: %s", (_how, damage) => {
    const { dist, judge } = createCopy();
    const file = join(dist, "ruleset.bin");
    const damaged = damage(readFileSync(file));
    if (damaged === null) rmSync(file);
    else writeFileSync(file, damaged);
    expect(judge().code).toBe(71);
  });
});
