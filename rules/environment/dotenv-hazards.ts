import { type DotenvEntry, readDotenv } from "../../src/core/environment/dotenv.ts";
import { createOverlaps } from "../../src/core/intervals.ts";

/** A place that the readers of environment files disagree about. Offsets are indices into the text, ends exclusive. */
export interface Hazard {
  readonly start: number;
  readonly end: number;
  readonly why: string;
  /** What all of them read alike, to stand there instead. */
  readonly instead?: string;
}

/** What dotenv, `util.parseEnv` of Node, python-dotenv and `docker --env-file` make of these was tried with each of them. In order of their places. */
export function listHazards(text: string, hasBom: boolean): Hazard[] {
  const entries = readDotenv(text);
  const first = new Map(entries.toReversed().map((entry) => [entry.key, entry]));
  const all = [...ofBytes(text, hasBom), ...ofLines(text, entries), ...entries.flatMap((entry) => ofEntry(text, entry, first.get(entry.key) !== entry))];
  return all.sort((a, b) => a.start - b.start);
}

/** A byte order mark, shown at the first word, and a carriage return that ends no line. */
function ofBytes(text: string, hasBom: boolean): Hazard[] {
  const first = /\S[^\s=]*/.exec(text);
  const lone = /\r(?!\n|$)/.exec(text);
  return [
    ...(hasBom && first
      ? [
          {
            start: first.index,
            end: first.index + first[0].length,
            why: "The file begins with a byte order mark: to Node and Python it is part of the first name.",
          },
        ]
      : []),
    ...(lone ? [{ start: lone.index, end: lone.index + 1, why: "A carriage return without a line feed: Node joins the lines before and behind it." }] : []),
  ];
}

/** Lines that are no entry to `readDotenv`, or not to everybody. */
function ofLines(text: string, entries: readonly DotenvEntry[]): Hazard[] {
  const overlapsEntry = createOverlaps(entries.map(({ keyStart, valueEnd }) => ({ start: keyStart, end: Math.max(valueEnd, keyStart + 1) })));
  const isInEntry = (at: number): boolean => overlapsEntry({ start: at, end: at + 1 });
  const bare = [...text.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*$/gm)]
    .map(({ index, 0: line, 1: name = "" }) => ({ start: index + line.indexOf(name), end: index + line.indexOf(name) + name.length }))
    .filter(({ start }) => !isInEntry(start))
    .map((span) => ({ ...span, why: "A name without a value: Python sets it to nothing, the others do not know it." }));
  const start = text.lastIndexOf("\n") + 1;
  const last = {
    start,
    end: text.length,
    why: "A comment ends the file without a line end: some versions of Node read a variable out of it.",
    instead: `${text.slice(start)}\n`,
  };
  return /^[ \t]*#[^=]*=/.test(text.slice(start)) && !isInEntry(start) ? [...bare, last] : bare;
}

function ofEntry(text: string, entry: DotenvEntry, isAgain: boolean): Hazard[] {
  const { key, keyStart, keyEnd, valueStart, valueEnd, quote } = entry;
  const name = { start: keyStart, end: keyEnd };
  const between = text.slice(keyEnd, quote === null ? valueStart : valueStart - 1);
  const value = quote === null ? { start: valueStart, end: Math.max(valueEnd, valueStart) } : { start: valueStart - 1, end: valueEnd + 1 };
  const hazards: (Hazard | null)[] = [
    entry.separator === ":" ? { ...name, why: "A colon in place of =: only dotenv reads this line." } : null,
    entry.exported ? { ...name, why: "export in front of a name: Docker stops at it." } : null,
    /^[A-Za-z_]\w*$/.test(key) ? null : { ...name, why: "No shell takes this name, though the libraries do." },
    entry.separator === "=" && /^[ \t]/.test(between) ? { ...name, why: "A blank in front of =: Docker stops at it." } : null,
    between.includes("\t") ? { ...name, why: "A tab behind =: some versions of Node take it as part of the value." } : null,
    isAgain ? { ...name, why: "The name is given twice: the last one wins, and the first is read by people." } : null,
    value.end > value.start ? toHazard(ofValue(text, entry), value) : null,
  ];
  return hazards.filter((hazard) => hazard !== null);
}

type Flaw = Omit<Hazard, "start" | "end">;

function toHazard(flaw: Flaw | null, span: Pick<Hazard, "start" | "end">): Hazard | null {
  return flaw && { ...span, ...flaw };
}

/** The first thing that is wrong with a value; one is enough to mend it. */
function ofValue(text: string, { value, valueStart, quote }: DotenvEntry): Flaw | null {
  if (quote === null) return ofBareValue(text, value, valueStart);
  if (quote === "`") return { why: "Backticks are quotes to dotenv and Node, and part of the value to Python and Docker." };
  if (/[\r\n]/.test(value)) return { why: "A value over several lines: Docker reads each line by itself." };
  if (quote === "'") return value.includes("\\'") ? { why: "An escaped quote between single quotes: everybody reads it differently." } : null;
  if (/^[A-Za-z]:\\|\\\\/.test(value) && /\\/.test(value)) return ofPath(value);
  if (/\\(?!n)/.test(value)) return { why: "A backslash between double quotes: Python resolves it, dotenv and Node leave it." };
  return ofDollar(value);
}

/** `"D:\databases\trading.db"` */
function ofPath(value: string): Flaw {
  const why = "Backslashes between double quotes: Python reads \\t as a tab, and \\n is a line feed to all of them.";
  const path = value.replace(/\\+/g, "/");
  return /[\s#'"`$]/.test(path) ? { why } : { why, instead: path };
}

function ofBareValue(text: string, value: string, valueStart: number): Flaw | null {
  if (/^["'`]/.test(value)) return { why: "A quote that is not closed, or is followed by more: everybody reads this line differently." };
  // An empty value, and what begins with a # behind the sign, is a comment to all of them but Docker.
  if (/[^\s]#/.test(value) || (value.startsWith("#") && text[valueStart - 1] === "="))
    return { why: "A # inside an unquoted value: dotenv and Node cut the value off there, Python and Docker do not." };
  return ofDollar(value);
}

function ofDollar(value: string): Flaw | null {
  if (/\$\{\w+:?[-+?]/.test(value)) return { why: "A default inside the braces: Python fills it in, dotenv and Node leave it as it is." };
  return /[^\s$\\{]\$[A-Za-z_]/.test(value) ? { why: "A $ in front of a name: dotenv-expand, Python and Compose put a variable in there." } : null;
}
