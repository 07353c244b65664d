/** What git makes of `.gitignore` files (gitignore, "pattern format"), for paths that need not exist. A set that holds a slash (`[a/b]`) is not known here. */

/** One line of a `.gitignore`. */
export interface IgnorePattern {
  /** Written with `!`: takes back. */
  readonly negated: boolean;
  /** Written with a slash at its end: folders alone. */
  readonly foldersOnly: boolean;
  /** Without a slash before its end it matches a name at any depth, otherwise the whole path below the `.gitignore`. */
  readonly anchored: boolean;
  readonly segments: readonly Segment[];
}

/** A part between two slashes: `**`, a name without wildcards, or a text with some. */
type Segment = "**" | { readonly name: string } | { readonly wild: string };

/** The patterns of a file in order, of lines that are the same the last. Comments and blank lines are left out. */
export function parseIgnoreFile(text: string): IgnorePattern[] {
  const patterns: IgnorePattern[] = [];
  for (const line of listLines(text)) {
    const pattern = parsePattern(line.endsWith("\r") ? line.slice(0, -1) : line);
    if (pattern) patterns.push(pattern);
  }
  return patterns.reverse();
}

/** From the last to the first, each once, without empty ones. */
function listLines(text: string): Iterable<string> {
  const lines = new Set<string>();
  const first = text.startsWith("\uFEFF") ? 1 : 0;
  for (let end = text.length; end > first; ) {
    if (text.charCodeAt(end - 1) === 0x0a) {
      end -= 1;
      continue;
    }
    const start = Math.max(first, text.lastIndexOf("\n", end - 1) + 1);
    lines.add(text.slice(start, end));
    end = start - 1;
  }
  return lines;
}

/**
 * Tells whether git would ignore a file, by the `.gitignore` files of its folder and those above: the deepest decides, in it the last pattern that
 * matches, and nothing inside an ignored folder can be taken back. `patternsOf` gets the path of a folder, `""` for the root. Folders are judged once.
 */
export function createIgnoreTest(patternsOf: (folder: string) => readonly IgnorePattern[]): (path: string) => boolean {
  const folders = new Map<string, boolean>([["", false]]);
  const isFolderIgnored = (folder: string): boolean => {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const ignored = isFolderIgnored(folder.slice(0, Math.max(0, folder.lastIndexOf("/")))) || verdictOn(folder.split("/"), true, patternsOf) === "ignored";
    folders.set(folder, ignored);
    return ignored;
  };
  return (path) => isFolderIgnored(path.slice(0, Math.max(0, path.lastIndexOf("/")))) || verdictOn(path.split("/"), false, patternsOf) === "ignored";
}

/** What is meant to be committed, under the names that are usual; `.env.schema` is what `env init` writes. */
const TEMPLATES = ["!.env.example", "!.env.sample", "!.env.template", "!.env.schema"];

/** Lines with which a `.gitignore` takes in a file of this name at any depth, and its kind where that has one. */
export function toPatterns(name: string): string[] {
  if (/^\.env(?:\.|$)/.test(name)) return [".env", ".env.*", ...TEMPLATES];
  const kind = /_credentials\.json$|\.(?:pem|key)$/.exec(name)?.[0];
  return [kind === undefined ? name.replace(/[\\*?[#! ]/g, "\\$&") : `*${kind}`];
}

function verdictOn(names: readonly string[], isFolder: boolean, patternsOf: (folder: string) => readonly IgnorePattern[]): "ignored" | "taken back" | null {
  for (let depth = names.length - 1; depth >= 0; depth--) {
    const below = names.slice(depth);
    const last = patternsOf(names.slice(0, depth).join("/")).findLast((pattern) => matches(pattern, below, isFolder));
    if (last) return last.negated ? "taken back" : "ignored";
  }
  return null;
}

function matches({ foldersOnly, anchored, segments }: IgnorePattern, names: readonly string[], isFolder: boolean): boolean {
  if (foldersOnly && !isFolder) return false;
  const [only] = segments;
  if (!anchored && only && only !== "**") return matchSegment(only, names.at(-1) ?? "");
  return matchPath(segments, anchored ? names : names.slice(-1));
}

/** `**` stands for any number of folders: the last one met gives way first, so that the time is at most the product of both lengths. */
function matchPath(segments: readonly Segment[], names: readonly string[]): boolean {
  let at = 0;
  let item = 0;
  let back: { at: number; item: number } | null = null;
  while (item < names.length) {
    const segment = segments[at];
    if (segment === "**") back = { at: at++, item };
    else if (segment !== undefined && matchSegment(segment, names[item] ?? "")) [at, item] = [at + 1, item + 1];
    else if (back) [at, item] = [back.at + 1, ++back.item];
    else return false;
  }
  while (segments[at] === "**") at++;
  return at === segments.length;
}

function matchSegment(segment: Exclude<Segment, "**">, name: string): boolean {
  return "name" in segment ? segment.name === name : matchWild(segment.wild, Array.from(name));
}

/** As above with `*` and characters. A text is read only as far as it matches, so that one without end costs nothing; what is invalid in it matches nothing. */
function matchWild(text: string, characters: readonly string[]): boolean {
  let at = 0;
  let item = 0;
  let back: { at: number; item: number } | null = null;
  while (item < characters.length) {
    if (text.charAt(at) === "*") {
      back = { at: ++at, item };
      continue;
    }
    const part = readPart(text, at, characters[item] ?? "");
    if (part?.fits) [at, item] = [part.end, item + 1];
    else if (back) [at, item] = [back.at, ++back.item];
    else return false;
  }
  while (text.charAt(at) === "*") at++;
  return at === text.length;
}

/** No path is so deep, so such a pattern matches none. */
const MAX_DEPTH = 4096;

function parsePattern(line: string): IgnorePattern | null {
  const written = trimEnd(line);
  if (written === "" || written.startsWith("#")) return null;
  const negated = written.startsWith("!");
  const whole = negated ? written.slice(1) : written;
  const foldersOnly = whole.endsWith("/");
  const body = foldersOnly ? whole.slice(0, -1) : whole;
  const anchored = body.includes("/");
  const names = anchored ? (body.startsWith("/") ? body.slice(1) : body).split("/", MAX_DEPTH) : [body];
  if (names.length === MAX_DEPTH) return null;
  const segments = names.map(toSegment);
  // A `**` at the end stands for what is inside, not for the folder itself.
  if (segments.at(-1) === "**") segments.push({ wild: "*" });
  return { negated, foldersOnly, anchored, segments };
}

/** Without blanks at the end, unless a backslash keeps the last one. */
function trimEnd(line: string): string {
  if (!line.endsWith(" ")) return line;
  let end = 0;
  for (let at = 0; at < line.length; at++) {
    if (line.charAt(at) === "\\") at++;
    else if (line.charAt(at) === " ") continue;
    end = at + 1;
  }
  return line.slice(0, end);
}

function toSegment(text: string): Segment {
  if (!/[*?[\\]/.test(text)) return { name: text };
  return /^\*{2,}$/.test(text) ? "**" : { wild: text };
}

/** Where the part that begins at `at` ends, and whether the character is one that it stands for. */
interface Part {
  readonly fits: boolean;
  readonly end: number;
}

/** `null` at the end, and where git calls the text invalid: a `[` without its end, a backslash before nothing. */
function readPart(text: string, at: number, character: string): Part | null {
  const sign = text.charAt(at);
  if (sign === "?") return { fits: true, end: at + 1 };
  if (sign === "[") return readSet(text, at, character);
  const literal = sign === "\\" ? text.charAt(at + 1) : sign;
  return literal === "" ? null : { fits: character === literal, end: at + (sign === "\\" ? 2 : 1) };
}

const CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: /[\x00-\x1f\x7f]/,
  digit: /\d/,
  graph: /[\x21-\x7e]/,
  lower: /[a-z]/,
  print: /[\x20-\x7e]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t-\r]/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/,
};

/** `[a-z]`, `[!a]`, `[[:digit:]_]`, `[]a]`: the set that begins at `start`. */
function readSet(text: string, start: number, character: string): Part | null {
  if (text.indexOf("]", start + 2) < 0) return null;
  const negated = /[!^]/.test(text.charAt(start + 1));
  let holds = false;
  let previous = "";
  for (let at = start + (negated ? 2 : 1), first = at; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === "]" && at > first) return { fits: holds !== negated, end: at + 1 };
    const named = sign === "[" && text.charAt(at + 1) === ":" ? /^\[:([^\]]*):\]/.exec(text.slice(at, at + 12)) : null;
    if (named) {
      const known = CLASSES[named[1] ?? ""];
      if (!known) return null;
      holds ||= known.test(character);
      at += named[0].length - 1;
      previous = "";
    } else if (sign === "-" && previous !== "" && !"]".includes(text.charAt(at + 1))) {
      at += text.charAt(at + 1) === "\\" ? 2 : 1;
      holds ||= character >= previous && character <= text.charAt(at);
      previous = "";
    } else {
      if (sign === "\\") at++;
      previous = text.charAt(at);
      holds ||= character === previous;
    }
  }
  return null;
}
