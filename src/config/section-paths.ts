import { posix } from "node:path";
import type { Config } from "./schema.ts";
import type { DatabaseSection, StorageSection, TradingSection } from "./sections.ts";

/**
 * The configuration with every path of `storage`, `trading` and `databases` written with slashes and counted from the folder of the
 * configuration that was started from; `folder` is where this one lies below it.
 */
export function toSectionPaths(config: Config, folder: string): Config {
  const move = (path: string): string => toMoved(path, folder);
  return {
    ...config,
    ...(config.storage && { storage: moveStorage(config.storage, move) }),
    ...(config.trading && { trading: moveTrading(config.trading, move) }),
    ...(config.databases && { databases: config.databases.map((database) => moveDatabase(database, move)) }),
  };
}

type Move = (path: string) => string;

function moveStorage({ roots, forbidden, deprecated, platform }: StorageSection, move: Move): StorageSection {
  const systems = Object.entries(platform ?? {}).map(([system, own]) => [system, { ...own, ...moveAll({ roots: own?.roots }, move) }]);
  return { ...moveAll({ roots, forbidden, deprecated }, move), ...(platform && { platform: Object.fromEntries(systems) }) };
}

function moveTrading({ root, database, logs, ...rest }: TradingSection, move: Move): TradingSection {
  return { ...rest, ...moveAll({ root, database, logs }, move) };
}

function moveDatabase({ path, backups, ...rest }: DatabaseSection, move: Move): DatabaseSection {
  return { ...rest, path: move(path), ...moveAll({ backups }, move) };
}

/** Paths are lists or, where alternatives are allowed, one text; an absent key stays absent. */
function moveAll<T extends Record<string, string | string[] | undefined>>(paths: T, move: Move): Partial<T> {
  const moved = Object.entries(paths).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, typeof value === "string" ? move(value) : value.map(move)] as const],
  );
  // The keys are those of `paths`, each value of the kind that it had.
  return Object.fromEntries(moved) as Partial<T>;
}

function toMoved(path: string, folder: string): string {
  const slashed = path.replaceAll("\\", "/");
  const isAbsolute = /^(?:\/|[A-Za-z]:)/.test(slashed);
  return isAbsolute || folder === "" || folder === "." ? slashed : posix.join(folder, slashed);
}
