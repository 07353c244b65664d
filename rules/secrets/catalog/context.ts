import type { ContentSubject, Hit, Span } from "../../../src/core/rule.ts";
import { judgeName } from "../../../src/core/secrets/secret-name.ts";

/** So far to either side of a token a word that tells whose it is may stand. */
const NEAR_BYTES = 200;
/** So far before a provider's word its name may begin. */
const NAME_BYTES = 40;

/** What may stand between a word in a name and the value of that name: the rest of the name, its quote, a type, an assignment sign, a quote. */
const LINK =
  "[\\w.$-]{0,40}[\"'`\\])[]{0,3}(?:\\s?:\\s?&?(?:'static )?[A-Za-z][\\w.<>]{0,20}(?=\\s?=)|\\s(?:string|String)(?=\\s?=))?\\s{0,4}" +
  "(?:(?:=>|:=|\\?=|\\+=|==|=|:|>|,|\\(|\\|\\||\\?\\?|value\\s?=|or\\b)\\s{0,4})?" +
  '(?:["\'`(<[{]|\\\\["n]|@?(?=")|(?:Bearer|Token|Basic|Key|ApiKey|Api-Key) ){0,3}(?<![\\w+/.-])';

/** A value in front of which a name leads up to it: matches from the end of the provider's word on. */
export function compileAssigned(source: string, caseless: boolean): RegExp {
  return new RegExp(`${LINK}(?<value>${source})`, caseless ? "yi" : "y");
}

/** `key`, `token` and the like: words that say that a value opens something. */
const SECRET_WORD = /key|token|secret|auth|pass|pwd|cred|bearer|api|sign|access|private|webhook|licen[cs]e|pat\b|_pat_|sid|dsn/i;

/** The name that a word stands in says that its value is a secret: the word itself does (`xi-api-key`), or what stands round it. */
export function namesSecret(subject: ContentSubject, hit: Hit, valueStart: number): boolean {
  const before = /[\w.$-]*$/.exec(subject.slice(hit.start - NAME_BYTES, hit.start))?.[0] ?? "";
  return SECRET_WORD.test(before + subject.slice(hit.end, valueStart)) || judgeName(subject.slice(hit.start, hit.end))?.strength === "strong";
}

/** What may stand behind a word that ends in a letter: of letters in lower case those that begin the words in `isWholeWord`, which reads on. */
export const BEHIND_WORD = "^bd-jl-oqrvx-z";

/**
 * Whether a word is one of its name's own: `mailgunApiKey`, `MAILGUN_KEY`, but not the `line` of `onlineToken`. What follows in the same case is a
 * new word only where it is one of those that say secret.
 */
export function isWholeWord(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const first = text.charAt(start);
  if (/[A-Za-z]/.test(before) && /[A-Za-z]/.test(first) && !(/[a-z]/.test(before) && /[A-Z]/.test(first))) return false;
  const last = text.charAt(end - 1);
  const behind = text.slice(end, end + 8);
  if (!/^[A-Za-z]/.test(behind) || !/[A-Za-z]/.test(last)) return true;
  return (/[a-z]/.test(last) && /^[A-Z]/.test(behind)) || /^(?:api|key|token|secret|auth|access|client|pass|pat|app|web|user|account|_)/i.test(behind);
}

/** Whether one of the words stands near a token, or in the path. */
export function isNamedNear(subject: ContentSubject, { start, end }: Span, words: readonly string[]): boolean {
  const text = `${subject.path}\n${subject.slice(start - NEAR_BYTES, start)}\n${subject.slice(end, end + NEAR_BYTES)}`;
  const lower = text.toLowerCase();
  return words.some((word) => {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) if (isWholeWord(text, at, at + word.length)) return true;
    return false;
  });
}
