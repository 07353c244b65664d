import { expect, test } from "vitest";
import type { ContentRule, EntryRule, Rule } from "../src/core/rule.ts";
import { watchRules } from "../src/watched-rules.ts";
import { contentRule, match, meta } from "./core/engine.ts";

/** No machine comes to an end with these patterns, and none is so busy that it does not get to them. */
const LIMIT_MS = 300;
/** None is so busy that it needs this for nothing. */
const AMPLE_MS = 60_000;
const TEXT = `token_ ${"a".repeat(60)}!`;

async function reasonOf(check: ContentRule["check"], content = TEXT): Promise<string | undefined> {
  const { unknown } = await match(watchRules([contentRule("own/slow", { check })], LIMIT_MS), content);
  return unknown[0]?.reason;
}

test.each<[string, RegExp | string, ContentRule["check"]]>([
  ["tested", "/(a+)+$/", (subject) => (/(a+)+$/.test(subject.slice(0, subject.length)) ? [] : [])],
  ["split", "/(a*)*$/y", (subject) => (subject.slice(7, subject.length).split(/(a*)*$/).length ? [] : [])],
])("a pattern that never ends is an unknown that names it: %s", async (_, pattern, check) => {
  expect(await reasonOf(check)).toBe(`the rule was stopped after 0.3 seconds, in the pattern ${pattern}`);
});

test("a pattern that is made of what stands in the file is not shown", async () => {
  const reason = await reasonOf((subject) => (new RegExp(`(${subject.slice(7, 8)}+)+$`).test(subject.slice(7, subject.length)) ? [] : []));
  expect(reason).toBe("the rule was stopped after 0.3 seconds, in a pattern that it makes while it runs");
});

test("a loop without a pattern is stopped too", async () => {
  const reason = await reasonOf(() => {
    for (;;);
  });
  expect(reason).toBe("the rule was stopped after 0.3 seconds");
});

test("a rule that was stopped is not asked again, and the others are", async () => {
  let asked = 0;
  const slow = contentRule("own/slow", { check: () => (asked++ > -1 && /(a+)+$/.test(TEXT) ? [] : []) });
  const rules = [...watchRules([slow], LIMIT_MS), ...watchRules([contentRule("own/quick")], AMPLE_MS)];
  for (let file = 0; file < 3; file++) {
    const { unknown, findings } = await match(rules, TEXT);
    expect([unknown.map(({ ruleId, blocks }) => [ruleId, blocks]), findings.map(({ ruleId }) => ruleId)]).toEqual([[["own/slow", true]], ["own/quick"]]);
  }
  // Once to be judged, and once more to find the pattern.
  expect(asked).toBe(2);
});

test.each<[string, ContentRule["check"]]>([
  ["async", async () => []],
  ["a promise", () => Promise.resolve([])],
  ["a promise that fails", () => Promise.reject(new Error("no"))],
])("an answer that comes later could not be stopped, and is none: %s", async (_, check) => {
  expect(await reasonOf(check)).toBe("the rule answers with a promise, which nobody could stop: it must answer at once");
});

test("an async rule is not even started", async () => {
  let started = 0;
  await reasonOf(async () => (started++ ? [] : []));
  expect(started).toBe(0);
});

test("rules of every kind are watched, with their own errors and answers", () => {
  const never = (): never[] => (/(a+)+$/.test(TEXT) ? [] : []);
  const [slow] = watchRules([{ id: "own/change", inspects: "change", files: ["**"], meta, check: never }], LIMIT_MS);
  expect(() => ask(slow)).toThrow(/^the rule was stopped after 0.3 seconds, in the pattern \/\(a\+\)\+\$\/$/);
  const entryRule = (check: EntryRule["check"]): EntryRule => ({ id: "own/entry", inspects: "entry", meta, check });
  const [answers, fails] = watchRules([entryRule(({ path }) => [{ message: path }]), entryRule(() => assertNothing())], AMPLE_MS);
  expect(ask(answers)).toEqual([{ message: "a" }]);
  expect(() => ask(fails)).toThrow(TypeError);
});

function assertNothing(): never {
  throw new TypeError("no");
}

function ask(rule: Rule | undefined): unknown {
  if (rule?.inspects === "entry") return rule.check({ path: "a", kind: "regular", status: "added", content: null }, {});
  return rule?.inspects === "change" ? rule.check({ path: "a", before: null, after: "a" }, {}) : null;
}
