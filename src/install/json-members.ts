/** One member of a JSON object in its text. Offsets in UTF-16 units, ends exclusive. */
export interface Member {
  readonly key: string;
  readonly start: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly end: number;
}

export interface ObjectText {
  /** Of `{`. */
  readonly start: number;
  /** Behind `}`. */
  readonly end: number;
  readonly members: readonly Member[];
}

const STRING = /"(?:[^"\\]|\\.)*"/y;
const SCALAR = /[^\s,\]}]+/y;
const SPACE = /\s*/y;

/** The object that begins at or after `from`. The text must be valid JSON. */
export function readObject(text: string, from = 0): ObjectText {
  const start = text.indexOf("{", from);
  const members: Member[] = [];
  let at = endOf(SPACE, text, start + 1);
  while (text[at] === '"') {
    const keyEnd = endOf(STRING, text, at);
    const valueStart = endOf(SPACE, text, text.indexOf(":", keyEnd) + 1);
    const end = endOfValue(text, valueStart);
    members.push({ key: String(JSON.parse(text.slice(at, keyEnd))), start: at, keyEnd, valueStart, end });
    at = endOf(SPACE, text, end);
    if (text[at] === ",") at = endOf(SPACE, text, at + 1);
  }
  return { start, end: at + 1, members };
}

function endOfValue(text: string, start: number): number {
  if (text[start] === '"') return endOf(STRING, text, start);
  if (text[start] !== "{" && text[start] !== "[") return endOf(SCALAR, text, start);
  let depth = 0;
  for (let at = start; at < text.length; ) {
    const sign = text[at] ?? "";
    if (sign === '"') at = endOf(STRING, text, at);
    else {
      if ("{[".includes(sign)) depth += 1;
      if ("}]".includes(sign)) depth -= 1;
      at += 1;
    }
    if (depth === 0) return at;
  }
  return text.length;
}

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
