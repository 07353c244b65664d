import { createOverlaps } from "../../src/core/intervals.ts";
import { type Language, languageOf, tokenize } from "../../src/core/lexer.ts";

/** Where in the text something about the confirmation stands; indices, the end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** confirm.strip().upper() != 'YES'      $response -ne "YES"      [ "$answer" != "YES" ] */
const COMPARISON = /(?:[!=]==?|-c?(?:eq|ne)|\bnot in|\bin)[ \t]{0,8}[([]?[ \t]{0,4}["']YES["']/gi;
const PROMPTS =
  /\binput[ \t]{0,4}\(|\bRead-Host\b|\bread[ \t]{1,4}-[a-z]*p|\bset[ \t]{1,4}\/p\b|\bquestion[ \t]{0,4}\(|\bprompt[ \t]{0,4}\(|\bask[ \t]{0,4}\(/gi;
const LIVE = /\blive\b|\btrading\b|\breal (?:money|trades|orders)\b|start_live/gi;
/** How far before the comparison its prompt stands, and how far round it live trading is named. */
const REACH = 1200;
/** The same of an answer. */
const LIVE_REACH = 200;

/** Every comment of these languages begins with it. */
const COMMENT = "#";
const TYPED = /["']yes["']/i;
/** What every answer has, see `ANSWERS`. */
const ANSWERED = /\byes["']?[ \t]{0,8}\||StandardInput|(?:auto|skip)_?confirm/i;

/** A text with blanks for comments, which do not count: a gate commented out is gone. `null`: nothing in it can be about the confirmation. */
export function readCode(path: string, text: string, isTrading: boolean): string | null {
  if (!isTrading && text.search(LIVE) < 0) return null;
  const mayAsk = TYPED.test(text) && text.search(PROMPTS) >= 0;
  if (!mayAsk && !ANSWERED.test(text)) return null;
  return text.includes(COMMENT) ? withoutComments(text, languageOf(path)) : text;
}

/** Whether a place of the text touches what a pattern finds: looked for once, because a file may hold thousands of places. */
function createNearness(code: string, pattern: RegExp): (place: Place) => boolean {
  return createOverlaps(Array.from(code.matchAll(pattern), toPlace));
}

function toPlace({ index, 0: found }: RegExpExecArray): Place {
  return { start: index, end: index + found.length };
}

/** Comparisons of what a person typed with YES, before live trading. */
export function listGates(code: string, isTrading: boolean): Place[] {
  const compared = Array.from(code.matchAll(COMPARISON), toPlace);
  if (compared.length === 0) return [];
  const isPrompted = createNearness(code, PROMPTS);
  const isLive = createNearness(code, LIVE);
  return compared.filter(
    ({ start }) => isPrompted({ start: start - REACH, end: start }) && (isTrading || isLive({ start: start - REACH, end: start + REACH })),
  );
}

/** echo YES | python start_live_trading.py      "YES" | & $python start.py      StandardInput.WriteLine("YES")      auto_confirm = True */
const ANSWERS = [
  /\becho[ \t]{1,8}["']?YES["']?[ \t]{0,8}\|/gi,
  /["']YES["'][ \t]{0,8}\|/g,
  /\byes[ \t]{0,8}\|[ \t]{0,8}(?:&[ \t]{0,4})?\S{0,80}python/g,
  /\bStandardInput\.Write(?:Line)?\([ \t]{0,4}["']YES/gi,
  /\b(?:auto_?confirm|skip_?confirm(?:ation)?)\b[ \t]{0,8}(?::[ \t]{0,4}bool[ \t]{0,4})?=[ \t]{0,8}(?:True|\$?true|1)\b/gi,
];

/** Places where a program answers the question itself, so that nobody is asked. */
export function listAnswers(code: string, isTrading: boolean): Place[] {
  const isLive = createNearness(code, LIVE);
  const found = ANSWERS.flatMap((pattern) => Array.from(code.matchAll(pattern), toPlace));
  const near = found.filter(({ start, end }) => isTrading || isLive({ start: start - LIVE_REACH, end: end + LIVE_REACH }));
  const places = near.sort((a, b) => a.start - b.start || b.end - a.end);
  return places.filter(({ start }, i) => start >= (places[i - 1]?.end ?? 0));
}

/** The same text with blanks for comments, so that every index stays. */
function withoutComments(text: string, language: Language): string {
  let out = "";
  let at = 0;
  for (const { kind, start, end } of tokenize(text, language)) {
    if (kind !== "comment") continue;
    out += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, " ");
    at = end;
  }
  return out + text.slice(at);
}
