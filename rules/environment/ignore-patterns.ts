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

/** A part between two slashes: `**`, a name without wildcards, or a sequence of what each character may be. */
type Segment = "**" | { readonly name: string } | readonly Part[];
type Part = "*" | ((character: string) => boolean);

/** The patterns of a file in order. Comments, blank lines and what git calls invalid are left out. */
export function parseIgnoreFile(text: string): IgnorePattern[] {
  return text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .flatMap((line) => parsePattern(line.replace(/\r$/, "")) ?? []);
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
  if (!anchored && only && only !== "**" && "name" in only) return only.name === names.at(-1);
  return matchSequence(segments, anchored ? names : names.slice(-1), (segment) => segment === "**", matchSegment);
}

function matchSegment(segment: Segment, name: string): boolean {
  if (segment !== "**" && "name" in segment) return segment.name === name;
  return (
    segment !== "**" &&
    matchSequence(
      segment,
      Array.from(name),
      (part) => part === "*",
      (part, character) => part !== "*" && part(character),
    )
  );
}

/** Wildcards that stand for any number of items: the last one met gives way first, so that the time is at most the product of both lengths. */
function matchSequence<P, I>(parts: readonly P[], items: readonly I[], isWildcard: (part: P) => boolean, fits: (part: P, item: I) => boolean): boolean {
  let part = 0;
  let item = 0;
  let back: { part: number; item: number } | null = null;
  while (item < items.length) {
    const [expected, given] = [parts[part], items[item]];
    if (expected !== undefined && isWildcard(expected)) back = { part: part++, item };
    else if (expected !== undefined && given !== undefined && fits(expected, given)) [part, item] = [part + 1, item + 1];
    else if (back) [part, item] = [back.part + 1, ++back.item];
    else return false;
  }
  return parts.slice(part).every(isWildcard);
}

function parsePattern(line: string): IgnorePattern | null {
  const written = trimEnd(line);
  if (written === "" || written.startsWith("#")) return null;
  const negated = written.startsWith("!");
  const whole = negated ? written.slice(1) : written;
  const foldersOnly = whole.endsWith("/");
  const body = foldersOnly ? whole.slice(0, -1) : whole;
  const parsed = body.replace(/^\//, "").split("/").map(parseSegment);
  const segments = parsed.filter((segment) => segment !== null);
  if (segments.length < parsed.length) return null;
  // A `**` at the end stands for what is inside, not for the folder itself.
  if (segments.at(-1) === "**") segments.push(["*"]);
  return { negated, foldersOnly, anchored: body.includes("/"), segments };
}

/** Without blanks at the end, unless a backslash keeps the last one. */
function trimEnd(line: string): string {
  let end = 0;
  for (let at = 0; at < line.length; at++) {
    if (line.charAt(at) === "\\") at++;
    else if (line.charAt(at) === " ") continue;
    end = at + 1;
  }
  return line.slice(0, end);
}

/** `null` where git calls it invalid, and lets it match nothing: a `[` without its end, a backslash before nothing. */
function parseSegment(text: string): Segment | null {
  if (/^\*{2,}$/.test(text)) return "**";
  if (!/[*?[\\]/.test(text)) return { name: text };
  const parts: Part[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === "*") parts.push("*");
    else if (sign === "?") parts.push(() => true);
    else if (sign === "[") {
      const set = parseSet(text, at);
      if (!set) return null;
      parts.push(set.fits);
      at = set.end;
    } else {
      const literal = sign === "\\" ? text.charAt(++at) : sign;
      if (literal === "") return null;
      parts.push((character) => character === literal);
    }
  }
  return parts;
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

/** `[a-z]`, `[!a]`, `[[:digit:]_]`, `[]a]`: the set that begins at `start`, and where its `]` stands. */
function parseSet(text: string, start: number): { readonly fits: (character: string) => boolean; readonly end: number } | null {
  const negated = /[!^]/.test(text.charAt(start + 1));
  const tests: ((character: string) => boolean)[] = [];
  let previous = "";
  for (let at = start + (negated ? 2 : 1), first = at; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === "]" && at > first) return { fits: (character) => tests.some((test) => test(character)) !== negated, end: at };
    const named = /^\[:([^\]]*):\]/.exec(text.slice(at, at + 12));
    if (named) {
      const known = CLASSES[named[1] ?? ""];
      if (!known) return null;
      tests.push((character) => known.test(character));
      at += named[0].length - 1;
      previous = "";
    } else if (sign === "-" && previous !== "" && !"]".includes(text.charAt(at + 1))) {
      at += text.charAt(at + 1) === "\\" ? 2 : 1;
      const [low, high] = [previous, text.charAt(at)];
      tests.push((character) => character >= low && character <= high);
      previous = "";
    } else {
      if (sign === "\\") at++;
      const literal = text.charAt(at);
      tests.push((character) => character === literal);
      previous = literal;
    }
  }
  return null;
}
