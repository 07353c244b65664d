import { ABOUT } from "../core/message.ts";
import type { Report, SourceKind, Verdict } from "../core/model.ts";
import { formatBytes, formatCount, layOut } from "./layout.ts";
import type { Painter } from "./painter.ts";

/** What it means that a source had no entries. */
const emptySource = {
  staged: "nothing is staged, so there was nothing to check",
  files: "no files to judge there, so there was nothing to check",
  all: "the index is empty, so there was nothing to check",
  range: "the range has no entries, so there was nothing to check",
  history: "the history is empty, so there was nothing to check",
  stdin: "nothing on standard input, so there was nothing to check",
  machine: "checked the machine, no files",
} as const satisfies Record<SourceKind, string>;

/** What was looked at, what was left out and what came of it; of a clean run this is the whole report, one line. */
export function formatSummary(report: Report, paint: Painter, width: number | undefined): string[] {
  const statements = [toCoverageStatement(report), toCountsStatement(report), toLeftOutStatement(report)].filter((statement) => statement !== "");
  const lines = layOut(paint(`guard: ${statements.join("; ")}`), width, "       ", "");
  return report.exitCode === 0 && report.complete ? lines.map((line) => line.replace(/^guard:/, paint("guard:", "good"))) : lines;
}

function toCoverageStatement({ source, coverage, complete, findings, unknown }: Report): string {
  // It broke off before there was anything to count: of what is there, nothing is known.
  if (!complete && unknown.length === 0) return "nothing was judged";
  const work = `${formatCount(coverage.rules, "rule")}, ${coverage.seconds.toFixed(2)} s`;
  const isOfMessage = source === "staged" && [...findings, ...unknown].some(({ subject }) => subject === ABOUT.commit);
  if (coverage.entries === 0) return `${isOfMessage ? "checked the message" : emptySource[source]}, ${work}`;
  return `checked ${coverage.entriesChecked} of ${coverage.entries} ${coverage.entries === 1 ? "entry" : "entries"}, ${formatBytes(coverage.bytes)}, ${work}`;
}

/** The four that a finding or a rule can end as, those that occur. Older ones stand apart: they were there before this commit. */
function toCountsStatement(report: Report): string {
  const count = (belongs: (finding: Verdict) => boolean) => report.findings.filter(belongs).length;
  const counts = [
    [count((finding) => finding.outcome === "blocking"), "blocking"],
    [count((finding) => finding.outcome === "advisory" && finding.age !== "older"), "advisory"],
    [count((finding) => finding.outcome === "advisory" && finding.age === "older"), "older"],
    [count((finding) => finding.outcome === "suppressed"), "suppressed"],
    [report.unknown.length, "unknown"],
  ] as const;
  return counts.flatMap(([number, word]) => (number === 0 ? [] : `${number} ${word}`)).join(", ");
}

function toLeftOutStatement({ coverage }: Report): string {
  const ignored = coverage.ignored === 0 ? [] : [`${coverage.ignored} ignored`];
  const skipped = coverage.skipped.length === 0 ? [] : [`left out: ${coverage.skipped.join(", ")}`];
  return [...ignored, ...skipped].join("; ");
}
