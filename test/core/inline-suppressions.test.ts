import { describe, expect, test } from "vitest";
import { badSuppression } from "../../rules/policy/bad-suppression.ts";
import { unusedSuppression } from "../../rules/policy/unused-suppression.ts";
import type { Finding, Setting } from "../../src/core/model.ts";
import { createPolicyReader } from "../../src/core/policy.ts";
import type { Rule } from "../../src/core/rule.ts";
import { type Suppressor, suppressInline } from "../../src/core/suppressions.ts";
import { contentRule, meta, policyOf } from "./engine.ts";
import { findingAt } from "./sample-finding.ts";

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
  });
});
