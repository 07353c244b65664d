import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { createGuarded, fingerprintOf, type Guarded, project, secretLines } from "../guarded.ts";
import { withFakeGit } from "./fake-git.ts";
import { expectJson, expectOneLine } from "./refusal.ts";

const isWindows = process.platform === "win32";

/** A secret is staged: whatever is asked wrongly, it must not look as if all were well. */
function createStaged(): Guarded {
  const guarded = createGuarded();
  guarded.write("src/pay.ts", secretLines());
  guarded.git("add", "src/pay.ts");
  return guarded;
}

describe("what cannot be meant ends in 2", () => {
  test.each<[readonly string[], string]>([
    [["--only", "secrets/privatekey"], 'No rule is called "secrets/privatekey". Did you mean secrets/private-key?'],
    [["--only", "secrts"], 'No rule is called "secrts". Did you mean secrets?'],
    [["--skip", "secrets/*", "nonsense/*"], 'No rule is called "nonsense/*".'],
    [["--only", "secrets,privat-key"], 'No rule is called "privat-key".'],
    [["--only", ","], "--only names no rule."],
    [["--onyl", "secrets"], 'check has no flag "--onyl". Did you mean --only?'],
    [["--all=yes"], "--all takes no value."],
    [["--staged", "--all"], "--staged and --all are different things to judge."],
    [["src", "--all"], "--all and paths are different things to judge."],
    [["--stdin", "--all", "--path", "a.ts"], "--all and --stdin are different things to judge."],
    [["--stdin"], "--stdin needs --path"],
    [["--stdin", "--path", ""], "--stdin needs --path"],
    [["--path", "a.ts"], "--path names content on standard input"],
    [["src/pya.ts"], "There is no src/pya.ts here. Did you mean src/pay.ts?"],
    [["src/\u001b[31m.ts"], "There is no src/\\u001b[31m.ts here."],
    [["--config", "guard.json"], "The configuration guard.json cannot be read."],
  ])("check %j", (args, says) => {
    const guarded = createStaged();
    const before = fingerprintOf(guarded);
    const { code, stdout, stderr } = guarded.guard("check", ...args);
    expect([code, stdout]).toEqual([2, ""]);
    expectOneLine(stderr, /^guard: /);
    expect(stderr).toContain(says);
    const report = expectJson(guarded.guard("check", "--format", "json", ...args), 2);
    expect(report).toMatchObject({ complete: false, findings: [], error: { message: expect.stringMatching(/\S/), fix: expect.stringMatching(/\S/) } });
    expect(fingerprintOf(guarded)).toBe(before);
  });

  test.each<[readonly string[], string]>([
    [[], "No command was given."],
    [["chekc"], 'There is no command "chekc". Did you mean check?'],
    [["--all"], "--all"],
    [["check", "--format", "xml"], '--format takes text or json, not "xml".'],
    [["check", "--format"], "--format needs a value."],
    [["check", "--output"], "--output needs a value."],
    [["explain"], "explain needs a rule or path:line."],
    [["explain", "secrets/privatekey"], 'There is no rule "secrets/privatekey". Did you mean secrets/private-key?'],
    [["install", "now"], "install takes nothing but flags."],
    [["init", "--preset", "lax"], "--preset takes recommended or strict or vibetech"],
    [["uninstall"], "Nothing was taken out, because nobody said yes."],
  ])("%j", (args, says) => {
    const guarded = createStaged();
    const before = fingerprintOf(guarded);
    const { code, stdout, stderr } = guarded.guard(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expectOneLine(stderr, /^guard: /);
    expect(stderr).toContain(says);
    expect(fingerprintOf(guarded)).toBe(before);
  });
});

describe("a report that does not arrive", () => {
  test.skipIf(isWindows)("the reader left early: the verdict keeps its code", () => {
    const guarded = createStaged();
    for (let i = 0; i < 60; i++) guarded.write(`src/copy-${i}.ts`, secretLines());
    guarded.git("add", "src");
    const piped = `"$0" "$1" check --format json | head -1 >/dev/null; echo "\${PIPESTATUS[0]}"`;
    expect(guarded.run("bash", "-c", piped, process.execPath, join(project, "hooks/guard.cjs"))).toMatchObject({ stdout: "1\n", stderr: expect.any(String) });
  });

  test.runIf(process.platform === "linux").each([["check"], ["check", "--format", "json"], ["check", "--skip", "secrets"], ["--help"]])(
    "nowhere to write it: %s %s %s",
    (...args) => {
      const { code, stderr } = createStaged().run("sh", "-c", '"$0" "$@" >/dev/full', process.execPath, join(project, "hooks/guard.cjs"), ...args);
      expect(code).toBe(3);
      expectOneLine(stderr, "standard output did not take the report (ENOSPC)");
    },
  );

  test.each<[string, string]>([
    ["a folder that is not there", "reports/guard.json"],
    ["a folder in its place", "src"],
    ["a file in the place of its folder", "src/pay.ts/guard.json"],
    ["a link, which could lead anywhere", "link.json"],
  ])("--output: %s", (_what, path) => {
    const guarded = createStaged();
    symlinkSync("src/other.ts", join(guarded.dir, "link.json"));
    const before = fingerprintOf(guarded);
    const ended = guarded.guard("check", "--format", "json", "--output", path);
    // The verdict is printed after all.
    expect(expectJson(ended, 3)).toMatchObject({ error: { code: "output" }, findings: [{ outcome: "blocking" }] });
    expectOneLine(ended.stderr, `The report could not be written to ${path}`);
    expect(fingerprintOf(guarded)).toBe(before);
  });

  test("--output: the report takes the place of an older one, and nothing lies beside it", () => {
    const guarded = createStaged();
    const file = guarded.write("reports/guard.json", "the one of yesterday\n");
    expect(guarded.guard("check", "--format", "json", "--output", "reports/guard.json").code).toBe(1);
    expect(JSON.parse(readFileSync(file, "utf8")).exitCode).toBe(1);
    expect(readdirSync(dirname(file))).toEqual(["guard.json"]);
  });
});

describe.skipIf(isWindows)("an interrupt", () => {
  /** Starts a program that will hang, and ends it as Ctrl-C does once the file `../started` is there. */
  async function interrupt({ dir, env }: Guarded, program: string, ...args: string[]): Promise<{ code: number | null; stdout: string }> {
    const child = spawn(program, args, { cwd: dir, env, detached: true });
    let stdout = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    while (!existsSync(join(dir, "../started"))) await new Promise((resolve) => setTimeout(resolve, 20));
    // To the whole group, as a terminal does.
    if (child.pid !== undefined) process.kill(-child.pid, "SIGINT");
    return { code: await new Promise<number | null>((resolve) => child.on("close", resolve)), stdout };
  }

  const createHanging = (): Guarded =>
    withFakeGit(createStaged(), "rev-parse", `require("node:fs").writeFileSync("../started", ""); setInterval(() => {}, 1000);`);

  test("ends in 130, and says that not everything was judged", async () => {
    const { code, stdout } = await interrupt(createHanging(), process.execPath, join(project, "hooks/guard.cjs"), "check");
    expect(code).toBe(130);
    expect(stdout).toContain("guard: interrupted before everything was judged");
    expect(stdout).not.toContain("nothing is staged");
  });

  test("as JSON too", async () => {
    const { code, stdout } = await interrupt(createHanging(), process.execPath, join(project, "hooks/guard.cjs"), "check", "--format", "json");
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ schema: "guard.report/1", exitCode: 130, complete: false, findings: [] });
  });

  test("of a commit: there is none", async () => {
    const guarded = createGuarded();
    const head = guarded.git("rev-parse", "HEAD");
    guarded.write(
      "guard.config.mjs",
      'import { writeFileSync } from "node:fs";\nwriteFileSync("../started", "");\nawait new Promise((resolve) => setTimeout(resolve, 60_000));\n',
    );
    guarded.git("add", "guard.config.mjs");
    await interrupt(guarded, "git", "commit", "-m", "Change");
    expect(guarded.git("rev-parse", "HEAD")).toBe(head);
  });
});

test("standard input that is closed is judged as what it is: nothing", () => {
  const guarded = createStaged();
  const { code } = guarded.run("sh", "-c", '"$0" "$1" check --stdin --path a.ts <&-', process.execPath, join(project, "hooks/guard.cjs"));
  expect([0, 3]).toContain(code);
});

test("a path outside the repository is judged under its whole name", () => {
  const guarded = createStaged();
  const outside = guarded.write("../outside.ts", secretLines());
  const { findings } = expectJson(guarded.guard("check", "../outside.ts", "--format", "json"), 1);
  expect(findings.map(({ location }) => location?.path)).toEqual([outside]);
});
