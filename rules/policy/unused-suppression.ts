import { defineRule } from "../../src/core/rule.ts";

export const unusedSuppression = defineRule({
  id: "policy/unused-suppression",
  inspects: "verdict",
  meta: {
    summary: "A guard-ignore comment that matches no finding any more.",
    why: "It would silence the next real finding on that line.",
    fix: "Delete the comment.",
    severity: "warn",
    confidence: "certain",
    since: "0.1.0",
  },
});
