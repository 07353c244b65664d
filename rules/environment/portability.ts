import { toEnvironmentFile } from "../../src/core/environment/environment-file.ts";
import { defineRule, type Match } from "../../src/core/rule.ts";
import { listHazards } from "./dotenv-hazards.ts";

export const portability = defineRule({
  id: "environment/portability",
  inspects: "content",
  meta: {
    summary: "A line of an environment file is read differently by dotenv, Node, python-dotenv or Docker.",
    why: "One file is often read by several programs. Where they disagree, one of them runs with a path that has a tab in it, or with half a password.",
    fix: "Write it so that all agree: no quotes where none are needed, forward slashes in paths, one NAME=value a line.",
    severity: "block",
    confidence: "certain",
    since: "0.1.0",
  },
  files: ["**/*.env*", "**/.dev.vars*"],
  triggers: [],
  check(subject): Match[] {
    const file = toEnvironmentFile(subject.path);
    if (!file || file.isEncrypted) return [];
    const text = subject.slice(0, subject.length);
    return listHazards(text, subject.hasBom).map(({ start, end, why, instead }) => ({
      start,
      end,
      message: why,
      severity: "warn",
      ...(instead === undefined ? {} : { autofix: [{ kind: "replace", start, end, text: instead }] }),
    }));
  },
});
