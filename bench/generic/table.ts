import { isMadeUpPlace } from "../../rules/secrets/made-up-place.ts";
import type { Labelled } from "./labelled.ts";

export type Scored = Labelled & { readonly score: number };

const THRESHOLDS = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4];

/** Precision and recall by label at several scores: found credentials against labelled lines that would be flagged wrongly. */
export function printTable(title: string, scored: readonly Scored[], credentials: number): void {
  console.log(`\n${title}: ${credentials} credentials, ${found(scored)} among the candidates`);
  console.log("  score  precision  recall   F1   | outside of tests, samples and documents: precision, recall of all");
  for (const threshold of THRESHOLDS) {
    const flagged = scored.filter(({ score }) => score >= threshold);
    const [precision, recall] = ratios(flagged, credentials);
    const [strict, share] = ratios(
      flagged.filter(({ path }) => !isMadeUpPlace(path)),
      credentials,
    );
    const f1 = (2 * precision * recall) / (precision + recall);
    console.log(
      `  ${[threshold.toFixed(1).padStart(5), precision.toFixed(3), recall.toFixed(3), f1.toFixed(3), strict.toFixed(3), share.toFixed(3)].join("   ")}`,
    );
  }
}

function ratios(flagged: readonly Scored[], credentials: number): [number, number] {
  const right = found(flagged);
  const wrong = new Set(flagged.flatMap(({ wrongLine }) => wrongLine ?? [])).size;
  return [right / (right + wrong), right / credentials];
}

function found(scored: readonly Scored[]): number {
  return new Set(scored.flatMap((one) => one.credentials.map(({ id }) => id))).size;
}
