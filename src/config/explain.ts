import type { Setting } from "../core/model.ts";
import type { Rule, RuleSummary } from "../core/rule.ts";
import type { LayeredConfig } from "./layer.ts";
import { resolveConfig } from "./resolve.ts";
import type { Statement } from "./statements.ts";

/** Where something was set: by the rule itself, by a preset, or in a file. */
export interface SettingOrigin {
  readonly kind: "default" | "preset" | "file" | "package";
  /** Name of the preset or package, or the file's path; empty for a rule's own default. */
  readonly name: string;
  /** `guard.config.json:4:15`; `null` where there is no text to point into. */
  readonly place: string | null;
  /** How the rule was named there: its id, its pack or a glob. */
  readonly selector: string | null;
}

export interface ExplainedRule {
  readonly id: string;
  readonly summary: string;
  readonly severity: Setting;
  readonly severityFrom: SettingOrigin;
  readonly options: unknown;
  /** `null`: the rule has none, or its defaults hold. */
  readonly optionsFrom: SettingOrigin | null;
  /** The section of the configuration that it waits for: off without. */
  readonly missing: "storage" | "trading" | "databases" | null;
}

/** What every rule does under a configuration, and where that was set; in the order of `rules`. Throws as `compilePolicy` does. */
export function explainConfig(config: LayeredConfig, rules: readonly RuleSummary[], own: readonly Rule[] = []): ExplainedRule[] {
  return resolveConfig(config, rules, own).rules.map(({ summary, severity, severityFrom, options, optionsFrom, missing }) => ({
    id: summary.id,
    summary: summary.meta.summary,
    severity,
    severityFrom: toOrigin(severityFrom),
    options,
    optionsFrom: optionsFrom && toOrigin(optionsFrom),
    missing,
  }));
}

function toOrigin(statement: Statement | null): SettingOrigin {
  if (!statement) return { kind: "default", name: "", place: null, selector: null };
  const { layer, selector, keyPath } = statement;
  const place = layer.part.kind === "preset" ? null : layer.places.locate(keyPath, true).place;
  return { kind: layer.part.kind, name: layer.part.name, place, selector };
}
