import type { SettingOrigin } from "../config/explain.ts";
import type { Setting } from "../core/model.ts";
import type { Style } from "../report/painter.ts";

export const severityStyle = { block: "bad", warn: "caution", off: "quiet" } as const satisfies Record<Setting, Style>;

/** `guard.config.json:4:15, as secrets/*`; `preset recommended`; `its own default`. */
export function formatOrigin({ kind, name, place, selector }: SettingOrigin, ruleId?: string): string {
  if (kind === "default") return "its own default";
  const where = place ?? `${kind} ${name}`;
  return selector === null || selector === ruleId ? where : `${where}, as ${selector}`;
}
