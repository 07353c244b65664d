import { chmodSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createSandbox } from "../../support/git-sandbox.ts";
import { createGuarded, fingerprintOf, type Guarded, secretLines, withGuard } from "../guarded.ts";
import { expectJson, expectRefusal, expectStopped } from "./refusal.ts";

/** The loose file of an object, made writable. */
function looseFile(guarded: Guarded, oid: string): string {
  const file = join(guarded.dir, ".git/objects", oid.slice(0, 2), oid.slice(2));
  chmodSync(file, 0o644);
  return file;
}

/** Two branches that change one line differently, half merged. */
function createConflict(): Guarded {
  const guarded = createGuarded();
  guarded.git("checkout", "--quiet", "-b", "other");
  guarded.commit({ "src/app.ts": "export const name = 'theirs';\n" });
  guarded.git("checkout", "--quiet", "main");
  guarded.commit({ "src/app.ts": "export const name = 'ours';\n" });
  guarded.tryGit("merge", "--quiet", "other");
  return guarded;
}

describe("no work tree", () => {
  function createFolder() {
    const sandbox = createSandbox();
    onTestFinished(sandbox.cleanup);
    rmSync(join(sandbox.dir, ".git"), { recursive: true });
    return withGuard(sandbox);
  }

  test.each([[[]], [["--staged"]], [["--all"]]])("no repository: check %j", (flags) => {
    expectRefusal(createFolder(), ["check", ...flags], { code: 2, says: "There is no git repository here" });
  });

  test("a bare repository", () => {
    const folder = createFolder();
    folder.git("init", "--quiet", "--bare");
    expectRefusal(folder, ["check"], { code: 2, says: "bare repository" });
    expectRefusal(folder, ["check", "--all"], { code: 2, says: "bare repository" });
  });

  test("git's own folder", () => {
    const guarded = createGuarded();
    expectRefusal(withGuard(guarded.at(".git")), ["check"], { code: 2, says: "git's own folder" });
  });

  test("files in no repository are judged all the same", () => {
    const folder = createFolder();
    folder.write("settings.py", secretLines());
    expectJson(folder.guard("check", "settings.py", "--format", "json"), 1);
    expectJson(folder.guard("check", ".", "--format", "json"), 1);
  });

  test("from the root of the file system, where every git lies inside", () => {
    const folder = createFolder();
    const file = folder.write("settings.py", secretLines());
    expectJson(withGuard(folder.at("/")).guard("check", file, "--format", "json"), 1);
  });
});

describe("nothing there yet", () => {
  test("unborn HEAD: nothing is staged, then a secret", () => {
    const guarded = createGuarded("plain hook", { unborn: true });
    expect(guarded.guard("check")).toMatchObject({ code: 0, stdout: expect.stringContaining("nothing is staged, so there was nothing to check"), stderr: "" });
    guarded.write("settings.py", secretLines());
    guarded.git("add", "settings.py");
    expectJson(guarded.guard("check", "--format", "json"), 1);
    expectJson(guarded.guard("check", "--all", "--format", "json"), 1);
  });

  test("nothing staged", () => {
    const guarded = createGuarded();
    const before = fingerprintOf(guarded);
    expect(guarded.guard("check")).toMatchObject({ code: 0, stdout: expect.stringContaining("nothing is staged, so there was nothing to check"), stderr: "" });
    expect(expectJson(guarded.guard("check", "--format", "json"), 0)).toMatchObject({ complete: true, coverage: { entries: 0, entriesChecked: 0 } });
    expect(fingerprintOf(guarded)).toBe(before);
  });

  test("a commit of nothing", () => {
    const guarded = createGuarded();
    expect(guarded.tryGit("commit", "--allow-empty", "-m", "Nothing")).toMatchObject({ code: 0 });
  });
});

test.each([[[]], [["--all"]]])("unmerged entries: check %j", (flags) => {
  const guarded = createConflict();
  const report = expectRefusal(guarded, ["check", ...flags], { code: 3, says: /^guard: src\/app\.ts is not merged yet/ });
  expect(report.error?.code).toBe("unmerged");
  expect(guarded.guard("check", ...flags).stdout).not.toMatch(/nothing is staged|is empty/);
});

describe("what git holds is damaged", () => {
  test("a staged object is missing", () => {
    const guarded = createGuarded();
    guarded.write("src/lost.ts", "export const lost = 1;\n");
    guarded.git("add", "src/lost.ts");
    rmSync(looseFile(guarded, guarded.git("rev-parse", ":src/lost.ts")));
    const { unknown } = expectRefusal(guarded, ["check"], { code: 3, says: /^guard: src\/lost\.ts could not be judged: its content \(blob [0-9a-f]{12}\)/ });
    expect(unknown).toMatchObject([{ subject: "src/lost.ts", blocks: true }]);
    expectStopped(guarded, guarded.tryGit("commit", "-m", "Lost"), "src/lost.ts");
  });

  test("an object is missing, and another one has a secret: that blocks, and the lost one is named", () => {
    const guarded = createGuarded();
    guarded.write("src/lost.ts", "export const lost = 1;\n");
    guarded.write("src/pay.ts", secretLines());
    guarded.git("add", "src");
    rmSync(looseFile(guarded, guarded.git("rev-parse", ":src/lost.ts")));
    const report = expectJson(guarded.guard("check", "--format", "json"), 1);
    expect(report).toMatchObject({ complete: false, findings: [{ location: { path: "src/pay.ts" } }], unknown: [{ subject: "src/lost.ts" }] });
  });

  test("an object ends too early", () => {
    const guarded = createGuarded();
    // Drawn characters, which cannot be packed: half of the file is half of the content.
    guarded.write("src/half.ts", Array.from({ length: 20_000 }, (_, i) => ((i * i) % 7919).toString(36)).join("\n"));
    guarded.git("add", "src/half.ts");
    truncateSync(looseFile(guarded, guarded.git("rev-parse", ":src/half.ts")), 9000);
    expectRefusal(guarded, ["check"], { code: 3, says: /git cat-file (?:failed|did not answer whole)/ });
    expectStopped(guarded, guarded.tryGit("commit", "-m", "Half"), "git cat-file");
  });

  test("the index is no index", () => {
    const guarded = createGuarded();
    guarded.write(".git/index", "no index");
    expectRefusal(guarded, ["check"], { code: 3, says: "git diff-index failed" });
    expectRefusal(guarded, ["check", "--all"], { code: 3, says: "git ls-files failed" });
  });

  test("HEAD points to a commit that is not there", () => {
    const guarded = createGuarded();
    guarded.write("src/app.ts", "export const name = 'changed';\n");
    guarded.git("add", "src/app.ts");
    guarded.write(".git/refs/heads/main", `${"1".repeat(40)}\n`);
    expectRefusal(guarded, ["check"], { code: 3, says: "git diff-index failed" });
  });
});
