import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { drawGithubToken } from "../rules/secrets/github-tokens.examples.ts";
import type { Report } from "../src/core/model.ts";
import { check } from "../src/guard.ts";
import { createSandbox, type Sandbox } from "./support/git-sandbox.ts";

const token = (seed = 1): string => drawGithubToken("ghp_", 36, seed);
const line = (seed = 1): string => `export const github = "${token(seed)}";\n`;

/** A repository of one commit; `range` judges everything behind it. */
function open(files: Readonly<Record<string, string>> = { "src/a.ts": "export const a = 1;\n" }): Sandbox & { readonly first: string } {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  return { ...sandbox, first: sandbox.commit(files) };
}

function range({ dir, env }: Sandbox, text: string): Promise<Report> {
  return check({ source: { kind: "range", range: text }, cwd: dir, env });
}

/** Everything that a report says, in short: outcome, age, rule, place, commit by its number. */
function told({ findings }: Report, commits: readonly string[]): string[] {
  return findings.map(({ outcome, age, ruleId, location, subject, commit }) =>
    [outcome, age, ruleId, location ? `${location.path}:${location.line}` : subject, `commit ${commits.indexOf(commit ?? "") + 1}`].join(" "),
  );
}

describe("a secret", () => {
  test("that a later commit takes away is found in the commit that brought it", async () => {
    const sandbox = open();
    const one = sandbox.commit({ "src/b.ts": line() });
    const two = sandbox.commit({ "src/b.ts": "export const github = read();\n" });
    const report = await range(sandbox, `${sandbox.first}..`);
    expect([report.exitCode, told(report, [one, two])]).toEqual([1, ["blocking new secrets/github-pat-classic src/b.ts:1 commit 1"]]);
    expect(report.coverage).toMatchObject({ entries: 2, entriesChecked: 2 });
    expect(report.source).toBe("range");
  });

  test("that stood there before is older, and told once however many commits touch its file", async () => {
    const sandbox = open({ "src/b.ts": line() });
    const commits = [1, 2, 3].map((number) => sandbox.commit({ "src/b.ts": `${line()}export const n = ${number};\n` }));
    const report = await range(sandbox, `${sandbox.first}..HEAD`);
    expect([report.exitCode, told(report, commits)]).toEqual([0, ["advisory older secrets/github-pat-classic src/b.ts:1 commit 1"]]);
  });

  test("that is new in one commit is not told again by those that carry it along", async () => {
    const sandbox = open();
    const commits = [1, 2].map((number) => sandbox.commit({ "src/b.ts": `${line()}export const n = ${number};\n` }));
    expect(told(await range(sandbox, `${sandbox.first}..HEAD`), commits)).toEqual(["blocking new secrets/github-pat-classic src/b.ts:1 commit 1"]);
  });

  test("in a file that is renamed and edited elsewhere is older", async () => {
    const text = Array.from({ length: 30 }, (_, i) => `export const n${i} = ${i};\n`).join("");
    const sandbox = open({ "src/b.ts": line() + text });
    sandbox.git("mv", "src/b.ts", "src/c.ts");
    const one = sandbox.commit({ "src/c.ts": `${line()}${text}export const more = 1;\n` });
    expect(told(await range(sandbox, `${sandbox.first}..HEAD`), [one])).toEqual(["advisory older secrets/github-pat-classic src/c.ts:1 commit 1"]);
  });

  test("in the very first commit is new; all zeros stand for nothing before it", async () => {
    const sandbox = open({ "src/b.ts": line() });
    const report = await range(sandbox, `${"0".repeat(40)}..HEAD`);
    expect(told(report, [sandbox.first])).toEqual(["blocking new secrets/github-pat-classic src/b.ts:1 commit 1"]);
  });

  test("in a commit message is found under a rule of its own, and never shown", async () => {
    const sandbox = open();
    const one = sandbox.commit({}, `Deploy by hand\n\nwith ${token()}`);
    const report = await range(sandbox, `${sandbox.first}..HEAD`);
    expect([report.exitCode, told(report, [one])]).toEqual([1, ["blocking new secrets/in-message the commit message commit 1"]]);
    expect(JSON.stringify(report)).not.toContain(token());
    expect(report.findings[0]).toMatchObject({ facts: { rule: "secrets/github-pat-classic", line: 3 }, confidence: "certain" });
  });
});

describe("a merge", () => {
  type FilesByPath = Readonly<Record<string, string>>;

  /** `main` and `other` from the first commit on, and a merge of both that is not committed yet. */
  function beginMerge(sandbox: Sandbox, theirs: FilesByPath, mine: FilesByPath): void {
    sandbox.git("switch", "--quiet", "-c", "other");
    sandbox.commit(theirs);
    sandbox.git("switch", "--quiet", "main");
    sandbox.commit(mine);
    sandbox.tryGit("-c", "core.hooksPath=/dev/null", "merge", "--quiet", "--no-commit", "other");
  }

  function merge(sandbox: Sandbox, theirs: FilesByPath, mine: FilesByPath, evil: FilesByPath = {}): string {
    beginMerge(sandbox, theirs, mine);
    return sandbox.commit(evil, "Merge");
  }

  test("of what both sides have judges it where it was made", async () => {
    const sandbox = open();
    const merged = merge(sandbox, { "src/theirs.ts": line() }, { "src/mine.ts": "export const b = 1;\n" });
    const theirs = sandbox.git("rev-parse", "other");
    expect(told(await range(sandbox, `${sandbox.first}..HEAD`), [theirs, merged])).toEqual([
      "blocking new secrets/github-pat-classic src/theirs.ts:1 commit 1",
    ]);
    expect(told(await range(sandbox, "other..HEAD"), [])).toEqual([]);
  });

  test("that brings something nobody wrote is found", async () => {
    const sandbox = open();
    const merged = merge(sandbox, { "src/a.ts": "export const a = 2;\n" }, { "src/c.ts": "" }, { "src/a.ts": `export const a = 3;\n${line()}` });
    expect(told(await range(sandbox, `${sandbox.first}..HEAD`), [merged])).toEqual(["blocking new secrets/github-pat-classic src/a.ts:2 commit 1"]);
  });

  describe("of what change rules watch is held against every parent", () => {
    const policy = { "guard.config.json": '{ "trading": { "root": "bot" } }\n' };
    const CONFIG = "bot/trading_config.json";
    const SCRIPT = "bot/start_live_trading.py";
    const limits = (parts: object, note = ""): string => JSON.stringify({ note, trading_pairs: ["XLM/USD"], max_positions: 1, ...parts }, null, 2);
    const sized = (size: number, note = ""): string => limits({ max_position_size: size, max_total_exposure: 10 }, note);
    const gate = `if input("Type YES to trade LIVE: ") != "YES":\n    exit()\n`;
    const asks = `${gate}\n\n\nengine.start()\n`;

    /** What blocks the merge itself, before and after it is committed; it only adds `evil` to what git would make of both sides. */
    async function blocks(base: object, theirs: object, mine: object, evil: object): Promise<string[]> {
      const sandbox = open({ ...policy, ...base });
      beginMerge(sandbox, { ...theirs }, { "src/mine.ts": "", ...mine });
      for (const [path, text] of Object.entries(evil)) sandbox.write(path, text);
      sandbox.git("add", "--all");
      const staged = await check({ source: { kind: "staged" }, cwd: sandbox.dir, env: sandbox.env, machine: false });
      const merged = sandbox.commit({}, "Merge");
      const { findings } = await range(sandbox, `${sandbox.first}..HEAD`);
      const idsOf = (judged: Report["findings"]): string[] => judged.filter(({ outcome }) => outcome === "blocking").map(({ ruleId }) => ruleId);
      const ids = idsOf(findings.filter(({ commit }) => commit === merged));
      expect([staged.error, idsOf(staged.findings)]).toEqual([null, ids]);
      return ids;
    }

    test.each<[string, base: object, theirs: object, mine: object, evil: object, rule: string]>([
      ["a limit raised in a file that only they have", {}, { [CONFIG]: sized(5) }, {}, { [CONFIG]: sized(8) }, "trading/limits"],
      [
        "a limit that only they have",
        { [CONFIG]: limits({}) },
        { [CONFIG]: sized(5) },
        { [CONFIG]: limits({}, "x") },
        { [CONFIG]: sized(8, "x") },
        "trading/limits",
      ],
      ["a limit taken out of a file that only they have", {}, { [CONFIG]: sized(5) }, {}, { [CONFIG]: limits({}) }, "trading/limits"],
      ["a question taken out of a script that only they have", {}, { [SCRIPT]: asks }, {}, { [SCRIPT]: "engine.start()\n" }, "trading/live-confirmation"],
      ["a question that both have", { [SCRIPT]: asks }, { [SCRIPT]: `${asks}a()\n` }, {}, { [SCRIPT]: "engine.start()\n" }, "trading/live-confirmation"],
    ])("%s is found", async (_, base, theirs, mine, evil, rule) => {
      expect(await blocks(base, theirs, mine, evil)).toContain(rule);
    });

    test("a policy that only they have, loosened and used", async () => {
      const off = { "guard.config.json": '{ "trading": { "root": "bot" }, "rules": { "trading/limits": "off" } }\n' };
      const theirs = { ...policy, [CONFIG]: sized(5) };
      expect(await blocks({ "guard.config.json": "{}\n" }, theirs, {}, { ...off, [CONFIG]: sized(8) })).toContain("trading/limits");
      expect(await blocks({ "guard.config.json": "{}\n" }, theirs, off, { ...off, [CONFIG]: sized(8) })).toEqual([]);
    });

    test.each<[string, base: object, theirs: object, mine: object, evil: object]>([
      ["we have raised", { [CONFIG]: sized(5) }, { [CONFIG]: sized(5, "x") }, { [CONFIG]: sized(10) }, { [CONFIG]: sized(10, "xy") }],
      ["they have raised", { [CONFIG]: sized(5) }, { [CONFIG]: sized(10) }, { [CONFIG]: sized(5, "x") }, { [CONFIG]: sized(10, "xy") }],
      [
        "we have taken the question out",
        { [SCRIPT]: asks },
        { [SCRIPT]: `${asks}a()\n` },
        { [SCRIPT]: "engine.start()\n" },
        { [SCRIPT]: "engine.start()\na()\n" },
      ],
      ["they have taken it out", { [SCRIPT]: asks }, { [SCRIPT]: "engine.start()\n" }, { [SCRIPT]: `${asks}a()\n` }, { [SCRIPT]: "engine.start()\na()\n" }],
    ])("what %s already is not found again", async (_, base, theirs, mine, evil) => {
      expect(await blocks(base, theirs, mine, evil)).toEqual([]);
    });
  });
});

describe("the policy of a commit", () => {
  const off = JSON.stringify({ rules: { "secrets/github-pat-classic": "off", "secrets/generic-secret": "off" } });

  test("is its parent's too: what loosens it and uses that is found", async () => {
    const sandbox = open({ "guard.config.json": "{}" });
    const one = sandbox.commit({ "guard.config.json": off, "src/b.ts": line() });
    const report = await range(sandbox, `${sandbox.first}..HEAD`);
    expect(told(report, [one])).toEqual([
      "advisory  policy/weakened guard.config.json commit 1",
      "blocking new secrets/github-pat-classic src/b.ts:1 commit 1",
    ]);
  });

  test("is no later one's, and no earlier one's", async () => {
    const sandbox = open({ "guard.config.json": "{}" });
    const commits = [sandbox.commit({ "src/b.ts": line(1) }), sandbox.commit({ "guard.config.json": off }), sandbox.commit({ "src/c.ts": line(2) })];
    expect(told(await range(sandbox, `${sandbox.first}..HEAD`), commits)).toEqual(["blocking new secrets/github-pat-classic src/b.ts:1 commit 1"]);
  });

  test("is the last one's where its own cannot be used", async () => {
    const sandbox = open({ "guard.config.json": "{}" });
    const commits = [sandbox.commit({ "guard.config.json": "{ broken", "src/b.ts": line() }), sandbox.commit({ "guard.config.json": "{}" })];
    const report = await range(sandbox, `${sandbox.first}..HEAD`);
    expect([report.exitCode, told(report, commits)]).toEqual([1, ["blocking new secrets/github-pat-classic src/b.ts:1 commit 1"]]);
    expect(report.notes.join()).toMatch(/cannot be used/);
  });

  test("that cannot be used at the end ends the run in 2", async () => {
    const sandbox = open({ "guard.config.json": "{}" });
    sandbox.commit({ "guard.config.json": "{ broken" });
    expect(await range(sandbox, `${sandbox.first}..HEAD`)).toMatchObject({ exitCode: 2, error: { code: "config" } });
  });
});

describe("a range", () => {
  test("of nothing is nothing", async () => {
    expect(await range(open(), "HEAD..HEAD")).toMatchObject({ exitCode: 0, complete: true, findings: [], coverage: { entries: 0 } });
  });

  test.each(["HEAD", "", "main...other", "a..b..c"])("%j is none: 2", async (text) => {
    expect(await range(open(), text)).toMatchObject({ exitCode: 2, error: { code: "usage" } });
  });

  test("of a commit that is not there ends in 2, with what may have been meant", async () => {
    expect(await range(open(), "mian..HEAD")).toMatchObject({
      exitCode: 2,
      error: { code: "usage", message: 'There is no commit "mian" here. Did you mean main?' },
    });
    expect(await range(open(), "--all..HEAD")).toMatchObject({ exitCode: 2, error: { code: "usage" } });
  });

  test("across the end of a shallow clone ends in 3: nobody knows what that commit changed", async () => {
    const sandbox = open();
    for (const number of [1, 2, 3]) sandbox.commit({ "src/a.ts": `export const a = ${number};\n` });
    sandbox.git("clone", "--quiet", "--depth=2", `file://${sandbox.dir}`, "../shallow");
    const shallow = sandbox.at("../shallow");
    expect(await range(shallow, "HEAD~1..HEAD")).toMatchObject({ exitCode: 0 });
    expect(await range(shallow, `${"0".repeat(40)}..HEAD`)).toMatchObject({ exitCode: 3, error: { code: "shallow" } });
  });

  test("with a content that is missing ends in 3", async () => {
    const sandbox = open();
    sandbox.commit({ "src/b.ts": "export const b = 1;\n" });
    const oid = sandbox.git("rev-parse", "HEAD:src/b.ts");
    sandbox.run("rm", "-f", join(".git/objects", oid.slice(0, 2), oid.slice(2)));
    const report = await range(sandbox, `${sandbox.first}..HEAD`);
    expect([report.exitCode, report.complete, report.unknown[0]?.subject]).toEqual([
      3,
      false,
      `src/b.ts (commit ${sandbox.git("rev-parse", "HEAD").slice(0, 10)})`,
    ]);
  });

  test("of many commits takes as few processes as one of two", async () => {
    const sandbox = open();
    const log = join(sandbox.home, "started");
    const real = sandbox.run("sh", "-c", "command -v git").stdout.trim();
    writeFileSync(join(sandbox.home, "git"), `#!/bin/sh\necho started >>"${log}"\nexec ${real} "$@"\n`);
    chmodSync(join(sandbox.home, "git"), 0o755);
    const counted = sandbox.at(".", { PATH: `${sandbox.home}:${sandbox.env.PATH}` });
    const count = async (): Promise<number> => {
      writeFileSync(log, "");
      expect(await range(counted, `${sandbox.first}..HEAD`)).toMatchObject({ exitCode: 0 });
      return readFileSync(log, "utf8").split("\n").length - 1;
    };
    for (const number of [1, 2]) sandbox.commit({ "src/b.ts": `export const b = ${number};\n` });
    const few = await count();
    for (let number = 3; number < 20; number++) sandbox.commit({ "src/b.ts": `export const b = ${number};\n` });
    expect([few, await count()]).toEqual([7, 7]);
  });
});
