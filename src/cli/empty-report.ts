import type { Report } from "../core/model.ts";

/** A run that judged nothing, and why. */
export function emptyReport(why: Pick<Report, "exitCode"> & Partial<Pick<Report, "source" | "error">>): Report {
  const coverage = { entries: 0, entriesChecked: 0, ignored: 0, bytes: 0, rules: 0, skipped: [], seconds: 0 };
  return { source: "staged", complete: false, findings: [], unknown: [], coverage, error: null, notes: [], ...why };
}
