import type { DotenvEntry } from "../../src/core/environment/dotenv.ts";
import { toEnvironmentFile } from "../../src/core/environment/environment-file.ts";
import { readTemplate } from "../../src/core/environment/template.ts";
import { saysNoSecret } from "../../src/core/environment/variable-names.ts";
import { defineRule, type Match, type Span } from "../../src/core/rule.ts";
import { isOrdinary, isUuid } from "../../src/core/secrets/ordinary-value.ts";
import { isPlaceholder } from "../../src/core/secrets/placeholder.ts";
import { isRandom } from "../../src/core/secrets/randomness.ts";
import { judgeName } from "../../src/core/secrets/secret-name.ts";

/** Shorter values are not told from words with certainty; under a name that speaks of a secret a little sooner. */
const MIN_LENGTH = 20;
const MIN_NAMED_LENGTH = 16;
const MIN_PASSWORD_LENGTH = 10;

/** What of a URL comes before its password, and the password. */
const PASSWORD = /^([a-z][\w+.-]*:\/\/[^\s/@:]*:)([^\s/@]+)@/i;

export const templateSecret = defineRule({
  id: "environment/template-secret",
  inspects: "content",
  meta: {
    summary: "A template such as .env.example holds a value that looks like a real secret.",
    why: "Templates are made to be committed. A key that was pasted into one to try it out is readable for everyone who gets the repository.",
    fix: "Put a placeholder in its place (your_api_key_here), and replace the key at its provider if it was real.",
    severity: "block",
    confidence: "likely",
    since: "0.1.0",
    source: "S4:101-104",
    yieldsTo: ["secrets/*", "!secrets/generic-*", "!secrets/connection-string"],
    outranks: ["secrets/generic-*", "secrets/connection-string"],
  },
  files: ["**/*.env*", "**/.dev.vars*"],
  triggers: [],
  check(subject): Match[] {
    const file = toEnvironmentFile(subject.path);
    if (!file?.isTemplate || file.isEncrypted) return [];
    return readTemplate(subject.slice(0, subject.length)).flatMap((entry) => {
      const secret = findSecret(entry);
      return secret
        ? [{ ...secret, message: `${entry.key} has a value that looks like a real secret, in a file made to be committed.`, ...toAutofix(entry, secret) }]
        : [];
    });
  },
});

/** Where the secret stands; of a URL only its password. */
function findSecret({ key, value, valueStart, valueEnd }: DotenvEntry): Span | null {
  const [, before = "", password] = PASSWORD.exec(value) ?? [];
  if (password !== undefined) {
    const start = valueStart + before.length;
    return password.length >= MIN_PASSWORD_LENGTH && !isPlaceholder(password) && isRandom(password) ? { start, end: start + password.length } : null;
  }
  const isNamed = judgeName(key)?.strength === "strong";
  if (value.length < (isNamed ? MIN_NAMED_LENGTH : MIN_LENGTH) || isPlaceholder(value) || isOrdinary(value)) return null;
  if (isUuid(value)) return isNamed ? { start: valueStart, end: valueEnd } : null;
  return isRandom(value) && !saysNoSecret(key) ? { start: valueStart, end: valueEnd } : null;
}

function toAutofix({ key }: DotenvEntry, { start, end }: Span): Pick<Match, "autofix"> {
  return { autofix: [{ kind: "replace", start, end, text: `your_${key.toLowerCase().replace(/[^a-z0-9]+/g, "_")}_here` }] };
}
