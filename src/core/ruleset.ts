import { type Automaton, buildAutomaton } from "./automaton.ts";
import type { LocalValue } from "./facts/local-files.ts";
import { compileGate, type Gate } from "./gates.ts";
import { createScanner, type Scanner } from "./kernel/scanner.ts";
import type { Glob } from "./policy.ts";
import type { Rule, RuleSummary, Trigger } from "./rule.ts";
import { SUPPRESSION_MARKER } from "./suppressions.ts";

/** A rule as the engine first meets it: all but its body, globs compiled. Plain JSON. */
export interface ReadyRule {
  readonly summary: RuleSummary;
  /** `null`: every file. */
  readonly files: readonly Glob[] | null;
  readonly reads: readonly Glob[] | null;
}

/** Owner of the suppression marker, which the engine itself looks for. */
export const MARKER_OWNER = -1;

/** A literal of the automaton and whose it is. */
export interface TriggerOwner {
  /** Index into `rules`, or `MARKER_OWNER`. */
  readonly rule: number;
  /** Index into the rule's own triggers. */
  readonly trigger: number;
  readonly gate: Gate;
}

/** Rules made ready for matching: one automaton over all their triggers, and where the bodies are. */
export interface Ruleset {
  readonly rules: readonly ReadyRule[];
  readonly automaton: Automaton;
  readonly scanner: Scanner;
  /** By literal of the automaton. */
  readonly owners: readonly TriggerOwner[];
  /** Tells rules that the build compiled from others; `null` for rules compiled in this run. */
  readonly mark: string | null;
  /** What the literals are, where they are the values of this machine. */
  readonly values?: readonly LocalValue[];
  load(id: string): Promise<Rule>;
}

/** `compiled`: the ready-made automaton of exactly these rules; built where it is left out. */
export function createRuleset(
  rules: readonly ReadyRule[],
  load: (id: string) => Promise<Rule>,
  compiled?: { readonly automaton: Automaton; readonly mark: string },
): Ruleset {
  const triggers = listTriggers(rules);
  const own = compiled?.automaton ?? buildAutomaton(triggers.map(({ trigger }) => trigger.literal));
  return {
    rules,
    load,
    automaton: own,
    scanner: createScanner(own),
    mark: compiled?.mark ?? null,
    owners: triggers.map(({ rule, index, trigger }) => ({ rule, trigger: index, gate: compileGate(trigger) })),
  };
}

/** All triggers of all rules in the order of the automaton's literals, the suppression marker last. */
export function listTriggers(rules: readonly ReadyRule[]): { rule: number; index: number; trigger: Trigger }[] {
  const triggers = rules.flatMap(({ summary }, rule) => literalsOf(summary).map((trigger, index) => ({ rule, index, trigger: toTrigger(trigger) })));
  return [...triggers, { rule: MARKER_OWNER, index: 0, trigger: { literal: SUPPRESSION_MARKER } }];
}

function literalsOf(summary: RuleSummary): readonly (string | Trigger)[] {
  if (summary.inspects === "content") return summary.triggers;
  return summary.inspects === "repository" ? (summary.notices ?? []) : [];
}

function toTrigger(trigger: string | Trigger): Trigger {
  return typeof trigger === "string" ? { literal: trigger } : trigger;
}

/** `compile` turns a glob into its regular expression; it lies in `config`, because it needs a library. */
export function toReadyRule(rule: Rule | RuleSummary, compile: (pattern: string) => Glob): ReadyRule {
  const { check: _body, options: _schema, ...summary } = { check: undefined, options: undefined, ...rule };
  const globs = (patterns: readonly string[] | undefined): Glob[] | null => patterns?.map(compile) ?? null;
  return {
    // The spread above only takes `check` and `options` away; the union of summaries is what remains.
    summary: summary as RuleSummary,
    files: "files" in rule ? globs(rule.files) : null,
    reads: "reads" in rule ? globs(rule.reads) : null,
  };
}
