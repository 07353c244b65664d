import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Entry } from "../core/model.ts";
import { type Batch, readWhole } from "../git/batch.ts";

/** Names that a configuration may have, in the order in which they are looked for. */
export const CONFIGURATION_NAMES = ["guard.config.json", "guard.config.ts", "guard.config.mts", "guard.config.mjs", "guard.config.js"] as const;

/** A configuration as some place holds it. */
export interface ConfigurationText {
  readonly name: string;
  readonly text: string;
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
