import { configError, type Problem } from "./errors.ts";
import { type JsonNode, JsonSyntaxError, offsetOf, parseJson, toLineAndColumn } from "./json.ts";
import { type Places, parseWith } from "./parse.ts";
import type { Part } from "./parts.ts";
import { type Config, configSchema, jsonConfigSchema } from "./schema.ts";

/** One configuration among those that a policy is made of. */
export interface ConfigLayer {
  readonly part: Part;
  readonly config: Config;
  readonly places: Places;
}

/** Configurations one upon the other; the later ones win. */
export interface LayeredConfig {
  readonly layers: readonly ConfigLayer[];
}

/** A configuration file is written by hand; this is far beyond any. */
const MAX_LENGTH = 1 << 20;

/** Checks a JSON configuration. Throws `GuardError` (2) with every place that is wrong. */
export function toJsonLayer(part: Part, text: string, shownAs: string): ConfigLayer {
  if (text.length > MAX_LENGTH) throw configError([{ place: shownAs, offset: 0, key: "", text: "expected a configuration of less than a megabyte" }]);
  const root = parseOrThrow(text, shownAs);
  const places: Places = {
    locate(keyPath, asKey) {
      const offset = offsetOf(root, keyPath, asKey);
      return { place: `${shownAs}:${toLineAndColumn(text, offset)}`, offset };
    },
  };
  return { part, config: orThrow(parseWith(jsonConfigSchema, root.value, places)), places };
}

/** Checks what a preset or a code configuration says; there is no text to point into. Throws `GuardError` (2). */
export function toCodeLayer(part: Part, value: unknown, shownAs: string): ConfigLayer {
  const places: Places = { locate: () => ({ place: shownAs, offset: 0 }) };
  if (value === undefined) throw configError([{ place: shownAs, offset: 0, key: "", text: "expected a default export: export default defineConfig({ ... })" }]);
  return { part, config: orThrow(parseWith(configSchema, value, places)), places };
}

function parseOrThrow(text: string, shownAs: string): JsonNode {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    throw configError([{ place: `${shownAs}:${toLineAndColumn(text, error.offset)}`, offset: error.offset, key: "", text: error.message }]);
  }
}

function orThrow<T>(result: { readonly value: T } | { readonly problems: readonly Problem[] }): T {
  if ("value" in result) return result.value;
  throw configError(result.problems);
}
