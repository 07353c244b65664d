import { cpSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createSandbox, type Sandbox } from "../support/git-sandbox.ts";
import { project, secretLines } from "./guarded.ts";

/** What a clone of this very repository is after `npm ci`: husky's hooks in place, the build there or not. */
function createClone({ built }: { readonly built: boolean }): Sandbox {
  const sandbox = createSandbox("clone");
  onTestFinished(sandbox.cleanup);
  const files = sandbox.at(project).git("ls-files", "-z").split("\0").filter(Boolean);
  for (const file of files) cpSync(join(project, file), join(sandbox.dir, file), { verbatimSymlinks: true });
  symlinkSync(join(project, "node_modules"), join(sandbox.dir, "node_modules"), "junction");
  if (built) cpSync(join(project, "dist"), join(sandbox.dir, "dist"), { recursive: true });
  sandbox.git("add", "--all");
  sandbox.git("commit", "--quiet", "--no-verify", "--message", "All of it");
  const { code, stderr } = sandbox.run(process.execPath, "node_modules/husky/bin.js");
  if (code !== 0) throw new Error(stderr);
  return sandbox;
}

describe("the pre-commit hook of this repository", () => {
  test("lets a change through, in the form that lint-staged gives it", () => {
    const clone = createClone({ built: true });
    clone.write("src/core/added.ts", "export const added = { one : 1 }");
    clone.git("add", "--all");
    const { code, stderr } = clone.tryGit("commit", "-m", "feat: add a value");
    expect(code, stderr).toBe(0);
    expect(clone.git("show", "HEAD:src/core/added.ts")).toBe("export const added = { one: 1 };");
  });

  test("stops at a secret", () => {
    const clone = createClone({ built: true });
    clone.write("src/core/added.ts", secretLines());
    clone.git("add", "--all");
    const { code, stderr } = clone.tryGit("commit", "-m", "feat: add a value");
    expect(code, stderr).toBe(1);
    expect(stderr).toContain("secrets/aws-key-pair");
  });

  test("builds where there is no build yet", () => {
    const clone = createClone({ built: false });
    clone.write("src/core/added.ts", secretLines());
    clone.git("add", "--all");
    const { code, stderr } = clone.tryGit("commit", "-m", "feat: add a value");
    expect(code, stderr).toBe(1);
    expect(stderr).toContain("secrets/aws-key-pair");
  });

  test("says so where it cannot be built", () => {
    const clone = createClone({ built: false });
    clone.write("src/core/added.ts", "export const added = 1;\n");
    clone.git("add", "--all");
    rmSync(join(clone.dir, "tsdown.config.ts"));
    writeFileSync(join(clone.dir, "tsdown.config.ts"), "export default no configuration;\n");
    const { code, stderr } = clone.tryGit("commit", "-m", "feat: add a value");
    expect(code, stderr).toBe(1);
    expect(stderr).toContain("could not be built, so nothing was checked");
  });
});
