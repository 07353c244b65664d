import { buildAutomaton } from "./automaton.ts";
import type { LocalValue } from "./facts/local-files.ts";
import { compileGate } from "./gates.ts";
import { createScanner } from "./kernel/scanner.ts";
import type { ReadyRule, Ruleset } from "./ruleset.ts";

/** Of a longer value the beginning is enough to find it by. */
const MAX_LITERAL = 64;

/** The rule that looks for the values of this machine, as a ruleset of its own: a small second automaton, built for one run and gone with it. */
export function createLocalRuleset(rule: ReadyRule, load: Ruleset["load"], values: readonly LocalValue[]): Ruleset {
  const automaton = buildAutomaton(values.map(({ value }) => value.slice(0, MAX_LITERAL)));
  return {
    rules: [rule],
    load,
    automaton,
    scanner: createScanner(automaton),
    owners: values.map(({ value }, trigger) => ({ rule: 0, trigger, gate: compileGate({ literal: value.slice(0, MAX_LITERAL), exact: true }) })),
    mark: null,
    values,
  };
}
