import { distance } from "fastest-levenshtein";

/** The candidate that was most likely meant, `null` where none is near. Of `pack/name` the name alone is enough. */
export function closestTo(word: string, candidates: readonly string[]): string | null {
  const typed = word.toLowerCase();
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const name = candidate.slice(candidate.indexOf("/") + 1);
    const apart = Math.min(distance(typed, candidate), typed.includes("/") ? Number.POSITIVE_INFINITY : distance(typed, name));
    if (apart < bestDistance) {
      best = candidate;
      bestDistance = apart;
    }
  }
  return best;
}
