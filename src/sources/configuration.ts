import { readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Entry, GuardError } from "../core/model.ts";
import { type Batch, readWhole } from "../git/batch.ts";

/** Names that a configuration may have, in the order in which they are looked for. */
export const CONFIGURATION_NAMES = ["guard.config.json", "guard.config.ts", "guard.config.mts", "guard.config.mjs", "guard.config.js"] as const;

/** A configuration as some place holds it. */
export interface ConfigurationText {
  readonly name: string;
  readonly text: string;
}

/** A configuration and where it was read, so that what it extends is read from the same place. */
export interface Configuration {
  /** File name; `null`: there is none, the preset `recommended` holds. */
  readonly name: string | null;
  readonly text: string;
  /** Folder on disk that its paths count from, and that code is run from. */
  readonly folder: string;
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
  return { name: found?.name ?? null, text: found?.text ?? "", folder, readExtended: async (path) => readTextOrNull(join(folder, path)) };
}

function readTextOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** Asks for the committed configuration; `readCommitted` takes the answers, which must be the next to come. */
export function requestCommitted(batch: Batch): void {
  batch.request(CONFIGURATION_NAMES.map((name) => `HEAD:${name}`));
}

/** The configuration in HEAD, or `null`. */
export async function readCommitted(batch: Batch): Promise<ConfigurationText | null> {
  const found = await readWhole(batch, CONFIGURATION_NAMES.length);
  const at = found.findIndex((object) => object !== null);
  return at < 0 ? null : toText(CONFIGURATION_NAMES[at] ?? "", found[at]?.bytes);
}

/** The configuration in the index: HEAD's unless the commit changes it. */
export async function readStaged(batch: Batch, committed: ConfigurationText | null, entries: readonly Entry[]): Promise<ConfigurationText | null> {
  const changed = CONFIGURATION_NAMES.flatMap((name) => entries.filter(({ path }) => path === name));
  if (changed.length === 0) return committed;
  const present = changed.filter(({ oid }) => oid !== null);
  batch.request(present.map(({ oid }) => oid ?? ""));
  const [first] = await readWhole(batch, present.length);
  if (present[0]) return toText(present[0].path, first?.bytes);
  return changed.some(({ path }) => path === committed?.name) ? null : committed;
}

/** The configuration that lies in a folder, or `null`. */
export function readOnDisk(folder: string): ConfigurationText | null {
  for (const name of CONFIGURATION_NAMES) {
    try {
      return toText(name, readFileSync(join(folder, name)));
    } catch {
      // Not this one.
    }
  }
  return null;
}

function toText(name: string, bytes: Buffer | undefined): ConfigurationText | null {
  return bytes ? { name, text: bytes.toString("utf8") } : null;
}

/** Line ends do not count: git may have changed them on the way to the disk. */
export function isSameText(a: ConfigurationText | null, b: ConfigurationText | null): boolean {
  return a?.name === b?.name && a?.text.replaceAll("\r\n", "\n") === b?.text.replaceAll("\r\n", "\n");
}
