/**
 * What probes do to a program that writes to its database: `npx node bench/live-database.ts [SECONDS] [PROBES]`, from the root of the repository.
 * A writer does 200 transactions a second with busy_timeout 1000; one probe in five is killed at some moment of its life. Prints figures, and exits 1
 * where one of the promises is broken.
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProbes } from "../src/machine/probe.ts";
import type { WriterReport } from "../test/support/live-writer.ts";
import { startWriter } from "../test/support/start-writer.ts";
import { requestAt } from "../test/support/trading-probe.ts";
import { printTable } from "./measure.ts";

const [seconds = 60, probes = 500] = process.argv.slice(2).map(Number);
const probeEntry = new URL("../src/machine/child.ts", import.meta.url);
const PER_SECOND = 200;
const SOUND = '[{"integrity_check":"ok"}]';

type Mode = "wal" | "delete";

interface Outcome {
  readonly report: WriterReport;
  readonly durations: readonly number[];
  readonly killed: number;
  /** Answers that were unknown because the writer held its lock. */
  readonly locked: number;
  /** Names that appeared beside the database and should not have. */
  readonly strangers: readonly string[];
  /** What was left when the writer had ended. */
  readonly left: readonly string[];
}

const rows: string[][] = [
  [
    "journal mode",
    "probes",
    "killed",
    "unknown (locked)",
    "probe p50",
    "probe max",
    "writes",
    "SQLITE_BUSY",
    "write p50",
    "write p99",
    "write max",
    "integrity",
    "files left",
  ],
];
let kept = true;
for (const mode of ["wal", "delete"] as const) {
  for (const count of [0, probes]) {
    const outcome = await run(mode, count);
    rows.push(toRow(mode, outcome));
    kept &&= isKept(outcome);
  }
}
printTable(`${seconds} s of ${PER_SECOND} transactions a second, milliseconds; the rows without probes are what the writer needs alone`, rows);
console.log(kept ? "Kept: no SQLITE_BUSY, no file made, integrity ok, every probe within 2 s." : "BROKEN: see above.");
process.exitCode = kept ? 0 : 1;

async function run(mode: Mode, count: number): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "guard-bench-"));
  try {
    const writer = await startWriter(join(folder, "trading.db"), mode, PER_SECOND);
    const watched = await watch(folder, mode, count);
    const report = await writer.stop();
    return { report, ...watched, left: readdirSync(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function watch(folder: string, mode: Mode, count: number): Promise<Omit<Outcome, "report" | "left">> {
  const own = new Set(["", ...(mode === "wal" ? ["-wal", "-shm"] : ["-journal"])].map((suffix) => `trading.db${suffix}`));
  const strangers = new Set<string>();
  const durations: number[] = [];
  let [killed, locked] = [0, 0];
  const start = performance.now();
  for (let i = 0; i < count; i++) {
    const isKilled = i % 5 === 4;
    const began = performance.now();
    const answer = await probe(folder, isKilled ? AbortSignal.timeout(20 + ((i * 37) % 130)) : undefined);
    durations.push(performance.now() - began);
    if (isKilled) killed++;
    else if (answer.includes("locked")) locked++;
    for (const name of readdirSync(folder)) if (!own.has(name)) strangers.add(name);
    await sleep(start + ((i + 1) * seconds * 1000) / count - performance.now());
  }
  await sleep(start + seconds * 1000 - performance.now());
  return { durations, killed, locked, strangers: [...strangers] };
}

async function probe(baseDir: string, signal: AbortSignal | undefined): Promise<string> {
  const trading = { root: ["."], database: ["trading.db"], logs: [], criticalFiles: [], request: requestAt(Date.now()) };
  const facts = await startProbes({ parts: ["databases", "tradingDatabase"], baseDir, probeEntry, trading, signal });
  return facts.tradingDatabase?.known ? "known" : (facts.tradingDatabase?.reason ?? "");
}

function isKept({ report, durations, strangers, left }: Outcome): boolean {
  const isSound = report.busy === 0 && report.integrity === SOUND;
  return isSound && strangers.length === 0 && left.join() === "trading.db" && durations.every((duration) => duration <= 2000);
}

function toRow(mode: Mode, { report, durations, killed, locked, strangers, left }: Outcome): string[] {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number): string => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toString();
  const { transactions, busy, p50, p99, max, integrity } = report;
  const files = [...new Set([...left, ...strangers])].join(" ");
  return [mode, durations.length, killed, locked, at(0.5), at(1), transactions, busy, p50, p99, max, integrity === SOUND ? "ok" : integrity, files].map(String);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
