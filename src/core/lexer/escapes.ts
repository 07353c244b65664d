/**
 * How a string writes what cannot stand in it: `code` and `python` use backslashes (an unknown escape loses its backslash, in Python it keeps it),
 * `dotenv` knows only `\n \r \\ \"`, `double` only the quote and the dollar of a shell, `doubled` writes the quote twice, `backtick` is PowerShell's, `raw` keeps its backslashes but a quote behind one does not end it.
 */
export type Escapes = "code" | "python" | "dotenv" | "double" | "doubled" | "backtick" | "entities" | "raw" | "none";

const control: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v", a: "\x07", e: "\x1b" };
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** `xNN`, `uNNNN`, `u{N}`, `UNNNNNNNN`, octal digits, a line end, or the one character that is escaped. */
const backslash = /\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{1,6}\}|U[0-9a-fA-F]{8}|[0-7]{1,3}|\r\n|[\s\S])/g;

/** Content of a string as the program sees it. `quote` is the closing quote. */
export function resolveEscapes(raw: string, escapes: Escapes, quote: string): string {
  switch (escapes) {
    case "code":
      return raw.includes("\\") ? raw.replace(backslash, (_, sequence: string) => fromBackslash(sequence) ?? sequence) : raw;
    case "python":
      return raw.includes("\\") ? raw.replace(backslash, (whole, sequence: string) => fromBackslash(sequence) ?? whole) : raw;
    case "dotenv":
      return raw.includes("\\") ? raw.replace(/\\([nr\\"])/g, (_, letter: string) => control[letter] ?? letter) : raw;
    case "double":
      return raw.includes("\\") ? raw.replace(/\\(?:([$`"\\])|\r?\n)/g, (_, kept?: string) => kept ?? "") : raw;
    case "doubled":
      return raw.replaceAll(quote + quote, quote);
    case "backtick":
      return raw.replaceAll(quote + quote, quote).replace(/`([\s\S])/g, (_, letter: string) => control[letter] ?? letter);
    case "entities":
      return raw.includes("&") ? raw.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, fromEntity) : raw;
    case "raw":
    case "none":
      return raw;
  }
}

/** `undefined`: an escape that means nothing. */
function fromBackslash(sequence: string): string | undefined {
  if (sequence === "\n" || sequence === "\r\n") return "";
  if (/^[xuU]./.test(sequence)) return toCharacter(Number.parseInt(sequence.replace(/[xuU{}]/g, ""), 16));
  if (/^[0-7]/.test(sequence)) return toCharacter(Number.parseInt(sequence, 8));
  return /^[\\'"]$/.test(sequence) ? sequence : control[sequence];
}

function fromEntity(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
  return toCharacter(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) ?? whole;
}

function toCharacter(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
