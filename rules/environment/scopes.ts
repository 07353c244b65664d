import { readDotenv } from "../../src/core/environment/dotenv.ts";
import { ENVIRONMENT_NAMES, type EnvironmentFile, toEnvironmentFile } from "../../src/core/environment/environment-file.ts";
import type { RepositorySubject } from "../../src/core/rule.ts";

/** An environment file with its values: one that git tracks, or one of this machine. */
export interface ValueFile extends EnvironmentFile {
  readonly path: string;
  readonly folder: string;
  readonly isLocal: boolean;
  readonly settings: readonly { readonly key: string; readonly value: string }[];
}

/** The folder of a path, ending in `/`; empty for the root. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** Folders from the one of a path up to the root. */
export function foldersAbove(path: string): string[] {
  const folder = folderOf(path);
  return folder === "" ? [""] : [folder, ...foldersAbove(folder.slice(0, -1))];
}

/** Templates whose values are not encrypted. */
export function listTemplates({ withPart, read }: RepositorySubject): { readonly path: string; readonly folder: string; readonly text: string }[] {
  return withPart(...ENVIRONMENT_NAMES).flatMap(({ path, kind }) => {
    const file = kind === "symlink" ? null : toEnvironmentFile(path);
    const text = file?.isTemplate && !file.isEncrypted ? read(path) : undefined;
    return text === undefined ? [] : [{ path, folder: folderOf(path), text }];
  });
}

/** Environment files that hold values, tracked or local. */
export function listValueFiles({ withPart, read, local }: RepositorySubject): ValueFile[] {
  const named = withPart(...ENVIRONMENT_NAMES).filter(({ kind }) => kind !== "symlink");
  const tracked = named.flatMap(({ path }) => toValueFile(path, () => read(path), false));
  return [...tracked, ...local.flatMap(({ path, text }) => toValueFile(path, () => text, true))];
}

function toValueFile(path: string, read: () => string | undefined, isLocal: boolean): ValueFile[] {
  const file = toEnvironmentFile(path);
  if (!file || file.isTemplate) return [];
  const text = read();
  return text === undefined ? [] : [{ ...file, path, folder: folderOf(path), isLocal, settings: readDotenv(text) }];
}

/** Where a finding about a file stands: the path of one that git tracks, else a subject. */
export function about({ path, isLocal }: Pick<ValueFile, "path" | "isLocal">): { readonly path: string } | { readonly subject: string } {
  return isLocal ? { subject: path } : { path };
}
