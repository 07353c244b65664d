import { posix, win32 } from "node:path";
import { isInside, parseWindowsPath } from "../core/windows-path.ts";

/** Against what the paths of the configuration are read. */
export interface Places {
  /** Folder of the configuration file, absolute. */
  readonly baseDir: string;
  /** Folders of this machine that stand for roots of the policy: `{ "D:/databases": "/srv/databases" }`. */
  readonly roots: Readonly<Record<string, string>>;
  readonly platform: NodeJS.Platform;
}

/**
 * Where a configured path (or glob) lies here, with `/` as its only separator; `null` where it cannot lie here. Off Windows `D:/databases/x.db` is
 * looked for below the folder that stands for `D:/databases`, and without one nowhere: never as a relative path of that name.
 */
export function toLocalPath(configured: string, { baseDir, roots, platform }: Places): string | null {
  const path = configured.replaceAll("\\", "/").replace(/^\/\/\?\/(?=[a-z]:\/)/i, "");
  const isWindowsPath = /^[a-z]:/i.test(path) || configured.startsWith("\\\\");
  if (isWindowsPath)
    return toMovedPath(path, roots) ?? (platform === "win32" && isAbsoluteOnWindows(path) ? win32.normalize(path).replaceAll("\\", "/") : null);
  return platform === "win32" ? win32.resolve(baseDir, path).replaceAll("\\", "/") : posix.resolve(baseDir, path);
}

/** `D:x.db` means the current folder of drive D, which nobody can know. */
function isAbsoluteOnWindows(path: string): boolean {
  return /^([a-z]:)?\//i.test(path);
}

function toMovedPath(path: string, roots: Places["roots"]): string | null {
  const wanted = parseWindowsPath(path);
  for (const [root, folder] of Object.entries(roots)) {
    const parsed = parseWindowsPath(root);
    if (wanted && parsed && isInside(wanted, parsed)) return [folder.replace(/\/+$/, ""), ...wanted.segments.slice(parsed.segments.length)].join("/");
  }
  return null;
}

/** Pairs the roots of the policy with the folders that stand for them here, by their last names: `D:/databases` and `/srv/databases`. */
export function pairRoots(roots: readonly string[], folders: readonly string[]): Places["roots"] {
  const lastName = (path: string): string => parseWindowsPath(path)?.segments.at(-1)?.toLowerCase() ?? "";
  return Object.fromEntries(roots.flatMap((root) => folders.filter((folder) => lastName(folder) === lastName(root)).map((folder) => [root, folder])));
}
