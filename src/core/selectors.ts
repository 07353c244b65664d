/** Rule selectors: an id, a pack name, or a glob of ids with `*`. */

export function isSelected(selector: string, ruleId: string): boolean {
  if (selector === ruleId || selector === "*") return true;
  if (!selector.includes("*")) return ruleId.startsWith(`${selector}/`);
  const source = selector.split("*").map(escapeRegExp).join("[^/]*");
  return new RegExp(`^${source}$`).test(ruleId);
}

/** Whether any of the selectors names the rule. */
export function isSelectedByAny(selectors: readonly string[], ruleId: string): boolean {
  return selectors.some((selector) => isSelected(selector, ruleId));
}

function escapeRegExp(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
}
