/** Paths of a repository, and what is known of each. */
export interface PathList<Item> {
  /** Some lists are made only where somebody asks for all of it. */
  readonly entries: readonly Item[];
  /** Those whose path holds one of these texts, in their order: the texts in small letters, the path whatever its case. */
  withPart(...parts: readonly string[]): readonly Item[];
}

/** Paths as one text in small letters, which is searched in a fraction of the time that it takes to ask thousands of them one by one. */
export interface PathText {
  readonly text: string;
  /** Where each path begins and ends, in ascending order. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export function createPathList<Item extends { readonly path: string }>(entries: readonly Item[]): PathList<Item> {
  let joined: PathText | null = null;
  return {
    entries,
    withPart(...parts) {
      joined ??= join(entries.map(({ path }) => path.toLowerCase()));
      return listPathsWith(joined, parts).flatMap((i) => entries[i] ?? []);
    },
  };
}

/** `PATH NUL PATH NUL ...` */
function join(paths: readonly string[]): PathText {
  const starts: number[] = [];
  let at = 0;
  for (const { length } of paths) {
    starts.push(at);
    at += length + 1;
  }
  return { text: paths.join("\0"), starts, ends: starts.map((start, i) => start + (paths[i]?.length ?? 0)) };
}

/** Which paths hold one of `parts`, each once and in their order. */
export function listPathsWith({ text, starts, ends }: PathText, parts: readonly string[]): number[] {
  const found = new Set<number>();
  for (const part of parts) {
    let from = starts[0] ?? text.length;
    for (let at = text.indexOf(part, from); at >= 0 && from < text.length; at = text.indexOf(part, from)) {
      const i = lastUpTo(starts, at);
      const isInside = at + part.length <= (ends[i] ?? 0);
      if (isInside) found.add(i);
      // Behind a path there may be other bytes than those of a path.
      from = starts[i + 1] ?? text.length;
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** The last of `starts` that is not behind `at`. */
function lastUpTo(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
