import { GuardError, type Report, type SourceKind } from "./core/model.ts";
import { judgeRun } from "./judge-run.ts";
import { openRun } from "./open.ts";
import type { CheckRequest } from "./request.ts";

export type { CheckRequest, SourceRequest } from "./request.ts";

/**
 * One run: what to look at, read it, match it, judge it. The report carries trouble that was foreseen (`error`, `exitCode` 2 or 3);
 * what is thrown is a fault of Guard's own.
 */
export async function check(request: CheckRequest): Promise<Report> {
  const started = Date.now();
  const { source } = request;
  try {
    if (source.kind !== "range") return await maskNotes(await judgeRun(await openRun(request), request, started));
    const { checkRange } = await import("./range.ts");
    return await maskNotes(await checkRange({ ...request, source }));
  } catch (error) {
    if (!(error instanceof GuardError)) throw error;
    const { maskError } = await import("./mask-secrets.ts");
    return toFailure(await maskError(error), request.source.kind, started);
  }
}

/** Notes name what was typed, and files. */
async function maskNotes(report: Report): Promise<Report> {
  if (report.notes.length === 0) return report;
  const { maskSecrets } = await import("./mask-secrets.ts");
  return { ...report, notes: await maskSecrets(report.notes) };
}

function toFailure(error: GuardError, source: SourceKind, started: number): Report {
  return {
    source,
    exitCode: error.exitCode,
    complete: false,
    findings: [],
    unknown: [],
    coverage: { entries: 0, entriesChecked: 0, ignored: 0, bytes: 0, rules: 0, skipped: [], seconds: (Date.now() - started) / 1000 },
    error: { code: error.code, message: error.message, fix: error.fix },
    notes: [],
  };
}
