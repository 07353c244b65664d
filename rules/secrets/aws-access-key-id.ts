import { defineRule } from "../../src/core/rule.ts";
import { createSecretFinder, idTriggers, readKeyId, toAccountId } from "./aws-key.ts";

export const awsAccessKeyId = defineRule({
  id: "secrets/aws-access-key-id",
  meta: {
    summary: "The id of an AWS access key stands in a file, its secret does not.",
    why: "The id alone opens nothing, but it names the account, and its secret is often not far.",
    fix: "See that the secret is nowhere in the repository. Keep the id beside it, in the environment or in a profile of the AWS tools.",
    severity: "warn",
    confidence: "possible",
    since: "0.1.0",
    source: "S4:132",
  },
  inspects: "content",
  readsDecoded: true,
  triggers: idTriggers,
  // With its secret near, the pair is one thing to mend: secrets/aws-key-pair speaks, on the secret.
  check(subject) {
    const findSecret = createSecretFinder(subject);
    return subject.hits.flatMap((hit) => {
      const found = readKeyId(subject, hit);
      if (!found || findSecret(found)) return [];
      const account = toAccountId(found.id);
      const about = found.isOdd ? ", as it seems: it holds a digit that AWS gives to none" : account ? ` of account ${account}` : "";
      const message = `An AWS access key id${about}. Alone it opens nothing; its secret must not be in the repository either.`;
      return [{ start: found.start, end: found.end, message, reveal: 4, facts: { account } }];
    });
  },
});
