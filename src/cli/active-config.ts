import { type ExplainedRule, explainConfig } from "../config/explain.ts";
import type { ConfigLayer } from "../config/layer.ts";
import { loadConfig } from "../config/load.ts";
import type { RuleSummary } from "../core/rule.ts";
import { findRepository } from "../git/repository.ts";
import { createGit } from "../git/run.ts";
import { createOwnRuleset, loadBuiltInRuleset } from "../rulesets.ts";
import { findConfiguration, readConfiguration } from "../sources/configuration.ts";
import type { Input } from "./command.ts";
import type { Io } from "./io.ts";

/** The configuration on disk with everything it extends, and what each rule does under it. */
export interface ActiveConfig {
  /** Weakest first. */
  readonly layers: readonly ConfigLayer[];
  readonly rules: readonly ExplainedRule[];
  readonly summaries: readonly RuleSummary[];
}

/** Reads the configuration that `--config` names, else the nearest one from the current folder upwards. Throws `GuardError` (2) where it is wrong. */
export async function loadActiveConfig({ flags }: Input, io: Io): Promise<ActiveConfig> {
  const [named] = flags.get("--config") ?? [];
  const repository = named === undefined ? await findRepository(createGit(io.cwd, io.env)).catch(() => null) : null;
  const configuration = named === undefined ? findConfiguration(io.cwd, repository?.root ?? null) : readConfiguration(named, io.cwd);
  const { config, rules: own } = await loadConfig({ ...configuration, text: await configuration.readText() }, { untrusted: flags.has("--untrusted") });
  const rulesets = [await loadBuiltInRuleset(), ...(own.length === 0 ? [] : [await createOwnRuleset(own)])];
  const summaries = (await Promise.all(rulesets.map((ruleset) => ruleset.describe()))).flat();
  return { layers: config.layers, rules: explainConfig(config, summaries, own), summaries };
}
