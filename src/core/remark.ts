import { createOrdinals, toFingerprint } from "./fingerprint.ts";
import type { Finding, Location, Severity } from "./model.ts";

export const BAD = "policy/bad-suppression";
export const UNUSED = "policy/unused-suppression";

/** A finding about a suppression or an exemption, not about what is judged. `about`: what tells it from others of its rule. */
export type Remark = (ruleId: string, severity: Severity, location: Location, about: string, message: string, fix: string) => Finding;

/** One for each file or list, since it counts what is alike. */
export function createRemark(): Remark {
  const ordinalOf = createOrdinals();
  return (ruleId, severity, location, about, message, fix) => ({
    ruleId,
    severity: ruleId === UNUSED ? "warn" : severity,
    confidence: "certain",
    age: null,
    commit: null,
    location,
    subject: null,
    message,
    preview: null,
    fix,
    fingerprint: toFingerprint(ruleId, about, ordinalOf(ruleId, about)),
    facts: {},
  });
}
