import { dropMember, type MemberPath, putMember, readMember } from "./json-edit.ts";

/**
 * better-sqlite3 comes built and says so by `"gypfile": false`, which no lockfile carries: out of one, npm takes its sources for something to build and runs
 * `node-gyp rebuild`, for minutes or in vain. This line in package.json keeps npm from it.
 */
const PLACE: MemberPath = ["allowScripts", "better-sqlite3"];
export const NO_BUILD = "allowScripts: better-sqlite3 false";
export const NO_BUILD_BY_HAND = "npm pkg set allowScripts.better-sqlite3=false --json";

/**
 * The text of a package.json with that line, every other character kept; `null` where something is said of it already, where the lockfile does not have the
 * package, or has another version of it that is really built as it is installed. Throws `SyntaxError` where either is no such JSON.
 */
export function addNoBuild(text: string, lockfile: string): string | null {
  const entries = listEntries(JSON.parse(lockfile));
  if (entries.length === 0 || entries.some((entry) => "hasInstallScript" in entry)) return null;
  return readMember(text, PLACE) === undefined ? putMember(text, PLACE, false) : null;
}

/** The text without that line, every other character kept; `null` where it is not there. */
export function removeNoBuild(text: string): string | null {
  try {
    return readMember(text, PLACE) === false ? dropMember(text, PLACE) : null;
  } catch {
    return null;
  }
}

/** `{ "packages": { "node_modules/better-sqlite3": { "version", "hasInstallScript"? } } }`, at any depth of folders. */
function listEntries(lockfile: unknown): object[] {
  if (typeof lockfile !== "object" || lockfile === null || !("packages" in lockfile)) return [];
  return Object.entries(lockfile.packages ?? {}).flatMap(([path, entry]: [string, unknown]) =>
    path.endsWith("node_modules/better-sqlite3") && typeof entry === "object" && entry !== null ? [entry] : [],
  );
}
