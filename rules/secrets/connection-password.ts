import type { Confidence, Severity } from "../../src/core/model.ts";
import { isPlaceholder, isTemplate } from "../../src/core/secrets/placeholder.ts";
import { isRandom } from "../../src/core/secrets/randomness.ts";

/** Who logs in where with what. Empty where the connection string does not say. */
export interface Login {
  readonly user: string;
  readonly password: string;
  readonly host: string;
  /** It stands in a test, a sample or documentation. */
  readonly madeUp: boolean;
}

export interface PasswordVerdict {
  readonly severity: Severity;
  readonly confidence: Confidence;
}

type HostKind = "local" | "example" | "service" | "remote";

/** Words and counts that stand for a password, or are as good as none. */
export const TRIVIAL =
  /^(?:pass(?:word|wd|phrase|w0rd)?|pwd|secret|admin|root|user|guest|test(?:ing|pass|password)?|postgres|mysql|mongo|redis|rabbitmq|sa|dev|demo|local|docker|default|hunter2|foo|bar|baz|qux|123456?7?8?9?0?|passw[o0]rd\d{0,4}|(?:my|your|some|the|db|user|auth|random)?[_-]?(?:secret|password|pass|pw|passwd)(?:here|\d{0,4})|[a-z]{2,12}[_-]?1234?5?6?|p[@a4]ss\w{0,6}|p[@a4][s$]{2}w[o0]r?d\w{0,4}|ps?w|world)!?$/i;

/** User and password that stand for any: words for them, and what manuals show (Oracle, SQLAlchemy, Twilio, dotenv). */
const SAMPLE_LOGIN = /^(?:user(?:name)?:(?:pass(?:word|wd)?|secret)|scott:tiger\S{0,8}|accountsid:authtoken|:key_\d{4})$/i;

/** Filled in by somebody else: `{password}`, `$1`, `%s`, the name of a constant. */
const REFERENCE = /[<>{}]|^\$|^%[a-z]$|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^[\w$.]+\.(?:pass(?:word|wd)?|pwd)$/;

const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0|host\.docker\.internal|\.|\(local\)(?:\\.*)?|)$/i;
const EXAMPLE =
  /(?:^|\.)(?:example(?:\.\w+)?|(?:[a-z]|test|domain|my\w*|some\w*|company|foo|host|hostname|server|proxy|site|website)\.[a-z]{2,6}|test|invalid|localdomain)$|^(?:(?:my|your|the|some|db|remote)?[_-]?(?:host(?:name)?|server(?:name)?|address|domain|endpoint|cluster)|host\d|a|b|x|foo|bar|example\w*)$|your[_-]|example/i;

/**
 * What the password of a connection string is worth, or `null` where it is none: a template, a placeholder, or a throw-away word (`postgres`,
 * the user's own name) for a host that is not reachable from outside.
 */
export function judgePassword({ user, password, host, madeUp }: Login): PasswordVerdict | null {
  const plain = percentDecode(password);
  if (isTemplate(plain) || REFERENCE.test(plain) || SAMPLE_LOGIN.test(`${user}:${plain}`)) return null;
  const isTrivial = TRIVIAL.test(plain) || (/\w/.test(plain) && plain.toLowerCase() === percentDecode(user).toLowerCase());
  if (!isTrivial && isPlaceholder(plain)) return null;
  const kind = kindOfHost(host);
  if (isTrivial) return kind === "remote" && !madeUp ? { severity: "warn", confidence: "possible" } : null;
  if (isRandom(plain)) return RANDOM[kind];
  return madeUp && CHOSEN[kind] ? { severity: "warn", confidence: "possible" } : CHOSEN[kind];
}

const RANDOM = {
  local: { severity: "warn", confidence: "likely" },
  example: { severity: "warn", confidence: "possible" },
  service: { severity: "block", confidence: "likely" },
  remote: { severity: "block", confidence: "certain" },
} as const satisfies Record<HostKind, PasswordVerdict>;

/** Passwords that a person thought up. */
const CHOSEN = {
  local: { severity: "warn", confidence: "possible" },
  example: null,
  service: { severity: "warn", confidence: "possible" },
  remote: { severity: "block", confidence: "likely" },
} as const satisfies Record<HostKind, PasswordVerdict | null>;

/** `service`: a name without a dot, as in a compose file. A host that a template fills in counts as remote. */
function kindOfHost(host: string): HostKind {
  const name = host.startsWith("[") ? host.replace(/\].*$/, "]") : host.replace(/[:,].*$/, "");
  if (LOCAL.test(name)) return "local";
  if (EXAMPLE.test(name)) return "example";
  return /[.{$%]/.test(name) ? "remote" : "service";
}

/** `%40` as `@`; what is no escape stays. */
function percentDecode(text: string): string {
  return !text.includes("%") ? text : text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
