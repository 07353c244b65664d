/** Rule selectors: an id, a pack name, or a glob of ids in which `*` stands for anything but `/`; `*` alone for every rule. */
export function isSelected(selector: string, ruleId: string): boolean {
  if (selector === ruleId || selector === "*") return true;
  return selector.includes("*") ? matchesGlob(selector, ruleId) : ruleId.startsWith(`${selector}/`);
}

/** Whether any of the selectors names the rule. */
export function isSelectedByAny(selectors: readonly string[], ruleId: string): boolean {
  return selectors.some((selector) => isSelected(selector, ruleId));
}

/** By hand: selectors come from comments too, and a hundred of them against every rule would be as many regular expressions. */
function matchesGlob(glob: string, text: string): boolean {
  let g = 0;
  let t = 0;
  let star = -1;
  let retry = 0;
  while (t < text.length) {
    if (glob[g] === "*") {
      star = g++;
      retry = t;
    } else if (glob[g] === text[t]) {
      g++;
      t++;
    } else if (star >= 0 && text[retry] !== "/") {
      g = star + 1;
      t = ++retry;
    } else return false;
  }
  return /^\**$/.test(glob.slice(g));
}
