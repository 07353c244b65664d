import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { expandBraces } from "../core/braces.ts";
import { type Known, known, unknown } from "../core/facts/known.ts";
import type { CriticalFile, NonceFile, TradingFiles } from "../core/facts/trading.ts";
import { describeKind, findFile } from "./find-file.ts";
import { expandGlob } from "./glob-files.ts";
import { type Places, toLocalPath } from "./places.ts";
import { readBytes } from "./read-bytes.ts";

const MAX_NONCE_BYTES = 4096;
const NONCE_NAME = /^nonce_state.*\.json$/i;

/**
 * The critical files below the trading root, and its nonce files. What git knows of them (`ignored`, `committed`) is filled in by the parent, because
 * nothing here may run git.
 */
export function readTradingFiles(
  roots: readonly string[],
  criticalFiles: readonly string[],
  databases: readonly string[],
  places: Places,
): Known<TradingFiles> {
  const root = roots.find((name) => isFolder(toLocalPath(name, places)));
  const folder = root === undefined ? null : toLocalPath(root, places);
  if (root === undefined || folder === null) return unknown(roots.join(", ") || "trading.root", "there is no such folder");
  const files = criticalFiles.map((pattern) => findCriticalFile(folder, pattern));
  const nonceNames = new Set([...readdirSync(folder), ...files.flatMap(({ found }) => found ?? [])].filter((name) => NONCE_NAME.test(basename(name))));
  return known({
    root,
    files,
    nonces: [...nonceNames].sort().map((path) => readNonceFile(folder, path)),
    hasDatabase: findFile(databases, places).known,
  });
}

function isFolder(path: string | null): boolean {
  return path !== null && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

function findCriticalFile(folder: string, pattern: string): CriticalFile {
  const candidates = expandBraces(pattern.replaceAll("\\", "/")).flatMap((candidate) => listCandidates(folder, candidate));
  for (const candidate of candidates) {
    const stats = statSync(join(folder, candidate), { throwIfNoEntry: false });
    if (!stats) continue;
    const kind = stats.isFile() ? "file" : describeKind(stats) === "a folder" ? "folder" : "other";
    return { pattern, candidates, found: candidate, kind, bytes: stats.size, ignored: false };
  }
  return { pattern, candidates, found: null, kind: null, bytes: 0, ignored: false };
}

/** A glob stands for what it matches, or for itself where that is nothing. */
function listCandidates(folder: string, candidate: string): string[] {
  if (!/[*?[]/.test(candidate)) return [candidate];
  const found = expandGlob(`${folder}/${candidate}`, folder).map((path) => path.slice(folder.length + 1));
  return found.length > 0 ? found.sort() : [candidate];
}

function readNonceFile(folder: string, path: string): NonceFile {
  return { path: path.replaceAll("\\", "/"), text: readText(join(folder, path)), committed: null };
}

function readText(path: string): string | null {
  try {
    if (!statSync(path).isFile()) return null;
    return readBytes(path, 0, MAX_NONCE_BYTES)
      .toString("utf8")
      .replace(/^\ufeff/, "");
  } catch {
    return null;
  }
}
