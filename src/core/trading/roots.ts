import type { TradingSettings } from "./settings.ts";

/**
 * Whether a path of the repository belongs to the bot: it lies below one of the roots. A root may be absolute (`C:/dev/projects/bot`): then
 * the end of it must be the beginning of the path. Where no root is configured, every path may.
 */
export function isTradingPath(path: string, { root }: Pick<TradingSettings, "root">): boolean {
  if (root.length === 0) return true;
  const folded = path.toLowerCase();
  return root.map(toFolder).some((folder) => folder === "" || folded.startsWith(`${folder}/`) || (isAbsolute(folder) && endsWithFolderOf(folder, folded)));
}

function toFolder(root: string): string {
  return root
    .toLowerCase()
    .replaceAll("\\", "/")
    .replace(/^\.(?:\/|$)/, "")
    .replace(/\/+$/, "");
}

function isAbsolute(folder: string): boolean {
  return /^(?:[a-z]:|\/)/.test(folder);
}

function endsWithFolderOf(folder: string, path: string): boolean {
  const parents = path.split("/").slice(0, -1);
  return parents.some((_, i) => folder.endsWith(`/${parents.slice(0, i + 1).join("/")}`));
}
