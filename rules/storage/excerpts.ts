import type { Language } from "../../src/core/lexer.ts";
import type { ContentSubject, Span } from "../../src/core/rule.ts";

const BEFORE = 480;
const AFTER = 240;
/** How far back an open comment or docstring is looked for. */
const MAX_LOOK_BACK = 65_536;

/** Whole lines round the hits, merged where they touch, that begin neither in a comment nor in a docstring. */
export function listExcerpts(subject: ContentSubject, language: Language): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const hit of subject.hits) {
    const start = subject.line(Math.max(0, hit.start - BEFORE)).start;
    const end = subject.line(Math.min(subject.length, hit.end + AFTER)).end;
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged.map((span) => ({ ...span, start: span.start + lengthOfOpenText(subject, span, language) })).filter(({ start, end }) => start < end);
}

/** How much of the excerpt still belongs to a comment or docstring that began before it. */
function lengthOfOpenText(subject: ContentSubject, { start, end }: Span, language: Language): number {
  if (start === 0 || (language !== "python" && language !== "c-like")) return 0;
  const before = subject.slice(start - MAX_LOOK_BACK, start);
  const close = language === "python" ? openDocstring(before) : openComment(before);
  if (close === null) return 0;
  const found = subject.slice(start, end).indexOf(close);
  return found < 0 ? end - start : found + close.length;
}

function openDocstring(before: string): string | null {
  for (const quote of ['"""', "'''"]) if (before.split(quote).length % 2 === 0) return quote;
  return null;
}

/** Only a comment that begins a line counts: globs are full of these signs. */
function openComment(before: string): string | null {
  return /^[ \t]*\/\*/m.test(before.slice(before.lastIndexOf("*/") + 1)) ? "*/" : null;
}
