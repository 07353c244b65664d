import type { LocalValue } from "./facts/local-files.ts";
import { createScanner, type Kernel, type Scanner } from "./kernel/scanner.ts";
import type { Glob } from "./policy.ts";
import type { Rule, RuleSummary, Trigger } from "./rule.ts";
import { SUPPRESSION_MARKER } from "./suppressions.ts";
import { compileTriggers, MARKER_OWNER, type TriggerTable } from "./triggers.ts";

type WithoutWords<S> = S extends unknown ? Omit<S, "meta" | "triggers" | "notices" | "files" | "reads"> : never;

/** What the engine must know of a rule before it is asked: neither its body nor its words. Plain JSON. */
export interface ReadyRule {
  readonly summary: WithoutWords<RuleSummary>;
  /** `null`: every file. */
  readonly files: readonly Glob[] | null;
  readonly reads: readonly Glob[] | null;
  /** A content rule that looks for nothing: asked about every file of `files`. */
  readonly isAskedByName: boolean;
}

/** Rules as the build leaves them. */
export interface CompiledRules {
  /** Rules of which the engine must know more than their ids. They are counted first. */
  readonly special: readonly ReadyRule[];
  /** Ids of the rules that follow: they look for their triggers in every file, and in what is encoded in it. */
  readonly plain: readonly string[];
  readonly triggers: TriggerTable;
}

/** Rules made ready for matching: one automaton over all their triggers, and where the bodies are. */
export interface Ruleset {
  /** All of them, those of `special` first. Made at first use: nearly all are never met. */
  readonly rules: readonly ReadyRule[];
  /** Those that are more to the engine than an id that looks for something in every file. */
  readonly special: readonly ReadyRule[];
  /** By its number in `triggers`. */
  ruleAt(index: number): ReadyRule | undefined;
  readonly triggers: TriggerTable;
  readonly scanner: Scanner;
  /** Tells rules that the build compiled from others; `null` for rules compiled in this run. */
  readonly mark: string | null;
  /** What the literals are, where they are the values of this machine. */
  readonly values?: readonly LocalValue[];
  load(id: string): Promise<Rule>;
  /** What all of them say of themselves, in the same order. */
  describe(): Promise<readonly RuleSummary[]>;
}

/** Where the rest of compiled rules is. */
export type RuleSource = Pick<Ruleset, "load" | "describe" | "mark" | "values">;

/** `kernel`: in whose room the tables were read. */
export function createRuleset(compiled: CompiledRules, source: RuleSource, kernel?: Kernel | null): Ruleset {
  const { special, triggers } = compiled;
  const made = [...special];
  const ruleAt = (index: number): ReadyRule | undefined => {
    const id = index < special.length ? undefined : compiled.plain[index - special.length];
    if (id !== undefined) made[index] ??= toPlainRule(id);
    return made[index];
  };
  return {
    get rules() {
      for (let i = 0; i < compiled.plain.length; i++) ruleAt(special.length + i);
      return made;
    },
    special,
    ruleAt,
    triggers,
    scanner: createScanner(triggers, kernel),
    ...source,
  };
}

/** A ruleset of rules that are at hand. */
export function createRulesetOf(rules: readonly Rule[], compile: (pattern: string) => Glob): Ruleset {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return createRuleset(compileRules(rules, compile), {
    mark: null,
    load: async (id) => byId.get(id) ?? Promise.reject(new RangeError(`no rule ${id}`)),
    describe: async () => summarize(rules),
  });
}

/** `compile` turns a glob into its regular expression; it lies in `config`, because it needs a library. */
export function compileRules(rules: readonly Rule[], compile: (pattern: string) => Glob): CompiledRules {
  const sorted = sortRules(rules);
  const triggers = compileTriggers([
    ...sorted.flatMap((rule, index) => literalsOf(rule).map((trigger, own) => ({ rule: index, own, trigger: toTrigger(trigger) }))),
    { rule: MARKER_OWNER, own: 0, trigger: { literal: SUPPRESSION_MARKER } },
  ]);
  const special = sorted.filter((rule) => !isPlain(rule)).map((rule) => toReadyRule(rule, compile));
  const plain = sorted.slice(special.length).map(({ id }) => id);
  return { special, plain, triggers };
}

/** What rules say of themselves, in the order that they are compiled in. */
export function summarize(rules: readonly Rule[]): RuleSummary[] {
  return sortRules(rules).map(toSummary);
}

/** Those that are nothing but an id to the engine come last. */
function sortRules(rules: readonly Rule[]): readonly Rule[] {
  return [...rules.filter((rule) => !isPlain(rule)), ...rules.filter(isPlain)];
}

function isPlain(rule: Rule): boolean {
  return rule.inspects === "content" && rule.files === undefined && rule.seeks === undefined && rule.readsDecoded === true && rule.triggers.length > 0;
}

function toPlainRule(id: string): ReadyRule {
  return { summary: { id, inspects: "content", readsDecoded: true }, files: null, reads: null, isAskedByName: false };
}

function literalsOf(rule: Rule): readonly (string | Trigger)[] {
  if (rule.inspects === "content") return rule.triggers;
  return rule.inspects === "repository" ? (rule.notices ?? []) : [];
}

function toTrigger(trigger: string | Trigger): Trigger {
  return typeof trigger === "string" ? { literal: trigger } : trigger;
}

function toSummary(rule: Rule): RuleSummary {
  const { check: _body, options: _schema, ...summary } = { check: undefined, options: undefined, ...rule };
  // The spread only takes `check` and `options` away; the union of summaries is what remains.
  return summary as RuleSummary;
}

export function toReadyRule(rule: Rule, compile: (pattern: string) => Glob): ReadyRule {
  const globs = (patterns: readonly string[] | undefined): Glob[] | null => patterns?.map(compile) ?? null;
  const words = { meta: undefined, triggers: undefined, notices: undefined, files: undefined, reads: undefined };
  const { meta: _meta, triggers: _triggers, notices: _notices, files: _files, reads: _reads, ...summary } = { ...words, ...toSummary(rule) };
  return {
    // As above.
    summary: summary as ReadyRule["summary"],
    files: "files" in rule ? globs(rule.files) : null,
    reads: "reads" in rule ? globs(rule.reads) : null,
    isAskedByName: rule.inspects === "content" && rule.triggers.length === 0 && !rule.seeks,
  };
}
