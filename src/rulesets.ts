import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { listBuiltInRules, loadBuiltInRule } from "../rules/index.ts";
import { openKernel } from "./core/kernel/scanner.ts";
import { GuardError } from "./core/model.ts";
import type { Glob } from "./core/policy.ts";
import type { Rule, RuleSummary } from "./core/rule.ts";
import { type CompiledRules, compileRules, createRuleset, createRulesetOf, type Ruleset, summarize } from "./core/ruleset.ts";
import { decodeRuleset } from "./core/ruleset-file.ts";

/** Where the build leaves the compiled ruleset, and what its rules say of themselves: beside the bundle that this module ends up in. */
const COMPILED = `${import.meta.dirname}/ruleset.bin`;
const SUMMARIES = `${import.meta.dirname}/summaries.json`;

/** The built-in rules, from the files that the build made of them, or (from source) compiled now. */
export async function loadBuiltInRuleset(): Promise<Ruleset> {
  const size = statSync(COMPILED, { throwIfNoEntry: false })?.size ?? 0;
  const kernel = size > 0 ? openKernel(size) : null;
  const compiled = decodeRuleset(readInto(COMPILED, kernel?.room ?? Buffer.allocUnsafe(size)));
  if (!compiled) return createRulesetOf(await listBuiltInRules(), await loadGlobCompiler());
  return createRuleset(compiled, { mark: compiled.mark, load: loadBuiltInRule, describe: readSummaries }, kernel);
}

/** What the build writes into these files. */
export async function compileBuiltInRules(): Promise<{ readonly compiled: CompiledRules; readonly summaries: readonly RuleSummary[] }> {
  const compile = await loadGlobCompiler();
  const rules = await listBuiltInRules();
  return { compiled: compileRules(rules, compile), summaries: summarize(rules) };
}

/** Rules that a configuration brings along, as a ruleset of their own. Throws `GuardError` (2) where an id is taken. */
export async function createOwnRuleset(rules: readonly Rule[]): Promise<Ruleset> {
  const builtIn = new Set((await listBuiltInRules()).map(({ id }) => id));
  const taken = rules.find((rule, i) => builtIn.has(rule.id) || rules.findIndex(({ id }) => id === rule.id) !== i);
  if (taken) throw new GuardError(2, "config", `There are two rules called ${taken.id}.`, "Give your rule an id of its own, in a pack of its own.");
  return createRulesetOf(rules, await loadGlobCompiler());
}

async function loadGlobCompiler(): Promise<(pattern: string) => Glob> {
  return (await import("./config/globs.ts")).compileGlob;
}

async function readSummaries(): Promise<readonly RuleSummary[]> {
  // Written by the build, as the ruleset was that lies beside it.
  return JSON.parse(readFileSync(SUMMARIES, "utf8")) as RuleSummary[];
}

/** What there is of a file, and no more than there is room for. */
function readInto(path: string, room: Buffer): Buffer {
  if (room.length === 0) return room;
  const file = openSync(path, "r");
  try {
    return room.subarray(0, readSync(file, room));
  } finally {
    closeSync(file);
  }
}
