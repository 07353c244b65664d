import { posix } from "node:path";
import { DATA_ROOTS } from "../core/environment/environment-schema.ts";
import { findPlaceFault, type PlaceFault, type StorageSettings, toStoragePolicy } from "../core/storage-policy.ts";
import { parseWindowsPath } from "../core/windows-path.ts";

/** Where data may live: the part `storage` of `guard.config.json`, or as much of it as differs from the user's security document. */
export interface DataPathPolicy extends Partial<StorageSettings> {
  /** Folders that stand for the roots on another system than Windows, paired by their last names: `{ linux: { roots: ["/srv/databases"] } }`. */
  readonly platform?: Readonly<Record<string, { readonly roots?: readonly string[] | undefined } | undefined>>;
}

const DEFAULTS: StorageSettings = {
  roots: DATA_ROOTS,
  forbidden: ["C:\\dev"],
  deprecated: [],
};

const reasons = {
  relative: "it is relative to whatever folder the program was started in",
  stream: "it names an alternate data stream",
  forbidden: "the policy forbids data there",
  deprecated: "the policy has given that folder up",
  share: "it lies on a network share",
  "other-drive": "it lies on another drive",
  "no-drive": "it names no drive",
  profile: "it lies in the profile of a user",
  "wrong-root": "it lies outside of these folders",
  "not-for-databases": "that folder is not the one for databases",
  "short-name": "it names a folder by its short 8.3 name",
} as const satisfies Record<PlaceFault, string>;

/**
 * Returns `path` where data may live there, by the same rules as `storage/database-path`: Windows semantics (case, slashes, `..`, `\\?\`, streams) on every
 * operating system, and below the folders of `platform` off Windows. Throws `Error` where it may not. Stands in for
 * `dbPath.startsWith("D:\\databases\\")`, which accepts `D:\databases\..\dev\x.db` and refuses `d:/databases/x.db`.
 */
export function assertDataPath(path: string, policy: DataPathPolicy | readonly string[] = {}): string {
  return assertPlace(path, toPolicy(policy), "data");
}

/** As `assertDataPath`, and in the root that is the one for databases. */
export function assertDatabasePath(path: string, policy: DataPathPolicy = {}): string {
  return assertPlace(path, policy, "database");
}

function toPolicy(policy: DataPathPolicy | readonly string[]): DataPathPolicy {
  return Array.isArray(policy) ? { roots: policy } : (policy as DataPathPolicy); // `isArray` does not narrow a readonly array
}

function assertPlace(path: string, policy: DataPathPolicy, what: "database" | "data"): string {
  const { roots, forbidden, deprecated } = { ...DEFAULTS, ...policy };
  if (isInLocalRoot(path, policy)) return path;
  const parsed = parseWindowsPath(path);
  const fault =
    parsed && !parsed.hasVariables && parsed.kind !== "device" ? findPlaceFault(parsed, toStoragePolicy({ roots, forbidden, deprecated }), what) : undefined;
  if (fault === null) return path;
  const reason = fault === undefined ? "it names no file" : reasons[fault];
  throw new Error(`"${path}" is not where data may live (${roots.join(", ")}): ${reason}.`);
}

/** Off Windows: below one of the folders that stand for the roots there. */
function isInLocalRoot(path: string, policy: DataPathPolicy): boolean {
  return process.platform !== "win32" && posix.isAbsolute(path) && localRootsOf(policy).some((root) => isBelow(posix.normalize(path), posix.normalize(root)));
}

function isBelow(path: string, root: string): boolean {
  const folder = root.replace(/\/$/, "");
  return path === folder || path.startsWith(`${folder}/`);
}

function localRootsOf({ platform }: DataPathPolicy): readonly string[] {
  return platform?.[process.platform]?.roots ?? [];
}

/** Where a path of the policy lies here: itself on Windows; elsewhere below the folder that stands for its root. Throws `Error` where there is none. */
export function toLocalPath(path: string, policy: DataPathPolicy): string {
  if (process.platform === "win32" || isInLocalRoot(path, policy)) return path;
  const segments = parseWindowsPath(path)?.segments ?? [];
  for (const root of policy.roots ?? DEFAULTS.roots) {
    const own = parseWindowsPath(root)?.segments ?? [];
    const stand = localRootsOf(policy).find((folder) => posix.basename(folder).toLowerCase() === own.at(-1)?.toLowerCase());
    const isIn = own.every((segment, index) => segment.toLowerCase() === segments[index]?.toLowerCase());
    if (stand !== undefined && isIn) return posix.join(stand, ...segments.slice(own.length));
  }
  throw new Error(`"${path}" cannot lie on ${process.platform}: name the folder that stands for its root under platform.${process.platform}.roots.`);
}
