import { createGlobTest } from "./policy.ts";
import type { Rule } from "./rule.ts";
import type { ReadyRule, Ruleset } from "./ruleset.ts";

/** A rule that is on, and loaded once it is asked. */
export interface ActiveRule {
  readonly ready: ReadyRule;
  applies(path: string): boolean;
  load(): Promise<Rule>;
}

/** `rulesOf`: those of a ruleset that are in question. */
export function listActive(
  rulesets: readonly Ruleset[],
  rulesOf: (ruleset: Ruleset) => readonly ReadyRule[],
  isActive: (ready: ReadyRule) => boolean,
): ActiveRule[] {
  return rulesets.flatMap((ruleset) =>
    rulesOf(ruleset)
      .filter(isActive)
      .map((ready) => toActive(ready, ruleset)),
  );
}

function toActive(ready: ReadyRule, ruleset: Ruleset): ActiveRule {
  let loading: Promise<Rule> | null = null;
  return {
    ready,
    applies: ready.files ? createGlobTest(ready.files) : () => true,
    // Once a run, not once an entry.
    load: () => (loading ??= ruleset.load(ready.summary.id)),
  };
}
