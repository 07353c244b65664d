import { dirname, join, posix, relative } from "node:path";
import type { Rule } from "../core/rule.ts";
import { isSameText } from "../core/text.ts";
import { readTextOrNull } from "../disk/read-text.ts";
import { configError, formatKeyPath } from "./errors.ts";
import { type ConfigLayer, type LayeredConfig, toCodeLayer, toJsonLayer } from "./layer.ts";
import { loadPack } from "./packs.ts";
import { type ConfigSource, findPart, nameOfPart, type Part } from "./parts.ts";
import { recommended } from "./presets/recommended.ts";
import { runModule } from "./run-module.ts";
import { toSectionPaths } from "./section-paths.ts";

export type { ConfigSource } from "./parts.ts";

export interface LoadedConfig {
  readonly config: LayeredConfig;
  /** Rules that the configuration brought along. */
  readonly rules: readonly Rule[];
  /** Nothing but JSON read through the source: the same texts give the same policy again. */
  readonly isPlain: boolean;
  /** The files that were read through `readExtended`. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** What holds where a configuration does not say what it extends: leaving a line out switches nothing off, `"extends": []` does. */
const DEFAULT_EXTENDS: readonly string[] = ["recommended"];

/**
 * Reads a configuration with everything that it extends and the rules that it brings along. Code (`guard.config.ts`, packs, packages) is run,
 * unless `untrusted`. Throws `GuardError` (2) with the place of what is wrong.
 */
export async function loadConfig(source: ConfigSource, { untrusted = false }: { readonly untrusted?: boolean } = {}): Promise<LoadedConfig> {
  const layers = await gatherLayers(findMain(source), [], { source, untrusted });
  const extended = layers.slice(0, -1).map(({ part }) => part);
  return {
    config: { layers },
    rules: await loadPacks(layers, { source, untrusted }),
    isPlain: layers.every(isPlainLayer),
    files: extended.flatMap((part) => (part.kind === "file" ? [{ path: part.path, text: part.text }] : [])),
  };
}

interface Context {
  readonly source: ConfigSource;
  readonly untrusted: boolean;
}

function findMain({ name, text }: ConfigSource): Part {
  return name === null ? { kind: "preset", name: "recommended", config: recommended } : { kind: "file", name, path: name, text };
}

/** A configuration after all those that it extends: weakest first. `chain`: those that lead to it. */
async function gatherLayers(part: Part, chain: readonly Part[], context: Context): Promise<ConfigLayer[]> {
  const layer = await readLayer(part, context);
  const isMain = part.kind === "file" && chain.length === 0;
  const { extends: named = isMain ? DEFAULT_EXTENDS : [] } = layer.config;
  const layers: ConfigLayer[] = [];
  for (const [index, name] of [named].flat().entries()) {
    const keyPath = typeof named === "string" ? ["extends"] : ["extends", index];
    const at = { ...layer.places.locate(keyPath), key: formatKeyPath(keyPath) };
    const found = await findPart(name, part, context.source, at);
    const names = [...chain, part, found].map((one) => nameOfPart(one, context.source));
    if (new Set(names).size < names.length) throw configError([{ ...at, text: `configurations that extend each other in a circle: ${names.join(" -> ")}` }]);
    layers.push(...(await gatherLayers(found, [...chain, part], context)));
  }
  return [...layers, layer];
}

async function readLayer(part: Part, context: Context): Promise<ConfigLayer> {
  const shownAs = nameOfPart(part, context.source);
  if (part.kind === "preset") return toCodeLayer(part, part.config, shownAs);
  const layer = isCode(part.path) ? toCodeLayer(part, await runCode(part, shownAs, context), shownAs) : toJsonLayer(part, part.text, shownAs);
  return { ...layer, config: toSectionPaths(layer.config, part.kind === "file" ? posix.dirname(part.path) : "") };
}

async function runCode(part: Exclude<Part, { kind: "preset" }>, shownAs: string, { source, untrusted }: Context): Promise<unknown> {
  assertTrusted(untrusted, shownAs, "it is code, and --untrusted runs none");
  const file = part.kind === "file" ? join(source.folder, part.path) : part.path;
  assertOnDisk(file, part.text, shownAs);
  return (await runModule(file, shownAs)).default;
}

function assertOnDisk(file: string, text: string, shownAs: string): void {
  if (isSameText(readTextOrNull(file), text)) return;
  throw configError(
    [{ place: shownAs, offset: 0, key: "", text: "the file on disk is not the one that would be committed, and only what lies on disk can be run" }],
    "Stage the file as it is on disk, or stash the change.",
  );
}

/** A module of a pack, where the source has it: one that git does not know, or outside of the repository, is run as it lies there. */
async function assertModule(file: string, source: ConfigSource): Promise<void> {
  const path = relative(source.folder, file).replaceAll("\\", "/");
  const text = await source.readExtended(path);
  if (text !== null) assertOnDisk(file, text, path);
}

/** The rules of all packs. They add up: extending a configuration never loses the rules that it brings. */
async function loadPacks(layers: readonly ConfigLayer[], { source, untrusted }: Context): Promise<Rule[]> {
  const rules = new Set<Rule>();
  for (const { part, config, places } of layers) {
    for (const [index, pack] of (config.packs ?? []).entries()) {
      const at = { ...places.locate(["packs", index]), key: formatKeyPath(["packs", index]) };
      if (typeof pack === "string") assertTrusted(untrusted, at.place, "rules of a pack are code, and --untrusted runs none");
      const found =
        typeof pack === "string" ? await loadPack({ name: pack, folder: folderOnDisk(part, source), ...at }, (file) => assertModule(file, source)) : pack.rules;
      for (const rule of found) rules.add(rule);
    }
  }
  return [...rules];
}

function folderOnDisk(part: Part, { folder }: ConfigSource): string {
  if (part.kind === "preset") return folder;
  return part.kind === "file" ? dirname(join(folder, part.path)) : dirname(part.path);
}

function assertTrusted(untrusted: boolean, place: string, text: string): void {
  if (untrusted) throw configError([{ place, offset: 0, key: "", text }], "Use a guard.config.json without packs, or leave out --untrusted.");
}

function isPlainLayer({ part, config }: ConfigLayer): boolean {
  return (part.kind === "preset" || (part.kind === "file" && !isCode(part.path))) && (config.packs ?? []).length === 0;
}

function isCode(path: string): boolean {
  return /\.[cm]?[jt]s$/.test(path);
}
