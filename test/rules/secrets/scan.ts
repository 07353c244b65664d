import { listBuiltInRules } from "../../../rules/index.ts";
import { compileGlob } from "../../../src/config/globs.ts";
import { createMatcher } from "../../../src/core/match.ts";
import type { Finding } from "../../../src/core/model.ts";
import { createPolicyReader } from "../../../src/core/policy.ts";
import type { Rule } from "../../../src/core/rule.ts";
import { createRulesetOf } from "../../../src/core/ruleset.ts";
import { toSegment } from "../../../src/core/segments.ts";

/** Every rule of the pack that looks at content. */
export async function loadContentRules(): Promise<Rule[]> {
  return (await listBuiltInRules()).filter(({ id, inspects }) => id.startsWith("secrets/") && inspects === "content");
}

const rules = await loadContentRules();
const ruleset = createRulesetOf(rules, compileGlob);

/** What the whole pack says of one file, as the engine does: the more specific of two rules stays. Throws where a rule does. */
export async function scanText(path: string, text: string): Promise<readonly Finding[]> {
  const settings = Object.fromEntries(rules.map((rule) => [rule.id, { severity: rule.meta.severity, options: {} }]));
  const policy = createPolicyReader({ rules: settings, ignores: [], ignoredLines: [], overrides: [], older: "advisory" });
  const file = createMatcher([ruleset], policy, () => true).open({ path, kind: "regular", status: "added", oid: null, baseOid: null, baseKind: null });
  await file.segment(toSegment(Buffer.from(text)));
  const { findings, unknown } = file.end();
  const crash = unknown[0];
  if (crash) throw new Error(`${crash.ruleId}: ${crash.reason}`);
  return findings;
}
