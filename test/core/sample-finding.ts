import type { Finding } from "../../src/core/model.ts";

/** A finding that blocks, in a line of `a.ts`; `parts` say what is different. */
export function findingAt(line: number, parts: Partial<Finding> = {}): Finding {
  return {
    ruleId: "test/token",
    severity: "block",
    confidence: "certain",
    age: null,
    commit: null,
    location: { path: "a.ts", line, column: 1, endLine: line, endColumn: 8 },
    subject: null,
    message: "A token.",
    preview: null,
    fix: null,
    fingerprint: `at ${line}`,
    facts: {},
    ...parts,
  };
}
