import { defineRule } from "../../src/core/rule.ts";

export const weakened = defineRule({
  id: "policy/weakened",
  inspects: "verdict",
  meta: {
    summary: "The staged configuration, baseline or list of decisions would let through what the one before it blocks.",
    why: "A commit that loosens the policy must not be judged by the loosened policy: each finding gets the worse of the two verdicts.",
    fix: "Commit that change by itself first, so that it can be reviewed.",
    severity: "warn",
    confidence: "certain",
    since: "0.1.0",
  },
});
