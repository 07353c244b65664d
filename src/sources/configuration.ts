import { readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Entry, GuardError } from "../core/model.ts";
import { isSameText } from "../core/text.ts";
import { readTextOrNull } from "../disk/read-text.ts";
import { type Batch, readWhole } from "../git/batch.ts";
import { findInIndex, isSha1 } from "../git/index-file.ts";

/** Names that a configuration may have, in the order in which they are looked for. */
export const CONFIGURATION_NAMES = ["guard.config.json", "guard.config.ts", "guard.config.mts", "guard.config.mjs", "guard.config.js"] as const;

/** A configuration as some place holds it. */
export interface ConfigurationText {
  readonly name: string;
  readonly text: string;
}

/** A configuration that git holds: known by its object id before anybody reads it. */
export interface ConfigurationBlob {
  readonly name: string;
  readonly oid: string;
}

/** A configuration and where it was read, so that what it extends is read from the same place. */
export interface Configuration {
  /** File name; `null`: there is none, the preset `recommended` holds. */
  readonly name: string | null;
  /** Another for another text: an object id, or the text itself. */
  readonly identity: string;
  /** Folder on disk that its paths count from, and that code is run from. */
  readonly folder: string;
  readText(): Promise<string>;
  /** Text of a file that it extends, by path relative to `folder`; `null` where there is none. */
  readExtended(path: string): Promise<string | null>;
}

/** The nearest configuration on disk from a folder upwards, as far as `root` (`null`: as far as it goes). */
export function findConfiguration(from: string, root: string | null): Configuration {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = readOnDisk(folder);
    if (found) return toConfiguration(found, folder);
    if (folder === root || dirname(folder) === folder) return toConfiguration(null, from);
  }
}

/** The configuration in a file that somebody named. Throws `GuardError` (2) where it cannot be read. */
export function readConfiguration(path: string, cwd: string): Configuration {
  const absolute = resolve(cwd, path);
  const text = readTextOrNull(absolute);
  if (text !== null) return toConfiguration({ name: basename(absolute), text }, dirname(absolute));
  throw new GuardError(2, "config", `The configuration ${path} cannot be read.`, "Name a file that exists, or leave --config out.");
}

/** A configuration on disk; what it extends lies beside it. */
export function toConfiguration(found: ConfigurationText | null, folder: string): Configuration {
  const text = found?.text ?? "";
  return { name: found?.name ?? null, identity: text, folder, readText: async () => text, readExtended: async (path) => readTextOrNull(join(folder, path)) };
}

/** The configuration in HEAD and the one in the index, as far as there are any. */
export interface GitConfigurations {
  readonly committed: ConfigurationBlob | null;
  readonly staged: ConfigurationBlob | null;
}

/**
 * Where the commit does not change it, HEAD's is the index's, and the index file tells its object id without a question to git.
 * In a merge (`isMerge`) the entries are only what differs from every parent, and the index may have another than HEAD all the same.
 */
export async function findInGit(indexFile: string, batch: Batch, entries: readonly Entry[], isMerge: boolean): Promise<GitConfigurations> {
  const changed = new Map(entries.map(({ path, oid }) => [path, oid]));
  const isChanged = CONFIGURATION_NAMES.some((name) => changed.has(name));
  const index = isChanged || isMerge ? null : findInIndex(indexFile, CONFIGURATION_NAMES, isSha1(entries));
  if (index) {
    const staged = firstOf((name) => index.get(name) ?? null);
    return { committed: staged, staged };
  }
  batch.request(["HEAD:", ":"].flatMap((place) => CONFIGURATION_NAMES.map((name) => `${place}${name}`)));
  const found = await readWhole(batch, 2 * CONFIGURATION_NAMES.length);
  return {
    committed: firstOf((_, at) => found[at]?.oid ?? null),
    // What the commit changes has its object id from the list: a blob that is missing must not look like a file that is.
    staged: firstOf((name, at) => (changed.has(name) ? (changed.get(name) ?? null) : (found[at + CONFIGURATION_NAMES.length]?.oid ?? null))),
  };
}

/** The configuration that a commit holds. */
export async function findInCommit(batch: Batch, commit: string): Promise<ConfigurationBlob | null> {
  batch.request(CONFIGURATION_NAMES.map((name) => `${commit}:${name}`));
  const found = await readWhole(batch, CONFIGURATION_NAMES.length);
  return firstOf((_, at) => found[at]?.oid ?? null);
}

function firstOf(oidOf: (name: string, at: number) => string | null): ConfigurationBlob | null {
  for (const [at, name] of CONFIGURATION_NAMES.entries()) {
    const oid = oidOf(name, at);
    if (oid !== null) return { name, oid };
  }
  return null;
}

/** Text of a blob, or `null` where it is missing. */
export async function readBlobText(batch: Batch, oid: string): Promise<string | null> {
  batch.request([oid]);
  const [found] = await readWhole(batch, 1);
  return found ? found.bytes.toString("utf8") : null;
}

/** Throws `GuardError` (3) where the blob is missing: then nobody knows by what to judge. */
export async function readConfigurationBlob(batch: Batch, { name, oid }: ConfigurationBlob): Promise<string> {
  const text = await readBlobText(batch, oid);
  if (text === null)
    throw new GuardError(
      3,
      "unreadable",
      `${name} cannot be read: its content (blob ${oid.slice(0, 12)}) is not in the repository.`,
      "git fsck may tell more.",
    );
  return text;
}

/** The configuration that lies in a folder, or `null`. Throws `GuardError` (2) for one that cannot be read: without it another policy would hold. */
export function readOnDisk(folder: string): ConfigurationText | null {
  for (const name of CONFIGURATION_NAMES) {
    try {
      return toText(name, readFileSync(join(folder, name)));
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
      if (!["ENOENT", "ENOTDIR", "EISDIR"].includes(code))
        throw new GuardError(2, "config", `The configuration ${join(folder, name)} cannot be read (${code}).`, "Look at its permissions.");
    }
  }
  return null;
}

function toText(name: string, bytes: Buffer | undefined): ConfigurationText | null {
  return bytes ? { name, text: bytes.toString("utf8") } : null;
}

export function isSameConfiguration(a: ConfigurationText, b: ConfigurationText): boolean {
  return a.name === b.name && isSameText(a.text, b.text);
}
