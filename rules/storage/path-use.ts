import { type Assignment, assignmentAt, type Language, type Token } from "../../src/core/lexer.ts";
import { findCmdletUse } from "./cmdlets.ts";
import { asksEnvironment, environmentNames, isEnvironmentCall } from "./environment.ts";
import { arrowName, attributedField, functionAround, functionName, propertyName } from "./named-by.ts";
import { isOpening, isPlaceOfStore, keepsInFile, type PathLooks } from "./openers.ts";
import { type Call, type Climb, climbOut, declares, filledBehind, MAX_BEFORE, namesEnvironment, readCall } from "./path-call.ts";
import { isConfigured } from "./path-origin.ts";
import { databaseUrl, isDatabaseTool, logFile, storageOf } from "./storage-names.ts";
import { buildTree, type Element, readCallee, sourceOf, type TokenTree } from "./token-tree.ts";

/** What a program does with a string. */
export interface PathUse {
  /** `opened`: it goes into a call that opens a database. `named`: it is what a variable, member, parameter or default holds. `returned`: a function gives it back. */
  readonly role: "opened" | "named" | "returned";
  /** The names that take it: the environment variable that is asked first, the option, the variable or member. */
  readonly names: readonly string[];
  /** It is only the default for an environment variable. */
  readonly fromEnvironment: boolean;
  /** Tokens of what it is joined to, such as `__dirname` in `join(__dirname, "x.db")`; empty: it stands for itself. */
  readonly base: readonly Token[];
  /** It stands in an object of a list, an inventory, or in the environment that is handed to a process. */
  readonly isHandedOn: boolean;
}

/** The tokens of an excerpt without comments, and what stands in what. */
export interface Excerpt extends TokenTree {
  /** What the token at `index` gives to a name: a sign, or the name itself where there is none. */
  assignmentAt(index: number): Assignment | null;
  /** The last expression of a block is its value, as in Rust. */
  readonly returnsLast: boolean;
}

/** `tokens` are those of `text` without comments. */
export function readExcerpt(tokens: readonly Token[], text: string, language: Language, file: string): Excerpt {
  return {
    ...buildTree(tokens),
    assignmentAt: (index) => assignmentAt(tokens, index, text, language),
    returnsLast: /\.(?:rs|rb|scala|cr|exs?|jl)$/.test(file),
  };
}

const options =
  /(?:^|\.)(?:\w*[oO]ption|add_argument|\w*Argument|argument|Field|arg|flag|StringVarP?|StringP?|SetDefault|set_?default|get\w*|fetch|Get\w*|opt|param|dig|pop|value_of|define)$/;
const MAX_DEPTH = 8;

/** How the string at `index` is used; null where it is nothing that opens or holds a path: a message, a comparison, an element of a list. */
export function findPathUse(excerpt: Excerpt, index: number, looks: PathLooks): PathUse | null {
  const { tokens } = excerpt;
  let climb: Climb = { at: index, names: [], fromEnvironment: false, base: filledBehind(excerpt, index) };
  const parameter = tokens[index - 1]?.kind === "name" ? excerpt.assignmentAt(index - 1) : null;
  const cmdlet = findCmdletUse(tokens, index, parameter, looks);
  if (cmdlet !== undefined) return cmdlet && { ...toUse(climb), role: "named", names: [cmdlet.name], fromEnvironment: cmdlet.fromEnvironment };
  const field = taggedField(tokens, index);
  if (field !== null) return { ...toUse(climb), role: "named", names: [field], fromEnvironment: tokens[index]?.text.includes("env") ?? false };
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const element = excerpt.elementAt(climb.at);
    const before = tokens.slice(Math.max(element.from, climb.at - MAX_BEFORE), climb.at);
    if (depth === 0 && /^(?:[!=]==?|-eq|-ne|in)$/.test(before.findLast(({ kind }) => kind !== "newline")?.text ?? "")) return null;
    climb = withElement(climb, before);
    if (isDeclaration(before)) return null;
    if (element.operator >= 0) return toNamed(excerpt, element, climb, looks);
    if (/^(?:return|yield|=>)$/.test(before[0]?.text ?? "")) return toReturned(excerpt, climb);
    if (isMissing(before)) return { ...toUse(climb), role: "named", fromEnvironment: true };
    const given = arrowName(excerpt, climb.at, before);
    if (given !== null) return { ...toUse(climb), role: "returned", names: [...climb.names, given] };
    const bracket = tokens[element.open]?.text;
    if (bracket === "{" && isBranch(excerpt, element.open, before)) {
      climb = { ...climb, at: element.open };
      continue;
    }
    const variable = bracket === "{" ? variableBefore(excerpt, element.open) : null;
    if (variable !== null) return { ...toUse(climb), role: "named", names: [...climb.names, variable], fromEnvironment: true };
    if (bracket === undefined && climb.base.length === 0 && looks.isUrl && excerpt.returnsLast) return { ...toUse(climb), role: "opened" };
    if (excerpt.returnsLast && (bracket === undefined || bracket === "{") && (climb.base.length > 0 || before.length === 0)) return toReturned(excerpt, climb);
    if (bracket === undefined && climb.fromEnvironment) return { ...toUse(climb), role: "named" };
    if (bracket === "[") return isOfCommand(excerpt, element, looks) ? { ...toUse(climb), role: "opened" } : null;
    if (bracket !== "(" || /^[@%]$/.test(tokens[element.open - 1]?.text ?? "")) return null;
    const call = readCall(excerpt, element);
    const outer = climbOut(climb, call);
    if (!outer) return useInCall(climb, call, looks);
    climb = outer;
  }
  return null;
}

/** `type File = "x.db"`, `import "x.db"` */
function isDeclaration(before: readonly Token[]): boolean {
  const [first, second] = before.slice(/^(?:export|declare)$/.test(before[0]?.text ?? "") ? 1 : 0);
  return /^(?:type|interface|import)$/.test(first?.text ?? "") && !/^[.=:]$/.test(second?.text ?? "");
}

function toUse({ names, fromEnvironment, base }: Climb): Omit<PathUse, "role"> {
  return { names, fromEnvironment, base, isHandedOn: false };
}

/** `DB_PATH` of `ENV.fetch("DB_PATH") { "x.db" }`, whose block begins at `open`. */
function variableBefore(tree: TokenTree, open: number): string | null {
  const call = tree.tokens[open - 1]?.text === ")" ? tree.openingOf(open - 1) : -1;
  return call >= 0 && isEnvironmentCall(readCallee(tree, call).text) ? (tree.tokens[call + 1]?.value ?? null) : null;
}

/** The name of the function tells what it gives back. */
function toReturned(excerpt: Excerpt, climb: Climb): PathUse {
  const name = functionAround(excerpt, climb.at);
  return { ...toUse(climb), role: "returned", names: name === null ? climb.names : [...climb.names, name] };
}

/** `None => "x.db"`, `Err(_) => "x.db"`: what stands for something that nobody gave. */
function isMissing(before: readonly Token[]): boolean {
  return before.at(-1)?.text === "=>" && /^(?:None|Err)$/.test(before[0]?.text ?? "");
}

/** The name of the field that a tag of Go stands behind: ``Path string `default:"x.db"` ``. */
function taggedField(tokens: readonly Token[], index: number): string | null {
  const [name, type, tag] = tokens.slice(Math.max(0, index - 2), index + 1);
  return tag?.quote === "`" && name?.kind === "name" && type?.kind === "name" && /^`\w+:"/.test(tag.text) ? name.text : null;
}

/** Takes in what stands before the string in its own argument or statement. */
function withElement(climb: Climb, before: readonly Token[]): Climb {
  if (before.length === 0) return climb;
  const source = sourceOf(before);
  const asked = asksEnvironment(source) ? environmentNames(source) : [];
  const asksStorage = asked.some((name) => storageOf(name) !== null);
  // `NODE_ENV === "test" ? a : b` asks for something else.
  const compares = before.some(({ text }) => /^(?:[!=]==?|-eq|-ne)$/.test(text));
  const isDefault =
    asked.length > 0 &&
    before.some(({ text }, at) => /^(?:\|\||\?\?|or|match)$/.test(text) || isElvis(before, at) || (/^(?:else|:|if)$/.test(text) && (asksStorage || !compares)));
  const joined = joinedBefore(before);
  return {
    at: climb.at,
    names: isDefault ? [...climb.names, ...asked] : climb.names,
    fromEnvironment: climb.fromEnvironment || isDefault,
    // "sqlite:" + join(folder, "x.db")
    base: climb.base.length > 0 ? [...joined.filter(({ value }) => databaseUrl.test(`${value}x`)), ...climb.base] : joined,
  };
}

/** `["sqlite3", "x.db"]`, `"sqlite3", ["x.db"]`, `["--db-path", "x.db"]`, `Command::new("sqlite3").args(["x.db"])` */
function isOfCommand(tree: TokenTree, { open, from }: Element, { text, isDatabase }: PathLooks): boolean {
  const { tokens } = tree;
  const before = tokens.slice(Math.max(0, open - 2), Math.min(from, open + MAX_BEFORE)).filter(({ kind }) => kind !== "newline");
  const [option, comma] = before.slice(-2);
  if (comma?.text === "," && option?.value.startsWith("-") && storageOf(option.value) === "database") return isDatabase || /[\\/]/.test(text);
  if (!isDatabase) return false;
  if (before.some(({ kind, value }) => kind === "string" && isDatabaseTool(value))) return true;
  return tokens[open - 1]?.text === "(" && builder.test(readCall(tree, tree.elementAt(open)).source);
}

/** `Command::new("sqlite3").arg("x.db")` */
const builder = /\(["'](?:[^"']*[\\/])?(?:sqlite3|duckdb)(?:\.exe)?["']\).*\.args?$/;

/** `getenv("X") ?: "default"` */
function isElvis(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === ":" && tokens[at - 1]?.text === "?" && /^[)\]]$/.test(tokens[at - 2]?.text ?? "");
}

/** The block at `open` is one of the values of an expression: `$x = if (…) { … } else { "a" }`, `$(if (…) { … } else { "a" })`, `match … { Err(_) => "a" }`. */
function isBranch({ tokens, elementAt }: TokenTree, open: number, before: readonly Token[]): boolean {
  const { open: outer, from, operator } = elementAt(open);
  if (operator < 0 && tokens[outer]?.text !== "(") return false;
  if (before.length > 0 && !before.some(({ text }) => text === "=>")) return false;
  return tokens.slice(Math.max(from, open - MAX_BEFORE), open).some(({ text }) => /^(?:if|else|match|switch|when)$/.test(text));
}

function toNamed(excerpt: Excerpt, element: Element, climb: Climb, looks: PathLooks): PathUse | null {
  const { tokens } = excerpt;
  const elvis = isElvis(tokens, element.operator);
  const outer = elvis ? environmentNames(sourceOf(tokens.slice(Math.max(element.from, element.operator - MAX_BEFORE), element.operator))) : [];
  const name = elvis ? (outer[0] ?? null) : nameOf(excerpt, element.operator);
  if (name === null) return null;
  if (isShownObject(excerpt, element.open)) return null;
  const call = tokens[element.open]?.text === "(" ? readCall(excerpt, element) : null;
  if (isPlaceOfStore(calleeAround(excerpt, element.open), name, looks.text)) return { ...toUse(climb), role: "opened" };
  // open_database(name="x.db"), also where that is defined
  const isOpened = call !== null && looks.isDatabase && !/te?mp/i.test(name) && isOpening({ callee: call.callee.text, source: call.source, first: [] }, looks);
  const sibling = /^[vV]alue$/.test(name) ? nameBeside(excerpt, element.open) : null;
  const field = call && /^default/.test(name) ? (attributedField(excerpt, element.open) ?? declaredName(excerpt, call)) : null;
  const asked = call && (isEnvironmentCall(call.callee.text) || options.test(call.callee.text)) ? call.asked : null;
  const target = sourceOf(tokens.slice(Math.max(element.from, element.operator - 8), element.operator));
  return {
    role: isOpened ? "opened" : "named",
    names: [...climb.names, ...(asked === null ? [] : [asked]), sibling ?? field ?? name],
    fromEnvironment:
      climb.fromEnvironment ||
      elvis ||
      isTakenFromEnvironment(excerpt, element.open) ||
      (call !== null && (isEnvironmentCall(call.callee.text) || namesEnvironment(excerpt, element.open, element.operator))),
    base: climb.base,
    isHandedOn: isHandedOn(tokens, element.open, name) || asksEnvironment(target),
  };
}

/** `path` of `path: str = Field(default="x")`. */
function declaredName(excerpt: Excerpt, { callee }: Call): string | null {
  const { operator } = excerpt.elementAt(callee.from);
  return declares.test(callee.text) && operator >= 0 ? nameOf(excerpt, operator) : null;
}

/** `db` of `{ Name: "db", Value: "x.db" }`. */
function nameBeside({ tokens, closingOf }: TokenTree, open: number): string | null {
  const inside = open < 0 ? [] : tokens.slice(open + 1, Math.min(closingOf(open), open + MAX_BEFORE));
  const at = inside.findIndex(({ text }, index) => /^[nN]ame$/.test(text) && inside[index + 1]?.text === ":");
  return at < 0 ? null : (inside[at + 2]?.value ?? null);
}

/** What is called with the arguments in the parentheses at `open`, or with the object there. */
function calleeAround(tree: TokenTree, open: number): string {
  const bracket = tree.tokens[open]?.text === "{" ? tree.elementAt(open).open : open;
  return tree.tokens[bracket]?.text === "(" ? readCallee(tree, bracket).text : "";
}

/** `logger.info({ file: "x.db" })`, `info!(file = "x.db")` */
function isShownObject(tree: TokenTree, open: number): boolean {
  const outer = tree.tokens[open]?.text === "{" ? tree.elementAt(open).open : open;
  return (
    tree.tokens[outer]?.text === "(" && /(?:^|\.)(?:log|info|debug|warn|error|trace|expect|toEqual|toMatchObject|toBe\w*)$/.test(readCallee(tree, outer).text)
  );
}

/** `const { DB_PATH = "x" } = process.env` */
function isTakenFromEnvironment({ tokens, closingOf }: TokenTree, open: number): boolean {
  const close = tokens[open]?.text === "{" ? closingOf(open) : -1;
  return close >= 0 && tokens[close + 1]?.text === "=" && asksEnvironment(sourceOf(tokens.slice(close + 2, close + 8)));
}

/** `config.set("db.path", "x.db")` */
const sets = /(?:^|\.)(?:set|put|setProperty|setItem)$/;
const copies = /copy|\bcp\b|move|rename|link|back_?up|assert|equal|compare|replace/i;

function useInCall(climb: Climb, { callee, source, first, asked, mode }: Call, looks: PathLooks): PathUse | null {
  const use = toUse(climb);
  if (looks.isDatabase && builder.test(source)) return { ...use, role: "opened" };
  if (/(?:^|\.)open$/.test(callee.text) && /^[awx]/.test(mode) && logFile.test(looks.text)) return { ...use, role: "opened" };
  const isEnvironment = isEnvironmentCall(callee.text);
  if (asked !== null && first.length > 0 && (isEnvironment || (options.test(callee.text) && (storageOf(asked) !== null || looks.isDatabase))))
    return { ...use, role: "named", names: [...climb.names, asked], fromEnvironment: climb.fromEnvironment || isEnvironment || isConfigured(source) };
  // Arg::new("db").default_value("x.db")
  const declared = /(?:^|\.)default_?[vV]alue$/.test(callee.text) ? /\(["']([\w-]+)["']\)/.exec(source)?.[1] : undefined;
  if (declared !== undefined && looks.isDatabase) return { ...use, role: "named", names: [declared] };
  if (asked !== null && first.length > 0 && sets.test(callee.text) && storageOf(asked) === "database") return { ...use, role: "named", names: [asked] };
  // resolve(process.env.DB_PATH, "x.db")
  const variable = copies.test(callee.text) ? undefined : environmentNames(sourceOf(first)).find((name) => storageOf(name) !== null);
  if (variable !== undefined && looks.isDatabase) return { ...use, role: "named", names: [...climb.names, variable], fromEnvironment: true };
  if (looks.isDatabase && first.length === 0 && climb.base.length === 0 && keepsInFile(callee.text, looks.text)) return { ...use, role: "opened" };
  const isUrl = looks.isUrl || climb.base.some(({ value }) => databaseUrl.test(`${value}x`));
  // to_thread(sqlite3.connect, "x.db")
  const passed = /(?:^|,)([\w.]+),$/.exec(sourceOf(first))?.[1];
  const isPassed = passed !== undefined && isOpening({ callee: passed, source: passed, first: [] }, looks);
  return isPassed || isOpening({ callee: callee.text, source, first }, { ...looks, isUrl }) ? { ...use, role: "opened" } : null;
}

/** Name that the operator at `index` gives a value to. */
function nameOf(tree: Excerpt, operator: number): string | null {
  const { tokens } = tree;
  let at = operator + 1;
  while (tokens[at]?.kind === "newline" || tokens[at]?.text === "(") at += 1;
  const value = tokens[at];
  return value ? (tree.assignmentAt(operator)?.name ?? propertyName(tree, operator) ?? functionName(tree, operator)) : null;
}

const startsValue = /^(?:[:?|]?=|:|\?|\|\||\?\?|or|else|return|=>|,|\()$/;

/** `Path(x) / "y"`, `x + "y"` and `Join-Path $x "y"`: the tokens of `Path(x)`, `x` and `$x`. */
function joinedBefore(before: readonly Token[]): readonly Token[] {
  const pieces = before.filter(({ kind }) => kind !== "newline");
  const joinPath = pieces.findLastIndex(({ text }) => /^Join-Path$/i.test(text));
  if (joinPath >= 0) return pieces.slice(joinPath + 1).filter(({ text }) => !/^-(?:Path|ChildPath|AdditionalChildPath)$/i.test(text));
  if (!/^[+/.]$/.test(pieces.at(-1)?.text ?? "")) return [];
  let depth = 0;
  const start = pieces.findLastIndex(({ text, kind }) => {
    if (kind === "string") return false;
    if (/^[)\]}]$/.test(text)) depth += 1;
    else if (/^[([{]$/.test(text)) depth -= 1;
    return depth <= 0 && (depth < 0 || (startsValue.test(text) && text !== "("));
  });
  return pieces.slice(start + 1, -1);
}

/** The object at `open` is an element of a list (`[{`, `}, {`, a line of its own) or is called `env`. */
function isHandedOn(tokens: readonly Token[], open: number, name: string): boolean {
  if (tokens[open]?.text !== "{") return false;
  // A hashtable of PowerShell.
  if (tokens[open - 1]?.text === "@" && storageOf(name) === null) return true;
  const around = tokens.slice(Math.max(0, open - 8), open).filter(({ kind }) => kind !== "newline");
  const [second, last] = [around.at(-2), around.at(-1)];
  if (last?.text === ":") return /^env(?:_\w+|ironment)?$/i.test(second?.value ?? "");
  return last === undefined || last.text === "[" || (last.text === "," && second?.text === "}");
}
