import type { Glob, Policy, RulePolicy } from "../core/policy.ts";
import { toName } from "../core/redact.ts";
import type { Rule, RuleSummary } from "../core/rule.ts";
import { DEFAULT_IGNORED_LINES, DEFAULT_IGNORES } from "./defaults.ts";
import { configError, formatKeyPath, type Problem } from "./errors.ts";
import { compileFolderGlob, compileGlob, problemOfGlob } from "./globs.ts";
import type { ConfigLayer, LayeredConfig } from "./layer.ts";
import { type ResolvedOverride, resolveConfig } from "./resolve.ts";

/**
 * Makes a configuration ready for judging: plain JSON, options parsed, globs compiled. `own`: the rules that it brought along. Throws
 * `GuardError` (2) for unknown rules, options that a rule does not accept and globs that cannot be compiled.
 */
export function compilePolicy(config: LayeredConfig, rules: readonly RuleSummary[], own: readonly Rule[] = []): Policy {
  const resolved = resolveConfig(config, rules, own);
  const ignores = compileIgnores(config.layers);
  return {
    rules: Object.fromEntries(resolved.rules.map(({ summary, severity, options }): [string, RulePolicy] => [summary.id, { severity, options }])),
    ignores: [...DEFAULT_IGNORES.map(compileGlob), ...ignores],
    ignoredLines: DEFAULT_IGNORED_LINES.map(({ files, line }) => ({ files: [compileGlob(files), ...ignores.filter(({ negated }) => negated)], line })),
    overrides: resolved.overrides.map((override) => ({ files: compileOverride(override), rules: override.rules })),
    older: resolved.merged.older ?? "advisory",
  };
}

/** Lists are replaced, not merged: those of the last layer that has any. */
function compileIgnores(layers: readonly ConfigLayer[]): Glob[] {
  const layer = layers.findLast(({ config }) => config.ignores !== undefined);
  return layer ? compileGlobs(layer.config.ignores ?? [], layer, ["ignores"]) : [];
}

function compileOverride({ files, layer, index }: ResolvedOverride): Glob[] {
  return compileGlobs(files, layer, ["overrides", index, "files"]);
}

function compileGlobs(patterns: readonly string[], { places }: ConfigLayer, keyPath: readonly PropertyKey[]): Glob[] {
  const problems = patterns.flatMap((pattern, index): Problem[] => {
    const expected = problemOfGlob(pattern);
    const at = [...keyPath, index];
    return expected === null ? [] : [{ ...places.locate(at), key: formatKeyPath(at), text: `expected ${expected}, got "${toName(pattern)}"` }];
  });
  if (problems.length > 0) throw configError(problems);
  return patterns.map(compileFolderGlob);
}
