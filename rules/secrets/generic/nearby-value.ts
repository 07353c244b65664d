import type { Form, Sighting } from "./candidate.ts";

/** Longest value that is read; of a longer one this much. */
const LONGEST_VALUE = 2048;
const LONGEST_NAME = 64;

/**
 * The value that stands behind a word for a secret, read without any grammar of the language: inside strings, comments, prose, command lines and
 * URLs as well as in code. `from`, `to`: where in `text` the word stands. Null where nothing there gives it a value.
 */
export function readNearbyValue(text: string, from: number, to: number): Sighting | null {
  const nameStart = startOfName(text, from);
  const nameEnd = endOfName(text, endOfWord(text, from, to));
  const sign = readSign(text, nameStart, nameEnd);
  if (!sign) return null;
  const opened = readOpening(text, sign.end);
  if (opened === null && sign.needsQuote) return null;
  const said = text.slice(Math.max(0, nameEnd - STATEMENT_REACH), nameEnd);
  if (IDENTIFIED.test(said) && !STATEMENT.test(said)) return null;
  const scheme = opened ? "" : matchAt(BARE_SCHEME, text, sign.end);
  const start = opened?.end ?? sign.end + scheme.length;
  const whole = opened ? readQuoted(text, start, opened.quote) : matchAt(BARE, text, start);
  const inner = opened ? (SCHEME.exec(whole)?.[0] ?? "") : scheme;
  const value = opened ? whole.slice(inner.length) : whole;
  const form = /^basic/i.test(inner) ? "scheme" : sign.form;
  const end = start + whole.length;
  return value === ""
    ? null
    : {
        name: nameBehind(scheme || inner, nameOf(text, nameStart, nameEnd)),
        nameStart,
        nameEnd,
        value,
        start: end - value.length,
        end,
        form,
        quoted: opened !== null,
      };
}

/** "identified by" is SQL in a statement that gives someone a login, elsewhere prose. */
const IDENTIFIED = /\bidentified by$/i;
const STATEMENT =
  /\b(?:(?:create|alter)\s{1,9}(?:user|role|(?:public\s{1,9})?database\s{1,9}link)|grant\s[^;]{1,160}\son\s{1,9}[^\s;]{1,80}\s{1,9}to)\s[^;]{1,200}$/i;
export const STATEMENT_REACH = 320;

/** `Bearer abc`: the scheme is no part of the secret. */
export const SCHEME = /^(?:Bearer|Basic|Token|Digest|Bot|OAuth|ApiKey|Negotiate)\s+(?=\S)/i;

/** What stands behind one of these is a token, however the header is called. */
const TOKEN_SCHEME = /^(?:Bearer|Token|Bot|OAuth|ApiKey)\b/i;

/** The name of a value: `Authorization` says less of it than the scheme before it. */
export function nameBehind(scheme: string, name: string): string {
  return TOKEN_SCHEME.test(scheme) ? "bearer_token" : name;
}

/** What some words mean that are no names themselves. */
const MEANINGS: Readonly<Record<string, string>> = {
  basic: "basic_password",
  bearer: "bearer_token",
  by: "user_password",
  securestring: "user_password",
  "otp.new": "otp_secret",
};

function nameOf(text: string, start: number, end: number): string {
  const written = text.slice(start, end).replace(/^-+/, "");
  const last = /(?:^|[^a-z])(basic|bearer|by|securestring|otp\.new)$/i.exec(written)?.[1] ?? (/otp\.new$/i.test(written) ? "otp.new" : undefined);
  return (last && MEANINGS[last.toLowerCase()]) || written;
}

function startOfName(text: string, from: number): number {
  let start = from;
  while (start > 0 && from - start < LONGEST_NAME && isNameCharacter(text.charCodeAt(start - 1))) start--;
  return start;
}

/** A trigger may end in the blank, bracket or quote that its gate asked for. */
function endOfWord(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && !isNameCharacter(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Up to what is no part of a name any more; a dash or dot at its end is none. */
function endOfName(text: string, to: number): number {
  let end = to;
  while (end < text.length && end - to < LONGEST_NAME && isNameCharacter(text.charCodeAt(end))) end++;
  while (end > to && (text[end - 1] === "-" || text[end - 1] === ".")) end--;
  return end;
}

/** Letters, digits, `_ $ . -` */
function isNameCharacter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 36 || code === 46 || code === 45;
}

interface Sign {
  readonly end: number;
  readonly form: Form;
  readonly needsQuote: boolean;
}

/** The quote, bracket or emphasis that closes the name. */
const CLOSING = /(?:\\{0,3}["'`]|&quot;)?[\])]?\*{0,2}[ \t]{0,20}/y;
/** With a type between name and sign: `key: string = `. */
const ASSIGNS =
  /(?:\??:[ \t]{0,4}[A-Za-z][\w.<>[\]| ]{0,30}[ \t]{0,4}=(?![=>])|=>|:=|\?\?=?|\|\|=?|->|;s:\d{1,5}:|=(?!=)|:(?!=|\/\/))\*{0,2}[ \t]{0,40}(?:\r?\n[ \t]{0,80}(?=["'`]))?/y;
/** A function or its type, or what a call gives: `(password) => "..."`, `(password): Result`. */
const IS_FUNCTION = /\)\s*(?:=>|:[^=]?)$/;
/** What a function makes of the word: `md5("password") == "5f4d..."`. */
const DIGEST = /["'`]\)[ \t]{0,4}(?:===?|,)[ \t]{0,4}["'`][0-9a-f]{32,128}["'`]/y;
/** One of two, or one of many: `shown ? "text" : "password"`, `case "pass": ...`. */
const IS_CHOICE = /(?:[\w)\s]\?[ \t]*|\bcase[ \t]+)["'`]$/;
const COMPARES = /(?:[=!]==?|\.equals\(|,)[ \t]{0,8}/y;
const CALLS = /\([ \t]{0,8}/y;
const BLANK = /[ \t]{1,8}/y;
const ELEMENT = />[ \t]{0,8}/y;
/** `Basic dXNlcjpwYXNz`: at least so much of what such values are written with. */
const ENCODED = /[ \t]{1,4}(?=[\w+/.~=-]{8})/y;
/** `login anna password x` of a .netrc file. */
const LOGIN_BEFORE = /\blogin[ \t]{1,8}\S{1,80}[ \t]{1,8}$/;

function readSign(text: string, nameStart: number, nameEnd: number): Sign | null {
  const closed = nameEnd + matchAt(CLOSING, text, nameEnd).length;
  if (
    IS_FUNCTION.test(text.slice(nameEnd, closed + 2)) ||
    matchAt(DIGEST, text, nameEnd) !== "" ||
    IS_CHOICE.test(text.slice(Math.max(0, nameStart - 12), nameStart))
  )
    return null;
  const assigns = matchAt(ASSIGNS, text, closed).length;
  if (assigns > 0) return { end: closed + assigns, form: "assignment", needsQuote: false };
  const compares = matchAt(COMPARES, text, closed).length;
  const isArgument = text[closed] === ",";
  if (compares > 0 && isArgument && !/["'`;]/.test(text.slice(nameEnd, closed))) return null;
  if (compares > 0) return { end: closed + compares, form: isArgument ? "call" : "comparison", needsQuote: true };
  const calls = matchAt(CALLS, text, nameEnd).length;
  if (calls > 0) return { end: nameEnd + calls, form: "call", needsQuote: true };
  const element = matchAt(ELEMENT, text, nameEnd).length;
  if (element > 0) return { end: nameEnd + element, form: "element", needsQuote: false };
  if (/^(?:basic|bearer)$/i.test(text.slice(nameStart, nameEnd))) {
    const encoded = matchAt(ENCODED, text, nameEnd).length;
    return encoded > 0 ? { end: nameEnd + encoded, form: "scheme", needsQuote: false } : null;
  }
  const blank = matchAt(BLANK, text, nameEnd).length;
  if (blank === 0) return null;
  const isOption = text[nameStart] === "-";
  const form = isOption ? "option" : "statement";
  return { end: nameEnd + blank, form, needsQuote: !isOption && !LOGIN_BEFORE.test(text.slice(Math.max(0, nameStart - 100), nameStart)) };
}

/** Calls and constructors round the value, the sign of a raw or byte string, the quote: `new Buffer("`, `b'`, `\"`. */
const OPENING = /(?:(?:new[ \t]{1,3})?[A-Za-z_$][\w.$:]{0,60}(?:\(|[ \t](?=["']))[ \t]{0,4}){0,3}[[({]?(?:[rbufLU@]{1,2})?(\\{0,3}["'`]|&quot;)(?!["'`]{2})/y;

export function readOpening(text: string, at: number): { readonly end: number; readonly quote: string } | null {
  OPENING.lastIndex = at;
  const found = OPENING.exec(text);
  return found?.[1] === undefined ? null : { end: OPENING.lastIndex, quote: found[1] };
}

/** Up to the quote on the same line; what is cut off before it counts too. */
export function readQuoted(text: string, start: number, quote: string): string {
  const limit = Math.min(text.length, start + LONGEST_VALUE);
  for (let at = start; at < limit; at++) {
    if (text[at] === "\n" || text[at] === "\r" || text.startsWith(quote, at)) return text.slice(start, at);
    if (text[at] === "\\" && quote.length === 1) at++;
  }
  return text.slice(start, limit);
}

const BARE_SCHEME = /(?:Bearer|Basic|Token|Digest|Bot|OAuth|ApiKey|Negotiate)[ \t]{1,8}(?=\S)/iy;
export const BARE = /[^\s"'`,;<>()[\]{}|&\\]{1,2048}/y;

/** What a sticky pattern finds at an index; empty where it does not. */
export function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}
