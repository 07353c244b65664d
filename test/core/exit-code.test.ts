import { describe, expect, test } from "vitest";
import { toExitCode } from "../../src/core/exit-code.ts";
import type { Outcome, Unknown, Verdict } from "../../src/core/model.ts";
import { findingAt } from "./sample-finding.ts";

describe("the exit code", () => {
  const verdict = (outcome: Outcome): Verdict => ({ ...findingAt(1), outcome, suppression: null });
  const unknown = (blocks: boolean): Unknown => ({ ruleId: "a/a", subject: "a", reason: "", blocks });
  test.each([
    [[], [], 0],
    [[verdict("advisory"), verdict("suppressed")], [], 0],
    [[verdict("blocking")], [], 1],
    [[], [unknown(false)], 0],
    [[], [unknown(true)], 3],
    [[verdict("blocking")], [unknown(true)], 1],
    [[verdict("advisory")], [unknown(false), unknown(true)], 3],
  ])("%#", (verdicts, unknowns, code) => {
    expect(toExitCode(verdicts, unknowns)).toBe(code);
  });
});
