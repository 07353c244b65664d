import { defineRule } from "../../src/core/rule.ts";

const WHERE = {
  commit: "The commit message holds a secret",
  tag: "The message of the tag holds a secret",
  branch: "The name of the branch holds a secret",
  ref: "The name of the tag or ref holds a secret",
  path: "The path of this file holds a secret",
} as const;
const MEND = {
  commit:
    "Take it out of the message; where the commit is made already, make a new one where it came from, then reword the commit (git commit --amend, or git rebase -i and reword) before it is pushed.",
  tag: "Make a new one where it came from; then write the tag anew: git tag -a -f NAME COMMIT",
  branch: "Make a new one where it came from; then rename the branch: git branch -m NAME",
  ref: "Make a new one where it came from; then delete it (git tag -d NAME) and give it another name.",
  path: "Make a new one where it came from; then rename the file (git mv). If it was ever pushed, the old name stays in the history.",
} as const;

export const inMessage = defineRule({
  id: "secrets/in-message",
  meta: {
    summary: "A secret stands in the message of a commit or tag, in the name of a branch or tag, or in the path of a file.",
    why: "Messages and names travel with every clone, and stand in web pages, mails and chats that nobody thinks of when a key is replaced.",
    fix: MEND.commit,
    severity: "block",
    confidence: "likely",
    since: "0.1.0",
  },
  inspects: "message",
  asks: ["secrets/*"],
  check: ({ kind, found }) =>
    found.map(({ ruleId, severity, confidence, preview, location }) => ({
      message: `${WHERE[kind]}, as ${ruleId} says.`,
      fix: MEND[kind],
      severity,
      confidence,
      preview,
      facts: { rule: ruleId, line: location?.line ?? null },
    })),
});
