import type { Candidate } from "./candidate.ts";
import { FEATURES, toFeatures } from "./features.ts";
import { contributionsOf, parseForest, scoreOf } from "./forest.ts";
import { WEIGHTS } from "./weights.ts";

/** What the model thinks of a candidate. */
export interface Opinion {
  /** Logarithm of the odds that it is a secret: 0 is even, 3 is twenty to one. */
  readonly score: number;
  /** The three features that spoke most clearly for it. Names of features: no word of the candidate. */
  reasons(): string[];
  /** Those that spoke most clearly against it. */
  doubts(): string[];
}

const REASONS = 3;

/** The trained trees. This module is loaded only where a candidate is to be judged. */
const forest = parseForest(Buffer.from(WEIGHTS, "base64"));

export function judge(candidate: Candidate): Opinion {
  const sample = toFeatures(candidate);
  return { score: scoreOf(forest, sample), reasons: () => listReasons(sample, 1), doubts: () => listReasons(sample, -1) };
}

/** `sign`: 1 for what spoke for it, -1 for what spoke against. */
function listReasons(sample: Float64Array, sign: 1 | -1): string[] {
  const shares = contributionsOf(forest, sample).map((share) => share * sign);
  const reasons: string[] = [];
  while (reasons.length < REASONS) {
    let best = 0;
    for (let feature = 1; feature < shares.length; feature++) if ((shares[feature] ?? 0) > (shares[best] ?? 0)) best = feature;
    if ((shares[best] ?? 0) <= 0) break;
    reasons.push(FEATURES[best] ?? "");
    shares[best] = 0;
  }
  return reasons;
}
