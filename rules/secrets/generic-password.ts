import { defineRule, type Trigger } from "../../src/core/rule.ts";
import { measureRandomness } from "../../src/core/secrets/randomness.ts";
import { listEncodedLogins, loginTriggers } from "./generic/encoded-login.ts";
import { judgeNamedValues } from "./generic/judge.ts";
import { LOGIN_CALLS, LOGIN_COMMANDS } from "./generic/login.ts";
import { couldBePassword } from "./generic/meant.ts";
import { pairTriggers, reversedTriggers } from "./generic/paired-value.ts";
import { judgeInPackage } from "./installed-package.ts";

/** Shorter values, and letters that read like a word, are words too often. */
const SURE_LENGTH = 8;

export const genericPassword = defineRule({
  id: "secrets/generic-password",
  meta: {
    summary: "A value that looks like a real password is written down under the name of one.",
    why: "Whoever can read the repository, now or in its history, can log in with it; passwords are used in more than one place.",
    fix: "If it is real, change it where it is used first. Then read it from the environment (.env, ignored by git) instead of writing it down.",
    severity: "block",
    confidence: "likely",
    since: "0.1.0",
    source: "S4:131",
    yieldsTo: ["secrets/connection-string", "secrets/private-key", "secrets/github-*", "secrets/openai-*", "secrets/anthropic-*", "secrets/aws-*"],
  },
  inspects: "content",
  triggers: [
    ...loginTriggers,
    ...named(["passw", "passphrase", "passcode", "pwd"], 28),
    ...named(["_pass", "-pass", ".pass", "_pw"], 8),
    { literal: "pass", startsWord: true, assignedWithin: 4 },
    { literal: "Pass", exact: true, assignedWithin: 4 },
    // Without a sign: calls, options, statements, logins, settings.
    ...["password", "passwd"].flatMap((word) => ['("', "('", ' "', " '", ">"].map((opening) => ({ literal: word + opening }))),
    ...["-password ", "-pass ", "identified by", "convertto-securestring "].map((literal) => ({ literal })),
    { literal: "password ", startsWord: true, followedBy: { set: "!-~", min: 4 } },
    { literal: "basic ", startsWord: true, followedBy: { set: "A-Za-z0-9+/=", min: 8 } },
    ...LOGIN_COMMANDS.map((literal) => ({ literal, startsWord: true })),
    ...LOGIN_CALLS.map((literal) => ({ literal })),
    ...pairTriggers,
    ...reversedTriggers,
  ],
  check(subject) {
    const [ofLogins, others] = [true, false].map((isLogin) => subject.hits.filter(({ trigger }) => trigger < loginTriggers.length === isLogin));
    const logins = judgeInPackage(subject, listEncodedLogins(subject, ofLogins ?? []));
    const judged = judgeNamedValues({ ...subject, hits: others ?? [] }, couldBePassword, ({ value }) => ({
      kind: "password",
      mayBlock: value.length >= SURE_LENGTH && (/[^A-Za-z]/.test(value) || measureRandomness(value) > 0),
    }));
    return judged instanceof Promise ? judged.then((matches) => [...logins, ...matches]) : [...logins, ...judged];
  },
});

function named(literals: readonly string[], assignedWithin: number): Trigger[] {
  return literals.map((literal) => ({ literal, assignedWithin }));
}
