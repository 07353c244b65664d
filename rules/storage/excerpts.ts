import type { Language } from "../../src/core/lexer.ts";
import type { ContentSubject, Span } from "../../src/core/rule.ts";

/** So many hits of one file are looked at. No program names a thousand databases: a file with more of them is data, or was made to keep the rule busy. */
const MAX_HITS = 1000;
const BEFORE = 480;
const AFTER = 240;
/** Of a longer line only so much is read round a hit: nothing that was written by hand. */
const MAX_LINE = 768;
/** How far back an open comment or docstring is looked for. */
const MAX_LOOK_BACK = 65_536;

/** The first hit that is not looked at any more, because there are too many before it. */
export function findUnread({ hits }: ContentSubject): Span | null {
  return hits[MAX_HITS] ?? null;
}

/** Whole lines round the hits, merged where they touch, that begin neither in a comment nor in a docstring. */
export function listExcerpts(subject: ContentSubject, language: Language): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const hit of subject.hits.slice(0, MAX_HITS)) {
    const [from, to] = [Math.max(0, hit.start - BEFORE), Math.min(subject.length, hit.end + AFTER)];
    const start = Math.max(subject.line(from).start, from - MAX_LINE);
    const end = Math.min(subject.line(to).end, to + MAX_LINE);
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  const closeOfOpenText = createOpenTextFinder(subject, language);
  return merged.flatMap(({ start, end }) => {
    const close = closeOfOpenText(start);
    const found = close === null ? 0 : subject.slice(start, end).indexOf(close);
    return close === null ? [{ start, end }] : found < 0 ? [] : [{ start: start + found + close.length, end }];
  });
}

/** Only a comment that begins a line counts: globs are full of these signs. */
const marks: Partial<Record<Language, RegExp>> = {
  python: /"""|'''/g,
  "c-like": /^[ \t]*\/\*|\*\//gm,
  sql: /^[ \t]*\/\*|\*\//gm,
  powershell: /^[ \t]*<#|#>/gm,
  xml: /<!--|-->/g,
};
const closes: Readonly<Record<string, string>> = { "/*": "*/", "<#": "#>", "<!--": "-->", '"""': '"""', "'''": "'''" };

/** What ends the comment or docstring that an offset lies in, or null. To be asked in order of the offsets: what was read once is not read again. */
function createOpenTextFinder(subject: ContentSubject, language: Language): (offset: number) => string | null {
  const mark = marks[language];
  let readTo = 0;
  let open: string | null = null;
  return (offset) => {
    const start = Math.max(readTo, offset - MAX_LOOK_BACK);
    for (const [found] of mark ? subject.slice(start, offset).matchAll(mark) : []) {
      const sign = found.trim();
      if (open === null) open = closes[sign] ?? null;
      else if (sign === open) open = null;
    }
    readTo = Math.max(readTo, offset);
    return open;
  };
}
