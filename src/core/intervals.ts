/** `start` inclusive, `end` exclusive. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** Tells whether an interval overlaps any of these, which come in order of their start; in logarithmic time, because a file may hold thousands. */
export function createOverlaps(sorted: readonly Interval[]): (interval: Interval) => boolean {
  // furthest[i]: the greatest end among the first i + 1.
  const furthest: number[] = [];
  for (const { end } of sorted) furthest.push(Math.max(end, furthest.at(-1) ?? 0));
  return ({ start, end }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (furthest[low - 1] ?? 0) > start;
  };
}
