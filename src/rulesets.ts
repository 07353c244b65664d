import { readFileSync } from "node:fs";
import { builtInRules } from "../rules/index.ts";
import { GuardError } from "./core/model.ts";
import type { Rule } from "./core/rule.ts";
import { createRuleset, type ReadyRule, type Ruleset, toReadyRule } from "./core/ruleset.ts";
import { decodeRuleset } from "./core/ruleset-file.ts";

/** Where the build leaves the compiled ruleset: beside the bundle that this module ends up in. */
const COMPILED = new URL("./ruleset.bin", import.meta.url);

/** The built-in rules, from the file that the build made of them, or (from source) compiled now. */
export async function loadBuiltInRuleset(): Promise<Ruleset> {
  const file = readOrNull(COMPILED);
  const compiled = file && decodeRuleset(file);
  if (compiled) return createRuleset(compiled.rules, loadBuiltInRule, compiled);
  return createRuleset(await compileBuiltInRules(), loadBuiltInRule);
}

/** Loads every rule and compiles its globs. */
export async function compileBuiltInRules(): Promise<ReadyRule[]> {
  const { compileGlob } = await import("./config/globs.ts");
  const rules = await Promise.all(Object.keys(builtInRules).map(loadBuiltInRule));
  return rules.map((rule) => toReadyRule(rule, compileGlob));
}

/** Rules that a configuration brings along, as a ruleset of their own. Throws `GuardError` (2) where an id is taken. */
export async function createOwnRuleset(rules: readonly Rule[]): Promise<Ruleset> {
  const { compileGlob } = await import("./config/globs.ts");
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const taken = rules.find((rule, i) => rule.id in builtInRules || rules.findIndex(({ id }) => id === rule.id) !== i);
  if (taken) throw new GuardError(2, "config", `There are two rules called ${taken.id}.`, "Give your rule an id of its own, in a pack of its own.");
  return createRuleset(
    rules.map((rule) => toReadyRule(rule, compileGlob)),
    async (id) => byId.get(id) ?? loadBuiltInRule(id),
  );
}

async function loadBuiltInRule(id: string): Promise<Rule> {
  const load = builtInRules[id];
  if (!load) throw new RangeError(`no rule ${id}`);
  return load();
}

function readOrNull(url: URL): Buffer | null {
  try {
    return readFileSync(url);
  } catch {
    return null;
  }
}
