import { defineRule, type Match } from "../../src/core/rule.ts";
import { createSecretFinder, idTriggers, readKeyId, toAccountId } from "./aws-key.ts";

export const awsKeyPair = defineRule({
  id: "secrets/aws-key-pair",
  meta: {
    summary: "An AWS access key id and its secret stand together in a file.",
    why: "Whoever reads both can do in the account whatever their owner may do, at the owner's cost.",
    fix: "Deactivate the key in IAM first, then look in CloudTrail for what it was used for. Use a role or a profile instead of a key in a file.",
    severity: "block",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:132",
  },
  inspects: "content",
  readsDecoded: true,
  triggers: idTriggers,
  check(subject) {
    const seen = new Set<number>();
    const findSecret = createSecretFinder(subject);
    return subject.hits.flatMap((hit) => {
      const id = readKeyId(subject, hit);
      const secret = id && findSecret(id);
      if (!secret || seen.has(secret.start)) return [];
      seen.add(secret.start);
      const account = toAccountId(id.id);
      const message = `The secret of an AWS access key, its id beside it${account ? ` (account ${account})` : ""}. Whoever reads both can use the account.`;
      return [{ start: secret.start, end: secret.end, message, ...judgePair(secret.named, id.isOdd), facts: { account } }];
    });
  },
});

/** The name of the secret speaks for it, a digit in the id that AWS gives to none against it. */
function judgePair(isNamed: boolean, isOdd: boolean): Pick<Match, "confidence" | "severity"> {
  if (isNamed) return { confidence: isOdd ? "likely" : "certain" };
  return isOdd ? { confidence: "possible", severity: "warn" } : { confidence: "likely" };
}
