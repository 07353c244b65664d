import { defineRule } from "../../src/core/rule.ts";

export const unusedSuppression = defineRule({
  id: "policy/unused-suppression",
  inspects: "verdict",
  meta: {
    summary: "A guard-ignore comment, a decision or an old finding on record that matches no finding any more, or has ended.",
    why: "It would silence the next real finding in its place.",
    fix: "Delete the comment or the entry.",
    severity: "warn",
    confidence: "certain",
    since: "0.1.0",
  },
});
