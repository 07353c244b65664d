import { toExitCode } from "./exit-code.ts";
import type { Report, Unknown, Verdict } from "./model.ts";
import { sortVerdicts } from "./verdict.ts";

/** What judging one commit gave. */
export interface CommitReport {
  readonly commit: string;
  readonly report: Report;
}

/**
 * One report of many commits, parents before children. What a commit only carries along is told once: in the commit that brought it, else in the first
 * one that touched its file.
 */
export function mergeReports(parts: readonly CommitReport[]): Pick<Report, "exitCode" | "complete" | "findings" | "unknown" | "coverage" | "notes"> {
  const findings = listOnce(parts.flatMap(({ commit, report }) => report.findings.map((finding) => ({ ...finding, commit }))));
  const unknown = parts.flatMap(({ commit, report }) =>
    report.unknown.map((one): Unknown => ({ ...one, subject: `${one.subject} (commit ${commit.slice(0, 10)})` })),
  );
  const sum = (count: (report: Report) => number): number => parts.reduce((total, { report }) => total + count(report), 0);
  return {
    exitCode: toExitCode(findings, unknown),
    complete: unknown.length === 0,
    findings: sortVerdicts(findings),
    unknown,
    coverage: {
      entries: sum(({ coverage }) => coverage.entries),
      entriesChecked: sum(({ coverage }) => coverage.entriesChecked),
      ignored: sum(({ coverage }) => coverage.ignored),
      bytes: sum(({ coverage }) => coverage.bytes),
      rules: Math.max(0, ...parts.map(({ report }) => report.coverage.rules)),
      skipped: [...new Set(parts.flatMap(({ report }) => report.coverage.skipped))],
      seconds: sum(({ coverage }) => coverage.seconds),
    },
    notes: [...new Set(parts.flatMap(({ report }) => report.notes))],
  };
}

function listOnce(findings: readonly Verdict[]): Verdict[] {
  const told = new Set<string>();
  return findings.filter((finding) => {
    const key = [finding.ruleId, finding.location?.path ?? finding.subject, finding.fingerprint, finding.outcome === "suppressed"].join("\0");
    const isKnown = told.has(key);
    told.add(key);
    return finding.age !== "older" || !isKnown;
  });
}
