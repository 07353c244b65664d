import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { listBuiltInRules } from "../../rules/index.ts";
import type { ContentRule, Examples } from "../../src/core/rule.ts";
import { CONTEXT_BYTES } from "../../src/core/segments.ts";
import { entryOf, match, policyOf } from "./engine.ts";

const segmentBytes = 256 * 1024;
/** The first cut: what begins before it is judged with the first segment. */
const cut = segmentBytes - CONTEXT_BYTES;
/** Long lines: some rules look at each. */
const filler = `${"plain text ".repeat(20)}\n`;
const root = new URL("../../rules/", import.meta.url);

/** Rows of the token catalogue have no examples of their own, but for a few. */
const hasExamples = (id: string): boolean => existsSync(new URL(`${id}.examples.ts`, root));
const rules = (await listBuiltInRules()).filter((rule): rule is ContentRule => rule.inspects === "content" && hasExamples(rule.id));

async function examplesOf(rule: ContentRule): Promise<Examples> {
  // The file is one of ours; test/rules.test.ts holds it to its shape.
  return ((await import(new URL(`${rule.id}.examples.ts`, root).href)) as { examples: Examples }).examples;
}

async function defaultsOf(rule: ContentRule): Promise<unknown> {
  const file = new URL(`${rule.id}.options.ts`, root);
  return existsSync(file) ? ((await import(file.href)) as { options: { parse(input: unknown): unknown } }).options.parse({}) : {};
}

describe("every rule finds its examples wherever a large file is cut", () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))("%s", async (_, rule) => {
    const policy = { ...policyOf([rule]), rules: { [rule.id]: { severity: "block" as const, options: await defaultsOf(rule) } } };
    const { flags } = await examplesOf(rule);
    for (const { name, path, content = "" } of flags.filter(({ options }) => options === undefined)) {
      const entry = entryOf(path);
      for (const part of [0, 0.3, 0.6, 1]) {
        const before = cut - Math.round(Buffer.byteLength(content) * part);
        const file = Buffer.concat([Buffer.alloc(before - 1, filler), Buffer.from(`\n${content}\n`), Buffer.alloc(2 * CONTEXT_BYTES, filler)]);
        const whole = await match([rule], file, { policy, entry });
        expect(await match([rule], file, { policy, entry, segmentBytes }), `${name}, cut at ${part}`).toEqual(whole);
        if (rule.id.startsWith("secrets/")) expect(whole.findings.length, name).toBeGreaterThan(0);
      }
    }
  });
});
