import { sha256 } from "./sha256.ts";
import { createLineReader, type Line } from "./text.ts";

/** A key of JSON: at the beginning or behind a bracket or comma, in front of a colon. What a `?` stands before is a value. */
const QUOTED_KEY = /(["'])(?<=(?:^|[{[(,])[\t-\r ]*\1)([\w$.@-]{1,64})\1(?=[\t-\r ]*[:=](?!=))/g;
/** What its quotes become, which open no text then. */
const BARE = "\x7f";
/** A name that something is assigned to, with the bare value behind it, which has no blanks; or one that is called. */
const NAMED =
  /(?<![\w$.@/\\%=:-])-*\x7f?([A-Za-z_$@][\w$.@-]{0,63})\x7f?(?:(?:=|:[\t-\r ]*|[\t-\r ]+[:=]=?>?[\t-\r ]*)(?![{[(])[^\t-\r ,;]*|[\t-\r ]*[:=]|\()/g;
/** The sign that makes a name of it. */
const SIGN = /[:=(]/;
const QUOTE = /["'`]/;
const QUOTE_OR_ESCAPE = /["'`\\]/g;
/** A line that a formatter broke behind an assignment sign, a colon or a bracket. What base 64 is padded with stands behind no blank. */
const BROKEN_OFF = /(?:[\t-\r ]=|[:(])[\t-\r ]*\\?$/;

/** A name, and where the sign behind it ends. */
interface Name {
  readonly text: string;
  readonly end: number;
}

/**
 * What of a finding's surroundings identifies it: the last name before it on its line, or on the line before where that ends in the middle of an assignment.
 * It survives moves, renames and reformatting, and holds nothing that a guess could be checked against: not the finding's own span, and no other value either.
 *
 *     export const key = "AKIA…          ->   key
 *     { "user": "ada", "password": "…    ->   password
 *
 * A line is read once for all offsets that are asked for in turn, because it may hold thousands of findings. In `text` only ASCII counts, so it may be latin1.
 * `origin`: where in the file it begins; of a long line blocks are read that do not depend on how a large file is cut.
 */
export function createContextFinder(text: string, origin = 0): (offset: number) => string {
  const lineAt = (_: string, offset: number): Line => linePart(text, offset, origin);
  const own = createLineReader(text, ({ start, end }) => ({ start, names: listNames(text.slice(start, end)) }), lineAt);
  const nameAbove = ({ start }: Line): string => (text[start - 1] === "\n" ? lastNameOf(text, linePart(text, start - 1, origin)) : "");
  const above = createLineReader(text, nameAbove, lineAt);
  return (offset) => {
    const { start, names } = own(offset);
    return lastBefore(names, offset - start)?.text ?? above(offset);
  };
}

/** Bytes; two blocks are less than the context that every piece of a large file comes with. */
const BLOCK = 1 << 14;

/** The line of an offset, as far as it lies in the block of that offset or in the one before. */
function linePart(text: string, offset: number, origin: number): Line {
  const block = Math.floor((origin + offset) / BLOCK) * BLOCK - origin;
  const cut = Math.max(0, block - BLOCK);
  const before = text.slice(cut, offset).lastIndexOf("\n");
  const behind = text.slice(offset, block + BLOCK).indexOf("\n");
  return { start: cut + before + 1, end: behind < 0 ? Math.min(text.length, block + BLOCK) : offset + behind };
}

function lastBefore(names: readonly Name[], offset: number): Name | undefined {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return names[low - 1];
}

/** Where the line ends in the middle of an assignment. */
function lastNameOf(text: string, { start, end }: Line): string {
  const line = text.slice(start, end).trimEnd();
  return BROKEN_OFF.test(line) ? (listNames(line).at(-1)?.text ?? "") : "";
}

/** The names of a line, in order; none that stands in a quoted text. */
function listNames(line: string): Name[] {
  const masked = QUOTE.test(line) ? maskQuoted(line.replace(QUOTED_KEY, `${BARE}$2${BARE}`)) : line;
  const names: Name[] = [];
  // Not by `matchAll`, which makes a copy of the expression for each line.
  for (let found = NAMED.exec(masked); found; found = NAMED.exec(masked)) names.push({ text: found[1] ?? "", end: found.index + found[0].search(SIGN) + 1 });
  return names;
}

/** Signs of a bare value in place of each quoted text, closed or not; `\` escapes. By hand: a regular expression keeps a way back for each sign, and has no room for those of a long line. */
function maskQuoted(line: string): string {
  let masked = "";
  let known = 0;
  let open = -1;
  let escaped = -1;
  for (let found = QUOTE_OR_ESCAPE.exec(line); found; found = QUOTE_OR_ESCAPE.exec(line)) {
    const { 0: sign, index } = found;
    if (index === escaped) continue;
    if (open < 0) open = sign === "\\" ? open : index;
    else if (sign === "\\") escaped = index + 1;
    else if (sign === line[open]) {
      masked += line.slice(known, open) + "*".repeat(index + 1 - open);
      known = index + 1;
      open = -1;
    }
  }
  return masked + (open < 0 ? line.slice(known) : line.slice(known, open) + "*".repeat(line.length - open));
}

/** SHA-256 in hex over rule, context and ordinal (how many earlier findings of the file have the same rule and context). */
export function toFingerprint(ruleId: string, context: string, ordinal: number): string {
  return sha256(`guard.fingerprint/1\0${ruleId}\0${context}\0${ordinal}`);
}

/** So many digits tell a fingerprint from others; people are shown no more. */
export const SHORT_FINGERPRINT = 12;

/**
 * Stands for what a finding spans, white space left out, as long as it is judged: what was recorded of it is held against this. Whoever has it can guess a
 * short secret, so it stays in memory and reaches no finding, no report and no file.
 */
export function toEvidence(span: string): string {
  return sha256(span.replace(/\s+/g, ""));
}

/** Counts equal contexts of one file. */
export function createOrdinals(): (ruleId: string, context: string) => number {
  const byRule = new Map<string, Map<string, number>>();
  return (ruleId, context) => {
    const seen = byRule.get(ruleId) ?? new Map<string, number>();
    const ordinal = seen.get(context) ?? 0;
    byRule.set(ruleId, seen.set(context, ordinal + 1));
    return ordinal;
  };
}
