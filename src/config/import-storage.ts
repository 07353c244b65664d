import { parseWindowsPath } from "../core/windows-path.ts";

/** The part `storage` of a configuration, as another tool's settings have it. */
export interface ImportedStorage {
  readonly roots: readonly string[];
  readonly forbidden: readonly string[];
  readonly deprecated: readonly string[];
  /** Entries that a folder of the policy cannot say, such as `./logs` and `C:\dev\apps\*\db`. */
  readonly skipped: readonly string[];
}

/** Reads `data-storage-config.json`: `standardDirectories.*.path`, `forbiddenPaths.never_use`, `deprecatedPaths`. Null where it is no such file. */
export function importStorage(settings: unknown): ImportedStorage | null {
  const directories = memberOf(settings, "standardDirectories");
  if (typeof directories !== "object" || directories === null) return null;
  const roots = Object.values(directories).map((directory) => memberOf(directory, "path"));
  const never = memberOf(settings, "forbiddenPaths");
  const forbidden = listOf(memberOf(never, "never_use"));
  const deprecated = [memberOf(settings, "deprecatedPaths"), memberOf(never, "deprecated")].flatMap(listOf);
  const texts = [roots.filter((path) => typeof path === "string"), forbidden, deprecated];
  const [ownRoots = [], ownForbidden = [], ownDeprecated = []] = texts.map((paths) => [...new Set(paths.filter(isFolder).map(toSlashes))]);
  return { roots: ownRoots, forbidden: ownForbidden, deprecated: ownDeprecated, skipped: texts.flat().filter((path) => !isFolder(path)) };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined; // an object, as was just seen
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** An absolute folder, named whole. */
function isFolder(path: string): boolean {
  const parsed = parseWindowsPath(path);
  return parsed?.kind === "absolute" && parsed.drive !== null && parsed.segments.length > 0 && !parsed.hasVariables && !/[*?[\]]/.test(path);
}

function toSlashes(path: string): string {
  return path.replaceAll("\\", "/").replace(/\/+$/, "");
}
