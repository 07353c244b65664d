import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type ExplainedRule, explainConfig } from "../config/explain.ts";
import type { ConfigLayer } from "../config/layer.ts";
import { loadConfig } from "../config/load.ts";
import { GuardError } from "../core/model.ts";
import type { RuleSummary } from "../core/rule.ts";
import { findRepository } from "../git/repository.ts";
import { createGit } from "../git/run.ts";
import type { Configuration } from "../policies.ts";
import { createOwnRuleset, loadBuiltInRuleset } from "../rulesets.ts";
import { readOnDisk } from "../sources/configuration.ts";
import type { Input } from "./command.ts";
import type { Io } from "./io.ts";
import { usage } from "./messages.ts";

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
  const configuration = named === undefined ? await findConfiguration(io) : readNamed(named, io.cwd);
  const { config, rules: own } = await loadConfig(configuration, { untrusted: flags.has("--untrusted") });
  const rulesets = [await loadBuiltInRuleset(), ...(own.length === 0 ? [] : [await createOwnRuleset(own)])];
  const summaries = rulesets.flatMap(({ rules }) => rules.map(({ summary }) => summary));
  return { layers: config.layers, rules: explainConfig(config, summaries, own), summaries };
}

async function findConfiguration({ cwd, env }: Io): Promise<Configuration> {
  const repository = await findRepository(createGit(cwd, env)).catch(() => null);
  for (let folder = cwd; ; folder = dirname(folder)) {
    const found = readOnDisk(folder);
    if (found !== null) return { ...found, folder, readExtended: async (path) => readTextOrNull(join(folder, path)) };
    if (folder === repository?.root || dirname(folder) === folder) return { name: null, text: "", folder: cwd, readExtended: async () => null };
  }
}

function readNamed(path: string, cwd: string): Configuration {
  const absolute = resolve(cwd, path);
  const text = readTextOrNull(absolute);
  if (text === null) {
    const { message, fix } = usage.configUnreadable(path);
    throw new GuardError(2, "config", message, fix);
  }
  const folder = dirname(absolute);
  return { name: absolute.slice(folder.length + 1), text, folder, readExtended: async (extended) => readTextOrNull(join(folder, extended)) };
}

function readTextOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
