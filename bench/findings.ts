/**
 * What Guard says of real repositories, as a sample that anybody can draw again: `npx node bench/findings.ts [--preset vibetech] [--count 40] [--only storage] [--outcome blocking] FOLDER...`,
 * from the root of the repository, after `npm run build`. Prints the findings of `check --all` by rule and outcome, then those with the smallest
 * fingerprints as a table to be judged by hand; a fingerprint knows neither path nor time. Exits 1 where a run was not complete. Prints no values.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Verdict } from "../src/core/model.ts";
import { printTable, run } from "./measure.ts";

const entry = fileURLToPath(new URL("../hooks/guard.cjs", import.meta.url));

/** The parts of the JSON report that are read here. */
interface Judged {
  readonly complete: boolean;
  readonly findings: readonly Verdict[];
  readonly unknown: readonly { readonly ruleId: string; readonly subject: string; readonly reason: string }[];
  readonly coverage: { readonly entries: number; readonly ignored: number; readonly bytes: number; readonly seconds: number };
}

interface Placed extends Verdict {
  readonly repository: string;
}

const { values, positionals } = parseArgs({
  options: { preset: { type: "string", default: "vibetech" }, count: { type: "string", default: "40" }, only: { type: "string" }, outcome: { type: "string" } },
  allowPositionals: true,
});

const reports = positionals.map((folder) => ({ repository: basename(resolve(folder)), report: judge(resolve(folder)) }));
const findings = reports.flatMap(({ repository, report }) => report.findings.map((finding): Placed => ({ ...finding, repository })));
printRuns();
printCounts();
printSample(
  findings
    .filter(({ outcome }) => values.outcome === undefined || outcome === values.outcome)
    .toSorted(byFingerprint)
    .slice(0, Number(values.count)),
);
process.exitCode = reports.every(({ report }) => report.complete) ? 0 : 1;

/** The configuration comes from here, never from the folder: everybody gets the same. */
function judge(folder: string): Judged {
  const base = mkdtempSync(join(tmpdir(), "guard-bench-"));
  try {
    const config = join(base, "guard.config.json");
    writeFileSync(config, JSON.stringify({ extends: [values.preset] }));
    const output = run(
      process.execPath,
      [entry, "check", "--all", "--no-machine", "--format", "json", "--config", config, ...(values.only === undefined ? [] : ["--only", values.only])],
      folder,
      [0, 1, 3],
    );
    // The shape is the contract's own, `guard.report/1`.
    return JSON.parse(output) as Judged;
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** Ties, the same line in two places, are told apart by their place. */
function byFingerprint(a: Placed, b: Placed): number {
  const key = ({ fingerprint, repository, location }: Placed): string =>
    [fingerprint, repository, location?.path, String(location?.line ?? 0).padStart(9, "0")].join("\0");
  return key(a) < key(b) ? -1 : 1;
}

function printRuns(): void {
  const rows = reports.map(({ repository, report: { complete, unknown, coverage, findings: own } }) =>
    [repository, complete, unknown.length, coverage.entries, coverage.ignored, (coverage.bytes / 1e6).toFixed(1), own.length, coverage.seconds].map(String),
  );
  printTable(`guard check --all under ${values.preset}`, [["", "complete", "unknown", "entries", "ignored", "MB", "findings", "seconds"], ...rows]);
}

function printCounts(): void {
  const counts = new Map<string, number[]>();
  for (const { ruleId, outcome } of findings) {
    const row = counts.get(ruleId) ?? [0, 0];
    counts.set(ruleId, [(row[0] ?? 0) + Number(outcome === "blocking"), (row[1] ?? 0) + Number(outcome === "advisory")]);
  }
  const rows = [...counts].sort().map(([ruleId, row]) => [ruleId, ...row.map(String)]);
  printTable("Findings", [["", "blocking", "advisory"], ...rows]);
}

function printSample(sample: readonly Placed[]): void {
  console.log(`\n${sample.length} of ${findings.length} findings in the order of their fingerprints\n`);
  console.log("| # | repository | rule | severity | place |\n|---|---|---|---|---|");
  for (const [index, { repository, ruleId, severity, location, subject }] of sample.entries())
    console.log(`| ${index + 1} | ${repository} | ${ruleId} | ${severity} | ${location ? `${location.path}:${location.line}` : subject} |`);
}
