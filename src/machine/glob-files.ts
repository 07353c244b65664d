import { type Dirent, readdirSync, type Stats, statSync } from "node:fs";
import { expandBraces } from "../core/braces.ts";
import { describeKind } from "./find-file.ts";
import { type Places, toLocalPath } from "./places.ts";

/** Folders below a `**` are searched so deep. */
const MAX_DEPTH = 8;

export interface GlobbedFile {
  /** Absolute, `/`-separated. */
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly mtime: number;
}

/** Regular files that some configured globs match, each once. `others`: what matched and is no file, in words. */
export function globFiles(patterns: readonly string[], places: Places): { files: GlobbedFile[]; others: string[] } {
  const files: GlobbedFile[] = [];
  const others: string[] = [];
  for (const path of new Set(patterns.flatMap((pattern) => expandPattern(pattern, places)))) {
    const stats = statOf(path);
    if (stats?.isFile()) files.push({ path, bytes: stats.size, mtime: stats.mtimeMs });
    else if (stats) others.push(`${path} is ${describeKind(stats)}`);
  }
  return { files, others };
}

/** A path that is there is taken as it stands, also if it is called `[old].log`. */
function expandPattern(pattern: string, places: Places): string[] {
  return expandBraces(pattern.replaceAll("\\", "/")).flatMap((part) => {
    const path = toLocalPath(part, places);
    if (path === null) return [];
    return statOf(path) ? [path] : expandGlob(path, places.baseDir);
  });
}

/**
 * Paths that match, by folder: `*`, `?`, `[a-z]` within a name, `**` for any folders. Node's own `globSync` loads a library of its own for 4 ms.
 * Below the folder of the configuration only the rest is a glob: the folder itself may be called `app [old]`.
 */
export function expandGlob(path: string, baseDir: string): string[] {
  const base = `${baseDir.replaceAll("\\", "/").replace(/\/$/, "")}/`;
  const start = path.startsWith(base) ? base : (/^(\w:)?\/+/.exec(path)?.[0] ?? "");
  return descend([start], path.slice(start.length).split("/"));
}

/** `folders` end in `/`. */
function descend(folders: readonly string[], segments: readonly string[]): string[] {
  const [segment, ...rest] = segments;
  if (segment === undefined) return [];
  const isLast = rest.length === 0;
  if (segment === "**")
    return descend(
      folders.flatMap((folder) => listDeep(folder, MAX_DEPTH)),
      isLast ? ["*"] : rest,
    );
  if (!/[*?[]/.test(segment)) {
    const paths = folders.map((folder) => folder + segment);
    return isLast
      ? paths
      : descend(
          paths.map((path) => `${path}/`),
          rest,
        );
  }
  const name = new RegExp(`^${toSource(segment)}$`, "i");
  const found = folders.flatMap((folder) =>
    listFolder(folder)
      .filter((entry) => name.test(entry.name))
      .map((entry) => ({ entry, path: folder + entry.name })),
  );
  if (isLast) return found.map(({ path }) => path);
  return descend(
    found.filter(({ entry }) => !entry.isFile()).map(({ path }) => `${path}/`),
    rest,
  );
}

function listDeep(folder: string, depth: number): string[] {
  const below = depth === 0 ? [] : listFolder(folder).filter((entry) => entry.isDirectory());
  return [folder, ...below.flatMap((entry) => listDeep(`${folder}${entry.name}/`, depth - 1))];
}

function toSource(segment: string): string {
  return segment.replace(/\*+|\?|\[[^\]]*\]|[^*?[]|\[/g, (part) => {
    if (part.startsWith("*")) return ".*";
    if (part === "?") return ".";
    if (part.startsWith("[") && part.length > 1) return part.replace(/^\[!/, "[^").replaceAll("\\", "\\\\");
    return part.replace(/[.+^${}()|[\]\\/]/, "\\$&");
  });
}

function listFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A loop of links, a folder that may not be entered: nothing that could be read
    return undefined;
  }
}
