import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { toEnvironmentFile } from "../core/environment/environment-file.ts";
import type { LocalFile } from "../core/facts/local-files.ts";

/** Nobody's settings are longer. */
const MAX_BYTES = 1 << 20;

/** What lies there, and what could not be read and why. */
export interface FoundFiles {
  readonly files: readonly LocalFile[];
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
  /** Another for other files and for other contents of them, and made of nothing that stands in one. */
  readonly identity: string;
}

/** Environment files and `.npmrc` in some folders of a work tree (from its root, each ending in `/` but the root itself), not below them. */
export function readEnvironmentFiles(root: string, folders: readonly string[]): FoundFiles {
  const files: LocalFile[] = [];
  const unread: { path: string; reason: string }[] = [];
  const marks: string[] = [];
  for (const path of folders.flatMap((folder) => listNames(`${root}/${folder}`).map((name) => `${folder}${name}`))) {
    try {
      const { size, mtimeMs, ino } = statSync(join(root, path));
      marks.push(`${path} ${size} ${mtimeMs} ${ino}`);
      if (size > MAX_BYTES) unread.push({ path, reason: "it is larger than 1 MiB" });
      else files.push({ path, text: readFileSync(join(root, path), "utf8") });
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
      // A folder may be called so (a virtual environment of Python), and a link may lead nowhere.
      if (!["EISDIR", "ENOENT", "ENOTDIR"].includes(code)) unread.push({ path, reason: `it could not be read (${code})` });
    }
  }
  return { files, unread, identity: marks.join("\n") };
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter(isLocal).sort();
  } catch {
    return [];
  }
}

function isLocal(name: string): boolean {
  if (!name.startsWith(".") && !name.endsWith(".env")) return false;
  return name === ".npmrc" || toEnvironmentFile(name)?.isTemplate === false;
}
