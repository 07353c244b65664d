import { expect, test } from "vitest";
import { databasePath } from "../../../rules/storage/database-path.ts";
import { malformedPath } from "../../../rules/storage/malformed-path.ts";
import { RuleTester } from "../../../src/testing.ts";
import { type LabelledLine, type Outcome, readLabelledLines, rounds } from "./labelled-lines.ts";

/** The second table and those behind it were written when the rule knew the ones before, to see whether it understands or remembers. */
const tables = Array.from({ length: rounds }, (_, index) => readLabelledLines(index + 1));
const first = tables[0] ?? [];
const rows = tables.flat();
/** The roots of the user's documents, and the one that they have given up. */
const storage = {
  roots: ["D:/databases", "D:/logs", "D:/data", "D:/learning", "D:/learning-system"],
  forbidden: ["C:/dev"],
  deprecated: ["D:/learning"],
};
const testers = [databasePath, malformedPath].map((rule) => new RuleTester(rule));

test("the first table is half near misses, a third public code, and no line stands twice", () => {
  expect(first.filter(({ outcome }) => outcome === "nothing").length / first.length).toBeGreaterThan(0.45);
  expect(first.filter(({ source }) => source !== null).length / first.length).toBeGreaterThan(0.33);
  expect(new Set(rows.map(({ path, line }) => `${path}\t${line}`)).size).toBe(rows.length);
});

test("at least 96 % of the blocks are found, and at most 1 % of the others blocks", async () => {
  const judged = await Promise.all(rows.map(async (row) => ({ ...row, answer: await worstOf(row) })));
  const blocks = judged.filter(({ outcome }) => outcome === "block");
  const others = judged.filter(({ outcome }) => outcome !== "block");
  const missed = blocks.filter(({ answer }) => answer !== "block").map(toText);
  const wrong = others.filter(({ answer }) => answer === "block").map(toText);
  expect(missed.length / blocks.length, missed.join("\n")).toBeLessThanOrEqual(0.04);
  expect(wrong.length / others.length, wrong.join("\n")).toBeLessThanOrEqual(0.01);
  const otherwise = others.filter(({ outcome, answer }) => outcome !== answer).map(toText);
  expect(otherwise.length / others.length, otherwise.join("\n")).toBeLessThanOrEqual(0.05);
});

async function worstOf({ path, line }: LabelledLine): Promise<Outcome> {
  const example = { name: "", path, content: `${line}\n`, options: { storage } };
  const severities = (await Promise.all(testers.map((tester) => tester.sightings(example)))).flat().map(({ severity }) => severity);
  return severities.includes("block") ? "block" : severities.length > 0 ? "warn" : "nothing";
}

function toText({ path, line, outcome, answer }: LabelledLine & { readonly answer: Outcome }): string {
  return `${path}: ${line} (${outcome}, not ${answer})`;
}
