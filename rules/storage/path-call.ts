import type { Token } from "../../src/core/lexer.ts";
import { environmentNames } from "./environment.ts";
import { type Callee, type Element, readCallee, sourceOf, type TokenTree } from "./token-tree.ts";

const joins =
  /(?:^|\.)(?:join|joinpath|resolve|normalize|Combine|Join|push|Path\.of|Paths\.get|resolveSibling|append(?:ingPathComponent)?|pathjoin|concat|(?:with|set)_(?:file_)?name)$/;
/** What `join` is called on here is a module, no folder. */
const modules = /^(?:(?:node)?[pP]ath|os\.path|posixpath|ntpath|path\.(?:posix|win32)|filepath|System\.IO\.Path|File|Paths)$/;
const wraps =
  /(?:^|\.)(?:Path|PurePath|PosixPath|WindowsPath|Pathname|PathBuf\.from|Path\.new|Path\.Get(?:Full)?Path|File|FileInfo|str|String|String\.from|JSON\.stringify|Some|Ok|Box\.new|Arc\.new|fspath|expandvars|ExpandEnv(?:ironmentVariables)?|abspath|realpath|normpath|dirname|expanduser|expand_path|Path\.expand|resolveSync|fileURLToPath|pathToFileURL|URL|URI|Uri(?:\.parse|\.file)?|as_posix|trim|Sprintf|sprintf|format|filepath\.(?:Abs|Clean|FromSlash)|Abs|Clean|GetFullPath|toAbsolutePath|from_str|text|AnyUrl)$/;
/** Helpers of a program that put a name behind a folder. */
const helpers =
  /(?:^|[._])(?!(?:is|has|set|user|check|validate)_?[A-Z_])\w*(?:[dD]ata|[rR]esource|[aA]sset|[lL]ocal|[pP]roject|[aA]pp|[rR]oot|[sS]torage|[vV]ar|[sS]tate)_?(?:[pP]ath|[fF]ile)$|(?:^|\.)resource$/;
/** Helpers of Laravel that lead into the project. */
const projectFolders = /^(?:database|base|storage|app|resource|public)_path$/;
/** `x: Path = Field("x.db", …)`: the first argument is what `x` holds unless somebody says otherwise. */
export const declares = /(?:^|\.)(?:\w*Field|field|\w*Option|\w*Argument)$/;
/** Puts what follows into a string. */
const formats = /(?:^|\.)(?:format|[sS]printf)$/;
/** `"{}/x.db"`, `"sqlite:///%s/x.db"` */
const beginsFilled = /^[^\w{%]?(?:[a-z+]+:\/*)?(?:\{\w*\}|%[sv])/;
/** `file:%s?mode=ro`, `sqlite:///{}` */
const fileUrl = /^(?:file|sqlite\w*):\/*(?:\{\w*\}|%[sv])/;
/** Tokens of an element that are read before a string. */
export const MAX_BEFORE = 48;

/** What is known of a string on the way from it outwards, one call after the other. */
export interface Climb {
  /** Index of the first token of the expression that holds the string so far. */
  readonly at: number;
  readonly names: readonly string[];
  readonly fromEnvironment: boolean;
  readonly base: readonly Token[];
}

/** `Field(default="x", env="DATABASE_URL")`, `arg(env = "DB_PATH", default_value = "x")`: an argument of the call at `open` names the variable. */
export function namesEnvironment({ tokens }: TokenTree, open: number, at: number): boolean {
  const behind = tokens.slice(at, at + 24);
  const end = behind.findIndex(({ kind, text }) => kind === "newline" || text === ";");
  return [...tokens.slice(Math.max(open, at - 24), at), ...behind.slice(0, end < 0 ? undefined : end)].some(
    ({ text }, index, all) => /^(?:env|envvar|env_var|(?:validation_)?alias)$/.test(text) && all[index + 1]?.text === "=",
  );
}

/** A call as far as a path in it is concerned. */
export interface Call {
  readonly callee: Callee;
  /** The callee and all that it is called on, without blanks. */
  readonly source: string;
  /** The arguments before the string, with their commas. */
  readonly first: readonly Token[];
  /** `BaseDirectory::AppData` in `resolve("x.db", BaseDirectory::AppData)` of Tauri. */
  readonly baseDirectory: readonly Token[];
  /** Tokens of what the last name of the callee is called on. */
  readonly receiver: readonly Token[];
  /** The last string among the arguments before, where there is one: the name of a variable or an option. */
  readonly asked: string | null;
  /** The argument behind a plain string, where that is one too: the mode of `open("x.log", "a")`. */
  readonly mode: string;
  /** What is filled in for the `{}` or `%s` that the string begins with. */
  readonly filled: readonly Token[];
  /** Another argument names the variable of the environment that goes before it. */
  readonly namesVariable: boolean;
}

export function readCall(tree: TokenTree, { open, from }: Element): Call {
  const { tokens } = tree;
  const callee = readCallee(tree, open);
  const first = tokens.slice(Math.max(open + 1, from - 24), from).filter(({ kind }) => kind !== "newline");
  const receiver = callee.receiverEnd > callee.from ? tokens.slice(callee.from, callee.receiverEnd) : [];
  const behind = tokens.slice(from, from + 8);
  const baseDirectory = behind.findIndex(({ text }) => text === "BaseDirectory");
  const strings = [...first, ...tokens.slice(open + 1, open + 2)].filter(({ kind, quote }) => kind === "string" && quote !== "");
  return {
    callee,
    source: sourceOf(tokens.slice(Math.max(callee.from, open - MAX_BEFORE), open)),
    first,
    baseDirectory: baseDirectory < 0 ? [] : behind.slice(baseDirectory, baseDirectory + 3),
    receiver,
    asked:
      strings.find(({ value }) => value.startsWith("-"))?.value.replace(/^.*(?=--)/, "") ??
      strings.findLast(({ value }) => /^[-\w. <>[\]]{2,64}$/.test(value))?.value ??
      null,
    mode: behind[1]?.text === "," && behind[2]?.kind === "string" ? behind[2].value : "",
    filled: beginsFilled.test(tokens[from]?.text ?? "") ? tokens.slice(from + 2, Math.min(tree.closingOf(open), from + 24)) : [],
    namesVariable: namesEnvironment(tree, open, from),
  };
}

/** Through a call that gives the path back, joined or changed; null where the call is no such one. */
export function climbOut(climb: Climb, { callee, source, first, baseDirectory, receiver, filled, namesVariable }: Call): Climb | null {
  const at = callee.from;
  const { text } = callee;
  if (formats.test(text) && first.length === 0 && climb.base.length === 0) return { ...climb, at, base: filled };
  if (formats.test(text) && first[0]?.kind === "string" && fileUrl.test(first[0].value)) return { ...climb, at };
  if (text === "" || (wraps.test(text) && first.length === 0)) return { ...climb, at };
  if (declares.test(text) && first.length === 0) return { ...climb, at, fromEnvironment: climb.fromEnvironment || namesVariable };
  if (projectFolders.test(text)) return { ...climb, at, base: receiver.length > 0 ? receiver : [toNameToken(`${text}()`)] };
  // .default(…) of a schema of the environment, .unwrap_or(…), .orElse(…)
  if (/(?:^|\.)(?:default|unwrap_or(?:_else)?|or(?:Else(?:Get)?|_else)|getOrElse|prefault|catch)$/.test(text))
    return { ...climb, at, fromEnvironment: true, names: [...climb.names, ...environmentNames(source)] };
  // data_path("x.db"): what such a function joins to is known where it is defined nearby.
  if (first.length === 0 && helpers.test(text)) return { ...climb, at, base: climb.base.length > 0 ? climb.base : [toNameToken(text.replace(/^.*\./, ""))] };
  if (!joins.test(text) && !(first.length > 0 && first[0]?.text !== "[" && /(?:^|\.)(?:(?:Pure|Posix|Windows)?Path|File)$/.test(text))) return null;
  const module = text.slice(0, Math.max(0, text.lastIndexOf(".")));
  const called = module === "" || (modules.test(module) && !/(?:push|_name)$/.test(text)) ? [] : baseDirectory.length > 0 ? baseDirectory : receiver;
  return { ...climb, at, base: climb.base.length > 0 ? climb.base : first.length > 0 ? first : called };
}

/** The argument of `"{}/x.db".format(folder)`, where the string at `index` begins with what it fills. */
export function filledBehind({ tokens, closingOf }: TokenTree, index: number): readonly Token[] {
  if (tokens[index + 1]?.text !== "." || tokens[index + 2]?.text !== "format" || !beginsFilled.test(tokens[index]?.text ?? "")) return [];
  const close = closingOf(index + 3);
  return close < 0 ? [] : tokens.slice(index + 4, Math.min(close, index + 28));
}

function toNameToken(text: string): Token {
  return { kind: "name", start: 0, end: 0, text, value: text, innerStart: 0, innerEnd: 0, quote: "", prefix: "", closed: true, interpolated: false };
}
