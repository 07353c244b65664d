import type { ConfigLayer } from "./layer.ts";
import type { Config } from "./schema.ts";

/** What later layers replace: everything but `rules` and `overrides`, which are resolved rule by rule, and `packs`, which add up. */
export type MergedConfig = Omit<Config, "$schema" | "extends" | "rules" | "overrides" | "packs">;

/** Later layers win: objects are merged key by key, lists and everything else replaced. Absent and undefined are the same. */
export function mergeLayers(layers: readonly ConfigLayer[]): MergedConfig {
  return layers.reduce<MergedConfig>((merged, { config }) => {
    const { $schema, extends: _extends, rules, overrides, packs, ...rest } = config;
    // Both sides have the keys and kinds of a configuration, and so has what is merged of them.
    return merge(merged, rest) as MergedConfig;
  }, {});
}

function merge(earlier: object, later: object): object {
  const merged: Record<string, unknown> = { ...earlier };
  for (const [key, value] of Object.entries(later)) {
    if (value === undefined) continue;
    const before = merged[key];
    merged[key] = isPlainObject(value) ? merge(isPlainObject(before) ? before : {}, value) : value;
  }
  return merged;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
