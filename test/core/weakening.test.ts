import { describe, expect, test } from "vitest";
import { weakened } from "../../rules/policy/weakened.ts";
import type { Outcome, Verdict } from "../../src/core/model.ts";
import { describeAdded, describeWeakening, worseOf } from "../../src/core/weakening.ts";
import { findingAt } from "./sample-finding.ts";

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

test("entries that are new in a list are told, although nothing is judged by them yet", () => {
  const told = [1, 2].map((added) => describeAdded(weakened, ".guard/allow.json", added));
  expect(told.map(({ message }) => message)).toEqual([
    "One entry is new in .guard/allow.json; what it exempts is judged in this commit, and no more from the next one on.",
    "2 entries are new in .guard/allow.json; what they exempt is judged in this commit, and no more from the next one on.",
  ]);
  expect(told[0]).toMatchObject({ ruleId: "policy/weakened", outcome: "advisory", severity: "warn", subject: ".guard/allow.json", facts: { added: 1 } });
});
