import { type ContentSubject, defineRule, type Span } from "../../src/core/rule.ts";
import { listSecrets } from "./aws-key.ts";

/** So far behind its name a secret ends. */
const REACH = 120;

export const awsSecretAccessKey = defineRule({
  id: "secrets/aws-secret-access-key",
  meta: {
    summary: "A secret access key of AWS stands in a file, under its name.",
    why: "With its id, which is no secret and often easily found, it opens whatever its owner may do in the account.",
    fix: "Deactivate the key in IAM first, then look in CloudTrail for what it was used for. Use a role or a profile instead of a key in a file.",
    severity: "block",
    confidence: "likely",
    since: "0.1.0",
    source: "S4:132",
    yieldsTo: ["secrets/aws-key-pair"],
  },
  inspects: "content",
  readsDecoded: true,
  triggers: ["secret_access_key", "secretaccesskey", "secret-access-key", "secret.access.key", "aws_secret_key", "awssecretkey", "aws_secret"].map(
    (literal) => ({
      literal,
      assignedWithin: 12,
    }),
  ),
  check(subject) {
    const message = "A secret access key of AWS. With its id it opens whatever its owner may do in the account.";
    const secrets = listStretches(subject).flatMap(({ start, end }) => listSecrets(subject.slice(start, end), start));
    return secrets.flatMap(({ start, end, named }) => (named ? [{ start, end, message }] : []));
  },
});

/** From each hit as far as its secret may stand on the same line; joined where they overlap, so that nothing is read twice. */
function listStretches(subject: ContentSubject): Span[] {
  const stretches: { start: number; end: number }[] = [];
  for (const hit of subject.hits) {
    const end = Math.min(subject.line(hit.start).end, hit.end + REACH);
    const last = stretches.at(-1);
    if (last && hit.start < last.end) last.end = Math.max(last.end, end);
    else stretches.push({ start: hit.start, end });
  }
  return stretches;
}
