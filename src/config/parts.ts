import { readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { closestTo } from "../core/closest.ts";
import { toName } from "../core/redact.ts";
import { configError, type Problem } from "./errors.ts";
import { findPackageFile } from "./packages.ts";
import { presets } from "./presets/index.ts";
import type { Config } from "./schema.ts";

/** A configuration that was found and not yet read. */
export type Part =
  | { readonly kind: "preset"; readonly name: string; readonly config: Config }
  /** As the source has it; `path` counts from the source's folder. */
  | { readonly kind: "file"; readonly name: string; readonly path: string; readonly text: string }
  /** From disk; `path` is absolute. */
  | { readonly kind: "package"; readonly name: string; readonly path: string; readonly text: string };

/** A configuration, and the place that it and what it extends are read from: HEAD, the index or the disk. */
export interface ConfigSource {
  /** File name; `null`: there is none, the preset `recommended` holds. */
  readonly name: string | null;
  readonly text: string;
  /** Folder on disk that paths count from, and that code is run from. */
  readonly folder: string;
  /** Text of a file that it extends, by path relative to `folder`; `null` where there is none. */
  readExtended(path: string): Promise<string | null>;
}

const FILE = /^\.{1,2}[\\/]|\.(?:json|ts|mts|mjs|js)$/;
const PACKAGE = /^(?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*(?:\/[\w./-]+)?$/i;

/**
 * The configuration that a name behind `extends` means: a preset, a file relative to the one that names it, or an installed package.
 * Throws `GuardError` (2) where it is none of them; `at` says where the name stands.
 */
export async function findPart(name: string, from: Part, source: ConfigSource, at: Pick<Problem, "place" | "offset" | "key">): Promise<Part> {
  const preset = findPreset(name);
  if (preset) return preset;
  const isFile = FILE.test(name);
  const found = isFile ? await findFile(name.replaceAll("\\", "/"), from, source) : findPackage(name, source);
  if (found) return found;
  const expected = isFile ? "a file that exists" : "a preset (recommended, strict, vibetech), a file (./name.json) or an installed package";
  throw configError([{ ...at, text: `expected ${expected}, got "${toName(name)}"`, meant: isFile ? null : closestTo(name, Object.keys(presets)) }]);
}

/** The preset of that name, or `null`. */
export function findPreset(name: string): Part | null {
  const config = Object.hasOwn(presets, name) ? presets[name] : undefined;
  return config ? { kind: "preset", name, config } : null;
}

/** What a configuration is called in messages; no two have the same. */
export function nameOfPart(part: Part, source: ConfigSource): string {
  if (part.kind === "preset") return `preset ${part.name}`;
  return part.kind === "file" ? part.path : relative(source.folder, part.path).replaceAll("\\", "/");
}

async function findFile(name: string, from: Part, source: ConfigSource): Promise<Part | null> {
  if (from.kind === "package") return readFromDisk(name, join(dirname(from.path), name));
  const path = posix.join(from.kind === "file" ? posix.dirname(from.path) : "", name);
  const text = await source.readExtended(path);
  return text === null ? null : { kind: "file", name: path, path, text };
}

function findPackage(name: string, source: ConfigSource): Part | null {
  const file = PACKAGE.test(name) ? findPackageFile(name, source.folder) : null;
  return file === null ? null : readFromDisk(name, file);
}

function readFromDisk(name: string, path: string): Part | null {
  try {
    return { kind: "package", name, path, text: readFileSync(path, "utf8") };
  } catch {
    return null;
  }
}
