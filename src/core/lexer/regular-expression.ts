/** End of `/…/flags` on one line within 1024 characters, else -1. A slash in a class, `[/]`, does not end it. */
export function findRegularExpressionEnd(text: string, start: number): number {
  let inClass = false;
  for (let at = start + 1; at < Math.min(text.length, start + 1024); at += 1) {
    const char = text[at];
    if (char === "\n" || char === "\r") return -1;
    if (char === "\\") at += 1;
    else if (char === "[") inClass = true;
    else if (char === "]") inClass = false;
    else if (char === "/" && !inClass) return at + 1 + (/^[a-z]*/.exec(text.slice(at + 1, at + 9))?.[0].length ?? 0);
  }
  return -1;
}
