import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { type Known, known } from "../core/facts/known.ts";
import type { PolicyFolder, StorageLayout } from "../core/facts/storage.ts";
import { type Places, toLocalPath } from "./places.ts";
import type { WatchedStorage } from "./probe-job.ts";

const MAX_DEPTH = 6;
const MAX_STRAYS = 100;
/** Where programs put what nobody wrote, and tests what they were given. */
const skipped =
  /^(?:node_modules|\.git|\.hg|\.svn|\.?venv|__pycache__|\.tox|dist|build|out|target|coverage|\.next|\.nx|\.turbo|\.cache|vendor|fixtures?|__fixtures__|test[-_]?data|snapshots)$/i;
const databaseName = /\.(?:db3?|sqlite3?|s3db|sl3)$/i;

/** Looks at the folders of the policy and searches for databases that lie elsewhere. `maxEntries`: so many names are looked at. */
export function readStorageLayout({ roots, forbidden, deprecated }: WatchedStorage, places: Places, maxEntries: number): Known<StorageLayout> {
  const toFolders = (paths: readonly string[], role: PolicyFolder["role"]): PolicyFolder[] =>
    paths.map((path) => ({ path, role, state: stateOf(path, places) }));
  const folders = [...toFolders(roots, "root"), ...toFolders(forbidden, "forbidden"), ...toFolders(deprecated, "deprecated")];
  const search: Search = { strays: new Set(), left: maxEntries };
  for (const { path, role, state } of folders) if (role !== "root" && state === "there") collect(toLocalPath(path, places) ?? "", 1, search);
  collect(places.baseDir.replaceAll("\\", "/").replace(/\/$/, ""), MAX_DEPTH, search);
  return known({ folders, strays: [...search.strays].sort(), searchedAll: search.left > 0 });
}

function stateOf(path: string, places: Places): PolicyFolder["state"] {
  const local = toLocalPath(path, places);
  if (local === null) return "elsewhere";
  try {
    const stats = statSync(local, { throwIfNoEntry: false });
    if (!stats) return "missing";
    return stats.isDirectory() ? "there" : "no folder";
  } catch {
    return "unreadable";
  }
}

interface Search {
  readonly strays: Set<string>;
  left: number;
}

/** By breadth is not needed: depth and the number of names are bounded. Links are not followed. */
function collect(folder: string, depth: number, search: Search): void {
  for (const entry of entriesOf(folder)) {
    if (--search.left <= 0 || search.strays.size >= MAX_STRAYS) return;
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (depth > 1 && !skipped.test(entry.name)) collect(path, depth - 1, search);
    } else if (entry.isFile() && databaseName.test(entry.name) && isDatabase(path)) search.strays.add(path);
  }
}

/** Nothing of a folder that may not be read. */
function entriesOf(folder: string): ReturnType<typeof readFolder> {
  try {
    return readFolder(folder);
  } catch {
    return [];
  }
}

function readFolder(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}

const MAGIC = "SQLite format 3\0";

/** `Thumbs.db` and empty files are none. */
function isDatabase(path: string): boolean {
  const head = Buffer.alloc(MAGIC.length);
  try {
    const file = openSync(path, "r");
    try {
      return readSync(file, head, 0, head.length, 0) === head.length && head.toString("latin1") === MAGIC;
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}
