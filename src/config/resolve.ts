import type { RulePolicy } from "../core/policy.ts";
import type { Rule, RuleMeta, RuleSummary } from "../core/rule.ts";
import { configError, type Problem } from "./errors.ts";
import type { ConfigLayer, LayeredConfig } from "./layer.ts";
import { type MergedConfig, mergeLayers } from "./merge.ts";
import { missingPart, parseOptions, toSharedSettings } from "./rule-options.ts";
import { listStatements, problemOfSelector, type Statement } from "./statements.ts";

/** What holds for one rule, and who said so. */
export interface ResolvedRule extends RulePolicy {
  readonly summary: RuleSummary;
  /** `null`: the rule's own default. */
  readonly severityFrom: Statement | null;
  readonly optionsFrom: Statement | null;
  /** The part of the configuration that it waits for: it is off without. */
  readonly missing: NonNullable<RuleMeta["needs"]> | null;
}

export interface ResolvedOverride {
  readonly layer: ConfigLayer;
  readonly index: number;
  /** As written. */
  readonly files: readonly string[];
  readonly rules: Readonly<Record<string, Partial<RulePolicy>>>;
}

export interface ResolvedConfig {
  readonly rules: readonly ResolvedRule[];
  readonly overrides: readonly ResolvedOverride[];
  readonly merged: MergedConfig;
}

/**
 * Works out what every rule's severity and options are. `own`: the rules that the configuration brought along. Throws `GuardError` (2) for
 * selectors that name no rule and options that a rule does not have.
 */
export function resolveConfig({ layers }: LayeredConfig, summaries: readonly RuleSummary[], own: readonly Rule[]): ResolvedConfig {
  const ids = summaries.map(({ id }) => id);
  const merged = mergeLayers(layers);
  const shared = toSharedSettings(merged);
  const problems: Problem[] = [];

  function readOptions(summary: RuleSummary, statement: Statement | null): object {
    const parsed = parseOptions(summary, statement, own, shared);
    if ("value" in parsed) return parsed.value;
    problems.push(...parsed.problems);
    return {};
  }

  function check(statements: readonly Statement[]): readonly Statement[] {
    problems.push(...statements.flatMap((statement) => problemOfSelector(statement, ids)));
    return statements;
  }

  const statements = check(layers.flatMap((layer) => listStatements(layer.config.rules ?? {}, layer, ["rules"], ids)));
  const rules = summaries.map((summary): ResolvedRule => {
    const said = statements.filter((statement) => statement.ids.includes(summary.id));
    const severityFrom = said.at(-1) ?? null;
    const optionsFrom = said.findLast(({ options }) => options !== undefined) ?? null;
    const missing = missingPart(summary.meta, shared);
    const severity = missing ? "off" : (severityFrom?.severity ?? summary.meta.severity);
    return { summary, severity, severityFrom, options: readOptions(summary, optionsFrom), optionsFrom, missing };
  });

  // Lists are replaced, not merged: the overrides are those of the last layer that has any.
  const layer = layers.findLast(({ config }) => config.overrides !== undefined);
  const overrides = (layer?.config.overrides ?? []).flatMap(({ files, rules: settings }, index): ResolvedOverride[] => {
    if (!layer) return [];
    const changes: Record<string, Partial<RulePolicy>> = {};
    for (const statement of check(listStatements(settings, layer, ["overrides", index, "rules"], ids))) {
      for (const { summary, missing } of rules) {
        if (missing || !statement.ids.includes(summary.id)) continue;
        const options = statement.options === undefined ? {} : { options: readOptions(summary, statement) };
        changes[summary.id] = { ...changes[summary.id], severity: statement.severity, ...options };
      }
    }
    return [{ layer, index, files, rules: changes }];
  });
  if (problems.length > 0) throw configError(problems);
  return { rules, overrides, merged };
}
