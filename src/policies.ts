import { GuardError } from "./core/model.ts";
import { gatherAlike, type Policy } from "./core/policy.ts";
import type { Rule } from "./core/rule.ts";
import type { Ruleset } from "./core/ruleset.ts";
import { createOwnRuleset } from "./rulesets.ts";
import type { Configuration } from "./sources/configuration.ts";
import type { Store } from "./state/store.ts";

/** A policy with the rules that it speaks of. */
export interface ActivePolicy {
  readonly policy: Policy;
  readonly rulesets: readonly Ruleset[];
  /** Of the configuration it was made of. */
  readonly text: string;
  /** Paths of the files that the configuration extends, and that were read where it was read. */
  readonly extended: readonly string[];
}

export interface PolicyContext {
  readonly builtIn: Ruleset;
  readonly store: Store;
  readonly untrusted: boolean;
}

/** What a compiled JSON configuration is kept as: everything that the policy was made of, to be compared word by word. */
interface Kept {
  readonly madeOf: MadeOf;
  /** Everything it extends, as it was then. */
  readonly extended: readonly { readonly path: string; readonly text: string }[];
  readonly policy: Policy;
  readonly text: string;
}

interface MadeOf {
  readonly format: number;
  readonly ruleset: string;
  readonly name: string | null;
  readonly identity: string;
  readonly folder: string;
}

/** Bump where a policy compiled by an older Guard must not be used any more. */
const FORMAT = 4;

/** JSON without rules of its own comes compiled out of the store where nothing has changed: it then costs a millisecond in place of thirty. */
export async function loadPolicy(configuration: Configuration, { builtIn, store, untrusted }: PolicyContext): Promise<ActivePolicy> {
  const { name, identity, folder, readExtended } = configuration;
  const madeOf = builtIn.mark === null ? null : { format: FORMAT, ruleset: builtIn.mark, name, identity, folder };
  const kept = madeOf && (await readKept(store.read(KEPT), madeOf, configuration));
  if (kept) return { policy: kept.policy, rulesets: [builtIn], text: kept.text, extended: kept.extended.map(({ path }) => path) };

  const text = await configuration.readText();
  const { loadConfig } = await import("./config/load.ts");
  const loaded = await loadConfig({ name, text, folder, readExtended }, { untrusted });
  const own = await createOwn(loaded.rules);
  const rulesets = own ? [builtIn, own] : [builtIn];
  const { compilePolicy } = await import("./config/compile.ts");
  const summaries = (await Promise.all(rulesets.map((ruleset) => ruleset.describe()))).flat();
  const policy = compilePolicy(loaded.config, summaries, loaded.rules);
  if (madeOf && loaded.isPlain)
    store.write(
      KEPT,
      JSON.stringify({ madeOf, extended: loaded.files, policy: { ...policy, ...gatherAlike(Object.entries(policy.rules)) }, text } satisfies Kept),
    );
  return { policy, rulesets, text, extended: loaded.files.map(({ path }) => path) };
}

const KEPT = "policy.json";

/** A broken store is none. */
async function readKept(text: string | null, madeOf: MadeOf, { readExtended }: Configuration): Promise<Kept | null> {
  if (text === null) return null;
  try {
    // Written by `loadPolicy`; what does not have its shape fails the comparison or ends in the catch.
    const kept = JSON.parse(text) as Kept;
    if (JSON.stringify(kept.madeOf) !== JSON.stringify(madeOf)) return null;
    for (const { path, text: then } of kept.extended) if ((await readExtended(path)) !== then) return null;
    return kept;
  } catch {
    return null;
  }
}

async function createOwn(rules: readonly Rule[]): Promise<Ruleset | null> {
  if (rules.length === 0) return null;
  try {
    const { watchRules } = await import("./watched-rules.ts");
    return await createOwnRuleset(watchRules(rules));
  } catch (error) {
    if (error instanceof GuardError) throw error;
    throw new GuardError(2, "config", "A rule of the configuration cannot be used.", "Run its examples with RuleTester.", { cause: error });
  }
}
