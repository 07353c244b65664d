import type { Report } from "./core/model.ts";
import { check as run } from "./guard.ts";
import type { Question, SourceRequest } from "./request.ts";

/** What a program may ask; everything else has a default: what is staged, in the current folder, with this process's environment. */
export type CheckOptions = Partial<Omit<Question, "source">> & { readonly source?: SourceRequest };

/**
 * Judges what is staged (or another source) and returns the report. Foreseen trouble is in the report (`exitCode` 2 or 3 with `error`);
 * a rejection is a fault of Guard's own.
 */
export function check(options: CheckOptions = {}): Promise<Report> {
  return run({ cwd: process.cwd(), env: process.env, ...options, source: options.source ?? { kind: "staged" } });
}
