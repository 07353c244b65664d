import { describe, expect, test } from "vitest";
import { builtInRules } from "../../../rules/index.ts";
import { optionSchemas } from "../../../rules/options.ts";
import { RuleTester } from "../../../src/testing.ts";
import { labelledLines } from "./labelled/index.ts";
import type { LabelledLine } from "./labelled/line.ts";
import { fillIn } from "./labelled/made-up-values.ts";

/** The table of labelled lines, and how the rules do on it. */

test("the table is large, half of it near misses, a third of it from public code", () => {
  const share = (part: readonly unknown[]): number => part.length / labelledLines.length;
  expect(labelledLines.length).toBeGreaterThanOrEqual(150);
  expect(share(labelledLines.filter(({ outcome }) => outcome === "none"))).toBeGreaterThan(0.5);
  expect(share(labelledLines.filter(({ source }) => source !== undefined))).toBeGreaterThan(0.33);
  const cited = labelledLines.flatMap(({ source }) => source ?? []);
  expect(cited.filter((source) => !/^[\w.-]+\/[\w.-]+@[0-9a-f]{7,}:.+:\d+$/.test(source))).toEqual([]);
});

test("no line stands there twice, and every mark is filled in", () => {
  const keys = labelledLines.map(({ rule, path, content, others, local }) => JSON.stringify([rule, path, content, others, local]));
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  expect(labelledLines.map(({ content }, i) => fillIn(content, i)).filter((text) => text.includes("«"))).toEqual([]);
});

/** What the rule says, at its full severity; a preset may lower that. */
async function judge({ rule: id, path, content, others, local }: LabelledLine, seed: number): Promise<LabelledLine["outcome"]> {
  const rule = await builtInRules[id]?.();
  if (!rule) throw new RangeError(`no rule ${id}`);
  const options = optionSchemas[id];
  // One seed and one text, so that a value stands in all files alike.
  const filled = JSON.parse(fillIn(JSON.stringify({ content, others, local }), seed)) as Pick<LabelledLine, "content" | "others" | "local">;
  const sightings = await new RuleTester(options ? { ...rule, options } : rule).sightings({ name: "", path, ...filled });
  if (sightings.some(({ severity }) => severity === "block")) return "block";
  return sightings.length > 0 ? "warn" : "none";
}

describe.each(["tuned", "held out"])("the lines that were %s", async (half) => {
  const judged = await Promise.all(labelledLines.map(async (line, i) => ({ line, got: await judge(line, i) })));
  const own = judged.filter(({ line }) => line.half === half);
  const describeLine = ({ line, got }: (typeof own)[number]): string => `${line.rule} ${line.path}: ${line.why}: ${line.outcome} expected, ${got} said`;

  test("96 % of the blocks are found", () => {
    const blocks = own.filter(({ line }) => line.outcome === "block");
    const missed = blocks.filter(({ got }) => got !== "block");
    expect(missed.length / blocks.length, missed.map(describeLine).join("\n")).toBeLessThanOrEqual(0.04);
  });

  test("at most 1 % of the others are blocked", () => {
    const others = own.filter(({ line }) => line.outcome !== "block");
    const blocked = others.filter(({ got }) => got === "block");
    expect(blocked.length / others.length, blocked.map(describeLine).join("\n")).toBeLessThanOrEqual(0.01);
  });

  test("nine in ten of all outcomes are as expected", () => {
    const wrong = own.filter(({ line, got }) => got !== line.outcome);
    expect(wrong.length / own.length, wrong.map(describeLine).join("\n")).toBeLessThanOrEqual(0.1);
  });
});
