import { type Known, known, unknown } from "../core/facts/known.ts";
import type { DatabaseCheck } from "../core/facts/sqlite.ts";
import { readTradingDatabase, readTradingFills } from "./ask-trading-database.ts";
import { findBackups } from "./backups.ts";
import { checkDatabase } from "./check-database.ts";
import { readDatabaseFile } from "./database-file.ts";
import { readEncryption } from "./encryption.ts";
import { type FoundFile, findFile } from "./find-file.ts";
import type { ReadingRoom } from "./open-database.ts";
import { readPermissions } from "./permissions.ts";
import type { DatabasePart, ProbeJob, ProbeTask, TradingPart, WatchedDatabase, WatchedTrading } from "./probe-job.ts";
import { countRetention } from "./retention.ts";
import { runProgram } from "./run-program.ts";
import { createScratch, type Scratch } from "./scratch.ts";
import { loadDriver } from "./sqlite-driver.ts";
import { readStorageLayout } from "./storage-layout.ts";
import { readTradingFiles } from "./trading-files.ts";
import { readTradingLog } from "./trading-log.ts";

const MIB = 1 << 20;
const DAY_MS = 86_400_000;

/** How much is read in a commit, and how much where there is time. */
const BOUNDS = {
  commit: { copyBytes: 256 * MIB, checkBytes: 64 * MIB, logBytes: 8 * MIB, backupBytes: 16 * MIB, entries: 4000 },
  thorough: { copyBytes: Number.MAX_SAFE_INTEGER, checkBytes: Number.MAX_SAFE_INTEGER, logBytes: 64 * MIB, backupBytes: 16_384 * MIB, entries: 400_000 },
};

/**
 * Does the tasks of a job one after the other and says each answer as soon as it has it. `answered`: no more will come, and what is left is to remove
 * copies, which takes as long as making them. Never throws because of what it looked at.
 */
export async function runTasks(job: ProbeJob, answer: (task: number, value: Known<unknown>) => void, answered: () => void): Promise<void> {
  const bench = createBench(job);
  try {
    for (const [index, task] of job.tasks.entries()) answer(index, await runTask(task, bench));
    answered();
  } finally {
    bench.scratch.remove();
  }
}

interface Bench {
  readonly job: ProbeJob;
  readonly bounds: (typeof BOUNDS)["commit"];
  readonly scratch: Scratch;
  readonly room: ReadingRoom;
  /** What SQLite called corrupt while something else was asked, by real path. */
  readonly corruptions: ReadonlyMap<string, string>;
}

function createBench(job: ProbeJob): Bench {
  const bounds = job.thorough ? BOUNDS.thorough : BOUNDS.commit;
  const scratch = createScratch(job.scratchFolder);
  const corruptions = new Map<string, string>();
  const onCorruption = (path: string, message: string): void => void corruptions.set(path, message);
  return {
    job,
    bounds,
    scratch,
    corruptions,
    room: { driver: loadDriver, scratch, maxCopyBytes: bounds.copyBytes, onCorruption },
  };
}

async function runTask(task: ProbeTask, bench: Bench): Promise<Known<unknown>> {
  try {
    if (task.part === "storageLayout") return lookAtStorage(bench);
    return await (task.database === null ? runTradingTask(task.part, bench) : runDatabaseTask(task.part, task.database, bench));
  } catch (error) {
    return unknown(task.part, `the probe failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function lookAtStorage({ job, bounds }: Bench): Known<unknown> {
  return job.storage ? readStorageLayout(job.storage, job.places, bounds.entries) : unknown("storageLayout", "no storage is configured");
}

function runTradingTask(part: TradingPart, bench: Bench): Answer {
  const { trading } = bench.job;
  return trading ? TRADING_TASKS[part](trading, bench) : unknown(part, "no trading is configured");
}

function runDatabaseTask(part: DatabasePart, index: number, bench: Bench): Answer {
  const database = bench.job.databases[index];
  return database ? DATABASE_TASKS[part](database, bench) : unknown(part, "no such database is configured");
}

type Answer = Known<unknown> | Promise<Known<unknown>>;

const TRADING_TASKS: Readonly<Record<TradingPart, (trading: WatchedTrading, bench: Bench) => Answer>> = {
  tradingFiles: ({ root, criticalFiles, database }, { job }) => readTradingFiles(root, criticalFiles, database, job.places),
  tradingLog: ({ logs, request }, { job, bounds }) => readTradingLog(logs, job.places, request, bounds.logBytes),
  tradingDatabase: ({ database, request }, { job, room }) => readTradingDatabase(database, job.places, room, request),
  tradingFills: ({ database }, { job, room }) => readTradingFills(database, job.places, room),
};

const DATABASE_TASKS: Readonly<Record<DatabasePart, (database: WatchedDatabase, bench: Bench) => Answer>> = {
  databases: withFile((file) => readDatabaseFile(file)),
  databasePermissions: withFile((file, { job, scratch }) => readPermissions(file, job.places.platform, job.thorough ? runProgram : null, scratch)),
  databaseEncryption: withFile((file, { job }) => readEncryption(file, job.places.platform, job.thorough ? runProgram : null)),
  databaseRetention: withFile((file, { job, room }, { retention }) => countRetention(file, retention, room, job.now)),
  databaseChecks: withFile(checkIfDue),
  databaseBackups: findBackupsOf,
};

function withFile(look: (file: FoundFile, bench: Bench, database: WatchedDatabase) => Answer): (database: WatchedDatabase, bench: Bench) => Answer {
  return (database, bench) => {
    const file = findFile(database.paths, bench.job.places);
    return file.known ? look(file.value, bench, database) : file;
  };
}

/** Where there is neither the database nor a backup of it, nothing is amiss with its backups. */
async function findBackupsOf({ paths, backups }: WatchedDatabase, { job, bounds, room }: Bench): Promise<Known<unknown>> {
  const question = { database: paths, patterns: backups, remembered: job.lastBackupChecks, maxBytes: bounds.backupBytes };
  const found = await findBackups(question, job.places, room);
  if (!found.known || found.value.backups.length > 0) return found;
  const file = findFile(paths, job.places);
  return file.known ? found : file;
}

/** The remembered result, where it is young and good or the file too large for a commit; a new one otherwise. What SQLite said while it was asked for rows counts at once. */
function checkIfDue(file: FoundFile, { job, bounds, room, corruptions }: Bench): Answer {
  const looked = readDatabaseFile(file);
  if (!looked.known) return looked;
  if (looked.value.format !== "sqlite") return known(null);
  const last = job.lastChecks.find(({ path }) => path === file.path) ?? null;
  const age = last === null || last.problems.length > 0 ? Number.POSITIVE_INFINITY : job.now - last.at;
  const isDue = job.thorough || (looked.value.bytes + looked.value.walBytes <= bounds.checkBytes && (age < 0 || age >= DAY_MS));
  if (isDue) return checkDatabase(file, room, job.thorough ? "full" : "quick");
  const corruption = corruptions.get(file.path);
  const found: DatabaseCheck | null = corruption === undefined ? last : { path: file.path, at: job.now, depth: "quick", problems: [corruption], orphans: null };
  return known(found);
}
