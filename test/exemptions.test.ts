import { readdirSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { drawGithubToken } from "../rules/secrets/github-tokens.examples.ts";
import { main } from "../src/cli/main.ts";
import { listLater } from "../src/core/exemptions/later.ts";
import { formatList } from "../src/core/exemptions/list.ts";
import type { Report } from "../src/core/model.ts";
import { check } from "../src/guard.ts";
import type { SourceRequest } from "../src/request.ts";
import { createFakeIo } from "./cli/fake-io.ts";
import { createSandbox, type Sandbox } from "./support/git-sandbox.ts";

const line = (seed = 1, name = "github"): string => `export const ${name} = "${drawGithubToken("ghp_", 36, seed)}";\n`;
const FILLER = Array.from({ length: 12 }, (_, i) => `export const n${i} = ${i};\n`).join("");

interface Tried extends Sandbox {
  cli(...argv: string[]): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>;
  /** `outcome rule place`, of what is staged if nothing else is said. */
  judge(source?: SourceRequest): Promise<string[]>;
  report(source?: SourceRequest): Promise<Report>;
}

function open(files: Readonly<Record<string, string>> = {}): Tried {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  setUp(sandbox, files);
  return withCli(sandbox);
}

function setUp(sandbox: Sandbox, files: Readonly<Record<string, string>>): void {
  sandbox.commit({ "guard.config.json": '{ "rules": { "environment": "off" } }\n', "src/app.ts": "export const app = 1;\n", ...files });
}

function withCli(sandbox: Sandbox): Tried {
  const report = (source: SourceRequest = { kind: "staged" }): Promise<Report> => check({ source, cwd: sandbox.dir, env: sandbox.env });
  return {
    ...sandbox,
    report,
    async cli(...argv) {
      const io = createFakeIo({ cwd: sandbox.dir, env: sandbox.env });
      return { code: await main(argv, io), ...io.printed };
    },
    async judge(source) {
      const { findings } = await report(source);
      return findings.map(({ outcome, ruleId, location, subject }) => `${outcome} ${ruleId} ${location ? `${location.path}:${location.line}` : subject}`);
    },
  };
}

const SECRET = "secrets/github-pat-classic";
const ALL: SourceRequest = { kind: "all" };

describe("a baseline", () => {
  /** One entry, committed. */
  let recorded: Tried;
  beforeAll(async () => {
    recorded = withCli(createSandbox());
    // A tag has eight bits: under one salt of 256, two secrets have the same
    const begun = formatList("baseline", "0".repeat(32), []);
    setUp(recorded, { "src/a.ts": line() + FILLER, ".guard/baseline.json": begun });
    await recorded.cli("baseline");
    recorded.commit();
  });
  afterAll(() => recorded.cleanup());

  /** A copy of that, with something staged. */
  function change(make: (sandbox: Sandbox) => void): Tried {
    const sandbox = recorded.copy();
    onTestFinished(sandbox.cleanup);
    make(sandbox);
    sandbox.git("add", "--all");
    return withCli(sandbox);
  }

  test("records what stands there already, without it or anything to guess it by", async () => {
    const sandbox = open({ "src/a.ts": line(1) + line(2, "other") });
    sandbox.write("src/b.ts", line(3));
    sandbox.git("add", "--all");
    const { code, stdout, stderr } = await sandbox.cli("baseline");
    expect([code, stdout, stderr]).toEqual([
      0,
      "wrote .guard/baseline.json: 2 findings recorded. It counts once it is committed.\n",
      "guard: a finding of what is staged would be new and is not recorded; mend it, or decide: npx --no guard allow\n",
    ]);
    const text = sandbox.read(".guard/baseline.json");
    expect(JSON.parse(text).entries).toEqual(
      [1, 2].map(() => ({ rule: SECRET, path: "src/a.ts", fingerprint: expect.any(String), tag: expect.stringMatching(/^..$/) })),
    );
    for (const seed of [1, 2]) expect(text).not.toContain(drawGithubToken("ghp_", 36, seed).slice(4, 12));
    expect(await sandbox.judge(ALL)).toEqual([`suppressed ${SECRET} src/a.ts:1`, `suppressed ${SECRET} src/a.ts:2`, `blocking ${SECRET} src/b.ts:1`]);
  });

  test.each<[string, (sandbox: Sandbox) => void]>([
    ["another line", ({ write }) => write("src/a.ts", `// first\n${line()}${FILLER}`)],
    ["another name of the file", ({ git }) => git("mv", "src/a.ts", "src/moved.ts")],
    ["a file that is moved and edited", ({ git, write }) => [git("mv", "src/a.ts", "lib.ts"), write("lib.ts", `${FILLER}${line()}`)]],
    ["another layout", ({ write }) => write("src/a.ts", line().replace(" = ", " =\n  ").replaceAll('"', "'"))],
    ["CRLF", ({ write }) => write("src/a.ts", (line() + FILLER).replaceAll("\n", "\r\n"))],
    ["another file", ({ write }) => [write("src/a.ts", FILLER), write("src/b.ts", line())]],
    ["a new name for it", ({ write }) => write("src/a.ts", line(1, "token"))],
  ])("holds at %s", async (_, make) => {
    const sandbox = change(make);
    for (const source of [{ kind: "staged" }, ALL] as const) {
      const { findings, exitCode } = await sandbox.report(source);
      expect([exitCode, findings.map(({ outcome, suppression }) => [outcome, suppression?.kind])]).toEqual([0, [["suppressed", "baseline"]]]);
    }
  });

  test.each<[string, (sandbox: Sandbox) => void]>([
    ["another secret in its place", ({ write }) => write("src/a.ts", line(2) + FILLER)],
    ["a copy of it", ({ write }) => write("src/copy.ts", line())],
    ["a second one beside it", ({ write }) => write("src/a.ts", line() + line() + FILLER)],
    ["another one before it", ({ write }) => write("src/a.ts", line(4) + line() + FILLER)],
  ])("does not speak of %s", async (_, make) => {
    expect((await change(make).judge()).filter((one) => one.startsWith("blocking"))).toHaveLength(1);
  });

  test("shrinks: what was mended is reported and taken out, and what is decided otherwise stays out of it", async () => {
    const sandbox = open({ "src/a.ts": line(1), "src/b.ts": line(2), "src/c.ts": line(3).replace("\n", ` // guard-ignore ${SECRET} -- of the test\n`) });
    await sandbox.cli("baseline");
    sandbox.commit({ "src/a.ts": "export const github = read();\n" });
    expect(await sandbox.judge(ALL)).toEqual([
      "advisory policy/unused-suppression .guard/baseline.json:5",
      `suppressed ${SECRET} src/b.ts:1`,
      `suppressed ${SECRET} src/c.ts:1`,
    ]);
    expect((await sandbox.cli("baseline")).stdout).toBe("wrote .guard/baseline.json: a finding recorded, 2 before. It counts once it is committed.\n");
    expect(await sandbox.judge(ALL)).toHaveLength(2);
  });

  test("is not written where there is nothing to record, nor by a dry run", async () => {
    const clean = open();
    expect(await clean.cli("baseline")).toMatchObject({ code: 0, stdout: "There are no old findings, so there is nothing to record.\n" });
    const sandbox = open({ "src/a.ts": line() });
    expect(JSON.parse((await sandbox.cli("baseline", "--dry-run")).stdout)).toMatchObject({ schema: "guard.baseline/1", entries: [{ path: "src/a.ts" }] });
    expect([clean.git("status", "--short"), sandbox.git("status", "--short")]).toEqual(["", ""]);
  });
});

describe("a decision", () => {
  async function stage(files: Readonly<Record<string, string>>): Promise<Tried & { readonly fingerprint: string }> {
    const sandbox = open();
    for (const [path, text] of Object.entries(files)) sandbox.write(path, text);
    sandbox.git("add", "--all");
    const [finding] = (await sandbox.report()).findings;
    return { ...sandbox, fingerprint: finding?.fingerprint ?? "" };
  }

  test("suppresses with its reason, owner and end, once it is committed", async () => {
    const sandbox = await stage({ "src/a.ts": line() });
    const short = sandbox.fingerprint.slice(0, 12);
    expect(await sandbox.cli("allow", short, "--reason", "of the sandbox", "--until", "2999-12-31")).toEqual({
      code: 0,
      stdout: `allowed ${SECRET} at src/a.ts:1, until 2999-12-31\nCommit it by itself, so that it can be reviewed, before what it speaks of where that is only staged: git add .guard/allow.json && git commit .guard/allow.json. A commit that adds to it is judged without what it adds.\n`,
      stderr: "",
    });
    // Said once more without an end, it keeps the one that it has
    expect((await sandbox.cli("allow", short, "--reason", "of the sandbox")).stdout).toContain("until 2999-12-31");
    const { exitCode, notes } = await sandbox.report();
    expect([exitCode, notes]).toEqual([1, [".guard/allow.json on disk is not what is staged; the staged one counts."]]);
    sandbox.git("add", ".guard");
    expect(await sandbox.judge()).toEqual([`blocking ${SECRET} src/a.ts:1`, "advisory policy/weakened .guard/allow.json"].reverse());
    sandbox.git("reset", "--quiet", "src/a.ts");
    expect(await sandbox.judge()).toEqual(["advisory policy/weakened .guard/allow.json"]);
    sandbox.git("commit", "--quiet", "-m", "Decide");
    sandbox.git("add", "src/a.ts");
    const { findings } = await sandbox.report();
    expect(findings).toMatchObject([
      { outcome: "suppressed", suppression: { kind: "allow", reason: "of the sandbox", owner: "Ada Example <ada@example.com>", until: "2999-12-31" } },
    ]);
    sandbox.write("src/a.ts", line(2));
    sandbox.git("add", "src/a.ts");
    expect((await sandbox.report()).exitCode).toBe(1);
  });

  describe("about a commit that is made already", () => {
    /** A secret that was committed past the check, on top of `first`. */
    async function bypass(files: Readonly<Record<string, string>>) {
      const sandbox = await stage(files);
      const first = sandbox.git("rev-parse", "HEAD");
      sandbox.commit();
      const range = (): Promise<string[]> => sandbox.judge({ kind: "range", range: `${first}..` });
      const decide = (): Promise<unknown> => sandbox.cli("allow", sandbox.fingerprint, "--reason", "of the test");
      return { ...sandbox, first, range, decide };
    }

    test("counts for the range that it ends, from its own commit on", async () => {
      const sandbox = await bypass({ "src/a.ts": line() });
      expect(await sandbox.range()).toEqual([`blocking ${SECRET} src/a.ts:1`]);
      await sandbox.decide();
      expect(await sandbox.range()).toEqual([`blocking ${SECRET} src/a.ts:1`]);
      sandbox.commit();
      expect(await sandbox.range()).toEqual(["advisory policy/weakened .guard/allow.json", `suppressed ${SECRET} src/a.ts:1`]);
      sandbox.commit({ "src/b.ts": line(2) });
      expect(await sandbox.range()).toContain(`blocking ${SECRET} src/b.ts:1`);
    });

    test("counts where the file has another name by now, and not for a copy that a commit makes", async () => {
      const sandbox = await bypass({ "src/a.ts": line() });
      sandbox.git("mv", "src/a.ts", "src/b.ts");
      sandbox.commit();
      await sandbox.decide();
      sandbox.commit();
      expect(await sandbox.range()).toContain(`suppressed ${SECRET} src/a.ts:1`);
      sandbox.commit({ "src/c.ts": line() });
      expect(await sandbox.range()).toContain(`blocking ${SECRET} src/c.ts:1`);
    });

    test("is none where the commit brings it along, or it is taken back, or has ended", async () => {
      const sandbox = await stage({ "src/a.ts": line() });
      const first = sandbox.git("rev-parse", "HEAD");
      await sandbox.cli("allow", sandbox.fingerprint, "--reason", "of the test");
      sandbox.git("add", ".guard");
      sandbox.commit();
      const judge = async () => (await sandbox.judge({ kind: "range", range: `${first}..` })).filter((one) => one.includes(SECRET));
      sandbox.commit({ "src/app.ts": "export const app = 2;\n" });
      expect(await judge()).toEqual([`blocking ${SECRET} src/a.ts:1`]);
      const list = sandbox.read(".guard/allow.json");
      sandbox.commit({ ".guard/allow.json": list.replace('"reason"', '"until": "2020-12-31", "reason"') });
      expect(await judge()).toEqual([`blocking ${SECRET} src/a.ts:1`]);
    });

    test("of several ends that a push moves must stand in all", () => {
      const entry = { rule: SECRET, path: "a.ts", fingerprint: "0".repeat(64), tag: "a7", reason: "of the test" };
      const text = (...entries: object[]): string => JSON.stringify({ schema: "guard.allow/1", salt: "0".repeat(32), entries });
      const other = { ...entry, path: "b.ts" };
      const paths = (ends: readonly (string | null)[], own: string | null = null): string[] => listLater(ends, own).entries.map(({ path }) => path);
      expect(paths([text(entry, other)])).toEqual(["a.ts", "b.ts"]);
      expect(paths([text(entry, other), text(other)])).toEqual(["b.ts"]);
      expect(paths([text(entry), null])).toEqual([]);
      expect(paths([text(entry), text(entry).replace("0".repeat(32), "1".repeat(32))])).toEqual([]);
      expect(paths([text(entry, other)], text(entry))).toEqual(["b.ts"]);
      expect(paths([])).toEqual([]);
    });
  });

  test("is judged commit by commit in a range: the one that brings it is not judged by it", async () => {
    const sandbox = await stage({ "src/a.ts": line() });
    const first = sandbox.git("rev-parse", "HEAD");
    await sandbox.cli("allow", sandbox.fingerprint, "--reason", "of the test");
    sandbox.git("add", ".guard");
    sandbox.commit();
    expect((await sandbox.report({ kind: "range", range: `${first}..` })).exitCode).toBe(1);
    sandbox.git("reset", "--quiet", "--mixed", first);
    sandbox.git("add", ".guard");
    sandbox.git("commit", "--quiet", "-m", "Decide");
    sandbox.commit();
    expect(await sandbox.judge({ kind: "range", range: `${first}..` })).toEqual([
      "advisory policy/weakened .guard/allow.json",
      `suppressed ${SECRET} src/a.ts:1`,
    ]);
  });

  test("that a merge brings does not count for what the merge itself adds, and does afterwards", async () => {
    const sandbox = open({ "both.txt": "one\n" });
    sandbox.git("checkout", "--quiet", "-b", "other");
    sandbox.commit({ "src/a.ts": line(), "both.txt": "theirs\n" });
    const [finding] = (await sandbox.report(ALL)).findings;
    await sandbox.cli("allow", finding?.fingerprint ?? "", "--reason", "of the test");
    sandbox.commit();
    sandbox.git("checkout", "--quiet", "main");
    sandbox.commit({ "both.txt": "ours\n" });
    expect(sandbox.tryGit("merge", "other").code).toBe(1);
    sandbox.write("both.txt", "both\n");
    sandbox.git("mv", "src/a.ts", "src/b.ts");
    sandbox.git("add", "--all");
    expect((await sandbox.judge()).toSorted()).toEqual(["advisory policy/weakened .guard/allow.json", `blocking ${SECRET} src/b.ts:1`]);
    sandbox.commit();
    sandbox.write("src/b.ts", `${FILLER}${line()}`);
    sandbox.git("add", "--all");
    expect(await sandbox.judge()).toEqual([`suppressed ${SECRET} src/b.ts:13`]);
  });

  test("that has ended exempts nothing and says so; one that matches nothing any more does too", async () => {
    const sandbox = await stage({ "src/a.ts": line() });
    await sandbox.cli("allow", sandbox.fingerprint, "--reason", "of the test", "--owner", "Ada", "--until", "2999-12-31");
    sandbox.write(".guard/allow.json", sandbox.read(".guard/allow.json").replace("2999-12-31", "2020-12-31"));
    sandbox.commit();
    const { findings } = await sandbox.report({ kind: "files", paths: ["src"] });
    expect(findings.map(({ outcome, message }) => `${outcome} ${message}`)).toEqual([
      `advisory This decision of Ada ended on 2020-12-31, so src/a.ts:1 is judged again by ${SECRET}.`,
      expect.stringMatching(/^blocking /),
    ]);
    sandbox.commit({ "src/a.ts": "export const github = read();\n" });
    expect(await sandbox.judge(ALL)).toEqual(["advisory policy/unused-suppression .guard/allow.json:5"]);
  });

  test("about one of several secrets under one name names its file", async () => {
    const sandbox = await stage({ "src/a.ts": line(1), "src/b.ts": line(2) });
    expect(await sandbox.cli("allow", sandbox.fingerprint, "--reason", "of the test")).toMatchObject({
      code: 2,
      stderr: "guard: Different findings have this fingerprint: src/a.ts:1, src/b.ts:1. Say which is meant: --path FILE.\n",
    });
    expect((await sandbox.cli("allow", sandbox.fingerprint, "--reason", "of the test", "--path", "src\\b.ts")).stdout).toMatch(
      /^allowed \S+ at src\/b\.ts:1\n/,
    );
    expect(await sandbox.judge(ALL)).toEqual([`blocking ${SECRET} src/a.ts:1`, `suppressed ${SECRET} src/b.ts:1`]);
  });

  test("takes over in one go what other tools are told to leave", async () => {
    const sandbox = open({
      "src/a.ts": line(1).replace("\n", " // gitleaks:allow\n") + line(2),
      "b.py": line(3).replace("export const ", "").replace("\n", "  # nosec\n"),
    });
    expect(await sandbox.cli("allow", "--marked", "--reason", "seen with gitleaks before")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("at b.py:1\n"),
    });
    expect(await sandbox.judge(ALL)).toEqual([`suppressed ${SECRET} b.py:1`, `suppressed ${SECRET} src/a.ts:1`, `blocking ${SECRET} src/a.ts:2`]);
    expect(await sandbox.cli("allow", "--marked", "--reason", "again")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Nothing in the index is both"),
    });
  });

  test("about a file as a whole holds as long as it is called so", async () => {
    const sandbox = open({ "deploy/id_rsa": "placeholder\n" });
    const [finding] = (await sandbox.report(ALL)).findings;
    expect((await sandbox.cli("allow", finding?.fingerprint ?? "", "--reason", "an empty place")).code).toBe(0);
    expect(await sandbox.judge(ALL)).toEqual(["suppressed secrets/key-file deploy/id_rsa:1"]);
  });

  test("that cannot be made is refused in one line", async () => {
    const sandbox = open();
    const refused: readonly (readonly [argv: readonly string[], message: string])[] = [
      [["allow", "0123456789ab"], "allow needs a reason"],
      [["allow", "0123456789ab", "--reason", " "], "allow needs a reason"],
      [["allow", "0123456789ab", "--reason", "x"], 'No finding here has the fingerprint "0123456789ab".'],
      [["allow", "0123", "--reason", "x"], "allow needs a fingerprint"],
      [["allow", "secrets/jwt", "--reason", "x"], "allow needs a fingerprint"],
      [["allow", "0123456789ab", "ba9876543210", "--reason", "x"], "allow needs a fingerprint"],
      [["allow", "0123456789ab", "--reason", "x", "--until", "2020-01-01"], "--until takes a day that is not over"],
      [["allow", "0123456789ab", "--reason", "x", "--until", "tomorrow"], "--until takes a day that is not over"],
    ];
    for (const [argv, message] of refused) {
      const { code, stdout, stderr } = await sandbox.cli(...argv);
      expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: "", stderr: expect.stringMatching(/^[^\n]+\n$/) });
      expect(stderr).toContain(message);
    }
    expect(sandbox.git("status", "--short")).toBe("");
  });
});

test("a list that is broken exempts nothing and blocks, and is not written over", async () => {
  const sandbox = open({ "src/a.ts": line() });
  await sandbox.cli("baseline");
  sandbox.commit({ ".guard/allow.json": "{ nonsense\n" });
  sandbox.write("src/a.ts", `${line()}${FILLER}`);
  sandbox.git("add", "--all");
  expect(await sandbox.judge()).toEqual(["blocking policy/bad-suppression .guard/allow.json:1", `suppressed ${SECRET} src/a.ts:1`]);
  expect(await sandbox.cli("allow", "0123456789ab", "--reason", "x")).toMatchObject({ code: 2, stderr: expect.stringContaining(".guard/allow.json:1:") });
});

test("nothing is written behind a folder that is a link, and what lies there exempts nothing", async () => {
  const tried = open({ "src/a.ts": line() });
  const [found] = (await tried.report(ALL)).findings;
  await tried.cli("baseline");
  const elsewhere = join(tried.home, "elsewhere");
  renameSync(join(tried.dir, ".guard"), elsewhere);
  symlinkSync(elsewhere, join(tried.dir, ".guard"), "junction");
  const before = readFileSync(join(elsewhere, "baseline.json"), "utf8");
  tried.write("src/b.ts", line(2));
  tried.git("add", "src/b.ts");
  expect(await tried.judge(ALL)).toEqual([`blocking ${SECRET} src/a.ts:1`, `blocking ${SECRET} src/b.ts:1`]);
  for (const argv of [["baseline"], ["allow", found?.fingerprint ?? "", "--reason", "of the test"]]) {
    const { code, stderr } = await tried.cli(...argv);
    expect([code, stderr]).toEqual([3, expect.stringContaining("lies behind one")]);
  }
  expect(readdirSync(elsewhere)).toEqual(["baseline.json"]);
  expect(readFileSync(join(elsewhere, "baseline.json"), "utf8")).toBe(before);
});
