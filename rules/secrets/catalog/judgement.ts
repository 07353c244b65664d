import type { Confidence, Facts, Severity } from "../../../src/core/model.ts";

/** How sure one candidate is. */
export interface Judgement {
  readonly confidence: Confidence;
  readonly severity?: Severity;
  /** Why it is not certain; ends a sentence of the message. */
  readonly doubt?: string;
  readonly facts?: Facts;
}

/** What is proved by arithmetic. */
export const PROVED: Judgement = { confidence: "certain", facts: { checksum: "valid" } };

/** A wrong checksum is evidence, not proof: a few real tokens are known to fail it. */
export const REFUTED: Judgement = {
  confidence: "possible",
  severity: "warn",
  doubt: "the shape is right, the checksum is not.",
  facts: { checksum: "wrong" },
};
