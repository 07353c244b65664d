/** One `KEY=value` of an environment file. Offsets are indices into the text, ends exclusive. */
export interface DotenvEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** As it stands there, without its quotes, escapes unresolved: `text.slice(valueStart, valueEnd)`. Libraries differ in what they make of it. */
  readonly value: string;
  readonly valueStart: number;
  readonly valueEnd: number;
  /** A quote that is never closed, or is followed by more, is part of an unquoted value. */
  readonly quote: '"' | "'" | "`" | null;
  /** Written `export KEY=value`. */
  readonly exported: boolean;
  /** `:` where a file is written like YAML; not every library reads that. */
  readonly separator: "=" | ":";
}

const ENTRY = /[ \t]*(export[ \t]+)?([\w.-]+)(?:[ \t]*(=)|(:)(?=[ \t]))[ \t]*/y;
const [TAB, LF, CR, SPACE, HASH] = [9, 10, 13, 32, 35];
/** What may stand behind a closing quote. */
const REST_OF_LINE = /[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|$)/y;

/**
 * The entries of an environment file in order, duplicates included; what is no entry is skipped. Quoted values may span lines, a `#` after a
 * blank begins a comment, a BOM (also as the three characters that its bytes make in latin1) is skipped. Never throws, takes linear time.
 */
export function readDotenv(text: string): DotenvEntry[] {
  const entries: DotenvEntry[] = [];
  let at = /^(?:\uFEFF|\u00EF\u00BB\u00BF)?/.exec(text)?.[0].length ?? 0;
  while (at < text.length) {
    const entry = entryAt(text, at);
    if (entry) entries.push(entry);
    at = nextLine(text, entry?.valueEnd ?? at);
  }
  return entries;
}

function entryAt(text: string, lineStart: number): DotenvEntry | null {
  ENTRY.lastIndex = lineStart;
  const match = ENTRY.exec(text);
  if (!match) return null;
  const [head, exported = "", key = "", equals] = match;
  const keyStart = lineStart + head.indexOf(key, head.indexOf(exported) + exported.length);
  const name = { key, keyStart, keyEnd: keyStart + key.length, exported: exported !== "", separator: equals ? ("=" as const) : (":" as const) };
  const start = lineStart + head.length;
  return { ...name, ...(quotedValue(text, start) ?? bareValue(text, start)) };
}

type Value = Pick<DotenvEntry, "value" | "valueStart" | "valueEnd" | "quote">;

function quotedValue(text: string, start: number): Value | null {
  const quote = text.charAt(start);
  if (quote !== '"' && quote !== "'" && quote !== "`") return null;
  const end = closingQuote(text, quote, start + 1);
  if (end < 0 || !endsLine(text, end + 1)) return null;
  return { value: text.slice(start + 1, end), valueStart: start + 1, valueEnd: end, quote };
}

/** No quote that opens a value is ever skipped on the way (it follows a separator, not a backslash), so that all searches together are linear. */
function closingQuote(text: string, quote: string, from: number): number {
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 1)) if (text.charAt(at - 1) !== "\\") return at;
  return -1;
}

function endsLine(text: string, at: number): boolean {
  REST_OF_LINE.lastIndex = at;
  return REST_OF_LINE.test(text);
}

function bareValue(text: string, start: number): Value {
  let end = start;
  while (end < text.length && !isLineEnd(text.charCodeAt(end)) && !(text.charCodeAt(end) === HASH && isBlank(text.charCodeAt(end - 1)))) end++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { value: text.slice(start, end), valueStart: start, valueEnd: end, quote: null };
}

/** The start of the line after the one that holds `at`; line ends are LF, CRLF and a lone CR. */
function nextLine(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
}

function isLineEnd(code: number): boolean {
  return code === LF || code === CR;
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}
