import { formatKeyPath } from "../config/errors.ts";
import type { ConfigLayer } from "../config/layer.ts";

/** One value of the configuration, outside of its rules. */
export interface SettingLine {
  /** `trading.limits.maxPositionUsd`. */
  readonly key: string;
  readonly value: unknown;
  /** `guard.config.json:12:7`, or the name of a preset. */
  readonly place: string;
}

/** Each value that counts, with the place of the layer that has the last word on it, in the order in which they were first named. */
export function listSettings(layers: readonly ConfigLayer[]): SettingLine[] {
  const settings = new Map<string, SettingLine>();
  for (const layer of layers) {
    const { $schema, extends: _extends, rules, ...config } = layer.config;
    for (const keyPath of listLeaves(config, [])) {
      const key = formatKeyPath(keyPath);
      settings.set(key, { key, value: readAt(config, keyPath), place: toPlace(layer, keyPath) });
    }
  }
  return [...settings.values()];
}

/** Key paths of everything that is no object; lists count as one value, as they are replaced whole. */
function listLeaves(value: object, above: readonly string[]): string[][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (inner === undefined) return [];
    return isObject(inner) ? listLeaves(inner, [...above, key]) : [[...above, key]];
  });
}

function readAt(value: object, keyPath: readonly string[]): unknown {
  return keyPath.reduce<unknown>((inner, key) => (isObject(inner) ? Reflect.get(inner, key) : undefined), value);
}

function toPlace({ part, places }: ConfigLayer, keyPath: readonly string[]): string {
  return part.kind === "preset" ? `preset ${part.name}` : places.locate(keyPath, true).place;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
