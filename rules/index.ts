import type { Rule } from "../src/core/rule.ts";

/** Every built-in rule: its id and where its body is. Ids are public and never change. */
export const builtInRules: Readonly<Record<string, () => Promise<Rule>>> = {
  "policy/bad-suppression": () => import("./policy/bad-suppression.ts").then((module) => module.badSuppression),
  "policy/unused-suppression": () => import("./policy/unused-suppression.ts").then((module) => module.unusedSuppression),
  "policy/weakened": () => import("./policy/weakened.ts").then((module) => module.weakened),
};
