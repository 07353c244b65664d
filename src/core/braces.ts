/** `{,src/}config.py` stands for `config.py` and `src/config.py`, in this order; braces may stand in braces. One that is not closed is a mere letter. */
export function expandBraces(pattern: string): string[] {
  const group = findGroup(pattern);
  if (!group) return [pattern];
  const { start, end, parts } = group;
  return parts.flatMap((part) => expandBraces(pattern.slice(0, start) + part + pattern.slice(end)));
}

/** The first closed group: where it begins, where it ends (exclusive), and what it offers. */
function findGroup(pattern: string): { start: number; end: number; parts: string[] } | null {
  for (let start = pattern.indexOf("{"); start >= 0; start = pattern.indexOf("{", start + 1)) {
    const parts = [""];
    let depth = 0;
    for (let i = start; i < pattern.length; i++) {
      const character = pattern[i] ?? "";
      if (character === "{") depth++;
      if (character === "}") depth--;
      if (depth === 0) return { start, end: i + 1, parts };
      if (character === "," && depth === 1) parts.push("");
      else if (i > start) parts[parts.length - 1] += character;
    }
  }
  return null;
}
