/** How plainly a name says that its value is a secret. `weak`: it may be one (`key`, `auth`). */
export interface SecretName {
  readonly strength: "strong" | "weak";
  /** What to call it: one of a few plain words, never the name itself. */
  readonly kind: string;
}

/** Read on the name's words, joined by `_` and framed by it: `_stripe_secret_key_`. The first that fits decides. */
const KINDS: readonly (readonly [RegExp, SecretName])[] = [
  [/_[a-z\d]{0,16}(?:password|passwd|passwort|pwd|passphrase|passcode)s?_/, { strength: "strong", kind: "password" }],
  [/_(?:pass|pw)_(?!(?:on|in|by|to|as|of|if|through|thru|over|all|fail|rate|count)_)/, { strength: "weak", kind: "password" }],
  [
    /_(?:[a-z]{0,12}api|app|access|private|secret|signing|encryption|encrypt|master|service|service_role|account|license|deploy|admin|session|cookie|jwt)_?keys?_/,
    { strength: "strong", kind: "key" },
  ],
  [/_(?:[a-z]{0,12}secrets?|secret_?keys?)_/, { strength: "strong", kind: "secret" }],
  [/_(?:tokens?|bearer|pat|jwt)_/, { strength: "strong", kind: "token" }],
  [/_(?:credentials?|creds?)_/, { strength: "strong", kind: "credential" }],
  [/_(?:auth|authorization|authentication)_/, { strength: "weak", kind: "login" }],
  [/_(?:keys?|t?otp|salt|pepper|seed|mnemonic|hmac|signature|cookie)_/, { strength: "weak", kind: "key" }],
];

/** One of these stands in every name that any of `KINDS` fits, and in few others: it saves taking them apart. */
const MAY_SAY = /pass|pw|key|secret|token|bearer|pat|jwt|cred|auth|otp|salt|pepper|seed|mnemonic|hmac|signature|cookie/i;

/** Names whose last word says that the value is something about a secret, not the secret. */
const ABOUT =
  /_(?:names?|ids?|uuid|guid|types?|kinds?|files?|filename|paths?|dirs?|folder|urls?|uris?|endpoint|hosts?|domain|issuer|audience|scopes?|size|length|len|count|total|limit|max|min|num|number|index|idx|position|offset|expiry|expires?|expiration|expired|lifetime|ttl|age|timeout|date|time|at|header|headers|fields?|columns?|labels?|titles?|text|texts|message|msg|errors?|warning|patterns?|regex|regexp|re|rules?|prefix|suffix|format|spec|encoding|encryption|charset|char|encoder|algorithm|alg|method|mode|strategy|schema|version|env|var|variable|list|set|map|store|storage|manager|provider|service|class|handler|hook|page|form|input|placeholder|hint|help|description|desc|docs?|comment|address|contract|symbol|decimals|mint|balance|supply|usage|used|cost|price|budget|rate|window|hash|hashed|hashing|hasher|rotation|strength|validation|validator|verification|generator|recovery|digest|fingerprint|thumbprint|checksum|integrity|public|pub|encrypted|masked|status|state|required|enabled|disabled|valid|exists|missing|policy|regexes|selector|test|tests|tester|tokenizer|ref|arn|alias|label|code_challenge|binding|event|events|action|role|group)_$/;

/** Keys and tokens that are meant to be seen, or that open nothing. */
const PUBLIC =
  /_(?:encrypted|sha|md|hash|hashed|digest|public|pub|publishable|anon|anonymous|csrf|xsrf|cache|primary|foreign|sort|partition|row|range|object|storage|idempotency|dedup|lookup|translation|i18n|locale|site|widget|next|page|continuation|sync|pagination|resume|cursor|query|result|tag|key_id|hot|short|shortcut|arrow|modifier|registry|map|react|node|measurement|tracking|analytics|commit|revision|etag|integrity|checksum|example|sample|dummy|fake|mock|placeholder|max|min|num|total|prompt|completion|input|output|stop|special|pad|eos|bos|unk|syntax|design|color|theme|host|known|is|has|no|label|title|tooltip|caption|heading|forgot|forgotten|show|hide|mandatory|toggle)_/;

/** What names are written with. `AWS::IAM::AccessKey` names a type, `secrets/token` a path. */
const NAME = /^[\w .$@-]{1,80}$/;

/** `null` where a name says nothing of a secret. */
export function judgeName(name: string): SecretName | null {
  if (!MAY_SAY.test(name) || !NAME.test(name)) return null;
  const words = `_${toWords(name)}_`;
  if (ABOUT.test(words) || PUBLIC.test(words)) return null;
  return KINDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** Nothing to take apart, as most names of settings. */
const IS_WORDS = /^(?:[a-z]+(?:_[a-z]+)*|[A-Z]+(?:_[A-Z]+)*)$/;

/** `stripeSecretKey`, `STRIPE-SECRET.KEY` as `stripe_secret_key`. */
function toWords(name: string): string {
  if (IS_WORDS.test(name)) return name.toLowerCase().replace(/apikey/g, "api_key");
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]{2})([A-Z][a-z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_|_$/g, "")
    .toLowerCase()
    .replace(/apikey/g, "api_key")
    .replace(/\d+(?=_|$)/g, "");
}
