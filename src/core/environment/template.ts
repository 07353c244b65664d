import { type DotenvEntry, readDotenv } from "./dotenv.ts";

/** A setting that is switched off: its sign, up to the name. */
const COMMENTED = /^[ \t]*#[# \t]*(?=(?:export[ \t]+)?[A-Za-z_][\w.-]*[ \t]*=)/gm;

/** The settings of a template, those that a comment switches off among them. Offsets are those of the text. */
export function readTemplate(text: string): DotenvEntry[] {
  return readDotenv(text.replace(COMMENTED, (sign) => " ".repeat(sign.length)));
}

/** Where a new name belongs: behind the last of those that begin with the same words, else at the end. An index into the text, at the start of a line. */
export function placeFor(name: string, text: string): { readonly at: number; readonly before: string } {
  const entries = readTemplate(text);
  const shared = Math.max(0, ...entries.map(({ key }) => sharedWords(key, name)));
  const neighbour = shared === 0 ? undefined : entries.findLast(({ key }) => sharedWords(key, name) === shared);
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const lineEnd = neighbour === undefined ? -1 : text.indexOf("\n", neighbour.valueEnd);
  if (lineEnd >= 0) return { at: lineEnd + 1, before: "" };
  return { at: text.length, before: text === "" || text.endsWith("\n") ? "" : eol };
}

/** How many words, from the first one on, two names have in common. */
function sharedWords(one: string, other: string): number {
  const [a, b] = [one.split("_"), other.split("_")];
  const end = a.findIndex((word, i) => word !== b[i]);
  return end < 0 ? a.length : end;
}

/** A line for a name without a value, with the line ends that the text has. */
export function toLine(name: string, text: string): string {
  return `${name}=${text.includes("\r\n") ? "\r\n" : "\n"}`;
}
