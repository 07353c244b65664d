import type { BackupCheck } from "../core/facts/backups.ts";
import { type Known, unknown } from "../core/facts/known.ts";
import type { MachineFacts } from "../core/facts/machine.ts";
import type { DatabaseCheck } from "../core/facts/sqlite.ts";
import type { TradingFiles } from "../core/facts/trading.ts";
import type { ExpectedChild } from "./expected-child.ts";
import type { MachinePart, ProbeJob, ProbeTask, WatchedDatabase, WatchedStorage, WatchedTrading } from "./probe-job.ts";
import { type ConfiguredDatabase, isTradingPart, listDatabases, planTasks } from "./probe-plan.ts";
import { type Answers, runJob } from "./probe-run.ts";
import { type RepositoryView, withRepository } from "./repository-view.ts";
import { chooseScratchFolder } from "./scratch.ts";

const COMMIT_DEADLINE_MS = 2000;
const THOROUGH_DEADLINE_MS = 120_000;

export interface ProbeRequest {
  /** Those that some active rule asks for. */
  readonly parts: readonly MachinePart[];
  /** Folder of the configuration file. */
  readonly baseDir: string;
  /** The file of the child process: `child.ts` in the sources, its bundle in the package. */
  readonly probeEntry: URL;
  readonly trading?: WatchedTrading | undefined;
  readonly databases?: readonly ConfiguredDatabase[] | undefined;
  readonly storage?: WatchedStorage | undefined;
  /** Folders of this machine that stand for roots of the policy, see `pairRoots`. */
  readonly platformRoots?: Readonly<Record<string, string>> | undefined;
  /** `--machine`, `status`: everything is read whole, and other programs may be asked. A commit does neither. */
  readonly thorough?: boolean | undefined;
  /** Of all probes together. Default: 2 s, thorough 120 s. */
  readonly deadlineMs?: number | undefined;
  readonly now?: number | undefined;
  /** What earlier runs found out, kept by the caller. */
  readonly lastChecks?: readonly DatabaseCheck[] | undefined;
  readonly lastBackupChecks?: readonly BackupCheck[] | undefined;
  /** What git knows of the trading files; without it none is ignored and none committed. */
  readonly repository?: RepositoryView | undefined;
  readonly signal?: AbortSignal | undefined;
  /** A process that may be at it already. */
  readonly expected?: ExpectedChild | undefined;
  /** Told what is to be looked at. */
  onJob?(job: ProbeJob): void;
}

/** Starts the probes in a process of their own, at once, and gathers what they find. Never rejects: what cannot be had is unknown, with its reason. */
export async function startProbes(request: ProbeRequest): Promise<MachineFacts> {
  const now = request.now ?? Date.now();
  const planned = toJob(request, now);
  if (planned.tasks.length === 0) return toFacts(planned, request.parts, new Map());
  request.onJob?.(planned);
  const early = (await request.expected?.take(planned)) ?? null;
  const job = early?.job ?? planned;
  const deadlineMs = request.deadlineMs ?? (job.thorough ? THOROUGH_DEADLINE_MS : COMMIT_DEADLINE_MS);
  const { probeEntry: entry, signal, repository } = request;
  const files: Promise<Known<TradingFiles>>[] = [];
  const answers = await runJob(job, {
    ...{ entry, deadlineMs, signal, early: early?.process ?? null },
    // Git is asked while the child goes on; as in `toFacts`, the answer has the shape of its part
    onAnswer: (task, value) =>
      void (job.tasks[task]?.part === "tradingFiles" && files.push(withRepository(value as Known<TradingFiles>, job.places, repository))),
  });
  const [tradingFiles] = await Promise.all(files);
  return { ...toFacts(job, request.parts, answers), ...(tradingFiles && { tradingFiles }) };
}

function toJob({ parts, baseDir, ...request }: ProbeRequest, now: number): ProbeJob {
  const trading = request.trading ?? null;
  const storage = request.storage ?? null;
  const databases = listDatabases(request.databases ?? [], trading);
  return {
    tasks: planTasks(parts, databases, trading, storage),
    now,
    places: { baseDir, roots: request.platformRoots ?? {}, platform: process.platform },
    thorough: request.thorough ?? false,
    scratchFolder: chooseScratchFolder(),
    trading,
    databases,
    storage,
    lastChecks: request.lastChecks ?? [],
    lastBackupChecks: request.lastBackupChecks ?? [],
  };
}

/** The child answered in the shapes of `MachineFacts`, because it is built from the same sources. */
function toFacts({ tasks, databases, now }: ProbeJob, parts: readonly MachinePart[], answers: Answers): MachineFacts {
  const answersOf = (part: MachinePart): { task: ProbeTask; facts: Known<unknown> }[] =>
    tasks.flatMap((task, index) => (task.part === part ? [{ task, facts: answers.get(index) ?? unknown(part, "was left without an answer") }] : []));
  const entries = parts.map((part): [MachinePart, unknown] => {
    if (isTradingPart(part) || part === "storageLayout") return [part, answersOf(part)[0]?.facts];
    return [part, answersOf(part).flatMap(({ task, facts }) => describeSubject(task, databases).map((subject) => ({ ...subject, facts })))];
  });
  return { now, ...(Object.fromEntries(entries) as Omit<MachineFacts, "now">) };
}

function describeSubject({ database }: ProbeTask, databases: ProbeJob["databases"]): Pick<WatchedDatabase, "name" | "trading">[] {
  const watched = database === null ? undefined : databases[database];
  return watched ? [{ name: watched.name, trading: watched.trading }] : [];
}
