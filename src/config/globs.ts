import micromatch from "micromatch";
import { expandBraces } from "../core/braces.ts";
import { GuardError } from "../core/model.ts";
import type { Glob, QuickGlob } from "../core/policy.ts";

/** Patterns longer than this are no patterns anybody wrote by hand. */
const MAX_LENGTH = 256;
/** Between two slashes. */
const MAX_WILDCARDS = 3;
/** The regular expressions of picomatch backtrack: every wildcard past the first of its segment, and every `**` with something behind it, costs one more power of the path's length. */
const MAX_POWER = 3;
const MAX_BRACES = 4;

/** `windows: false` keeps `/` the only separator on every system; extglobs repeat groups, which is worse than wildcards. */
const OPTIONS = { dot: true, nocase: true, noextglob: true, nonegate: true, windows: false };

/** What picomatch writes for `**`: any characters, checked at each one for a `.` or `..` segment. Paths of a repository have no such segments. */
const GLOBSTAR = "(?:(?:(?!(?:^|\\/)\\.{1,2}(?:\\/|$)).)*?)";
const NEEDLESS = ["(?!(?:^|\\/)\\.{1,2}(?:\\/|$))", "(?!\\.{1,2}(?:\\/|$))", "(?=.)"];

/**
 * A glob of paths as it stands in configuration and rules. A leading `!` takes back; without a slash it matches at any depth, a leading slash
 * anchors it, both as in `.gitignore`. Backslashes are read as slashes, parentheses as themselves. Throws `GuardError` (2).
 */
export function compileGlob(pattern: string): Glob {
  const problem = problemOfGlob(pattern);
  if (problem !== null)
    throw new GuardError(2, "config", `The glob ${JSON.stringify(pattern)} cannot be used: expected ${problem}.`, "Write it in a simpler way.");
  const glob = normalise(pattern);
  const quick = toQuick(glob);
  return { pattern, source: toSource(glob), negated: pattern.startsWith("!"), needle: toNeedle(glob), ...(quick && { quick }) };
}

/** Tried in this order. `PLAIN` is what means nothing in a glob. */
const PLAIN = "[^*?[\\]{}/\\\\]+";
const QUICK = {
  suffix: new RegExp(`^\\*\\*/\\*(\\.${PLAIN})$`),
  ending: new RegExp(`^\\*\\*/\\*(${PLAIN})$`),
  folder: new RegExp(`^\\*\\*/(${PLAIN})/\\*\\*$`),
  path: new RegExp(`^\\*\\*/(${PLAIN}(?:/${PLAIN})+)/\\*\\*$`),
  name: new RegExp(`^\\*\\*/(${PLAIN})$`),
} as const satisfies Record<QuickGlob["kind"], RegExp>;

/** The glob without a regular expression, where all its alternatives are of one simple kind; `null` where not. */
function toQuick(glob: string): QuickGlob | null {
  const alternatives = expandBraces(glob.toLowerCase());
  for (const kind of ["suffix", "ending", "folder", "path", "name"] as const) {
    const words = alternatives.map((alternative) => QUICK[kind].exec(alternative)?.[1]);
    if (words.every((word) => word !== undefined)) return { kind, words: `\0${words.join("\0\0")}\0` };
  }
  return null;
}

function toNeedle(glob: string): string {
  const plain = glob
    .toLowerCase()
    .replace(/\{[^}]*\}|\[[^\]]*\]/g, "*")
    .split(/[*?/]+/);
  return plain.reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}

/** As `compileGlob`, but a folder that matches stands for everything in it: how people write `ignores` and `overrides`. */
export function compileFolderGlob(pattern: string): Glob {
  const { quick: _exact, ...glob } = compileGlob(pattern);
  return { ...glob, source: `${glob.source.slice(0, -1)}(?:\\/[^]*)?$` };
}

/** What was expected in place of this glob, or `null` where it can be compiled. */
export function problemOfGlob(pattern: string): string | null {
  const glob = normalise(pattern);
  if (glob === "") return "a glob of paths, not an empty one";
  if (/^(?:\*\*\/)?[A-Za-z]:/.test(glob)) return "a glob of paths relative to the repository root, without a drive";
  if (glob.split("/").includes("..")) return 'a glob of paths inside the repository, without ".."';
  if (glob.length > MAX_LENGTH) return `a glob of at most ${MAX_LENGTH} characters`;
  return problemOfCost(glob) ?? problemOfBraces(glob);
}

function normalise(pattern: string): string {
  const body = (pattern.startsWith("!") ? pattern.slice(1) : pattern).replace(/\\/g, "/").replace(/\/+/g, "/");
  const anchored = /^\.?\//.test(body);
  const glob = body.replace(/^(?:\.?\/)+/, "").replace(/\/$/, "");
  return glob === "" || anchored || glob.includes("/") ? glob : `**/${glob}`;
}

function problemOfCost(glob: string): string | null {
  const segments = glob.split("/");
  const wildcards = segments.map((segment) => (segment === "**" ? 0 : (segment.match(/\*/g)?.length ?? 0)));
  if (wildcards.some((count) => count > MAX_WILDCARDS))
    return `a glob with at most ${MAX_WILDCARDS} wildcards between two slashes, because more take very long on some names`;
  const globstars = segments.slice(0, -1).filter((segment) => segment === "**").length;
  const power = wildcards.reduce((sum, count) => sum + Math.max(0, count - 1), globstars);
  return power > MAX_POWER ? "a glob with fewer wildcards, because so many take very long on some paths" : null;
}

function problemOfBraces(glob: string): string | null {
  const signs = glob.replace(/[^{}]/g, "");
  if (!/^(?:\{\})*$/.test(signs)) return "a glob in which each { has its } and none stands inside another";
  return signs.length > 2 * MAX_BRACES ? `a glob with at most ${MAX_BRACES} pairs of braces` : null;
}

function toSource(glob: string): string {
  const { source } = micromatch.makeRe(glob.replace(/[()|]/g, "\\$&"), OPTIONS);
  return NEEDLESS.reduce((text, needless) => text.replaceAll(needless, ""), source.replaceAll(GLOBSTAR, "[^]*?"));
}
