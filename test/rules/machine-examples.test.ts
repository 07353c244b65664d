import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { FlaggedMachineExample, MachineExample, MachineExamples } from "../../src/core/facts/examples.ts";
import type { MachineMatch, MachineRule, Rule } from "../../src/core/rule.ts";

const root = new URL("../../rules/", import.meta.url);
const ids = readdirSync(root, { recursive: true, encoding: "utf8" }).flatMap((name) => /^(.+)\.examples\.ts$/.exec(name.replaceAll("\\", "/"))?.[1] ?? []);

// A rule and its examples lie side by side; those of machine rules alone have unknowns.
for (const id of ids) {
  const { examples }: { examples?: object } = await import(new URL(`${id}.examples.ts`, root).href);
  if (!examples || !("unknowns" in examples)) continue;
  await describeRule(id, examples as MachineExamples); // as their type says that they are checked against
}

async function describeRule(id: string, examples: MachineExamples): Promise<void> {
  const rule = await loadRule(id);
  const parse = await loadParser(id);
  describe(id, () => {
    for (const example of examples.flags) test(`flags: ${example.name}`, () => assertFlagged(rule, example, parse));
    for (const example of examples.leaves)
      test(`leaves alone: ${example.name}`, () => {
        expect(judge(rule, example, parse)).toEqual([]);
      });
    for (const example of examples.unknowns)
      test(`does not know: ${example.name}`, () => {
        expect(judge(rule, example, parse).some((match) => "unknown" in match && /^[\x20-\x7e]{10,}$/.test(match.unknown))).toBe(true);
      });
  });
}

type Parse = (input: object) => object;

function assertFlagged(rule: MachineRule, example: FlaggedMachineExample, parse: Parse): void {
  const found = judge(rule, example, parse).flatMap((match) => ("unknown" in match ? [] : [match]));
  expect(found.map(({ severity }) => severity ?? rule.meta.severity)).toEqual(example.severities);
  for (const { message, subject } of found) for (const text of [message, subject]) expect(text).toMatch(/^[\x20-\x7e]+$/);
  if (example.numbers) expect(found[0]?.facts).toMatchObject(example.numbers);
}

function judge(rule: MachineRule, { facts, options }: MachineExample, parse: Parse): readonly MachineMatch[] {
  const { trading, databases, ...own } = options ?? {};
  return rule.check(facts, { ...parse(own), trading, databases });
}

async function loadRule(id: string): Promise<MachineRule> {
  const module: Record<string, unknown> = await import(new URL(`${id}.ts`, root).href);
  // A rule file exports its rule and nothing else.
  const rule = Object.values(module)[0] as Rule;
  if (rule?.inspects !== "machine") throw new Error(`${id} has the examples of a machine rule and is none.`);
  return rule;
}

async function loadParser(id: string): Promise<Parse> {
  const file = new URL(`${id}.options.ts`, root);
  if (!existsSync(file)) return (input) => input;
  const { options } = (await import(file.href)) as { options: { parse(input: object): object } };
  return (input) => options.parse(input);
}
