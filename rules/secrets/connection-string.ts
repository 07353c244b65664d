import { type ContentSubject, defineRule, type Hit, type Match, type Span } from "../../src/core/rule.ts";
import { isPlaceholder } from "../../src/core/secrets/placeholder.ts";
import { isRandom } from "../../src/core/secrets/randomness.ts";
import { judgePassword, type Login } from "./connection-password.ts";
import { judgeInPackage } from "./installed-package.ts";
import { isMadeUpPlace } from "./made-up-place.ts";

/** A login found in the text, and where its password stands. */
interface Sighting extends Login {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

const URL_SIGN = "://";
const LONGEST_SCHEME = 24;
const LONGEST_AUTHORITY = 420;
/** As far behind the sign the `@` may stand: without one an address wakes no rule. */
const LONGEST_LOGIN = 302;
const REACH = 400;
/** The trigger of addresses. */
const URL_TRIGGER = 0;
/** How the names of keys end, in place of passwords. */
const KEY = "key=";

export const connectionString = defineRule({
  id: "secrets/connection-string",
  meta: {
    summary: "A connection string or URL holds a password.",
    why: "Whoever reads it can log in to that database or service as that user.",
    fix: "Change the password at the server first if it was ever pushed or shared. Then keep the whole string in the environment, or put the password in from there.",
    severity: "block",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:135",
    yieldsTo: ["secrets/github-*", "secrets/openai-*", "secrets/anthropic-*", "secrets/deepseek-api-key", "secrets/aws-*", "secrets/sentry-dsn-with-secret"],
  },
  inspects: "content",
  triggers: [
    { literal: URL_SIGN, holdsWithin: { set: "@", min: 1, within: LONGEST_LOGIN } },
    "password=",
    "pwd=",
    "password =",
    "pwd =",
    "accountkey=",
    "sharedaccesskey=",
  ],
  check(subject) {
    const seen = new Set<number>();
    const madeUp = isMadeUpPlace(subject.path);
    let bareTo = 0;
    const matches = subject.hits.flatMap((hit) => {
      const isInUrl = hit.trigger === URL_TRIGGER;
      // Inside a bare value no other pair begins, but in the query of an address.
      if (!isInUrl && hit.start < bareTo && subject.slice(hit.start - 1, hit.start) !== "?") return [];
      const pair = isInUrl ? null : readPair(subject, hit);
      if (pair?.isBare) bareTo = pair.end;
      const match = pair ? matchPair(pair, madeUp) : isInUrl ? matchUrl(subject, hit, madeUp) : matchAccountKey(subject, hit);
      if (!match || seen.has(match.start)) return [];
      seen.add(match.start);
      return [match];
    });
    return judgeInPackage(subject, matches);
  },
});

const SCHEME = /[a-z][a-z0-9+.-]*$/i;
/** user : password @ host, up to the last `@` of the authority. A `<` ends it, so that `<password>` is none. */
const AUTHORITY = /^([^:/@?#\s"'`<>\\]{0,100}):([^/?#\s"'`<>\\]{1,200})@([^\s"'`<>/@?#,;)\\]{0,120})/;
/** `example.com:443&mail=a@b.com` is a host with a port, not a user with a password. */
const PORT = /^\d{2,5}(?:[^\w]|$)/;

function matchUrl(subject: ContentSubject, hit: Hit, madeUp: boolean): Match | null {
  const authority = AUTHORITY.exec(subject.slice(hit.end, hit.end + LONGEST_AUTHORITY));
  const scheme = authority && SCHEME.exec(subject.slice(hit.start - LONGEST_SCHEME, hit.start))?.[0].toLowerCase();
  if (!authority || !scheme) return null;
  const [, user = "", password = "", host = ""] = authority;
  if (PORT.test(password) && /[.]|^localhost$/.test(user)) return null;
  // GitHub's way to put a token into a URL: the token stands where the user should.
  if (/^x-oauth-(?:basic|token)$/.test(password))
    return toMatch({ kind: scheme, user: "", password: user, host, start: hit.end, end: hit.end + user.length, madeUp });
  const start = hit.end + user.length + 1;
  return toMatch({ kind: scheme, user, password, host, start, end: start + password.length, madeUp });
}

/** The value behind `Password=`, bare or in quotes that the connection string itself uses. */
const VALUE = /^\s{0,2}(?:"([^"\n]{1,128})"|'([^'\n]{1,128})'|([^\s;&"'`<>]{1,128}))/;
const KEY_VALUE = /^([A-Za-z0-9+/]{40,120}={0,2})/;
const JDBC = /jdbc:[a-z0-9]{2,20}:[^\s"'`]{0,300}[?&;]$/i;
const ADO_KEY =
  /(?:^|[;"'`\s=])(?:server|data source|address|addr|network address|initial catalog|database|user id|userid|user|username|uid|host)\s{0,3}=[^;\n]{0,200}/i;
/** Looked for at the end of what stands before, nowhere else. */
const LIBPQ_BEFORE = /(?<=(?:^|["'`\s=])(?:host|hostaddr|port|user|dbname|sslmode|connect_timeout)=[^\s=;&"'`,()]{1,120}\s{1,3})/iy;
const LIBPQ_AFTER = /^\s{1,3}(?:host|hostaddr|port|user|dbname|sslmode)=/i;

/** A value under the name of a password, and what stands on its line round it. */
interface Pair extends Span {
  readonly password: string;
  readonly isBare: boolean;
  readonly before: string;
  readonly rest: string;
}

function readPair(subject: ContentSubject, hit: Hit): Pair | null {
  if (subject.slice(hit.end - KEY.length, hit.end).toLowerCase() === KEY) return null;
  const { before, behind } = lineRound(subject, hit);
  const value = VALUE.exec(behind);
  const password = value?.[1] ?? value?.[2] ?? value?.[3];
  if (!value || password === undefined) return null;
  const start = hit.end + value[0].indexOf(password);
  return { password, start, end: start + password.length, isBare: value[3] !== undefined, before, rest: behind.slice(value[0].length) };
}

/** By itself, not from `subject.line`, which looks ten times as far: one line may hold thousands of these names. */
function lineRound(subject: ContentSubject, { start, end }: Hit): { readonly before: string; readonly behind: string } {
  const [before, behind] = [subject.slice(start - REACH, start), subject.slice(end, end + REACH)];
  return { before: before.slice(before.lastIndexOf("\n") + 1), behind: behind.split("\n", 1)[0]?.replace(/\r$/, "") ?? "" };
}

/** `Server=...;Password=...`, `jdbc:...?password=...`, `host=... password=...`. */
function matchPair({ password, start, end, isBare, before, rest }: Pair, madeUp: boolean): Match | null {
  const kind = kindOfPairs(before, rest, isBare);
  if (!kind) return null;
  const pairs = `${before};${rest}`;
  return toMatch({ kind, user: findPair(pairs, USER), password, host: findPair(pairs, HOST), start, end, madeUp });
}

const USER = /(?:^|[;"'`\s?&])(?:user id|userid|username|user|uid)\s{0,3}=\s{0,3}([^;&\s"'`]{1,100})/i;
const HOST =
  /(?:^|[;"'`\s?&=])(?:server|data source|host|hostaddr|address|addr|network address)\s{0,3}=\s{0,3}(?:tcp:)?([^;,&\s"'`]{1,120})|jdbc:[a-z0-9:]{2,30}\/\/([^/;?\s"'`]{1,120})/i;

function findPair(pairs: string, pattern: RegExp): string {
  const found = pattern.exec(pairs);
  return found?.[1] ?? found?.[2] ?? "";
}

/** Which notation the pairs round a password are in, or `null`: an argument, a shell option or a query of some other kind. */
function kindOfPairs(before: string, rest: string, isBare: boolean): string | null {
  if (JDBC.test(before)) return "JDBC";
  if (/;\s{0,3}$/.test(before) && ADO_KEY.test(before)) return "ADO.NET or ODBC";
  if (/["'`=\s]$|^$/.test(before) && /^["']?;/.test(rest) && ADO_KEY.test(rest)) return "ADO.NET or ODBC";
  return isBare && (LIBPQ_AFTER.test(rest) || endsAsLibpq(before)) ? "PostgreSQL" : null;
}

function endsAsLibpq(before: string): boolean {
  LIBPQ_BEFORE.lastIndex = before.length;
  return LIBPQ_BEFORE.test(before);
}

/** `AccountName=...;AccountKey=...`. */
function matchAccountKey(subject: ContentSubject, hit: Hit): Match | null {
  const { before, behind } = lineRound(subject, hit);
  const key = KEY_VALUE.exec(behind)?.[1];
  if (key === undefined || !/;\s{0,3}$/.test(before) || isPlaceholder(key) || !isRandom(key)) return null;
  const message = "An Azure connection string holds its account key. Whoever reads it has the whole account.";
  return { start: hit.end, end: hit.end + key.length, message };
}

function toMatch({ kind, start, end, ...login }: Sighting): Match | null {
  const verdict = start < end ? judgePassword(login) : null;
  if (!verdict) return null;
  const remark = verdict.confidence === "possible" ? " It looks like one for development; no other place may use it." : "";
  return { start, end, message: `A connection string (${kind}) holds a password. Whoever reads it can log in with it.${remark}`, ...verdict };
}
