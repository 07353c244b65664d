import type { Rule } from "../../../src/core/rule.ts";
import { toRule } from "./format-rule.ts";
import { type Format, formats } from "./formats.ts";

const PACK = "secrets/";

/** The rule of one row of the catalogue, `null` where there is none of that id. */
export function toFormatRule(id: string): Rule | null {
  const rows = id.startsWith(PACK) ? formats.get(id.slice(PACK.length)) : undefined;
  return rows ? toRuleOfRows(rows) : null;
}

/** The rules of all rows. */
export function listFormatRules(): Rule[] {
  return Array.from(formats.values(), toRuleOfRows);
}

function toRuleOfRows([first, ...more]: readonly Format[]): Rule {
  if (!first) throw new RangeError("a rule without a row");
  return toRule([first, ...more]);
}
