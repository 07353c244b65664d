import { lstatSync, realpathSync, type Stats, statSync } from "node:fs";
import { type Known, known, unknown } from "../core/facts/known.ts";
import { type Places, toLocalPath } from "./places.ts";

/** A regular file that is there and not empty. */
export interface FoundFile {
  /** As configured. */
  readonly name: string;
  /** Where it really lies: absolute, links and junctions followed. */
  readonly path: string;
  readonly linked: boolean;
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly mtime: number;
}

/** Why there is no file: `missing`, and the next alternative may be looked at, or there is something else in its place. */
type Miss = { readonly missing: string } | { readonly wrong: string };

/**
 * The first of some configured paths that is there and not empty. Looks before anything is opened: opening a FIFO waits for ever.
 * Unknown where there is none, or where the first one that is there is no file.
 */
export function findFile(alternatives: readonly string[], places: Places): Known<FoundFile> {
  const misses: string[] = [];
  for (const name of alternatives) {
    const found = lookAt(name, places);
    if ("wrong" in found) return unknown(name, found.wrong);
    if (!("missing" in found)) return known(found);
    misses.push(alternatives.length === 1 ? found.missing : `${name} ${found.missing}`);
  }
  return unknown(alternatives[0] ?? "database", misses.length > 0 ? misses.join("; ") : "no path is configured");
}

function lookAt(name: string, places: Places): FoundFile | Miss {
  const local = toLocalPath(name, places);
  if (local === null) return { missing: "does not exist (a Windows path, on another system)" };
  try {
    const isLink = lstatSync(local).isSymbolicLink();
    const path = realpathSync.native(local);
    const stats = statSync(path);
    if (!stats.isFile()) return { wrong: `is ${describeKind(stats)}, not a file` };
    if (stats.size === 0) return { missing: "has 0 bytes" };
    return { name, path, linked: isLink || isElsewhere(local, path), bytes: stats.size, mtime: stats.mtimeMs };
  } catch (error) {
    return describeMiss(local, error);
  }
}

/** A link or junction further up leads elsewhere too; mere differences of case and slashes do not. */
function isElsewhere(local: string, path: string): boolean {
  const plain = (text: string): string => text.replaceAll("\\", "/").toLowerCase();
  return plain(local) !== plain(path);
}

function describeMiss(local: string, error: unknown): Miss {
  const code = codeOf(error);
  if (code === "ELOOP") return { wrong: "is a link that leads in a circle" };
  if (code !== "ENOENT" && code !== "ENOTDIR") return { wrong: `cannot be looked at (${code})` };
  const isLink = lstatSync(local, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return { missing: isLink ? "is a link that leads nowhere" : "does not exist" };
}

/** "a folder", "a FIFO", … */
export function describeKind(stats: Stats): string {
  if (stats.isDirectory()) return "a folder";
  if (stats.isFIFO()) return "a FIFO";
  if (stats.isSocket()) return "a socket";
  return "a device";
}

/** The code of a system or SQLite error, such as `EACCES`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown error";
}
