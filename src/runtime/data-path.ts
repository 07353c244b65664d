import { isInside, parseWindowsPath } from "../core/windows-path.ts";

/** The roots of the policy; those of the user's security document where none are given. */
const DEFAULT_ROOTS = ["D:\\databases", "D:\\logs", "D:\\data", "D:\\learning", "D:\\learning-system"];

/**
 * Returns `path` where it lies in one of the roots by Windows rules (case, slashes, `..`, `\\?\`, streams), on every operating system; throws `Error` where not.
 * Stands in for `dbPath.startsWith("D:\\databases\\")`, which accepts `D:\databases\..\dev\x.db` and refuses `d:/databases/x.db`.
 */
export function assertDataPath(path: string, roots: readonly string[] = DEFAULT_ROOTS): string {
  const parsed = parseWindowsPath(path);
  const allowed = roots.flatMap((root) => parseWindowsPath(root) ?? []);
  if (parsed && allowed.some((root) => isInside(parsed, root))) return path;
  throw new Error(`"${path}" is not in a folder where data may live: ${roots.join(", ")}.`);
}
