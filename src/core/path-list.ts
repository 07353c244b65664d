/** Paths of a repository, and what is known of each. */
export interface PathList<Item> {
  /** Some lists are made only where somebody asks for all of it. */
  readonly entries: readonly Item[];
  /** Those whose path holds one of these texts, in their order: the texts in small letters, the path whatever its case. */
  withPart(...parts: readonly string[]): readonly Item[];
}

export function createPathList<Item extends { readonly path: string }>(entries: readonly Item[]): PathList<Item> {
  const search = createPathSearch(() => entries.map(({ path }) => path));
  return { entries, withPart: (...parts) => search(parts).flatMap((i) => entries[i] ?? []) };
}

/**
 * Answers which of some paths hold one of the parts, in a fraction of the time that it takes to ask thousands of them one by one: all of them are one text,
 * which is searched once for each part.
 *
 *     PATH in small letters NUL PATH in small letters NUL ...
 */
export function createPathSearch(listPaths: () => readonly string[]): (parts: readonly string[]) => number[] {
  let text = "";
  let starts: number[] | null = null;
  const known = new Map<string, readonly number[]>();

  function prepare(): number[] {
    const written = listPaths();
    const joined = written.join("\0");
    text = joined.toLowerCase();
    // A few letters are longer when they are small; one by one it takes five times as long.
    const paths = text.length === joined.length ? written : written.map((path) => path.toLowerCase());
    let at = 0;
    return paths.map(({ length }) => {
      const start = at;
      at += length + 1;
      return start;
    });
  }

  function find(part: string): readonly number[] {
    starts ??= prepare();
    const found: number[] = [];
    for (let next = 0; next < starts.length; ) {
      const at = text.indexOf(part, starts[next]);
      if (at < 0) break;
      const holder = lastUpTo(starts, at, next);
      found.push(holder);
      next = holder + 1;
    }
    return found;
  }

  return (parts) => {
    for (const part of parts) if (!known.has(part)) known.set(part, find(part));
    return [...new Set(parts.flatMap((part) => known.get(part) ?? []))].sort((a, b) => a - b);
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
