import type { RetentionSpec } from "../core/facts/sqlite.ts";
import type { DatabasePart, MachinePart, ProbeTask, TradingPart, WatchedDatabase, WatchedStorage, WatchedTrading } from "./probe-job.ts";

/** An entry of `databases` in the configuration, as far as a probe needs it. */
export interface ConfiguredDatabase {
  readonly path: string;
  readonly backups?: readonly string[] | undefined;
  readonly retention?: readonly RetentionSpec[] | undefined;
}

/** Cheap and certain things first: what comes later in the same child cannot take them away. */
const ORDER: readonly MachinePart[] = [
  "tradingFiles",
  "tradingLog",
  "databases",
  "databasePermissions",
  "databaseEncryption",
  "tradingDatabase",
  "tradingFills",
  "databaseRetention",
  "storageLayout",
  "databaseChecks",
  "databaseBackups",
];

/**
 * The databases to look at: those of `databases`, and that of `trading` if it is not among them. An entry that is one of the alternatives of
 * `trading.database` stands for all of them, so that the database which the bot really has is the one that is judged.
 */
export function listDatabases(databases: readonly ConfiguredDatabase[], trading: Pick<WatchedTrading, "database"> | null): WatchedDatabase[] {
  const alternatives = trading?.database ?? [];
  const isAlternative = (path: string): boolean => alternatives.some((other) => plain(other) === plain(path));
  const watched = databases.map(({ path, backups = [], retention = [] }) => {
    const isTrading = isAlternative(path);
    return { name: path, trading: isTrading, paths: isTrading ? alternatives : [path], backups, retention };
  });
  const [first] = alternatives;
  if (first === undefined || watched.some((database) => database.trading)) return watched;
  return [...watched, { name: first, trading: true, paths: alternatives, backups: [], retention: [] }];
}

export function planTasks(
  parts: readonly MachinePart[],
  databases: readonly WatchedDatabase[],
  trading: WatchedTrading | null,
  storage: WatchedStorage | null,
): ProbeTask[] {
  return ORDER.filter((part) => parts.includes(part)).flatMap((part): ProbeTask[] => {
    if (part === "storageLayout") return storage ? [{ part, database: null }] : [];
    if (isTradingPart(part)) return trading ? [{ part, database: null }] : [];
    return databases.flatMap((database, index) => (concerns(part, database) ? [{ part, database: index }] : []));
  });
}

export function isTradingPart(part: MachinePart): part is TradingPart {
  return part.startsWith("trading");
}

function concerns(part: DatabasePart, { backups, retention }: WatchedDatabase): boolean {
  if (part === "databaseBackups") return backups.length > 0;
  return part !== "databaseRetention" || retention.length > 0;
}

function plain(path: string): string {
  return path.replaceAll("\\", "/").toLowerCase();
}
