import type { ExitCode, Unknown, Verdict } from "./model.ts";

/** A finding that blocks weighs more than an unknown that blocks: it is known. */
export function toExitCode(verdicts: readonly Verdict[], unknown: readonly Unknown[]): ExitCode {
  if (verdicts.some(({ outcome }) => outcome === "blocking")) return 1;
  return unknown.some(({ blocks }) => blocks) ? 3 : 0;
}
