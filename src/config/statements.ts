import { closestTo } from "../core/closest.ts";
import type { Setting } from "../core/model.ts";
import { toName } from "../core/redact.ts";
import { isSelected } from "../core/selectors.ts";
import { formatKeyPath, type Problem } from "./errors.ts";
import type { ConfigLayer } from "./layer.ts";
import type { RuleSetting } from "./schema.ts";

/** What one line of a configuration says of the rules that its selector names. */
export interface Statement {
  readonly layer: ConfigLayer;
  readonly selector: string;
  readonly keyPath: readonly PropertyKey[];
  readonly ids: readonly string[];
  readonly severity: Setting;
  /** As written; `undefined`: it says nothing of options, and those of earlier statements stay. */
  readonly options: unknown;
}

/** Statements in the order in which they win, the last one most: packs and globs as they stand, then ids. */
export function listStatements(
  rules: Readonly<Record<string, RuleSetting>>,
  layer: ConfigLayer,
  keyPath: readonly PropertyKey[],
  ids: readonly string[],
): Statement[] {
  const statements = Object.entries(rules).map(([selector, setting]) => {
    const [severity, options] = typeof setting === "string" ? [setting] : setting;
    return { layer, selector, keyPath: [...keyPath, selector], ids: ids.filter((id) => isSelected(selector, id)), severity, options };
  });
  const isId = ({ selector }: Statement): boolean => ids.includes(selector);
  return [...statements.filter((statement) => !isId(statement)), ...statements.filter(isId)];
}

/** A selector that names no rule. Presets may speak of rules that this version does not have yet. */
export function problemOfSelector({ layer, selector, keyPath, ids }: Statement, known: readonly string[]): Problem[] {
  if (ids.length > 0 || layer.part.kind === "preset") return [];
  const packs = [...new Set(known.map((id) => id.slice(0, id.indexOf("/"))))];
  const text = `no rule is called "${toName(selector)}"; npx --no guard rules lists all of them`;
  return [{ ...layer.places.locate(keyPath, true), key: formatKeyPath(keyPath.slice(0, -1)), text, meant: closestTo(selector, [...packs, ...known]) }];
}
