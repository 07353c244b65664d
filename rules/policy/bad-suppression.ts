import { defineRule } from "../../src/core/rule.ts";

export const badSuppression = defineRule({
  id: "policy/bad-suppression",
  inspects: "verdict",
  meta: {
    summary: "A guard-ignore comment or a decision on record without a reason, or one that cannot be understood.",
    why: "A silenced finding that nobody explained is how secrets stay in a repository; a typo in the rule's name silences nothing and looks as if it did.",
    fix: "Write: guard-ignore RULE -- why this is no danger",
    severity: "block",
    confidence: "certain",
    since: "0.1.0",
  },
});
