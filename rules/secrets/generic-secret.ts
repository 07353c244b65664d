import { languageOf } from "../../src/core/lexer.ts";
import { type ContentSubject, defineRule, type Hit, type Match, type Trigger } from "../../src/core/rule.ts";
import { isPlaceholder } from "../../src/core/secrets/placeholder.ts";
import { isRandom } from "../../src/core/secrets/randomness.ts";
import { judgeName } from "../../src/core/secrets/secret-name.ts";
import { listCandidates } from "./generic/candidates.ts";
import { judgeNamedValues } from "./generic/judge.ts";
import { couldBeSecret, couldBeUuidKey } from "./generic/meant.ts";
import { pairTriggers, reversedTriggers } from "./generic/paired-value.ts";
import { judgeInPackage } from "./installed-package.ts";
import { isMadeUpPlace } from "./made-up-place.ts";

/** `sk-` and a long random part: the secret keys of many providers of models. It speaks for itself, wherever it stands. */
const SECRET_KEY = /^sk-(?:[a-z]{2,12}-(?:v\d-)?)?[A-Za-z0-9]{32,200}(?![\w-])/;
const SECRET_KEY_PREFIX = "sk-";
/** So far behind its name a value begins, with room for the first characters of it. */
const REACH = 160;
/**
 * What stands behind a word that says secret, as `judgeName` has it: no letter in lower case but the `s` of several and the `k` of `secretkey`.
 * `tokenizer` is another word.
 */
const WORD_ENDS = "^a-rt-z";
const SECRET_ENDS = "^a-jl-rt-z";
const SHORT_ENDS = "^a-jl-z";
/** What a program falls back to is meant to go out with it: `defaultApiKey`, `DEFAULT_TOKEN`. */
const SHIPPED = /(?:^|[^A-Za-z])(?:default|DEFAULT)|Default(?![a-z])/;
/** Shorter values, and letters that could be words run together, are no secrets too often. */
const SURE_LENGTH = 12;

export const genericSecret = defineRule({
  id: "secrets/generic-secret",
  meta: {
    summary: "A value that looks like a secret is written down under a name such as key, token or secret.",
    why: "Whoever can read the repository, now or in its history, can use it.",
    fix: "If it is real, make a new one where it came from first. Then read it from the environment (.env, ignored by git) instead of writing it down.",
    severity: "block",
    confidence: "likely",
    since: "0.1.0",
    source: "S4:131",
    yieldsTo: ["secrets/*"],
  },
  inspects: "content",
  triggers: [
    ...words(["secret"], 28, SECRET_ENDS),
    ...words(["token", "credential"], 28, WORD_ENDS),
    ...words(["api_key", "apikey", "api-key", "access_key", "accesskey", "access-key", "private_key", "privatekey"], 20, WORD_ENDS),
    ...words(["auth"], 20, SHORT_ENDS),
    ...words(["authorization", "authentication"], 20, WORD_ENDS),
    ...words(["_key", "-key", ".key"], 8, WORD_ENDS),
    ...words(["jwt"], 20, SHORT_ENDS),
    // Within eight bytes as in <add key="signingKey" value="...">.
    { literal: "Key", exact: true, followedBy: { set: WORD_ENDS, min: 1 }, assignedWithin: 8, randomWithin: REACH },
    { literal: "KEY", exact: true, startsWord: true, assignedWithin: 8, randomWithin: REACH },
    // Calls: setSecret("..."), TOTP.new('...').
    ...["secret", "token", "key", "otp.new"].flatMap((word) => ['("', "('"].map((opening) => ({ literal: word + opening, randomWithin: REACH }))),
    ...["secret", "token", "key"].map((word) => ({ literal: `${word}>`, randomWithin: 80 })),
    ...pairTriggers.map((trigger) => ({ ...trigger, randomWithin: REACH })),
    ...reversedTriggers,
    { literal: "bearer ", followedBy: { set: "A-Za-z0-9._~+/=-", min: 12 } },
    { literal: SECRET_KEY_PREFIX, exact: true, startsWord: true, followedBy: { set: "A-Za-z0-9-", min: 32 } },
  ],
  check(subject) {
    const certain = judgeInPackage(subject, [...subject.hits.flatMap((hit) => matchSecretKey(subject, hit)), ...matchUuids(subject)]);
    const named = judgeNamedValues(subject, couldBeSecret, ({ name, value }) => {
      const judged = judgeName(name);
      const isSure = value.length >= SURE_LENGTH && (/\d/.test(value) || isRandom(value)) && !SHIPPED.test(name);
      return { kind: judged?.kind ?? "secret", mayBlock: judged?.strength === "strong" && isSure };
    });
    return named instanceof Promise ? named.then((matches) => [...certain, ...matches]) : [...certain, ...named];
  },
});

/** Some providers give out UUIDs as keys; only an environment file makes that likely. */
function matchUuids(subject: ContentSubject): Match[] {
  if (languageOf(subject.path) !== "ini" || isMadeUpPlace(subject.path)) return [];
  const message = "This may be a key: some providers give out UUIDs. If it opens anything, it must not stand in the repository.";
  return listCandidates(subject, couldBeUuidKey).candidates.map(({ start, end }) => ({ start, end, message, severity: "warn", confidence: "possible" }));
}

/** A secret key of a provider, whatever stands round it. */
function matchSecretKey(subject: ContentSubject, { start, end }: Hit): Match[] {
  if (end - start !== SECRET_KEY_PREFIX.length || subject.slice(start, end) !== SECRET_KEY_PREFIX) return [];
  const key = SECRET_KEY.exec(subject.slice(start, start + 240))?.[0];
  if (key === undefined || isPlaceholder(key) || !isRandom(key.slice(SECRET_KEY_PREFIX.length))) return [];
  const message = "A key is written down here: the value looks drawn at random. Whoever can read the repository can use it.";
  return [{ start, end: start + key.length, message, reveal: SECRET_KEY_PREFIX.length }];
}

function words(literals: readonly string[], assignedWithin: number, ends: string): Trigger[] {
  return literals.map((literal) => ({ literal, followedBy: { set: ends, min: 1 }, assignedWithin, randomWithin: REACH }));
}
