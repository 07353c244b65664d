import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { builtInRules, listBuiltInRules } from "../rules/index.ts";
import type { Examples } from "../src/core/rule.ts";
import { RuleTester } from "../src/testing.ts";

const root = new URL("../rules/", import.meta.url);
const pages = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
const withPage = new Set(pages.map((name) => name.replace(/\.md$/, "").replaceAll("\\", "/")));
/** Rows of the token catalogue have samples in place of examples: test/rules/secrets/catalog.test.ts. Some have both. */
const rules = (await listBuiltInRules()).filter(({ id }) => id in builtInRules || withPage.has(id));

for (const rule of rules) {
  const { id } = rule;
  describe(id, async () => {
    test("has a page, and whole meta", () => {
      expect(withPage.has(id), `rules/${id}.md`).toBe(true);
      for (const text of [rule.meta.summary, rule.meta.why, rule.meta.fix]) expect(text).toMatch(/^[\x20-\x7e]{10,}$/);
    });
    // Rules on the machine are run by test/rules/machine-examples.test.ts: their examples are facts.
    if (rule.inspects === "verdict" || rule.inspects === "machine") return;
    const { examples } = (await import(new URL(`${id}.examples.ts`, root).href)) as { examples: Examples };
    test("has examples of both kinds", () => {
      expect(examples.flags.length).toBeGreaterThan(0);
      expect(examples.leaves.length).toBeGreaterThan(0);
    });
    const optionsFile = new URL(`${id}.options.ts`, root);
    const schema = existsSync(optionsFile) ? ((await import(optionsFile.href)) as { options: { parse(input: unknown): unknown } }).options : undefined;
    // Shared settings (`storage`) come beside a rule's own options, which its own schema knows nothing of.
    const parsed = schema ? { ...rule, options: { parse: (input: unknown) => mergeSettings(schema, input) } } : rule;
    for (const { name, run } of new RuleTester(parsed, rules).tests(examples)) test(name, run);
  });
}

function mergeSettings(schema: { parse(input: unknown): unknown }, input: unknown): unknown {
  const { storage, trading, databases, ...own } = input as Record<string, unknown>;
  return { ...(schema.parse(own) as object), storage, trading, databases };
}

test("every page is of a rule, and every rule stands under its id", async () => {
  expect(rules.map(({ id }) => id)).toEqual([...withPage].sort());
  for (const [id, load] of Object.entries(builtInRules)) expect((await load()).id).toBe(id);
});
