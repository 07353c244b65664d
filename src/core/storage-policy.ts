import { formatWindowsPath, isInside, parseWindowsPath, type WindowsPath } from "./windows-path.ts";

/** The part `storage` of the configuration. */
export interface StorageSettings {
  readonly roots: readonly string[];
  readonly forbidden: readonly string[];
  readonly deprecated: readonly string[];
}

/** What can be wrong with the place of a file. */
export type PlaceFault =
  | "relative"
  | "stream"
  | "forbidden"
  | "deprecated"
  | "share"
  | "other-drive"
  | "no-drive"
  | "profile"
  | "wrong-root"
  | "not-for-databases"
  | "short-name";

/** `storage` with its paths read. */
export interface StoragePolicy {
  readonly roots: readonly WindowsPath[];
  /** The roots that are named after databases; where there are none, all. */
  readonly databaseRoots: readonly WindowsPath[];
  readonly forbidden: readonly WindowsPath[];
  readonly deprecated: readonly WindowsPath[];
  /** The roots as they were written, for messages. */
  readonly shown: string;
  /** One of the roots for databases, with slashes. */
  readonly example: string;
}

/** Settings never change: what was read of them is read once, not for every file. */
const known = new WeakMap<StorageSettings, StoragePolicy>();

export function toStoragePolicy(settings: StorageSettings): StoragePolicy {
  const policy = known.get(settings) ?? readPolicy(settings);
  known.set(settings, policy);
  return policy;
}

function readPolicy({ roots, forbidden, deprecated }: StorageSettings): StoragePolicy {
  const parsed = parseAll(roots);
  const named = parsed.filter(({ segments }) => segments.some((segment) => /^(?:databases?|db|sqlite)$/i.test(segment)));
  const databaseRoots = named.length > 0 ? named : parsed;
  return {
    roots: parsed,
    databaseRoots,
    forbidden: parseAll(forbidden),
    deprecated: parseAll(deprecated),
    shown: roots.join(", "),
    example: databaseRoots[0] ? formatWindowsPath(databaseRoots[0]).replaceAll("\\", "/") : "",
  };
}

function parseAll(paths: readonly string[]): WindowsPath[] {
  return paths.map(parseWindowsPath).filter((path) => path !== null);
}

/** `DATABA~1`: which folder that is, only the machine knows. */
const shortName = /^[^.~]{1,8}~\d{1,6}(?:\.[^.]{0,3})?$/;

/** The fault of a place whose beginning is known; null where it lies in a root. */
export function findPlaceFault(path: WindowsPath, policy: StoragePolicy, what: "database" | "data"): PlaceFault | null {
  if (path.kind === "device") return null;
  if (path.kind === "relative" || path.kind === "drive-relative") return "relative";
  if (path.stream !== null) return "stream";
  if (path.segments.some((segment) => shortName.test(segment))) return "short-name";
  if (policy.deprecated.some((root) => isInside(path, root))) return "deprecated";
  if (policy.roots.some((root) => isInside(path, root)))
    return what === "database" && !policy.databaseRoots.some((root) => isInside(path, root)) ? "not-for-databases" : null;
  if (policy.forbidden.some((root) => isInside(path, root))) return "forbidden";
  if (path.kind === "unc") return "share";
  if (path.drive === null) return /^(?:home|root|users)$/i.test(path.segments[0] ?? "") ? "profile" : "no-drive";
  return policy.roots.some(({ drive }) => drive === path.drive) ? "wrong-root" : "other-drive";
}
