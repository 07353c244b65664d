import { type Language, languageOf, tokenize } from "../../src/core/lexer.ts";

/** Where in the text something about the confirmation stands; indices, the end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** confirm.strip().upper() != 'YES'      $response -ne "YES"      [ "$answer" != "YES" ] */
const COMPARISON = /(?:[!=]==?|-c?(?:eq|ne)|\bnot in|\bin)[ \t]{0,8}[([]?[ \t]{0,4}["']YES["']/gi;
const PROMPT = /\binput[ \t]{0,4}\(|\bRead-Host\b|\bread[ \t]{1,4}-[a-z]*p|\bset[ \t]{1,4}\/p\b|\bquestion[ \t]{0,4}\(|\bprompt[ \t]{0,4}\(|\bask[ \t]{0,4}\(/i;
const IS_LIVE = /\blive\b|\btrading\b|\breal (?:money|trades|orders)\b|start_live/i;
/** How far before the comparison its prompt stands, and how far round it live trading is named. */
const REACH = 1200;

/** Comparisons of what a person typed with YES, before live trading. Comments do not count: a gate commented out is gone. */
export function listGates(path: string, text: string, isTrading: boolean): Place[] {
  if (!/["']yes["']/i.test(text)) return [];
  const code = withoutComments(text, languageOf(path));
  return [...code.matchAll(COMPARISON)].flatMap((match) => {
    const before = code.slice(Math.max(0, match.index - REACH), match.index);
    const around = code.slice(Math.max(0, match.index - REACH), match.index + REACH);
    const isGate = PROMPT.test(before) && (isTrading || IS_LIVE.test(around));
    return isGate ? [{ start: match.index, end: match.index + match[0].length }] : [];
  });
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
export function listAnswers(path: string, text: string, isTrading: boolean): Place[] {
  if (!/\byes["']?[ \t]{0,8}\||["']YES|(?:auto|skip)_?confirm/i.test(text)) return [];
  const code = withoutComments(text, languageOf(path));
  const found = ANSWERS.flatMap((pattern) => [...code.matchAll(pattern)]).map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const near = found.filter(({ start, end }) => isTrading || IS_LIVE.test(code.slice(Math.max(0, start - 200), end + 200)));
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
