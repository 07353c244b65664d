import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run as init } from "../../src/cli/init.ts";
import { createHookSandbox, snapshot } from "./hook-sandbox.ts";

const manifest = '{\n  "name": "sample"\n}\n';

describe("guard init", () => {
  it("installs the hooks, writes a configuration and the prepare script, and names every file", async () => {
    const sandbox = createHookSandbox();
    sandbox.commit({ "package.json": manifest });
    expect(await sandbox.init({ yes: true })).toBe(0);
    expect(sandbox.io.out.join("")).toMatchInlineSnapshot(`
      "wrote .git/hooks/guard.sh
      wrote .git/guard/node
      wrote .git/guard/entry
      wrote .git/hooks/pre-commit
      wrote .git/hooks/pre-merge-commit
      wrote .git/hooks/post-commit
      wrote .git/hooks/post-merge
      wrote .git/hooks/post-applypatch
      wrote .git/hooks/pre-push
      wrote guard.config.json (preset recommended)
      wrote package.json (prepare: guard install --quiet || exit 0)
      Nothing was staged or committed. What Guard says of all that is here: npx --no guard check --all
      So that everyone who clones has it, commit: guard.config.json package.json
      "
    `);
    expect(JSON.parse(sandbox.read("guard.config.json"))).toEqual({ $schema: "./node_modules/@vibetech/guard/schema.json", extends: ["recommended"] });
    expect(JSON.parse(sandbox.read("package.json")).scripts).toEqual({ prepare: "guard install --quiet || exit 0" });
    expect(sandbox.git("diff", "--cached", "--name-only")).toBe("");
    expect(sandbox.git("rev-list", "--count", "HEAD")).toBe("2");
    sandbox.answer(71);
    expect(sandbox.tryCommit().code).toBe(1);
  });

  it("records what stands there already where it may, else says how; never later", async () => {
    const sandbox = createHookSandbox();
    sandbox.commit({ "package.json": manifest, "deploy/id_rsa": "placeholder\n" });
    await sandbox.init({});
    expect(sandbox.io.err.splice(0).join("")).toMatch(/^guard: a finding that stands in the repository already can be recorded: npx --no guard baseline$/m);
    await sandbox.init({ yes: true });
    expect(existsSync(join(sandbox.dir, ".guard"))).toBe(false);
    await sandbox.uninstall();
    await sandbox.init({ yes: true });
    expect(JSON.parse(sandbox.read(".guard/baseline.json")).entries).toMatchObject([{ rule: "secrets/key-file", path: "deploy/id_rsa" }]);
    expect(sandbox.io.out.join("")).toContain("wrote .guard/baseline.json (a finding that stood there already)\n");
    await sandbox.uninstall();
    expect(existsSync(join(sandbox.dir, ".guard"))).toBe(false);
  });

  it("changes nothing the second time, and leaves no trace when it is taken back", async () => {
    const sandbox = createHookSandbox();
    sandbox.commit({ "package.json": manifest });
    const untouched = snapshot(sandbox);
    await sandbox.init();
    const done = snapshot(sandbox);
    expect(await sandbox.init()).toBe(0);
    expect(snapshot(sandbox)).toEqual(done);
    expect(sandbox.io.out.at(-1)).toBe("Guard is in place; nothing to change.\n");
    await sandbox.uninstall();
    expect(snapshot(sandbox)).toEqual(untouched);
  });

  it.each(["guard.config.json", "guard.config.ts", "guard.config.mjs"])("never touches a %s that is there", async (name) => {
    const sandbox = createHookSandbox();
    sandbox.write(name, "mine");
    await sandbox.init({ yes: true, preset: "strict" });
    expect([sandbox.read(name), sandbox.run("sh", "-c", "echo guard.config.*").stdout]).toEqual(["mine", `${name}\n`]);
  });

  it.each(["recommended", "strict", "vibetech"])("starts from the preset %s", async (preset) => {
    const sandbox = createHookSandbox();
    await sandbox.init({ yes: true, preset });
    expect(JSON.parse(sandbox.read("guard.config.json")).extends).toEqual([preset]);
  });

  it("knows no other preset: 2, and nothing is written", async () => {
    const sandbox = createHookSandbox();
    const before = snapshot(sandbox);
    await expect(sandbox.init({ yes: true, preset: "none" })).rejects.toMatchObject({ exitCode: 2, code: "unknown-preset" });
    expect(snapshot(sandbox)).toEqual(before);
  });

  it("asks before it changes package.json", async () => {
    for (const yes of [true, false]) {
      const sandbox = createHookSandbox();
      sandbox.write("package.json", manifest);
      const asked: string[] = [];
      const confirm = async (question: string): Promise<boolean> => asked.push(question) > 0 && yes;
      await init({}, { ...sandbox.io, confirm });
      expect(asked).toEqual([expect.stringContaining("guard install --quiet || exit 0")]);
      expect(sandbox.read("package.json") === manifest).toBe(!yes);
    }
  });

  it("says what to do by hand where it cannot ask, or has no package.json", async () => {
    const sandbox = createHookSandbox();
    await sandbox.init({});
    expect(sandbox.io.err.splice(0).join("")).toMatch(/^guard: there is no package\.json; .*guard install --quiet \|\| exit 0.*\n$/);
    sandbox.write("package.json", manifest);
    await sandbox.init({});
    expect(sandbox.io.err.join("")).toMatch(/^guard: package\.json was left as it is; .*--yes.*\n$/);
    expect(sandbox.read("package.json")).toBe(manifest);
  });

  it("comes behind the prepare script of husky, and takes that back exactly", async () => {
    const sandbox = createHookSandbox();
    const text = '{ "scripts": { "prepare": "husky" } }';
    sandbox.write("package.json", text);
    await sandbox.init();
    expect(JSON.parse(sandbox.read("package.json")).scripts.prepare).toBe("husky && (guard install --quiet || exit 0)");
    await sandbox.uninstall();
    expect(sandbox.read("package.json")).toBe(text);
  });

  it("keeps npm from building what comes built, where the lockfile has it, and takes that back exactly, or alone where there are edits since", async () => {
    const sandbox = createHookSandbox();
    const text = '{\n  "name": "sample",\n  "allowScripts": {\n    "node": true\n  }\n}\n';
    sandbox.write("package.json", text);
    sandbox.write("package-lock.json", '{ "packages": { "node_modules/better-sqlite3": { "version": "13.2.0" } } }');
    await sandbox.init({});
    expect(sandbox.io.err.join("")).toMatch(/run: npm pkg set allowScripts\.better-sqlite3=false --json \(--yes does it\)\.\n$/);
    await sandbox.init();
    expect(sandbox.io.out.join("")).toContain("wrote package.json (allowScripts: better-sqlite3 false)\n");
    expect(JSON.parse(sandbox.read("package.json")).allowScripts).toEqual({ node: true, "better-sqlite3": false });
    const written = sandbox.read("package.json");
    await sandbox.init();
    expect(sandbox.read("package.json")).toBe(written);
    await sandbox.uninstall();
    expect(sandbox.read("package.json")).toBe(text);

    await sandbox.init();
    sandbox.write("package.json", sandbox.read("package.json").replace("sample", "other"));
    await sandbox.uninstall();
    expect(sandbox.read("package.json")).toBe(text.replace("sample", "other"));
    expect(sandbox.io.out.at(-1)).toContain("package.json was edited since: only Guard's line in allowScripts was taken out\n");
  });

  it("takes the package.json of the root, else the nearest one", async () => {
    const sandbox = createHookSandbox();
    sandbox.write("packages/app/package.json", manifest);
    await sandbox.from(sandbox.at("packages/app")).init();
    expect(sandbox.read("packages/app/package.json")).toContain("guard install");
    expect(sandbox.read("guard.config.json")).toContain("recommended");
    sandbox.write("package.json", manifest);
    await sandbox.from(sandbox.at("packages/app")).init();
    expect(sandbox.read("package.json")).toContain("guard install");
  });
});

describe("--dry-run and --quiet", () => {
  it("name what would change, and change nothing", async () => {
    const sandbox = createHookSandbox();
    sandbox.write("package.json", manifest);
    sandbox.write(".git/hooks/pre-commit", `#!${process.execPath}\n`, 0o755);
    const before = snapshot(sandbox);
    expect(await sandbox.init({ dryRun: true })).toBe(0);
    expect(snapshot(sandbox)).toEqual(before);
    const lines = sandbox.io.out.join("").trim().split("\n");
    expect(lines).toContain("would move .git/hooks/pre-commit to .git/hooks/pre-commit.guard-kept (it runs first)");
    for (const line of lines) expect(line).toMatch(/^would (write|move) /);
  });

  it("print nothing where all is well", async () => {
    const sandbox = createHookSandbox();
    sandbox.write("package.json", manifest);
    await sandbox.install({ quiet: true });
    await sandbox.init({ yes: true, quiet: true });
    expect([sandbox.io.out, sandbox.io.err]).toEqual([[], []]);
  });
});
