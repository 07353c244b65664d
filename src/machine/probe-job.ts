import type { BackupCheck } from "../core/facts/backups.ts";
import type { MachineFacts } from "../core/facts/machine.ts";
import type { DatabaseCheck, RetentionSpec } from "../core/facts/sqlite.ts";
import { moveRequest, type TradingRequest } from "../core/trading/request.ts";
import type { TradingSettings } from "../core/trading/settings.ts";
import type { Places } from "./places.ts";

export type MachinePart = Exclude<keyof MachineFacts, "now">;
export type TradingPart = Extract<MachinePart, `trading${string}`>;
export type StoragePart = Extract<MachinePart, "storageLayout">;
export type DatabasePart = Exclude<MachinePart, TradingPart | StoragePart>;

/** Where the bot is, and what is asked about it. */
export type WatchedTrading = Pick<TradingSettings, "root" | "database" | "logs" | "criticalFiles"> & { readonly request: TradingRequest };

/** The folders of the storage policy. */
export interface WatchedStorage {
  readonly roots: readonly string[];
  readonly forbidden: readonly string[];
  readonly deprecated: readonly string[];
}

/** One database to look at, from `databases[]` or from `trading`. */
export interface WatchedDatabase {
  readonly name: string;
  readonly trading: boolean;
  /** Alternatives: the first that is there and not empty. */
  readonly paths: readonly string[];
  readonly backups: readonly string[];
  readonly retention: readonly RetentionSpec[];
}

/** One thing to look at. `database`: index into the databases, for the parts that speak of one. */
export type ProbeTask = { readonly part: TradingPart | StoragePart; readonly database: null } | { readonly part: DatabasePart; readonly database: number };

/** What the child is told, as one line of JSON on its stdin. For each task, in this order, it answers with one line of JSON: `{"task":0,"value":…}`, a `Known`. */
export interface ProbeJob {
  readonly tasks: readonly ProbeTask[];
  readonly now: number;
  readonly places: Places;
  /** Not in a commit: everything is read whole, and other programs may be asked. */
  readonly thorough: boolean;
  readonly scratchFolder: string;
  readonly trading: WatchedTrading | null;
  readonly databases: readonly WatchedDatabase[];
  readonly storage: WatchedStorage | null;
  readonly lastChecks: readonly DatabaseCheck[];
  readonly lastBackupChecks: readonly BackupCheck[];
}

/** The same job at another time. */
export function moveJob(job: ProbeJob, now: number): ProbeJob {
  const { trading } = job;
  return { ...job, now, trading: trading && { ...trading, request: moveRequest(trading.request, now - job.now) } };
}

/** Whether two jobs ask the same, each at its own time and in its own folder. */
export function isSameJob(a: ProbeJob, b: ProbeJob): boolean {
  const timeless = (job: ProbeJob): string => JSON.stringify({ ...moveJob(job, 0), scratchFolder: "" });
  return timeless(a) === timeless(b);
}
