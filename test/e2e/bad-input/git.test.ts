import { describe, expect, test } from "vitest";
import { createGuarded, type Guarded, secretLines } from "../guarded.ts";
import { diesAfter, endsAfter, withFakeGit } from "./fake-git.ts";
import { expectJson, expectRefusal } from "./refusal.ts";

/** Two files are staged, one too large for any pipe to swallow whole; both packed, so that git must be asked for them. */
function createStaged(): Guarded {
  const guarded = createGuarded();
  guarded.write("src/long.ts", "export const line = 1;\n".repeat(20_000));
  guarded.write("src/short.ts", "export const line = 2;\n");
  guarded.git("add", "src");
  guarded.git("-c", "pack.windowMemory=1m", "repack", "-q", "-a", "-d", "--pack-kept-objects");
  guarded.git("prune-packed");
  return guarded;
}

const staged = ["check"];
const all = ["check", "--all"];

const isWindows = process.platform === "win32";

// On Windows a program that stands in for git would have to be an .exe.
describe.skipIf(isWindows)("a git that is killed", () => {
  test.each([
    ["rev-parse", staged, 0],
    ["rev-parse", all, 7],
    ["rev-parse", ["check", "src"], 7],
    ["diff-index", staged, 0],
    ["diff-index", staged, 1],
    ["diff-index", staged, 100],
    ["diff-index", staged, 1_000_000],
    ["ls-files", all, 0],
    ["ls-files", all, 50],
    ["ls-files", ["check", "src"], 10],
    ["cat-file", staged, 0],
    ["cat-file", staged, 10],
    ["cat-file", staged, 100_000],
  ])("%s of %j after %i bytes", (verb, args, bytes) => {
    expectRefusal(withFakeGit(createStaged(), verb, diesAfter(bytes)), args, { code: 3, says: `git ${verb} was killed (SIGKILL)` });
  });

  // By its own name: `git commit` puts its own folder first on PATH, where no other git comes in between.
  test.each([
    ["diff-index", 0],
    ["diff-index", 100],
    ["cat-file", 10],
  ])("the hook: %s after %i bytes", (verb, bytes) => {
    const { code, stderr } = withFakeGit(createStaged(), verb, diesAfter(bytes)).run(".git/hooks/pre-commit");
    expect(code).toBe(3);
    expect(stderr).toContain(`git ${verb} was killed (SIGKILL)`);
    expect(stderr).toContain("Nothing counts as checked, so git stopped.");
  });

  test("where only the hook's first list breaks off, git is asked again", () => {
    const guarded = createStaged();
    guarded.write("src/pay.ts", secretLines());
    guarded.git("add", "src/pay.ts");
    const dyingOnce = `const { existsSync, writeFileSync } = require("node:fs");
      if (existsSync("../died")) { real.stdout.pipe(process.stdout); real.on("close", (code) => process.exit(code)); }
      else { writeFileSync("../died", ""); ${diesAfter(100)} }`;
    const { code, stderr } = withFakeGit(guarded, "diff-index", dyingOnce).run(".git/hooks/pre-commit");
    expect(code).toBe(1);
    expect(stderr).toContain("src/pay.ts:2:");
  });
});

describe.skipIf(isWindows)("a git that says it ended well and broke off", () => {
  test.each([
    ["diff-index", staged, 1],
    ["diff-index", staged, 100],
    ["ls-files", all, 50],
    ["cat-file", staged, 0],
    ["cat-file", staged, 10],
    ["cat-file", staged, 100_000],
  ])("%s of %j after %i bytes", (verb, args, bytes) => {
    expectRefusal(withFakeGit(createStaged(), verb, endsAfter(bytes)), args, { code: 3, says: `git ${verb} did not answer whole` });
  });
});

test("no git", () => {
  const guarded = createGuarded();
  const without = {
    ...guarded,
    guard: (...args: string[]) => guarded.at(".", { PATH: "/nowhere" }).run(process.execPath, "node_modules/@vibetech/guard/hooks/guard.cjs", ...args),
  };
  expectRefusal(without, staged, { code: 2, says: "No git was found on PATH" });
});

test.skipIf(isWindows)("a git that the repository brings along is not run", () => {
  const guarded = createGuarded();
  guarded.write("bin/git", "#!/bin/sh\ntouch ran\n", 0o755);
  const tempted = guarded.at(".", { PATH: `${guarded.dir}/bin:${guarded.env.PATH}` });
  expect(tempted.run(process.execPath, "node_modules/@vibetech/guard/hooks/guard.cjs", "check").code).toBe(0);
  expect(guarded.tryGit("status", "--short").stdout).toBe("?? bin/\n");
});

describe.skipIf(isWindows)("the index moves while Guard looks", () => {
  /** Stages another file when `cat-file` has answered everything. */
  const stages = (guarded: Guarded, command: string): Guarded =>
    withFakeGit(
      guarded,
      "cat-file",
      `real.stdout.pipe(process.stdout); real.on("close", () => { require("node:child_process").execSync(${JSON.stringify(command)}); process.exit(0); });`,
    );

  test("other content: nothing counts", () => {
    const guarded = createStaged();
    guarded.write("late.ts", "export const late = 1;\n");
    const moving = stages(guarded, "unset GIT_INDEX_FILE; git add late.ts");
    const { code, stderr } = moving.guard("check");
    expect(code).toBe(3);
    expect(stderr).toMatch(/^guard: The index changed while Guard was checking.*Commit again\.\n$/);
  });

  test("the same content, written anew: the verdict stands", () => {
    const guarded = createStaged();
    expectJson(stages(guarded, "touch src/app.ts; git update-index -q --refresh").guard("check", "--format", "json"), 0);
  });
});
