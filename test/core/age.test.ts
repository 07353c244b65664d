import { expect, test } from "vitest";
import { type AgeBy, type PathChange, toAge } from "../../src/core/age.ts";
import type { Age, Finding } from "../../src/core/model.ts";

const finding = (line: number, endLine = line): Finding => ({
  ruleId: "test/rule",
  severity: "block",
  confidence: "certain",
  age: null,
  commit: null,
  location: { path: "a", line, column: 1, endLine, endColumn: 2 },
  subject: null,
  message: "",
  preview: null,
  fix: null,
  fingerprint: "",
  facts: {},
});
const lines = (...added: [number, number][]): PathChange => ({ status: "modified", added });

test.each<[string, Finding, AgeBy, PathChange, Age]>([
  ["on an added line", finding(3), "lines", lines([3, 4]), "new"],
  ["before the added lines", finding(2), "lines", lines([3, 4]), "older"],
  ["behind them: their end is exclusive", finding(4), "lines", lines([3, 4]), "older"],
  ["one of its lines is added", finding(1, 9), "lines", lines([9, 10]), "new"],
  ["between two stretches", finding(5), "lines", lines([1, 5], [6, 9]), "older"],
  ["in a file that came as it was", finding(1), "lines", { status: "added", added: "none" }, "older"],
  ["in a file of which nobody knows", finding(1), "lines", { status: "modified", added: undefined }, "new"],
  ["a path that was there", finding(1), "path", { status: "modified", added: undefined }, "older"],
  ["a path that is new", finding(1), "path", { status: "added", added: undefined }, "new"],
  ["came with a change", finding(1), "change", lines(), "new"],
  ["stood there before", finding(1), "standing", lines([1, 2]), "older"],
  ["of the machine", finding(1), "nothing", lines([1, 2]), null],
])("%s", (_, found, ageBy, change, age) => {
  expect(toAge(found, ageBy, change)).toBe(age);
});
