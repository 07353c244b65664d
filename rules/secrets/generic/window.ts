import type { ContentSubject, Hit, Span } from "../../../src/core/rule.ts";

const LONGEST_VALUE = 400;
/** So far behind its name a value begins, with room for the first characters of it. */
const REACH = 160;
/** A line is read from its beginning where a name stands no further in, else from the name on: what stands before may be half a string. */
const LEAD = 200;
/** On a line too long to read whole, names up to here behind the first are read with it. */
const COVERED = 400;

/**
 * What the lexer reads for a hit: its line, or what stands behind its name on a very long one, and the line after it: a formatter may have put the
 * value there. `readTo`: hits before it have their values in this window too.
 */
export function windowOf(subject: ContentSubject, hit: Hit): Span & { readonly readTo: number } {
  const line = subject.line(hit.start);
  const start = hit.start - line.start > LEAD ? startOfName(subject, line, hit) : line.start;
  const reach = hit.end + COVERED + REACH + LONGEST_VALUE;
  if (reach < line.end) return { start, end: reach, readTo: hit.end + COVERED };
  const next = subject.line(Math.min(line.end + 1, subject.length));
  return { start, end: Math.min(next.end, line.end + LONGEST_VALUE), readTo: line.end };
}

/** A name and what tells of its value: a quote, the call or subscript that it is an argument of, a tag of XML. */
const NAME_BEFORE = /(?:<[^<>"']{1,60}(?:"[^<>"]{0,60}"[^<>"']{0,20})?["']|[\w$.]{0,40}[([]\s{0,2}["'`]?|["'`])?[\w .$@#-]{0,60}$/;

function startOfName(subject: ContentSubject, line: Span, hit: Hit): number {
  const before = subject.slice(Math.max(line.start, hit.start - LEAD), hit.start);
  return hit.start - (NAME_BEFORE.exec(before)?.[0].length ?? 0);
}
