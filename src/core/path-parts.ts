/**
 * Finds the paths that hold some text among thousands, in a fraction of the time that it takes to ask each of them: all of them are one text, which is
 * searched at once.
 *
 *     PATH in lower case NUL PATH in lower case NUL ...
 */
export function createPartSearch<Item extends { readonly path: string }>(items: readonly Item[]): (...parts: readonly string[]) => Item[] {
  let text = "";
  let starts: number[] | null = null;

  function prepare(): number[] {
    const paths = items.map(({ path }) => path.toLowerCase());
    text = paths.join("\0");
    let at = 0;
    return paths.map((path) => {
      const start = at;
      at += path.length + 1;
      return start;
    });
  }

  return (...parts) => {
    starts ??= prepare();
    const found = new Set<number>();
    for (const part of parts) {
      // What is found in one path is looked for again from the next one on.
      for (let item = 0; item < starts.length; item++) {
        const at = text.indexOf(part, starts[item]);
        if (at < 0) break;
        item = lastUpTo(starts, at, item);
        found.add(item);
      }
    }
    return [...found].sort((a, b) => a - b).flatMap((item) => items[item] ?? []);
  };
}

/** Of ascending `starts`, from the one at `from` on, the last that is not behind `at`. */
function lastUpTo(starts: readonly number[], at: number, from: number): number {
  let low = from;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
