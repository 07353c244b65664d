import { type Assignment, type Language, languageOf, listAssignments } from "../../../src/core/lexer.ts";
import type { ContentSubject, Hit } from "../../../src/core/rule.ts";
import { measureRandomness } from "../../../src/core/secrets/randomness.ts";
import type { Candidate, Sighting } from "./candidate.ts";
import { readLogin } from "./login.ts";
import { describeUnmeant } from "./meant.ts";
import { nameBehind, readNearbyValue, SCHEME, STATEMENT_REACH } from "./nearby-value.ts";
import { readPairedValue } from "./paired-value.ts";
import { windowOf } from "./window.ts";

/** So many hits of one file are read, and so many values judged. A file with more names of secrets is data, or was made to keep the rule busy. */
const MOST_HITS = 2000;
const MOST_CANDIDATES = 1000;

export interface Found {
  readonly candidates: readonly Candidate[];
  /** The first hit that was not read. */
  readonly unread: Hit | null;
}

/** Every value near the hits of a subject, once each, that `isMeant`: read by the lexer as the language has it, and without any grammar where it sees none. */
export function listCandidates(subject: ContentSubject, isMeant: (sighting: Sighting) => boolean): Found {
  const language = languageOf(subject.path);
  const found: Candidate[] = [];
  const taken = new Set<number>();
  /** Where names begin that the lexer saw given something else than a literal: a variable, a type, a call. */
  const computed = new Set<number>();
  let readTo = -1;
  let bareTo = -1;
  const add = (sighting: Sighting): void => {
    if (taken.has(sighting.start)) return;
    if (!isMeant(sighting)) {
      subject.leave?.(sighting.start, sighting.end, describeUnmeant(sighting));
      return;
    }
    taken.add(sighting.start);
    const candidate = inPlace(sighting, subject);
    const isText = !BINARY.test(candidate.before + candidate.between + candidate.after);
    if (isText && !IMAGE_ADDRESS.test(candidate.before)) found.push(candidate);
  };
  for (const [index, hit] of subject.hits.entries()) {
    if (index === MOST_HITS || found.length >= MOST_CANDIDATES) return { candidates: found, unread: hit };
    if (hit.start >= readTo) {
      const window = windowOf(subject, hit);
      readTo = window.readTo;
      const text = subject.slice(window.start, window.end);
      const code = uncomment(text, language);
      for (const assignment of listAssignments(code, language)) {
        const sighting = toSighting(assignment, code, window.start);
        if (sighting) add(sighting);
        else if (!isCommented(text, code, assignment.nameStart)) computed.add(window.start + assignment.nameStart);
      }
    }
    // Inside a bare value no other begins.
    if (hit.start < bareTo) continue;
    const sighting = readBehind(subject, hit);
    if (!sighting || (IS_CODE.has(language) && isReference(sighting, computed))) continue;
    if (!sighting.quoted) bareTo = sighting.end;
    add(sighting);
  }
  return { candidates: found, unread: null };
}

const IS_CODE: ReadonlySet<Language> = new Set(["c-like", "python", "powershell"]);

/**
 * A type, a variable or a call rather than a value: in code, what stands without quotes and reads like a word, or like a name (`arg2`, `XmlString`) where
 * the lexer saw no literal. Inside strings and comments values stand so too.
 */
function isReference({ name, nameEnd, value, quoted, form }: Sighting, computed: ReadonlySet<number>): boolean {
  if (quoted || form !== "assignment" || !/^[A-Za-z_$][\w$]*$/.test(value)) return false;
  const lastPart = /[\w$]*$/.exec(name)?.[0] ?? "";
  const isName = /\d|[a-z][A-Z]/.test(value) && computed.has(nameEnd - lastPart.length);
  return isName || (/^\D+$/.test(value) && measureRandomness(value) < 0);
}

function isCommented(text: string, code: string, at: number): boolean {
  const line = text.lastIndexOf("\n", at) + 1;
  return text.slice(line, at) !== code.slice(line, at);
}

/** A statement up to its last word, or what may stand between a name and its value, and the longest value. */
const BEFORE = STATEMENT_REACH;
const BEHIND = 700;

function readBehind(subject: ContentSubject, hit: Hit): Sighting | null {
  const from = Math.max(0, hit.start - BEFORE);
  const text = subject.slice(from, hit.end + BEHIND);
  const [first, last] = [hit.start - from, hit.end - from];
  const sighting = readLogin(text, first) ?? readPairedValue(text, first) ?? readNearbyValue(text, first, last);
  if (!sighting) return null;
  const { start, end, nameStart, nameEnd } = sighting;
  return { ...sighting, start: start + from, end: end + from, nameStart: nameStart + from, nameEnd: nameEnd + from };
}

/** Bytes of a program round it, not of a text. */
const BINARY = /[\x00-\x08\x0e-\x1a]/;
const NEAR = 100;
/** A token in the address of a badge is meant to be seen with it. */
const IMAGE_ADDRESS = /\.(?:svg|png|gif|jpe?g)\?[\w.%=&-]{0,60}$/;

/** `headers.set("`: name and value are two arguments. */
const SETTER = /(?:set|put|add|append|header)\w{0,20}\(\s{0,8}["'`]$/i;

/** A pair is judged as an assignment: how its two halves are tied says nothing of the value. */
function inPlace({ nameStart, nameEnd, form, ...rest }: Sighting, subject: ContentSubject): Candidate {
  const first = Math.min(nameStart, rest.start);
  const line = subject.line(rest.start);
  const after = subject.slice(rest.end, Math.min(Math.max(line.end, rest.end), rest.end + NEAR));
  if (form === "pair" || (form === "call" && SETTER.test(subject.slice(Math.max(0, first - NEAR), first))))
    return { ...rest, form: "assignment", before: "", between: rest.quoted ? ' = "' : "=", after };
  return {
    ...rest,
    form,
    before: subject.slice(Math.max(Math.min(line.start, first), first - NEAR), first),
    between: subject.slice(nameEnd, rest.start),
    after,
  };
}

/** A backslash that continues the line: a command line inside a file that the lexer reads as settings. */
const CONTINUED = /\s+\\$/;

function toSighting({ name, nameStart, nameEnd, value, operator }: Assignment, text: string, offset: number): Sighting | null {
  if (value.kind === "expression") return null;
  const whole = value.quoted ? value.text : value.text.replace(CONTINUED, "");
  const scheme = SCHEME.exec(whole)?.[0] ?? "";
  // With escapes the text is shorter than what stands there; then the whole value is meant.
  const isVerbatim = text.startsWith(whole, value.start);
  return {
    name: nameBehind(scheme, name),
    nameStart: offset + nameStart,
    nameEnd: offset + nameEnd,
    value: whole.slice(scheme.length),
    start: offset + value.start + (isVerbatim ? scheme.length : 0),
    end: offset + (isVerbatim ? value.start + whole.length : value.end),
    form: scheme.startsWith("Basic") ? "scheme" : operator === ">" ? "element" : operator === "," ? "call" : "assignment",
    quoted: value.quoted,
  };
}

/** What is commented out is written down all the same: comment signs at the beginning of a line become blanks. */
function uncomment(text: string, language: Language): string {
  const signs = language === "c-like" ? /^[ \t]*(?:\/\/+|\/\*+|\*(?= ))/gm : /^[ \t]*(?:#+|\/\/+|;+|--|REM\b|<!--)/gm;
  return text.replace(signs, (sign) => " ".repeat(sign.length));
}
