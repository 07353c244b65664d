import type { LocalValue } from "./facts/local-files.ts";
import { createRuleset, type ReadyRule, type Ruleset } from "./ruleset.ts";
import { compileTriggers } from "./triggers.ts";

/** Of a longer value the beginning is enough to find it by. */
const MAX_LITERAL = 64;

/** The rule that looks for the values of this machine, as a ruleset of its own: a small second automaton, built for one run and gone with it. */
export function createLocalRuleset(rule: ReadyRule, load: Ruleset["load"], values: readonly LocalValue[]): Ruleset {
  const triggers = compileTriggers(values.map(({ value }, own) => ({ rule: 0, own, trigger: { literal: value.slice(0, MAX_LITERAL), exact: true } })));
  return createRuleset({ special: [rule], plain: [], triggers }, { load, describe: async () => [], mark: null, values });
}
