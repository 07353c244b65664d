import { isPatterned } from "./randomness.ts";

/** Words that people write where the secret goes later. The whole value is one of them, case and separators aside. */
const WHOLE_WORDS = new Set(
  `true false null nil none undefined yes no string value secret token key password passwd pass pwd username user admin root test testing demo dummy
  example sample placeholder changeme changeit letmein foobar foo bar baz todo tbd fixme redacted masked hidden removed filtered omitted empty default
  unset na xxx secretkey apikey authtoken accesstoken mypassword mysecret mytoken myapikey myusername bearer basic uuid yourpassword secretpassword
  passphrase anything something whatever valid input text number function boolean object unknown void buffer uint8array`.split(/\s+/),
);

/** Anywhere in the value. Long enough not to turn up in drawn characters by chance. */
const MARKERS =
  /example|sample|placeholder|dummy|change[_-]?me|your[_-]|<your|your(?:secret|token|api|access|private)?key|my[_-]?(?:api|token|key|secret|pass)|insert[_-]|replace[_-]?(?:with|me|this)|put[_-]your|enter[_-]your|add[_-]your|[_-]here\b|goes[_-]here|to[_-]be[_-]|fake|mock|not[_-]?a?[_-]?real|invalid|redacted|x{4}|\*{3}|\.{3}|\u2026|\xe2\x80\xa6|0{10}|12345678|abcdefgh|abcdef123|abc123|a{6}|deadbeef|cafebabe|lorem|foobar|test[_-]?(?:key|token|secret|only)|do[_-]?not[_-]?use|qwer|asdf|zxcv|1q2w3e/i;

/** The value stands somewhere else and is put in here: `${VAR}`, `{{ x }}`, `<%= x %>`, `#{x}`, `$(cmd)`, `%(x)s`. */
const INTERPOLATION = /\$\{|\{\{|\{%|<%|#\{|\$\(|%\(|\(\(/;

/** The whole value names what belongs there: `<token>`, `[key]`, `{0}`, `$NAME`, `%NAME%`, `@NAME@`, `__NAME__`, `:name`, `%s`. */
const SLOT = /^(?:<[^<>]*>|\[[^[\]]*\]|\{[^{}]*\}|\$[A-Za-z_]\w*|\$\d+|%\w+%|@[\w.]+@|__\w+__|:[a-z_]+|%[sdvq@]|\$env:\w+)$/;

/** A pointer into a secret store, or a value that such a store has encrypted. */
const STORE_REFERENCE =
  /^(?:op:\/\/|vault:|secretref:|secrets?:\/\/|arn:aws|projects\/[^/]+\/secrets\/|ENC[([]|sops:|\{cipher\}|kms:|ssm:|@Microsoft\.KeyVault\(|!(?:Ref|Sub|GetAtt)\b|env:|file:|encrypted:|\$ANSIBLE_VAULT|doppler:|keyring:)/i;

/**
 * How values begin that somebody published on purpose: emulator keys (Azurite, Cosmos DB), Stripe's, Supabase's, GitHub's and Kraken's documented
 * samples, jwt.io's signature, the first account of Hardhat and Anvil. AWS marks its own with EXAMPLE. One expression, because each candidate is asked.
 */
const PUBLISHED = new RegExp(
  [
    "Eby8vdM02xNO",
    "C2y6yDjf5/R[+]",
    "4eC39HqLyjWD",
    "BQokikJOvBiI",
    "N7UND0UgjKTV",
    "ACJWlzQHlZjB",
    "secret_scanning_ab85",
    "kQH5HW/8p1uG",
    "SflKxwRJSMeK",
    "ac0974bec39a",
    "014df517-39d1",
    // Of the documents that define OAuth 2.0 (RFC 6749, 6750) and OAuth 1.0 (RFC 5849), and of those that copy them.
    "2YotnFZFEjr1",
    "tGzv3JOkF0XG",
    "SplxlOBeZQQY",
    "czZCaGRSa3F0",
    "mF_9[.]B5f-4[.]1",
    "kd94hf93k423",
    "nnch734d00sl",
    "QWxhZGRpbjpv",
    "YWxhZGRpbjpv",
    "kkk9d7dh3k39",
    "9djdj82h48dj",
    // One-time passwords: what RFC 4226 and 6238 use ("1234567890"), and what everybody shows ("Hello!...").
    "GEZDGNBVGY3T",
    "JBSWY3DPEHPK",
  ].join("|"),
);

/** Whether a value only stands where a secret would: a word for one, a template, a pointer to a secret store, a published sample, a counted-up run. */
export function isPlaceholder(value: string): boolean {
  return (
    WHOLE_WORDS.has(value.toLowerCase().replace(/[_\s/.-]/g, "")) || isTemplate(value) || MARKERS.test(value) || PUBLISHED.test(value) || isPatterned(value)
  );
}

/** Whether the real value is put in later, by a template or from a secret store. */
export function isTemplate(value: string): boolean {
  return INTERPOLATION.test(value) || SLOT.test(value) || STORE_REFERENCE.test(value);
}
