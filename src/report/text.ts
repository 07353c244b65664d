import type { Report } from "../core/model.ts";
import { sortVerdicts } from "../core/verdict.ts";
import { formatError } from "./error-text.ts";
import { formatFinding } from "./finding-text.ts";
import { formatFixes } from "./fix-text.ts";
import { formatCount, layOut } from "./layout.ts";
import { createPainter, type Painter } from "./painter.ts";
import { toReportError } from "./report-error.ts";
import { formatSummary } from "./summary-text.ts";
import { formatUnknowns } from "./unknown-text.ts";

export interface TextOptions {
  readonly color: boolean;
  /** Columns to break lines at; absent (a pipe, a file): each statement stays on one line, for tools that read lines. */
  readonly width?: number;
  /** What can be done about a refusal, as clauses; only ways that exist. */
  readonly waysOut: readonly string[];
}

/** More findings, or more unknowns, than this nobody reads; the JSON report has them all. */
const shownAtMost = 50;

/**
 * The report for people, ASCII but for the names it quotes, ends with a line feed. The reason stands first, what blocks before what does not, the way out last.
 * Every line about a finding names its rule. Where nothing was judged (exit code 2) it is the error alone.
 */
export function formatText(report: Report, options: TextOptions): string {
  const error = toReportError(report);
  if (report.exitCode === 2 && error !== null) return formatError(error);
  const paint = createPainter(options.color);
  const sections = [
    formatHeadline(report, paint, options.width),
    formatFixes(report.fixes ?? [], paint, options.width),
    ...formatFindings(report, paint, options.width),
    formatUnknown(report, paint, options.width),
    formatTemporarySuppressions(report, paint, options.width),
    [...formatSummary(report, paint, options.width), ...formatWayOut(report, paint, options)],
  ];
  const filled = sections.filter((section) => section.length > 0);
  return `${filled.map((section) => section.join("\n")).join("\n\n")}\n`;
}

function formatHeadline(report: Report, paint: Painter, width: number | undefined): string[] {
  const headline = toHeadline(report);
  return headline === null ? [] : layOut(paint(headline), width, "       ", "").map((line) => paint(line, "bad"));
}

/** Why the run refuses, in one line; `null` where it does not. */
function toHeadline(report: Report): string | null {
  switch (report.exitCode) {
    case 0:
      return null;
    case 1: {
      const blocking = report.findings.filter((finding) => finding.outcome === "blocking");
      const files = new Set(blocking.flatMap((finding) => finding.location?.path ?? []));
      return `guard: blocked by ${formatCount(blocking.length, "finding")}${files.size > 1 ? ` in ${files.size} files` : ""}`;
    }
    case 2:
    case 3:
      return `guard: ${toReportError(report)?.message ?? ""}`;
    case 130:
      return "guard: interrupted before everything was judged";
  }
}

/** What blocks, a section for each file; then, in a section of its own, what does not. */
function formatFindings(report: Report, paint: Painter, width: number | undefined): string[][] {
  const sorted = sortVerdicts(report.findings);
  const blocking = sorted.filter((finding) => finding.outcome === "blocking");
  const advisory = sorted.filter((finding) => finding.outcome === "advisory");
  const shownBlocking = blocking.slice(0, shownAtMost);
  const shownAdvisory = advisory.slice(0, shownAtMost - shownBlocking.length);
  const hidden = blocking.length + advisory.length - shownBlocking.length - shownAdvisory.length;

  const files = Map.groupBy(shownBlocking, (finding) => finding.location?.path ?? finding.subject);
  const sections = Array.from(files.values(), (findings) => findings.flatMap((finding) => formatFinding(finding, paint, width)));
  if (shownAdvisory.length > 0) sections.push(["Does not block:", ...shownAdvisory.flatMap((finding) => formatFinding(finding, paint, width))]);
  sections.push(formatHidden(hidden, "finding", width));
  return sections;
}

function formatHidden(count: number, noun: string, width: number | undefined): string[] {
  return count <= 0 ? [] : layOut(`${formatCount(count, `more ${noun}`)} not shown; npx --no guard check --format json lists all of them.`, width);
}

function formatUnknown(report: Report, paint: Painter, width: number | undefined): string[] {
  const statements = formatUnknowns(report.unknown, paint, width);
  const shown = statements.slice(0, shownAtMost);
  return [...shown.flat(), ...formatHidden(statements.length - shown.length, "unknown", width)];
}

/** An acknowledged or skipped rule is shown in every run until that ends, so that nobody forgets it. */
function formatTemporarySuppressions(report: Report, paint: Painter, width: number | undefined): string[] {
  return sortVerdicts(report.findings).flatMap((finding) => {
    const suppression = finding.suppression;
    if (suppression === null || (suppression.kind !== "ack" && suppression.kind !== "skip")) return [];
    const word = suppression.kind === "ack" ? "acknowledged" : "skipped";
    const until = suppression.until === null ? "" : ` until ${suppression.until}`;
    const owner = suppression.owner === null ? "" : ` by ${suppression.owner}`;
    return layOut(paint(`${word}${owner}${until}  ${finding.ruleId}  ${finding.message} Reason given: ${suppression.reason}`), width, "    ", "");
  });
}

function formatWayOut(report: Report, paint: Painter, options: TextOptions): string[] {
  const wayOut = toWayOut(report, options.waysOut);
  return wayOut === null ? [] : layOut(paint(wayOut), options.width).map((line) => paint(line, "strong"));
}

function toWayOut(report: Report, waysOut: readonly string[]): string | null {
  switch (report.exitCode) {
    case 0:
      return null;
    case 1:
      return waysOut.length === 0 ? null : `Way out: ${waysOut.join("; or ")}`;
    case 2:
    case 3:
      return `${report.complete ? "This" : "Not everything was judged, so this"} does not pass. ${toReportError(report)?.fix ?? ""}`;
    case 130:
      return "Not everything was judged, so this does not pass. Run npx --no guard check again.";
  }
}
