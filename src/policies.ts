import { createHash } from "node:crypto";
import { GuardError } from "./core/model.ts";
import type { Policy } from "./core/policy.ts";
import type { Rule } from "./core/rule.ts";
import type { Ruleset } from "./core/ruleset.ts";
import { createOwnRuleset } from "./rulesets.ts";
import type { Store } from "./state/store.ts";

/** A configuration and where it was read, so that what it extends is read from the same place. */
export interface Configuration {
  /** File name; `null`: there is none, the preset `recommended` holds. */
  readonly name: string | null;
  readonly text: string;
  /** Folder on disk that its paths count from, and that code is run from. */
  readonly folder: string;
  /** Text of a file that it extends, by path relative to `folder`; `null` where there is none. */
  readExtended(path: string): Promise<string | null>;
}

/** A policy with the rules that it speaks of. */
export interface ActivePolicy {
  readonly policy: Policy;
  readonly rulesets: readonly Ruleset[];
}

export interface PolicyContext {
  readonly builtIn: Ruleset;
  readonly store: Store;
  readonly untrusted: boolean;
}

/** What a compiled JSON configuration is kept as. */
interface Kept {
  readonly policy: Policy;
  /** Everything it extends, as it was then. */
  readonly extended: readonly { readonly path: string; readonly sha256: string }[];
}

/** Bump where a policy compiled by an older Guard must not be used any more. */
const FORMAT = 1;

/** JSON without rules of its own comes compiled out of the store where nothing has changed: it then costs a millisecond in place of thirty. */
export async function loadPolicy(configuration: Configuration, { builtIn, store, untrusted }: PolicyContext): Promise<ActivePolicy> {
  const key = `policy-${sha256([FORMAT, configuration.name, configuration.text, builtIn.rules.map(({ summary }) => summary)]).slice(0, 32)}.json`;
  const kept = await readKept(store.read(key), configuration);
  if (kept) return { policy: kept, rulesets: [builtIn] };

  const { loadConfig } = await import("./config/load.ts");
  const loaded = await loadConfig(configuration, { untrusted });
  const own = await createOwn(loaded.rules);
  const rulesets = own ? [builtIn, own] : [builtIn];
  const { compilePolicy } = await import("./config/compile.ts");
  const policy = compilePolicy(
    loaded.config,
    rulesets.flatMap(({ rules }) => rules.map(({ summary }) => summary)),
    loaded.rules,
  );
  if (loaded.isPlain)
    store.write(key, JSON.stringify({ policy, extended: loaded.files.map(({ path, text }) => ({ path, sha256: sha256(text) })) } satisfies Kept));
  return { policy, rulesets };
}

async function readKept(text: string | null, { readExtended }: Configuration): Promise<Policy | null> {
  if (text === null) return null;
  try {
    const { policy, extended } = JSON.parse(text) as Kept;
    for (const { path, sha256: expected } of extended) {
      const now = await readExtended(path);
      if (now === null || sha256(now) !== expected) return null;
    }
    return policy;
  } catch {
    return null;
  }
}

async function createOwn(rules: readonly Rule[]): Promise<Ruleset | null> {
  if (rules.length === 0) return null;
  try {
    return await createOwnRuleset(rules);
  } catch (error) {
    if (error instanceof GuardError) throw error;
    throw new GuardError(2, "config", "A rule of the configuration cannot be used.", "Run its examples with RuleTester.", { cause: error });
  }
}

function sha256(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
