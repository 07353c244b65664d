import { type Assignment, type Language, languageOf, listAssignments } from "../../src/core/lexer.ts";
import { type ContentSubject, defineRule, type Hit, type Match, type Trigger } from "../../src/core/rule.ts";
import { isOrdinary, isUuid } from "../../src/core/secrets/ordinary-value.ts";
import { isPlaceholder } from "../../src/core/secrets/placeholder.ts";
import { isRandom, measureRandomness } from "../../src/core/secrets/randomness.ts";
import { judgeName, type SecretName } from "../../src/core/secrets/secret-name.ts";
import { isMadeUpPlace } from "./made-up-place.ts";
import { AGAIN_AFTER, isOverlooked, LONGEST_VALUE, REACH, windowOf } from "./name-window.ts";

const SHORTEST_PASSWORD = 8;
const SHORTEST_VALUE = 12;
/** A value blocks the commit only where it is this long, and this much more likely drawn than written; what is called a password needs less. */
const SURE = { length: 16, bits: 24 };
const SURE_PASSWORD = { length: 12, bits: 12 };
/** `sk-` and a long random part: the secret keys of many providers of models. It speaks for itself, wherever it stands. */
const SECRET_KEY = /^sk-(?:[a-z]{2,12}-(?:v\d-)?)?[A-Za-z0-9]{32,200}(?![\w-])/;
const SECRET_KEY_PREFIX = "sk-";
export const genericSecret = defineRule({
  id: "secrets/generic-secret",
  meta: {
    summary: "A value that looks random is written down under a name such as key, token, secret or password.",
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
    ...words(["secret", "token", "credential"], 28),
    // A password may be eight letters, which the gate for random values asks a digit of.
    ...["passw", "passphrase", "pwd"].map((literal) => ({ literal, assignedWithin: 28 })),
    ...words(["api_key", "apikey", "api-key", "access_key", "accesskey", "access-key", "private_key", "privatekey", "auth"], 20),
    ...words(["_key", "-key", ".key"], 8),
    // Within eight bytes as in <add key="signingKey" value="...">.
    { literal: "Key", exact: true, assignedWithin: 8, randomWithin: REACH },
    { literal: "KEY", exact: true, startsWord: true, assignedWithin: 8, randomWithin: REACH },
    { literal: SECRET_KEY_PREFIX, exact: true, startsWord: true, followedBy: { set: "A-Za-z0-9-", min: 32 } },
  ],
  check(subject) {
    const language = languageOf(subject.path);
    const matches = new Map<number, Match>();
    const read = new Set<number>();
    let readTo = -1;
    let againFrom = -1;
    for (const hit of subject.hits) {
      const bare = matchSecretKey(subject, hit);
      if (bare) matches.set(bare.start, bare);
      const again = hit.start < readTo;
      if (bare || (again && (hit.start < againFrom || !isOverlooked(subject, hit, read)))) continue;
      const { start, end, readTo: covered } = windowOf(subject, hit, again);
      const text = subject.slice(start, end);
      if (!holdsRandomRun(text.slice(hit.end - start, hit.end - start + REACH))) continue;
      if (again) againFrom = hit.end + AGAIN_AFTER;
      readTo = Math.max(readTo, covered);
      const code = uncomment(text, language);
      for (const assignment of listAssignments(code, language)) {
        read.add(start + assignment.value.start);
        const match = matchAssignment(assignment, code, start, subject.path);
        if (match && !matches.has(match.start)) matches.set(match.start, match);
      }
    }
    return [...matches.values()];
  },
});

/** A secret key of a provider, whatever stands round it. */
function matchSecretKey(subject: ContentSubject, { start, end }: Hit): Match | null {
  if (end - start !== SECRET_KEY_PREFIX.length || subject.slice(start, end) !== SECRET_KEY_PREFIX) return null;
  const key = SECRET_KEY.exec(subject.slice(start, start + 240))?.[0];
  if (key === undefined || isPlaceholder(key) || !isRandom(key.slice(SECRET_KEY_PREFIX.length))) return null;
  return { start, end: start + key.length, message: toSureMessage("key"), reveal: SECRET_KEY_PREFIX.length };
}

function words(literals: readonly string[], assignedWithin: number): Trigger[] {
  return literals.map((literal) => ({ literal, assignedWithin, randomWithin: REACH }));
}

/** What is commented out is written down all the same: comment signs at the beginning of a line become blanks. */
function uncomment(text: string, language: Language): string {
  const signs = language === "c-like" ? /^[ \t]*(?:\/\/+|\/\*+)/gm : /^[ \t]*(?:#+|\/\/+|;+|--|REM\b|<!--)/gm;
  return text.replace(signs, (sign) => " ".repeat(sign.length));
}

const RUN_CHARACTERS = Uint8Array.from({ length: 256 }, (_, code) => (/[A-Za-z0-9+/_.~!@#$%^&*-]/.test(String.fromCharCode(code)) ? 1 : 0));

/** The cheap question before the lexer is asked: is there anything behind the name that could be drawn at random? */
function holdsRandomRun(text: string): boolean {
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && RUN_CHARACTERS[text.charCodeAt(i)]) continue;
    if (i - start >= SHORTEST_PASSWORD && isRandomRun(text.slice(start, i))) return true;
    start = i + 1;
  }
  return false;
}

function isRandomRun(run: string): boolean {
  return isRandom(run.slice(0, LONGEST_VALUE)) || isUuid(run);
}

interface Candidate {
  readonly value: string;
  readonly name: SecretName;
  readonly path: string;
}

function matchAssignment({ name, value, nameStart }: Assignment, text: string, offset: number, path: string): Match | null {
  const judged = value.kind === "expression" ? null : judgeName(name);
  if (!judged) return null;
  const scheme = /^(?:Bearer|Basic|Token|token|Bot)\s+/.exec(value.text)?.[0] ?? "";
  const candidate = { value: value.text.slice(scheme.length), name: judged, path };
  if (!couldBeSecret(candidate) || candidate.value.toLowerCase() === name.toLowerCase()) return null;
  const documented = /^[ \t]*\*[ \t]/.test(text.slice(text.lastIndexOf("\n", nameStart) + 1, nameStart));
  // With escapes the text is shorter than what stands there; then the whole value is meant.
  const start = text.startsWith(value.text, value.start) ? value.start + scheme.length : value.start;
  return { start: offset + start, end: offset + value.end, ...toVerdict(candidate, documented) };
}

function couldBeSecret({ value, name, path }: Candidate): boolean {
  const shortest = name.kind === "password" ? SHORTEST_PASSWORD : SHORTEST_VALUE;
  if (value.length < shortest || value.length > LONGEST_VALUE || isPlaceholder(value)) return false;
  // Some providers give out UUIDs as keys; only an environment file makes that likely.
  if (isUuid(value)) return name.strength === "strong" && name.kind !== "token" && languageOf(path) === "ini" && !isMadeUpPlace(path);
  return !isOrdinary(value) && !hasSyntax(value, name) && isRandom(value);
}

/** Blanks, brackets and signs of markup, code and patterns. In a password they are signs like others, but for blanks, quotes and pairs of brackets. */
function hasSyntax(value: string, { kind }: SecretName): boolean {
  return (kind === "password" ? /[\s\\"'`]|\(.*\)|<.*>|\{.*\}|\[.*\]|=>|\|\|/ : /[\s<>(){}\\^|`"']/).test(value);
}

/** `documented`: it stands in a documentation comment (` * clientSecret: "..."`). */
function toVerdict({ value, name, path }: Candidate, documented: boolean): Pick<Match, "message" | "severity" | "confidence"> {
  const { length, bits } = name.kind === "password" ? SURE_PASSWORD : SURE;
  const random = value.length >= length && measureRandomness(value) >= bits && !isUuid(value);
  if (random && name.strength === "strong" && !documented && !isMadeUpPlace(path)) return { message: toSureMessage(name.kind) };
  const message = `This may be a ${name.kind}: the value looks drawn at random. If it opens anything, it must not stand in the repository.`;
  return { message, severity: "warn", confidence: "possible" };
}

function toSureMessage(kind: string): string {
  return `A ${kind} is written down here: the value looks drawn at random. Whoever can read the repository can use it.`;
}
