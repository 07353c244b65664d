import { describe, expect, test } from "vitest";
import { createGuarded, type Guarded, secretLines } from "./guarded.ts";

const LOOSE = '{ "extends": ["recommended"], "rules": { "secrets": "off" } }\n';
const TIGHT = '{ "extends": ["recommended"] }\n';
const TEAM = '{ "extends": ["./team.json"] }\n';

interface Judged {
  readonly exitCode: number;
  /** `rule outcome`, of the findings about secrets and about the policy. */
  readonly said: readonly string[];
  readonly weakened: { readonly subject: string; readonly message: string; readonly facts: unknown } | undefined;
}

function judge(guarded: Guarded, ...args: string[]): Judged {
  const { stdout } = guarded.guard("check", "--format", "json", ...args);
  const { exitCode, findings } = JSON.parse(stdout) as { exitCode: number; findings: { ruleId: string; outcome: string }[] };
  const said = findings.filter(({ ruleId }) => /^(?:secrets|policy)\//.test(ruleId)).map(({ ruleId, outcome }) => `${ruleId} ${outcome}`);
  return { exitCode, said, weakened: findings.find(({ ruleId }) => ruleId === "policy/weakened") as Judged["weakened"] };
}

/** A repository that holds `committed`; then `staged` is staged beside a secret (`null`: deleted). */
function createChange(committed: Readonly<Record<string, string>>, staged: Readonly<Record<string, string | null>>): Guarded {
  const guarded = createGuarded();
  guarded.commit(committed);
  for (const [path, text] of Object.entries(staged)) {
    if (text === null) guarded.git("rm", "--quiet", path);
    else guarded.write(path, text);
  }
  guarded.write("src/pay.ts", secretLines());
  guarded.git("add", "--all");
  return guarded;
}

describe("a commit that loosens the policy", () => {
  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string | null>>]>([
    ["itself", { "guard.config.json": TIGHT }, { "guard.config.json": LOOSE }],
    ["by leaving the file out", { "guard.config.json": TIGHT }, { "guard.config.json": '{ "ignores": ["src/pay.ts"] }\n' }],
    ["with the first one that there is", {}, { "guard.config.json": LOOSE }],
    ["in what it extends", { "guard.config.json": TEAM, "team.json": TIGHT }, { "team.json": LOOSE }],
    [
      "in what is extended by what it extends",
      { "guard.config.json": TEAM, "team.json": '{ "extends": ["./policy/base.json"] }\n', "policy/base.json": TIGHT },
      { "policy/base.json": LOOSE },
    ],
    ["and turns off the rule that says so", { "guard.config.json": TIGHT }, { "guard.config.json": LOOSE.replace('"off"', '"off", "policy": "off"') }],
  ])("%s is judged by the old one too, and that is said", (_how, committed, staged) => {
    const guarded = createChange(committed, staged);
    const { exitCode, said, weakened } = judge(guarded);
    expect({ exitCode, said }).toEqual({ exitCode: 1, said: ["policy/weakened advisory", "secrets/aws-key-pair blocking"] });
    expect(weakened).toMatchObject({
      subject: "guard.config.json",
      message: "guard.config.json as staged would let through 1 finding that the policy before it blocks.",
      facts: { count: 1, blocking: 1 },
    });
    expect(guarded.tryGit("commit", "-m", "Change").stderr).toMatch(/^guard\.config\.json {2}warn {2}policy\/weakened {2}/m);
  });

  test("by deleting it is judged by the old one", () => {
    const strict = '{ "extends": ["recommended"], "rules": { "storage/data-file": "block" } }\n';
    const guarded = createChange({ "guard.config.json": strict }, { "guard.config.json": null, "data.db": "SQLite format 3\0" });
    expect(judge(guarded, "--only", "storage", "policy")).toMatchObject({ exitCode: 1, weakened: { subject: "guard.config.json" } });
  });

  test.each<[string, string, string]>([
    ["broken", "guard.config.json", '{ "rulez": {} }\n'],
    ["code that is gone", "guard.config.mjs", "export default {};\n"],
  ])("where the old one cannot be used (%s) is judged by recommended too", (_how, name, text) => {
    const guarded = createChange({ [name]: text }, { ...(name === "guard.config.json" ? {} : { [name]: null }), "guard.config.json": LOOSE });
    const { exitCode, said } = judge(guarded);
    expect({ exitCode, said }).toEqual({ exitCode: 1, said: ["policy/weakened advisory", "secrets/aws-key-pair blocking"] });
  });

  test("so that a warning goes is told as what it is", () => {
    const warning = '{ "rules": { "secrets": "warn" } }\n';
    const { exitCode, weakened } = judge(createChange({ "guard.config.json": warning }, { "guard.config.json": LOOSE }));
    expect({ exitCode, weakened }).toMatchObject({
      exitCode: 0,
      weakened: { message: "guard.config.json as staged would hide 1 finding that the policy before it shows.", facts: { count: 1, blocking: 0 } },
    });
  });
});

describe("is not said to loosen the policy: a commit", () => {
  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, readonly string[]]>([
    ["that makes it stricter", { "guard.config.json": LOOSE }, { "guard.config.json": TIGHT }, []],
    ["that makes no difference here", { "guard.config.json": TIGHT }, { "guard.config.json": '{ "rules": { "storage": "off" } }\n' }, []],
    ["where nobody asked for it", { "guard.config.json": TIGHT }, { "guard.config.json": LOOSE }, ["--skip", "policy"]],
    [
      "under a policy that never says so",
      { "guard.config.json": '{ "rules": { "policy": "off" } }\n' },
      { "guard.config.json": LOOSE.replace('"off"', '"off", "policy": "off"') },
      [],
    ],
  ])("%s", (_which, committed, staged, args) => {
    expect(judge(createChange(committed, staged), ...args)).toEqual({ exitCode: 1, said: ["secrets/aws-key-pair blocking"], weakened: undefined });
  });
});

test("before the first commit the staged one alone decides", () => {
  const guarded = createGuarded("plain hook", { unborn: true });
  guarded.write("guard.config.json", LOOSE);
  guarded.write("src/pay.ts", secretLines());
  guarded.git("add", "--all");
  expect(judge(guarded)).toEqual({ exitCode: 0, said: [], weakened: undefined });
});

test("one on disk alone that switches rules off decides, and that is said", () => {
  const guarded = createGuarded();
  guarded.write("guard.config.json", LOOSE);
  guarded.write("src/pay.ts", secretLines());
  guarded.git("add", "src/pay.ts");
  const { code, stderr } = guarded.tryGit("commit", "--quiet", "-m", "Pay");
  expect([code, stderr]).toEqual([0, expect.stringMatching(/guard\.config\.json switches rules off and is neither in HEAD nor staged/)]);
});

test("edits on disk that are not staged decide nothing, and that is said; other line ends are no edit", () => {
  const guarded = createGuarded();
  guarded.commit({ "guard.config.json": '{\n  "older": "block"\n}\n' });
  const commit = (configuration: string) => {
    guarded.write("guard.config.json", configuration);
    return guarded.tryGit("commit", "--quiet", "--allow-empty", "-m", "Nothing");
  };
  expect(commit('{\n  "rules": { "secrets": "off" }\n}\n')).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("guard: guard.config.json on disk is not what is staged; the staged one counts.\n"),
  });
  expect(commit('{\r\n  "older": "block"\r\n}\r\n')).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("in a merge, what the configuration extends is the index's", () => {
  const guarded = createGuarded();
  guarded.commit({ "guard.config.json": TEAM, "team.json": TIGHT, "both.txt": "one\n" });
  guarded.git("checkout", "--quiet", "-b", "other");
  guarded.commit({ "team.json": '{ "extends": ["recommended"], "rules": { "storage/data-file": "block" } }\n', "both.txt": "theirs\n" });
  guarded.git("checkout", "--quiet", "main");
  guarded.commit({ "both.txt": "ours\n" });
  expect(guarded.tryGit("merge", "other").code).toBe(1);
  guarded.write("both.txt", "both\n");
  guarded.write("data.db", "SQLite format 3\0");
  guarded.git("add", "--all");
  const { stdout } = guarded.guard("check", "--format", "json", "--only", "storage");
  expect(JSON.parse(stdout)).toMatchObject({ exitCode: 1, findings: [{ ruleId: "storage/data-file", outcome: "blocking" }] });
});

test("a merge of a branch that loosened what the configuration extends is judged by what we had, too", () => {
  const guarded = createGuarded();
  guarded.commit({ "guard.config.json": TEAM, "team.json": TIGHT });
  guarded.git("checkout", "--quiet", "-b", "other");
  guarded.commit({ "team.json": LOOSE });
  guarded.git("checkout", "--quiet", "main");
  guarded.commit({ "both.txt": "ours\n" });
  guarded.git("merge", "--no-commit", "other");
  guarded.write("src/pay.ts", secretLines());
  guarded.git("add", "--all");
  expect(judge(guarded)).toMatchObject({ exitCode: 1, said: ["policy/weakened advisory", "secrets/aws-key-pair blocking"] });
});

test.each(["../outside.json", "./../outside.json", "./a\nb.json"])("a configuration cannot extend %j, in the first commit and later", (name) => {
  const guarded = createChange({}, { "guard.config.json": JSON.stringify({ extends: [name] }) });
  for (const commit of [true, false]) {
    const { code, stderr } = guarded.guard("check");
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("expected a file that exists") });
    if (commit) guarded.commit();
    guarded.write("src/more.ts", "export const more = 1;\n");
    guarded.git("add", "--all");
  }
});

test("a commit with nothing but findings of the baseline prints nothing; one with a new finding beside them is refused", () => {
  const guarded = createGuarded();
  guarded.commit({ "src/pay.ts": secretLines() });
  expect(guarded.guard("baseline").code).toBe(0);
  guarded.commit();
  guarded.write("src/pay.ts", `// pays\n${secretLines()}`);
  guarded.git("add", "src/pay.ts");
  expect(guarded.tryGit("commit", "--quiet", "-m", "Comment")).toEqual({ code: 0, stdout: "", stderr: "" });
  guarded.write("src/copy.ts", secretLines());
  guarded.git("add", "src/copy.ts");
  expect(guarded.tryGit("commit", "--quiet", "-m", "Copy")).toMatchObject({ code: 1, stderr: expect.stringContaining("src/copy.ts:2:") });
});
