import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileGlob } from "../../src/config/globs.ts";
import { createGlobTest, createPolicyReader, gatherAlike, type Policy, type RulePolicy, settingOf } from "../../src/core/policy.ts";

const globs = (...patterns: string[]): ReturnType<typeof createGlobTest> => createGlobTest(patterns.map(compileGlob));

describe("globs", () => {
  test("none match nothing", () => {
    expect(globs()("a")).toBe(false);
  });
  test("the last that matches decides", () => {
    const isIgnored = globs("dist/**", "!dist/keep/**", "*.min.js");
    expect(["dist/a", "dist/keep/a", "dist/keep/a.min.js", "src/a"].map(isIgnored)).toEqual([true, false, true, false]);
  });
  test("answer as their regular expressions do, by whichever way they are asked", () => {
    const word = fc.constantFrom("a", "b.js", ".env", ".env.local", "dist", "x.min.js", "É", "node_modules");
    const pattern = fc.oneof(
      word,
      fc.tuple(word, fc.constantFrom("/**", "/", "/*")).map(([folder, rest]) => folder + rest),
      fc.tuple(fc.constantFrom("*", "**/*", "**/"), word).map(([stars, name]) => stars + name),
      word.map((name) => `**/${name}/**`),
      fc.tuple(word, word).map(([folder, name]) => `**/${folder}/${name}/**`),
      fc.constantFrom("*.{js,TS}", "{a,dist}/**", "**/{a,b.js}", ".env*", "*.*"),
    );
    const path = fc.array(fc.oneof(word, fc.constantFrom("A", "c.TS", "é")), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
    fc.assert(
      // One after the other: what a folder has decided is remembered.
      fc.property(pattern, fc.array(path, { minLength: 1, maxLength: 5 }), (written, names) => {
        const glob = compileGlob(written);
        const matches = createGlobTest([glob]);
        for (const name of names) expect(matches(name), `${written} ${names}`).toBe(new RegExp(glob.source, "i").test(name));
      }),
      { numRuns: 3000 },
    );
  });
  test("case does not count", () => {
    expect(globs("*.ENV")("a/b.env")).toBe(true);
  });
});

const policy: Policy = {
  rules: { "secrets/jwt": { severity: "block", options: { length: 3 } } },
  ignores: [compileGlob("dist/**")],
  ignoredLines: [{ files: [compileGlob("*.lock")], line: "^integrity" }],
  overrides: [
    { files: [compileGlob("tests/**")], rules: { "secrets/jwt": { severity: "warn" } } },
    { files: [compileGlob("tests/e2e/**")], rules: { "secrets/jwt": { severity: "off" } } },
  ],
  older: "advisory",
};

test("a policy answers for one path: the last override that names a rule decides", () => {
  const reader = createPolicyReader(policy);
  expect(reader.ruleAt("secrets/jwt", "src/a.ts")).toEqual({ severity: "block", options: { length: 3 } });
  expect(reader.ruleAt("secrets/jwt", "tests/a.ts")).toEqual({ severity: "warn", options: { length: 3 } });
  expect(reader.ruleAt("secrets/jwt", "tests/e2e/a.ts").severity).toBe("off");
  expect(reader.ruleAt("secrets/unheard-of", "src/a.ts").severity).toBe("off");
  expect(reader.isIgnored("dist/a.js")).toBe(true);
  expect(reader.ignoredLine("yarn.lock")?.source).toBe("^integrity");
  expect(reader.ignoredLine("src/a.ts")).toBeNull();
});

test("an absolute path lies in no folder without a name", () => {
  const test = globs("**/{node_modules,dist}/**", "*.png", "*.pb.go");
  expect([test("/tmp/o/a.js"), test("/"), test("//a"), test("/node_modules/a.js")]).toEqual([false, false, false, true]);
});

test("settings that are shared are found like those of a rule's own", () => {
  const rules = Array.from({ length: 30 }, (_, i): [string, RulePolicy] => [
    `pack/rule-${i}`,
    { severity: i % 3 === 0 ? "warn" : "block", options: i < 2 ? { i } : {} },
  ]);
  const gathered = gatherAlike(rules);
  expect(Object.keys(gathered.rules)).toEqual(["pack/rule-0", "pack/rule-1"]);
  for (const [id, setting] of rules) expect(settingOf(gathered, id)).toEqual(setting);
  expect(gathered.alike).toEqual([[{ severity: "warn", options: {} }, expect.stringMatching(/^ pack\/rule-3 .* $/)]]);
  // Neither the beginning nor the end of an id is one: it gets what all others get.
  for (const id of ["pack/rule", "rule-3"]) expect(settingOf(gathered, id)).toEqual({ severity: "block", options: {} });
});
