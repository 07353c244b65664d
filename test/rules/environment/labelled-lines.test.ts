import { expect, test } from "vitest";
import { labelledLines } from "./labelled/index.ts";
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
