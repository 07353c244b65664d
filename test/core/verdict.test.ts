import { describe, expect, test } from "vitest";
import { badSuppression } from "../../rules/policy/bad-suppression.ts";
import { unusedSuppression } from "../../rules/policy/unused-suppression.ts";
import { weakened } from "../../rules/policy/weakened.ts";
import { toExitCode } from "../../src/core/exit-code.ts";
import type { Age, Finding, Outcome, Setting, Severity, Unknown, Verdict } from "../../src/core/model.ts";
import { createPolicyReader } from "../../src/core/policy.ts";
import type { Rule } from "../../src/core/rule.ts";
import type { Suppressor } from "../../src/core/suppressions.ts";
import { suppressInline } from "../../src/core/suppressions.ts";
import { sortVerdicts, toVerdict } from "../../src/core/verdict.ts";
import { describeWeakening, worseOf } from "../../src/core/weakening.ts";
import { contentRule, meta, policyOf } from "./engine.ts";

function findingAt(line: number, parts: Partial<Finding> = {}): Finding {
  return {
    ruleId: "test/token",
    severity: "block",
    confidence: "certain",
    age: null,
    commit: null,
    location: { path: "a.ts", line, column: 1, endLine: line, endColumn: 8 },
    subject: null,
    message: "A token.",
    preview: null,
    fix: null,
    fingerprint: `at ${line}`,
    facts: {},
    ...parts,
  };
}

function suppressorAt(line: number, parts: Partial<Suppressor> = {}): Suppressor {
  return { line, target: line, column: 20, endColumn: 60, selectors: ["test/token"], reason: "of the test", ...parts };
}

const rules: readonly Rule[] = [
  contentRule(),
  contentRule("test/other"),
  { id: "test/path", inspects: "entry", meta, check: () => [] },
  { id: "limits/loosened", inspects: "change", meta, files: ["*"], check: () => [] },
  badSuppression,
  unusedSuppression,
];

/** `line rule: reason` of what is suppressed, and `line rule!` of what is not. */
function weigh(
  findings: readonly Finding[],
  suppressors: readonly Suppressor[],
  settings: Readonly<Record<string, Setting>> = {},
  isWanted: (id: string) => boolean = () => true,
): string[] {
  const context = { policy: createPolicyReader(policyOf(rules, settings)), listRules: () => rules, isWanted };
  return suppressInline({ path: "a.ts" }, findings, suppressors, context).map(({ finding: { ruleId, location }, suppression }) =>
    suppression ? `${location?.line} ${ruleId}: ${suppression.reason}` : `${location?.line} ${ruleId}!`,
  );
}

describe("inline suppressions", () => {
  test("speak of their line and of nothing else", () => {
    expect(weigh([findingAt(1), findingAt(2), findingAt(3)], [suppressorAt(2)])).toEqual(["1 test/token!", "2 test/token: of the test", "3 test/token!"]);
  });

  test("speak of the line that they aim at, not of the one they stand in", () => {
    expect(weigh([findingAt(1), findingAt(2)], [suppressorAt(1, { target: 2 })])).toEqual(["1 test/token!", "2 test/token: of the test"]);
  });

  test("reach a finding of several lines at its first and at its last", () => {
    const key = findingAt(1, { location: { path: "a.ts", line: 2, column: 1, endLine: 5, endColumn: 20 } });
    expect([2, 5, 3].map((line) => weigh([key], [suppressorAt(line)])[0])).toEqual(["2 test/token: of the test", "2 test/token: of the test", "2 test/token!"]);
  });

  test.each([
    [["test/token"], true],
    [["test"], true],
    [["test/*"], true],
    [["*"], true],
    [["test/other"], false],
    [["test/other", "test/token"], true],
  ])("%j: %s", (selectors, isSuppressed) => {
    expect(weigh([findingAt(1)], [suppressorAt(1, { selectors })])[0]).toBe(isSuppressed ? "1 test/token: of the test" : "1 test/token!");
  });

  test.each<[string, Partial<Suppressor>, string]>([
    ["without a reason", { reason: "" }, "This suppression gives no reason, so it suppresses nothing."],
    ["without a rule", { selectors: [] }, "This suppression names no rule, so it suppresses nothing."],
    ["for an unknown rule", { selectors: ["test/tokens"] }, 'This suppression names "test/tokens", which is no rule, so it suppresses nothing.'],
    [
      "for a known and an unknown rule",
      { selectors: ["test/token", "nonsense"] },
      'This suppression names "nonsense", which is no rule, so it suppresses nothing.',
    ],
    ["for a glob of nothing", { selectors: ["nothing/*"] }, 'This suppression names "nothing/*", which is no rule, so it suppresses nothing.'],
  ])("%s suppress nothing and are findings themselves", (_, parts, message) => {
    const context = { policy: createPolicyReader(policyOf(rules)), listRules: () => rules, isWanted: () => true };
    const [finding, remark] = suppressInline({ path: "a%FF.ts", pathEncoding: "percent" }, [findingAt(7)], [suppressorAt(7, parts)], context);
    expect(finding?.suppression).toBeNull();
    expect(remark?.finding).toMatchObject({
      ruleId: "policy/bad-suppression",
      severity: "block",
      message,
      location: { path: "a%FF.ts", pathEncoding: "percent", line: 7, column: 20, endLine: 7, endColumn: 60 },
    });
  });

  test("that match nothing are said to be unused", () => {
    expect(weigh([findingAt(1)], [suppressorAt(3)])).toEqual(["1 test/token!", "3 policy/unused-suppression!"]);
  });

  test.each<[string, Suppressor, Readonly<Record<string, Setting>>, (id: string) => boolean]>([
    ["is off", suppressorAt(3), { "test/token": "off" }, () => true],
    ["was not wanted", suppressorAt(3), {}, (id) => id !== "test/token"],
    ["of several is off", suppressorAt(3, { selectors: ["test/token", "test/other"] }), { "test/other": "off" }, () => true],
    ["speaks only when something changes", suppressorAt(3, { selectors: ["limits/loosened"] }), {}, () => true],
    ["is about unused suppressions, and off", suppressorAt(3), { "policy/unused-suppression": "off" }, () => true],
  ])("are not, where a rule %s", (_, suppressor, settings, isWanted) => {
    expect(weigh([], [suppressor], settings, isWanted)).toEqual([]);
  });

  test("unused ones never block, whatever is configured", () => {
    const context = { policy: createPolicyReader(policyOf(rules, { "policy/unused-suppression": "block" })), listRules: () => rules, isWanted: () => true };
    expect(suppressInline({ path: "a" }, [], [suppressorAt(1)], context)[0]?.finding.severity).toBe("warn");
  });

  test("equal bad ones have fingerprints of their own", () => {
    const context = { policy: createPolicyReader(policyOf(rules)), listRules: () => rules, isWanted: () => true };
    const bad = [1, 2, 3].map((line) => suppressorAt(line, { reason: "" }));
    expect(new Set(suppressInline({ path: "a" }, [], bad, context).map(({ finding }) => finding.fingerprint)).size).toBe(3);
  });

  test("a hundred thousand findings and suppressions are weighed in time", () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => i + 1);
    const weighed = weigh(
      lines.map((line) => findingAt(line)),
      lines.map((line) => suppressorAt(line, { selectors: ["tes*/t*n"] })),
    );
    expect(weighed.every((one) => one.endsWith("of the test"))).toBe(true);
  }, 5000);
});

describe("a verdict", () => {
  const suppression = { kind: "inline", reason: "of the test", owner: null, until: null } as const;
  test.each<[Severity, Age, "advisory" | "block", boolean, Outcome]>([
    ["block", "new", "advisory", false, "blocking"],
    ["block", "new", "block", false, "blocking"],
    ["block", null, "advisory", false, "blocking"],
    ["block", null, "block", false, "blocking"],
    ["block", "older", "advisory", false, "advisory"],
    ["block", "older", "block", false, "blocking"],
    ["warn", "new", "advisory", false, "advisory"],
    ["warn", "new", "block", false, "advisory"],
    ["warn", null, "advisory", false, "advisory"],
    ["warn", null, "block", false, "advisory"],
    ["warn", "older", "advisory", false, "advisory"],
    ["warn", "older", "block", false, "advisory"],
    ["block", "new", "block", true, "suppressed"],
    ["block", null, "advisory", true, "suppressed"],
    ["block", "older", "block", true, "suppressed"],
    ["warn", "new", "advisory", true, "suppressed"],
    ["warn", "older", "block", true, "suppressed"],
  ])("%s, %s, older: %s, suppressed: %s -> %s", (severity, age, older, isSuppressed, outcome) => {
    const verdict = toVerdict({ finding: findingAt(1, { severity, age }), suppression: isSuppressed ? suppression : null }, older);
    expect([verdict.outcome, verdict.suppression]).toEqual([outcome, isSuppressed ? suppression : null]);
  });
});

describe("two policies", () => {
  const verdict = (line: number, outcome: Outcome, parts: Partial<Verdict> = {}): Verdict => ({ ...findingAt(line), outcome, suppression: null, ...parts });
  const outcomes = (verdicts: readonly Verdict[]): string[] =>
    verdicts.map(({ location, subject, outcome }) => `${location?.line ?? subject} ${outcome}`).sort();

  test.each<[Outcome, Outcome, Outcome]>([
    ["blocking", "advisory", "blocking"],
    ["blocking", "suppressed", "blocking"],
    ["advisory", "suppressed", "advisory"],
    ["suppressed", "suppressed", "suppressed"],
  ])("%s and %s: %s, in either order", (a, b, worse) => {
    expect(outcomes(worseOf([verdict(1, a)], [verdict(1, b)]))).toEqual([`1 ${worse}`]);
    expect(outcomes(worseOf([verdict(1, b)], [verdict(1, a)]))).toEqual([`1 ${worse}`]);
  });

  test("what only one of them sees stays", () => {
    expect(outcomes(worseOf([verdict(1, "blocking")], [verdict(2, "advisory")]))).toEqual(["1 blocking", "2 advisory"]);
    expect(outcomes(worseOf([], [verdict(2, "advisory")]))).toEqual(["2 advisory"]);
  });

  test("one place is one finding, whatever stood before it under one of them", () => {
    expect(outcomes(worseOf([verdict(1, "advisory", { fingerprint: "first" })], [verdict(1, "blocking", { fingerprint: "second" })]))).toEqual(["1 blocking"]);
  });

  test("findings of a whole file or of a subject are told apart by what they say", () => {
    const location = { path: "a", line: 1, column: 1, endLine: 1, endColumn: 1 };
    const file = (fingerprint: string): Verdict => verdict(1, "blocking", { location, fingerprint });
    expect(worseOf([file("x")], [file("x"), file("y")]).length).toBe(2);
    const subject = (name: string): Verdict => verdict(0, "advisory", { location: null, subject: name, fingerprint: name });
    expect(worseOf([subject("a.db")], [subject("a.db"), subject("b.db")]).length).toBe(2);
  });

  describe("of which the later is milder", () => {
    const describeIt = (before: readonly Verdict[], after: readonly Verdict[]): Verdict[] => describeWeakening(weakened, before, after, "guard.config.json");

    test.each<[string, readonly Verdict[], readonly Verdict[], { count: number; blocking: number } | null]>([
      ["one that blocked is gone", [verdict(1, "blocking")], [], { count: 1, blocking: 1 }],
      ["one that blocked warns", [verdict(1, "blocking")], [verdict(1, "advisory")], { count: 1, blocking: 1 }],
      ["one that blocked is suppressed", [verdict(1, "blocking")], [verdict(1, "suppressed")], { count: 1, blocking: 1 }],
      ["one that warned is gone", [verdict(1, "advisory")], [], { count: 1, blocking: 0 }],
      ["several", [verdict(1, "blocking"), verdict(2, "advisory"), verdict(3, "blocking")], [verdict(3, "blocking")], { count: 2, blocking: 1 }],
      ["one that counted for nothing is gone", [verdict(1, "suppressed")], [], null],
      ["none: the same", [verdict(1, "blocking")], [verdict(1, "blocking", { fingerprint: "another" })], null],
      ["none: stricter", [verdict(1, "advisory")], [verdict(1, "blocking"), verdict(2, "blocking")], null],
    ])("%s", (_, before, after, facts) => {
      expect(describeIt(before, after).map((one) => one.facts)).toEqual(facts ? [facts] : []);
    });

    test("it is one finding about the configuration, which warns", () => {
      const [found, ...more] = describeIt([verdict(1, "blocking"), verdict(2, "blocking")], []);
      expect(more).toEqual([]);
      expect(found).toMatchObject({
        ruleId: "policy/weakened",
        severity: "warn",
        outcome: "advisory",
        age: null,
        location: null,
        subject: "guard.config.json",
      });
      expect(found?.message).toBe("guard.config.json as staged would let through 2 findings that the policy before it blocks.");
    });
  });
});

test("verdicts stand by path, line, column, rule and subject", () => {
  const at = (path: string, line: number, column: number, ruleId = "a/a"): Verdict => ({
    ...findingAt(line, { ruleId, location: { path, line, column, endLine: line, endColumn: column + 1 } }),
    outcome: "advisory",
    suppression: null,
  });
  const about = (subject: string): Verdict => ({ ...findingAt(0, { location: null, subject }), outcome: "advisory", suppression: null });
  const sorted = [about("x"), about("y"), at("a", 2, 9), at("a", 10, 1), at("a", 10, 1, "b/a"), at("a", 10, 2), at("b", 1, 1)];
  expect(sortVerdicts(sorted.toReversed())).toEqual(sorted);
});

describe("the exit code", () => {
  const verdict = (outcome: Outcome): Verdict => ({ ...findingAt(1), outcome, suppression: null });
  const unknown = (blocks: boolean): Unknown => ({ ruleId: "a/a", subject: "a", reason: "", blocks });
  test.each([
    [[], [], 0],
    [[verdict("advisory"), verdict("suppressed")], [], 0],
    [[verdict("blocking")], [], 1],
    [[], [unknown(false)], 0],
    [[], [unknown(true)], 3],
    [[verdict("blocking")], [unknown(true)], 1],
    [[verdict("advisory")], [unknown(false), unknown(true)], 3],
  ])("%#", (verdicts, unknowns, code) => {
    expect(toExitCode(verdicts, unknowns)).toBe(code);
  });
});
