import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { ExitCode } from "../../../src/core/model.ts";
import type { Ended } from "../../support/git-sandbox.ts";
import { fingerprintOf, type Guarded } from "../guarded.ts";

const project = fileURLToPath(new URL("../../..", import.meta.url));

export interface Refusal {
  readonly code: ExitCode;
  /** What the one line on standard error must say, beside what to do. */
  readonly says: string | RegExp;
}

/**
 * Runs a command that cannot judge: it ends in this code, says why in one line, which is the same for people and beside a report for programs, shows no
 * stack and none of Guard's own paths, and leaves everything but Guard's store as it was. Answers with the JSON report.
 */
export function expectRefusal(guarded: Guarded, args: readonly string[], { code, says }: Refusal): JsonReport {
  const before = fingerprintOf(guarded);
  const ended = guarded.guard(...args, "--format", "json");
  expectOneLine(ended.stderr, says);
  const report = expectJson(ended, code);
  expect(report).toMatchObject({ complete: false, error: { message: expect.any(String), fix: expect.stringMatching(/\S/) } });
  expect(fingerprintOf(guarded)).toBe(before);
  return report;
}

/** One line that begins with Guard's name, is plain ASCII and points nowhere into Guard itself. */
export function expectOneLine(stderr: string, says: string | RegExp): void {
  expect(stderr).toMatch(/^guard: [\x20-\x7e]+\n$/);
  expect(stderr).toMatch(says);
  expectNoInsides(stderr);
}

/** A commit that a check which could not judge has stopped: the reason stands there, the shim says that nothing counts as checked. */
export function expectStopped(guarded: Guarded, commit: Ended, says: string | RegExp): void {
  expect(commit.code, commit.stderr).toBe(1);
  expect(commit.stderr).toMatch(says);
  expect(commit.stderr).toContain("Nothing counts as checked, so git stopped.");
  expectNoInsides(commit.stderr);
  expect(guarded.tryGit("diff", "--cached", "--quiet", "HEAD").code).not.toBe(0);
}

/** No stack trace, no file of Guard's own. */
export function expectNoInsides(text: string): void {
  expect(text).not.toMatch(/^\s+at |node:internal|\bsrc\/(?:core|git|cli|config)\//m);
  expect(text).not.toContain(project);
}

export interface JsonReport {
  readonly exitCode: number;
  readonly complete: boolean;
  readonly error?: { readonly code: string; readonly message: string; readonly fix: string };
  readonly findings: readonly {
    readonly ruleId: string;
    readonly outcome: string;
    readonly location: {
      readonly path: string;
      readonly pathEncoding?: string;
      readonly line: number;
      readonly column: number;
      readonly endColumn: number;
    } | null;
  }[];
  readonly unknown: readonly { readonly ruleId: string; readonly subject: string; readonly reason: string; readonly blocks: boolean }[];
  readonly coverage: { readonly entries: number; readonly entriesChecked: number };
}

/** The report on standard output: whole JSON, whatever the exit code, which it repeats. */
export function expectJson({ code, stdout, stderr }: Ended, expected: ExitCode): JsonReport {
  expect(code, stderr).toBe(expected);
  const report: JsonReport & { readonly schema: string } = JSON.parse(stdout);
  expect(report).toMatchObject({ schema: "guard.report/1", exitCode: expected });
  return report;
}
