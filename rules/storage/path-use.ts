import { type Assignment, type Language, listAssignments, type Token, tokenize } from "../../src/core/lexer.ts";
import { storageOf } from "./storage-names.ts";
import { type Callee, type Element, readCallee, readElement, sourceOf } from "./token-walk.ts";

/** What a program does with a string. */
export interface PathUse {
  /** `opened`: it goes into a call that opens a database. `named`: it is what a variable, member, parameter or default holds. `returned`: a function gives it back. */
  readonly role: "opened" | "named" | "returned";
  /** The names that take it: the environment variable that is asked first, the variable or member. */
  readonly names: readonly string[];
  /** It is only the default for an environment variable. */
  readonly fromEnvironment: boolean;
  /** Tokens of what it is joined to, such as `__dirname` in `join(__dirname, "x.db")`; empty: it stands for itself. */
  readonly base: readonly Token[];
  /** It stands in an object of a list, an inventory, or in the `env` that is handed to a process. */
  readonly isHandedOn: boolean;
}

/** The tokens of an excerpt without comments, and its assignments by the start of their value. */
export interface Excerpt {
  readonly tokens: readonly Token[];
  readonly assigned: ReadonlyMap<number, Assignment>;
}

export function readExcerpt(text: string, language: Language): Excerpt {
  const tokens = tokenize(text, language).filter(({ kind }) => kind !== "comment");
  return { tokens, assigned: new Map(listAssignments(text, language, tokens).map((assignment) => [assignment.value.start, assignment])) };
}

const joins = /(?:^|\.)(?:join|joinpath|resolve|normalize)$/;
const wraps =
  /(?:^|\.)(?:Path|PurePath|PosixPath|WindowsPath|str|String|fspath|abspath|realpath|normpath|dirname|expanduser|fileURLToPath|pathToFileURL|URL|as_posix|trim)$/;
const opens =
  /(?:^|\.)(?:(?:aio)?sqlite3?\.connect|sqlite3?\.open|better-sqlite3|Database|DatabaseSync|create_engine|create_async_engine|createClient|SqliteDatabase|from_conn_string|openDatabase(?:Sync|Async)?)$/;
const asksEnvironment = /(?<![\w.])(?:process\.env|import\.meta\.env|Deno\.env|os\.environ|environ|(?:os\.)?getenv)\b/;
const environmentCall = /(?:^|\.)(?:getenv|environ\.get|env\.get|env)$/;
const MAX_DEPTH = 8;

/** What is known of a string on the way from it outwards, one call after the other. */
interface Climb {
  /** Index of the first token of the expression that holds the string so far. */
  readonly at: number;
  readonly names: readonly string[];
  readonly fromEnvironment: boolean;
  readonly base: readonly Token[];
}

/** How the string at `index` is used; null where it is nothing that opens or holds a path: a message, a comparison, an element of a list. */
export function findPathUse({ tokens, assigned }: Excerpt, index: number): PathUse | null {
  let climb: Climb = { at: index, names: [], fromEnvironment: false, base: [] };
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const element = readElement(tokens, climb.at);
    const before = tokens.slice(element.from, climb.at);
    climb = withElement(climb, before);
    if (element.operator >= 0) return toNamed(tokens, element, climb, assigned);
    if (/^(?:return|yield|=>)$/.test(before[0]?.text ?? "")) return { ...toUse(climb), role: "returned" };
    if (tokens[element.open]?.text !== "(") return null;
    const call = { tokens, callee: readCallee(tokens, element.open), first: withoutNewlines(tokens.slice(element.open + 1, element.from)) };
    const outer = climbOut(climb, call);
    if (!outer) return useInCall(climb, call);
    climb = outer;
  }
  return null;
}

function toUse({ names, fromEnvironment, base }: Climb): Omit<PathUse, "role"> {
  return { names, fromEnvironment, base, isHandedOn: false };
}

/** Takes in what stands before the string in its own argument or statement. */
function withElement(climb: Climb, before: readonly Token[]): Climb {
  const isAsked = asksEnvironment.test(sourceOf(before));
  const asked = isAsked ? environmentNames(before) : [];
  // `NODE_ENV === "test" ? a : b` asks for something else.
  const isDefault =
    isAsked && before.some(({ text }) => /^(?:\|\||\?\?|or)$/.test(text) || (/^(?:else|:)$/.test(text) && asked.some((name) => storageOf(name) !== null)));
  return {
    at: climb.at,
    names: isDefault ? [...climb.names, ...asked] : climb.names,
    fromEnvironment: climb.fromEnvironment || isDefault,
    base: climb.base.length > 0 ? climb.base : joinedBefore(before),
  };
}

function toNamed(tokens: readonly Token[], element: Element, climb: Climb, assigned: Excerpt["assigned"]): PathUse | null {
  const name = nameOf(tokens, element.operator, assigned);
  const asked = tokens[element.open]?.text === "(" && environmentCall.test(readCallee(tokens, element.open).text) ? tokens[element.open + 1] : undefined;
  const names = [...climb.names, ...(asked?.kind === "string" ? [asked.value] : []), ...(name === null ? [] : [name])];
  const fromEnvironment = climb.fromEnvironment || asked !== undefined;
  return name === null ? null : { role: "named", names, fromEnvironment, base: climb.base, isHandedOn: isHandedOn(tokens, element.open) };
}

interface Call {
  readonly tokens: readonly Token[];
  readonly callee: Callee;
  /** The arguments before the string, with their commas. */
  readonly first: readonly Token[];
}

/** Through a call that gives the path back, joined or changed; null where the call is no such one. */
function climbOut(climb: Climb, { tokens, callee, first }: Call): Climb | null {
  const at = callee.from;
  if (callee.text === "" || wraps.test(callee.text)) return { ...climb, at };
  // .default(…) of a schema of the environment, .unwrap_or(…)
  if (/\.(?:default|unwrap_or)$/.test(callee.text)) return { ...climb, at, fromEnvironment: true };
  if (!joins.test(callee.text)) return null;
  const receiver = callee.text.endsWith("joinpath") ? tokens.slice(at, at + 12) : [];
  return { ...climb, at, base: climb.base.length > 0 ? climb.base : first.length > 0 ? first : receiver };
}

function useInCall(climb: Climb, { callee, first }: Call): PathUse | null {
  const use = toUse(climb);
  const [asked] = first;
  const isEnvironment = environmentCall.test(callee.text);
  if ((isEnvironment || callee.text.endsWith(".get")) && asked?.kind === "string")
    return { ...use, role: "named", names: [...climb.names, asked.value], fromEnvironment: climb.fromEnvironment || isEnvironment };
  return opens.test(callee.text) && !first.some(({ text }) => text === ",") ? { ...use, role: "opened" } : null;
}

function withoutNewlines(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ kind }) => kind !== "newline");
}

/** Name that the operator at `index` gives a value to. */
function nameOf(tokens: readonly Token[], operator: number, assigned: Excerpt["assigned"]): string | null {
  let at = operator + 1;
  while (tokens[at]?.kind === "newline" || tokens[at]?.text === "(") at += 1;
  const value = tokens[at];
  return value ? (assigned.get(value.innerStart)?.name ?? null) : null;
}

/** `Path(x) / "y"` and `x + "y"`: the tokens of `Path(x)` and `x`. */
function joinedBefore(before: readonly Token[]): readonly Token[] {
  const pieces = withoutNewlines(before);
  if (!/^[+/]$/.test(pieces.at(-1)?.text ?? "")) return [];
  const start = pieces.findLastIndex(({ text, kind }) => kind !== "string" && /^(?:[:?|]?=|:|\?|\|\||\?\?|or|else|return|=>|,)$/.test(text));
  return pieces.slice(start + 1, -1);
}

/** The object at `open` is an element of a list (`[{`, `}, {`) or is called `env`. */
function isHandedOn(tokens: readonly Token[], open: number): boolean {
  if (tokens[open]?.text !== "{") return false;
  const [second, last] = withoutNewlines(tokens.slice(Math.max(0, open - 8), open)).slice(-2);
  if (last?.text === ":") return /^env(?:_\w+|ironment)?$/i.test(second?.value ?? "");
  return last?.text === "[" || (last?.text === "," && second?.text === "}");
}

function environmentNames(tokens: readonly Token[]): string[] {
  const found = sourceOf(tokens).matchAll(/(?:env|environ)\s*(?:\.|\[|\.get\()\s*["'`]?([A-Za-z_]\w*)|getenv\(\s*["']([A-Za-z_]\w*)/g);
  return [...found].map(([, a, b]) => a ?? b ?? "");
}
