import { describe, expect, test } from "vitest";
import type { Age, Outcome, Severity, Verdict } from "../../src/core/model.ts";
import { sortVerdicts, toVerdict } from "../../src/core/verdict.ts";
import { findingAt } from "./sample-finding.ts";

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
