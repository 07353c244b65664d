import { listBuiltInRules } from "../../rules/index.ts";
import { compilePolicy } from "../../src/config/compile.ts";
import { compileGlob } from "../../src/config/globs.ts";
import { loadConfig } from "../../src/config/load.ts";
import { createJudgement, type Judgement } from "../../src/core/judgement.ts";
import type { Entry } from "../../src/core/model.ts";
import { createPathList } from "../../src/core/path-list.ts";
import type { Policy } from "../../src/core/policy.ts";
import { createView } from "../../src/core/repository-view.ts";
import type { Rule } from "../../src/core/rule.ts";
import { createRulesetOf, type Ruleset, summarize } from "../../src/core/ruleset.ts";
import { toSegment } from "../../src/core/segments.ts";

/** All rules, under a policy that has all of them on. */
export interface EveryRule {
  readonly ruleset: Ruleset;
  readonly policy: Policy;
}

/** `wrap`: what is asked in place of each rule. */
export async function openEveryRule(wrap: (rule: Rule) => Rule = (rule) => rule): Promise<EveryRule> {
  const rules = await listBuiltInRules();
  const text = JSON.stringify({ extends: ["vibetech"] });
  const { config } = await loadConfig({ name: "guard.config.json", text, folder: process.cwd(), readExtended: async () => null });
  return { ruleset: createRulesetOf(rules.map(wrap), compileGlob), policy: compilePolicy(config, summarize(rules)) };
}

export type JudgedFile = ReturnType<Judgement["result"]>;

/** Everything that is done about one file: its content, its change, the repository that it is alone in, and its findings. */
export async function judgeFile({ ruleset, policy }: EveryRule, path: string, text: string, isWanted = (_: string) => true): Promise<JudgedFile> {
  const judgement = createJudgement(policy, [ruleset], isWanted);
  const entry: Entry = { path, kind: "regular", status: "modified", oid: null, baseOid: null, baseKind: null };
  const file = judgement.open(entry);
  await file.segment(toSegment(Buffer.from(text)));
  file.end();
  if (judgement.wantsChange(path)) await judgement.changes([{ entry, befores: [text.slice(text.length >> 3)], after: text }]);
  const view = createView(createPathList([entry]), (name) => (name === path ? text : undefined));
  await judgement.repository(view, async () => null, [entry], true);
  await judgement.entries([entry]);
  return judgement.result();
}

/** The literals that rules look for, each once. */
export async function listTriggers(): Promise<string[]> {
  const rules = await listBuiltInRules();
  const triggers = rules.flatMap((rule) => (rule.inspects === "content" ? rule.triggers : rule.inspects === "repository" ? (rule.notices ?? []) : []));
  return [...new Set(triggers.map((trigger) => (typeof trigger === "string" ? trigger : trigger.literal)))];
}
