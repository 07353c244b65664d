import { defineRule, type Match } from "../../src/core/rule.ts";
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
  triggers: ["secret_access_key", "secretaccesskey", "secret-access-key", "secret.access.key", "aws_secret_key", "awssecretkey", "aws_secret"].map(
    (literal) => ({
      literal,
      assignedWithin: 12,
    }),
  ),
  check(subject) {
    const matches = new Map<number, Match>();
    for (const hit of subject.hits) {
      const line = subject.line(hit.start);
      for (const { start, end, named } of listSecrets(subject.slice(hit.start, Math.min(line.end, hit.end + REACH)), hit.start))
        if (named) matches.set(start, { start, end, message: "A secret access key of AWS. With its id it opens whatever its owner may do in the account." });
    }
    return [...matches.values()];
  },
});
