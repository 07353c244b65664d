import type { Coverage, FixOutcome, Location, Report, Suppression, Unknown, Verdict } from "../core/model.ts";
import { escapeControl } from "../core/terminal-text.ts";
import { sortVerdicts } from "../core/verdict.ts";
import { sortUnknown } from "./order.ts";
import { toReportError } from "./report-error.ts";
import { tool } from "./tool.ts";

/**
 * The public, versioned copy of the inner model: key by key, so that a change inside cannot change what others read.
 * The same report gives the same bytes; control characters are escaped, so that the text may be shown on a terminal.
 */
export function toJsonReport(report: Report): string {
  const error = toReportError(report);
  return formatJson({
    schema: "guard.report/1",
    tool,
    source: report.source,
    exitCode: report.exitCode,
    ...(error === null ? {} : { error: { code: error.code, message: error.message, fix: error.fix } }),
    complete: report.complete,
    findings: sortVerdicts(report.findings).map(toPublicFinding),
    unknown: sortUnknown(report.unknown).map(toPublicUnknown),
    coverage: toPublicCoverage(report.coverage),
    ...(report.fixes === undefined ? {} : { fixes: report.fixes.map(toPublicFix) }),
  });
}

/** JSON as Guard prints it everywhere: two spaces, ends with a line feed, nothing in it that a terminal would obey. */
export function formatJson(value: unknown): string {
  const lines = JSON.stringify(value, null, 2).split("\n");
  return `${lines.map(escapeControl).join("\n")}\n`;
}

function toPublicFinding(finding: Verdict) {
  return {
    ruleId: finding.ruleId,
    severity: finding.severity,
    confidence: finding.confidence,
    outcome: finding.outcome,
    age: finding.age,
    commit: finding.commit,
    location: finding.location === null ? null : toPublicLocation(finding.location),
    subject: finding.subject,
    message: finding.message,
    preview: finding.preview,
    fix: finding.fix,
    fingerprint: finding.fingerprint,
    suppression: finding.suppression === null ? null : toPublicSuppression(finding.suppression),
    facts: finding.facts,
  };
}

function toPublicLocation(location: Location) {
  return {
    path: location.path,
    ...(location.pathEncoding === undefined ? {} : { pathEncoding: location.pathEncoding }),
    line: location.line,
    column: location.column,
    endLine: location.endLine,
    endColumn: location.endColumn,
  };
}

function toPublicSuppression(suppression: Suppression) {
  return { kind: suppression.kind, reason: suppression.reason, owner: suppression.owner, until: suppression.until };
}

function toPublicUnknown(unknown: Unknown) {
  return { ruleId: unknown.ruleId, subject: unknown.subject, reason: unknown.reason, blocks: unknown.blocks };
}

function toPublicFix({ ruleId, path, changes, refused }: FixOutcome) {
  return { ruleId, path, changes: changes.map(({ path, done, before, leftOnDisk }) => ({ path, done, before, leftOnDisk })), refused };
}

function toPublicCoverage(coverage: Coverage) {
  return {
    entries: coverage.entries,
    entriesChecked: coverage.entriesChecked,
    ignored: coverage.ignored,
    bytes: coverage.bytes,
    rules: coverage.rules,
    skipped: coverage.skipped.toSorted(),
    seconds: Math.round(coverage.seconds * 1000) / 1000,
  };
}
