import { describe, expect, test } from "vitest";
import { createGuarded, fingerprintOf, type Guarded, secretLines } from "../guarded.ts";
import { expectJson, expectNoInsides, expectStopped } from "./refusal.ts";

const long = "a-value-that-nobody-wants-to-see-in-a-message-".repeat(20);
/** What somebody pasted in the wrong place; no message may show it. */
const pasted = ["ghp", "_", "A1b2".repeat(9)].join("");

/** The text of guard.config.json, where it is wrong, and what the message must say. */
const broken: readonly [name: string, config: string, place: string, says: string][] = [
  ["an empty file", "", "guard.config.json:1:1", "expected a value, but the file ends here"],
  ["no JSON", "rules: {}", "guard.config.json:1:1", "expected a value"],
  ["cut off", '{ "rules": {', "guard.config.json:1:13", "the file ends inside an object"],
  ["a trailing comma", '{\n  "rules": {},\n}', "guard.config.json:2:14", "a comma before"],
  ["a comment", "{\n  // none\n}", "guard.config.json:2:3", "JSON has no comments"],
  ["a key that stands twice", '{ "rules": {}, "rules": {} }', "guard.config.json:1:16", "this key stands twice"],
  ["a list", "[]", "guard.config.json:1:1", "expected an object in braces"],
  ["an unknown key", '{ "rulez": {} }', "guard.config.json:1:3", 'there is no key "rulez" here; expected one of extends, ignores, rules'],
  ["a long unknown key", `{ "${long}": {} }`, "guard.config.json:1:3", "there is no key"],
  ["an unknown preset", '{ "extends": ["stric"] }', "guard.config.json:1:15: extends[0]", 'Did you mean "strict"?'],
  ["a long preset", `{ "extends": ["${long}"] }`, "guard.config.json:1:15: extends[0]", "expected a preset (recommended, strict, vibetech)"],
  ["a file that is not there", '{ "extends": ["./base.json"] }', "guard.config.json:1:15: extends[0]", "expected a file that exists"],
  ["itself", '{ "extends": ["./guard.config.json"] }', "guard.config.json:1:15: extends[0]", "configurations that extend each other in a circle"],
  ["an unknown rule", '{ "rules": { "secrets/privatekey": "off" } }', "guard.config.json:1:14: rules", 'Did you mean "secrets/private-key"?'],
  ["an unknown severity", '{ "rules": { "secrets": "blok" } }', "guard.config.json:1:25: rules.secrets", 'Did you mean "block"?'],
  ["a token as a severity", `{ "rules": { "secrets": "${pasted}" } }`, "guard.config.json:1:25: rules.secrets", "got a text of 40 characters"],
  [
    "options that a rule does not have",
    '{ "rules": { "secrets/private-key": ["block", { "max": 1 }] } }',
    "guard.config.json:1:47: rules.secrets/private-key[1]",
    "has no options",
  ],
  [
    "an option of the wrong kind",
    '{ "rules": { "trading/failed-orders": ["block", { "max": "five" }] } }',
    "guard.config.json:1:58: rules.trading/failed-orders[1].max",
    "expected a number",
  ],
  ["a glob too dear", '{ "ignores": ["*a*b*c*"] }', "guard.config.json:1:15: ignores[0]", "expected a glob with at most 3 wildcards"],
  ["a glob that leads out", '{ "ignores": ["../**"] }', "guard.config.json:1:15: ignores[0]", 'without ".."'],
  ["an override without files", '{ "overrides": [{ "rules": {} }] }', "guard.config.json:1:17: overrides[0].files", "expected a list of globs, got nothing"],
  [
    "a path with a tab in it",
    String.raw`{ "storage": { "roots": ["D:\trading"] } }`,
    "guard.config.json:1:26: storage.roots[0]",
    "expected a path without control characters",
  ],
  ["single backslashes", String.raw`{ "storage": { "roots": ["D:\logs"] } }`, "guard.config.json:1:29", "Write paths with / or with two backslashes"],
  ["an unknown time zone", '{ "trading": { "timeZone": "EST5" } }', "guard.config.json:1:28: trading.timeZone", "expected a time zone"],
  ["a pack that is not there", '{ "packs": ["./rules-of-ours"] }', "guard.config.json:1:13: packs[0]", "expected a folder of rules"],
  ["escapes of a terminal", '{ "\\u001b[31mred": 1 }', "guard.config.json:1:3", "\\u001b[31mred"],
];

/** A secret is staged beside the configuration, so that nothing judged is no way through. */
function createStaged(files: Readonly<Record<string, string>>): Guarded {
  const guarded = createGuarded();
  for (const [path, text] of Object.entries({ "src/pay.ts": secretLines(), ...files })) guarded.write(path, text);
  guarded.git("add", "--all");
  return guarded;
}

/** Nothing was judged, and the message says so by place, key and expectation, without what somebody has pasted. */
function expectConfigError(guarded: Guarded, place: string, says: string, ...args: string[]): void {
  const before = fingerprintOf(guarded);
  const ended = guarded.guard("check", "--format", "json", ...args);
  const { stderr } = ended;
  expect(stderr).toMatch(/^guard: [\x20-\x7e]+\n$/);
  expect(stderr.startsWith(`guard: ${place}: `), stderr).toBe(true);
  expect(stderr).toContain(says);
  expect(stderr.length).toBeLessThan(500);
  const report = expectJson(ended, 2);
  expect(report).toMatchObject({
    complete: false,
    findings: [],
    error: { code: "config", message: expect.stringContaining(place), fix: expect.stringMatching(/\S/) },
  });
  for (const text of [stderr, JSON.stringify(report)]) {
    expectNoInsides(text);
    expect(text).not.toContain("A1b2");
    expect(text).not.toContain(long);
  }
  expect(fingerprintOf(guarded)).toBe(before);
}

describe("guard.config.json", () => {
  test.each(broken)("%s", (_name, config, place, says) => {
    expectConfigError(createStaged({ "guard.config.json": config }), place, says);
  });

  test("people are told what programs are, and a commit stops", () => {
    const guarded = createStaged({ "guard.config.json": '{ "rulez": {} }' });
    const { stderr } = guarded.guard("check", "--format", "json");
    expect(guarded.guard("check")).toEqual({ code: 2, stdout: "", stderr });
    expectStopped(guarded, guarded.tryGit("commit", "-m", "Change"), 'guard.config.json:1:3: there is no key "rulez" here');
  });

  test("other sources too, and the commands that show it", () => {
    const guarded = createStaged({ "guard.config.json": '{ "rulez": {} }' });
    for (const args of [["--all"], ["src"], ["--config", "guard.config.json"]]) expectConfigError(guarded, "guard.config.json:1:3", "rulez", ...args);
    for (const command of [["rules"], ["config"], ["explain", "secrets/private-key"]]) {
      const { code, stderr } = guarded.guard(...command);
      expect([code, stderr.startsWith("guard: guard.config.json:1:3: ")], stderr).toEqual([2, true]);
    }
  });

  test("several faults have a line each, and the fix comes last", () => {
    const { code, stderr } = createStaged({ "guard.config.json": '{ "older": 1,\n "rulez": {},\n "ignores": "dist" }' }).guard("check");
    expect(code).toBe(2);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^guard: guard\.config\.json:1:12: older: /),
      expect.stringMatching(/^ {7}guard\.config\.json:2:2: there is no key "rulez" here/),
      expect.stringMatching(/^ {7}guard\.config\.json:3:13: ignores: /),
      "       Mend the configuration and run the command again.",
    ]);
  });

  test("what it extends is read from the index, and wrong there", () => {
    const guarded = createStaged({ "guard.config.json": '{ "extends": ["./base/guard.json"] }', "base/guard.json": '{ "older": 1 }' });
    guarded.write("base/guard.json", "{}");
    expectConfigError(guarded, "base/guard.json:1:12", "older");
  });

  test("a folder of that name is none", () => {
    expect(createStaged({ "guard.config.json/readme.md": "A folder.\n" }).guard("check").code).toBe(1);
  });
});

describe("guard.config.mjs", () => {
  test.each<[string, string, string, string]>([
    ["throws", `throw new Error("${pasted}");`, "guard.config.mjs:1:7", "it threw Error while it was loaded"],
    ["is no JavaScript", `export default { "${pasted}`, "guard.config.mjs", "it is no valid JavaScript"],
    ["imports what is not there", 'import "./nothing.mjs"; export default {};', "guard.config.mjs", "it imports a module that is not there"],
    ["exports nothing", "export const rules = {};", "guard.config.mjs", "expected a default export"],
    ["exports a function", "export default () => ({});", "guard.config.mjs", "expected an object in braces"],
    ["has an unknown rule", 'export default { rules: { "secrets/privatekey": "off" } };', "guard.config.mjs", 'Did you mean "secrets/private-key"?'],
  ])("%s", (_name, config, place, says) => {
    expectConfigError(createStaged({ "guard.config.mjs": config }), place, says);
  });

  test("is refused with --untrusted, and not run", () => {
    const guarded = createStaged({ "guard.config.mjs": 'import { writeFileSync } from "node:fs"; writeFileSync("ran", ""); export default {};' });
    expectConfigError(guarded, "guard.config.mjs", "it is code, and --untrusted runs none", "--untrusted");
  });

  test("on disk is another than the one that is staged", () => {
    const guarded = createStaged({ "guard.config.mjs": "export default {};\n" });
    guarded.write("guard.config.mjs", 'import { writeFileSync } from "node:fs"; writeFileSync("ran", ""); export default { rules: { secrets: "off" } };');
    expectConfigError(guarded, "guard.config.mjs", "the file on disk is not the one that would be committed");
  });

  test("ends the program, as if all were well", () => {
    const guarded = createStaged({ "guard.config.mjs": "process.exit(0);\n" });
    const { code, stderr } = guarded.guard("check");
    expect(code).toBe(3);
    expect(stderr).toContain("Guard ended without a verdict.");
    expectStopped(guarded, guarded.tryGit("commit", "-m", "Change"), "Guard ended without a verdict.");
  });
});

describe("a configuration in HEAD that cannot be used does not keep the one that mends it from being committed", () => {
  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    ["broken JSON", { "guard.config.json": '{ "rulez": {} }\n' }, { "guard.config.json": "{}\n" }],
    ["code that changes", { "guard.config.mjs": "export default {};\n" }, { "guard.config.mjs": "export default { rules: {} };\n" }],
  ])("%s", (_name, before, after) => {
    const guarded = createGuarded();
    guarded.commit(before);
    for (const [path, text] of Object.entries(after)) guarded.write(path, text);
    guarded.git("add", "--all");
    const { code, stderr } = guarded.tryGit("commit", "-m", "Mend");
    expect(code, stderr).toBe(0);
    expect(stderr).toMatch(/^guard: The configuration in HEAD cannot be used; in its place stands what holds without any/m);
    guarded.write("src/pay.ts", secretLines());
    guarded.git("add", "--all");
    expect(guarded.tryGit("commit", "-m", "Change").code).toBe(1);
  });

  test("code in the place of which comes JSON", () => {
    const guarded = createGuarded();
    guarded.commit({ "guard.config.mjs": "export default {};\n" });
    guarded.git("rm", "--quiet", "guard.config.mjs");
    guarded.write("guard.config.json", "{}\n");
    guarded.write("src/pay.ts", secretLines());
    guarded.git("add", "--all");
    expect(guarded.tryGit("commit", "-m", "Change").code).toBe(1);
    guarded.git("rm", "--quiet", "--force", "src/pay.ts");
    expect(guarded.tryGit("commit", "-m", "Change")).toMatchObject({ code: 0 });
  });
});

test.each([
  ["weaker", "block", "off"],
  ["stricter", "off", "block"],
])("a commit that makes the configuration %s is judged by both", (_how, before, after) => {
  const guarded = createGuarded();
  guarded.commit({ "guard.config.json": `{ "rules": { "storage/data-file": "${before}" } }\n` });
  guarded.write("guard.config.json", `{ "rules": { "storage/data-file": "${after}" } }\n`);
  guarded.write("data.db", "SQLite format 3\0");
  guarded.git("add", "--all");
  expect(expectJson(guarded.guard("check", "--format", "json"), 1).findings).toContainEqual(
    expect.objectContaining({ ruleId: "storage/data-file", outcome: "blocking" }),
  );
  expect(guarded.tryGit("commit", "-m", "Change").code).toBe(1);
});

describe("a rule of the repository's own", () => {
  const meta = '{ summary: "A rule.", why: "It matters.", fix: "Mend it.", severity: "block", confidence: "certain", since: "1.0.0" }';
  const rule = (body: string): string => `import { defineRule } from "@vibetech/guard";
export default { packs: [{ name: "own", rules: [defineRule({ id: "own/rule", meta: ${meta}, ${body} })] }], rules: { "own/rule": SEVERITY } };
`;

  test.each<[string, string, RegExp]>([
    ["throws on content", `inspects: "content", triggers: ["export"], check(subject) { throw new Error(subject.slice(0, 60)); }`, /the rule failed with Error/],
    ["throws on a path", `inspects: "entry", check({ path }) { throw new TypeError("${pasted} " + path); }`, /the rule failed with TypeError/],
    ["throws on a change", `inspects: "change", files: ["src/**"], check({ after }) { throw new RangeError(after); }`, /the rule failed with RangeError/],
    [
      "throws on the repository",
      `inspects: "repository", reads: ["src/**"], check({ read }) { throw new Error(read("src/app.ts")); }`,
      /the rule failed with Error/,
    ],
    ["throws no error", `inspects: "content", triggers: ["export"], check() { throw "${pasted}"; }`, /the rule failed with string/],
    ["answers with nothing", `inspects: "content", triggers: ["export"], check() {}`, /the rule failed with TypeError/],
    [
      "points outside the file",
      `inspects: "content", triggers: ["export"], check() { return [{ start: 5, end: 1e9, message: "Here." }]; }`,
      /the rule failed with RangeError/,
    ],
    ["answers with nothing, later", `inspects: "content", triggers: ["export"], check: () => Promise.resolve()`, /the rule answers with a promise/],
    ["answers later", `inspects: "entry", async check() { return []; }`, /the rule answers with a promise/],
  ])("%s: what it did not judge does not pass", (_name, body, says) => {
    const guarded = createGuarded();
    guarded.write("guard.config.mjs", rule(body).replace("SEVERITY", '"block"'));
    guarded.write("src/app.ts", "export const name = 'changed';\n");
    guarded.git("add", "--all");
    const before = fingerprintOf(guarded);
    const ended = guarded.guard("check", "--format", "json");
    const report = expectJson(ended, 3);
    expect(ended.stderr).toMatch(/^guard: own\/rule could not judge [\x20-\x7e]+\n$/);
    expect(report).toMatchObject({ complete: false, findings: [], error: { code: "not-judged" } });
    expect(report.unknown).toContainEqual(expect.objectContaining({ ruleId: "own/rule", reason: expect.stringMatching(says), blocks: true }));
    expect(fingerprintOf(guarded)).toBe(before);
    // In words, too
    const commit = guarded.tryGit("commit", "-m", "Change");
    expectStopped(guarded, commit, says);
    for (const text of [commit.stderr, ended.stderr, JSON.stringify(report)]) {
      expectNoInsides(text);
      expect(text).not.toMatch(/A1b2|name = 'changed'/);
    }
  });

  test("whose pattern never ends: the commit is stopped, and the message names rule and pattern", () => {
    const guarded = createGuarded();
    const body = `inspects: "content", triggers: ["export"], check: (subject) => (/(\\w+)+;$/.test(subject.slice(0, 100)) ? [] : [])`;
    guarded.write("guard.config.mjs", rule(body).replace("SEVERITY", '"block"'));
    guarded.write("src/app.ts", `export ${"a".repeat(60)}\n`);
    guarded.git("add", "--all");
    expectStopped(
      guarded,
      guarded.tryGit("commit", "-m", "Change"),
      "own/rule could not judge src/app.ts: the rule was stopped after 2 seconds, in the pattern /(\\w+)+;$/",
    );
  });

  test("that may only warn: it is said, and the commit goes on", () => {
    const guarded = createGuarded();
    guarded.write("guard.config.mjs", rule('inspects: "entry", check() { throw new Error(); }').replace("SEVERITY", '"warn"'));
    guarded.git("add", "--all");
    expect(expectJson(guarded.guard("check", "--format", "json"), 0)).toMatchObject({ complete: false, unknown: [{ ruleId: "own/rule", blocks: false }] });
    const { code, stderr } = guarded.tryGit("commit", "-m", "Change");
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("own/rule");
  });

  test("the message of a finding is shown as text, whatever stands in it", () => {
    const guarded = createGuarded();
    const body = `inspects: "entry", check: () => [{ message: "red \\u001b[31m\\n::error::x" }]`;
    guarded.write("guard.config.mjs", rule(body).replace("SEVERITY", '"warn"'));
    guarded.git("add", "--all");
    const { code, stdout } = guarded.guard("check");
    expect(code).toBe(0);
    expect(stdout).toContain("red \\u001b[31m\\n");
    expect(stdout).not.toMatch(/\u001b|^::/m);
  });
});
