import type { Token } from "../../src/core/lexer.ts";

/** What a token stands in: an argument, a member, an element of a list, a statement. */
export interface Element {
  /** Index of the innermost bracket that is open, or -1. */
  readonly open: number;
  /** Index of its first token. */
  readonly from: number;
  /** Index of the last `=` or `:` before the token that gives a value to a name, or -1. */
  readonly operator: number;
}

/** Tokens, and of each the element that it stands in. Built in one pass, so that a fragment with a hundred thousand strings stays linear. */
export interface TokenTree {
  readonly tokens: readonly Token[];
  elementAt(index: number): Element;
  /** Index of the bracket that the one at `index` closes, or -1. */
  openingOf(index: number): number;
  /** Index of the bracket that closes the one at `index`, or -1. */
  closingOf(index: number): number;
}

/** The element under way in one pair of brackets. */
interface Frame {
  readonly open: number;
  from: number;
  operator: number;
  /** `?` whose `:` is still to come. */
  ternaries: number;
  /** A line ended since the last token. */
  newline: boolean;
}

const opensPair = /^[([{]$/;
const closesPair = /^[)\]}]$/;
const assigns = /^(?:[:?|]?=|:|\?\?=|\|\|=)$/;

export function buildTree(tokens: readonly Token[]): TokenTree {
  const open = new Int32Array(tokens.length).fill(-1);
  const from = new Int32Array(tokens.length);
  const operator = new Int32Array(tokens.length).fill(-1);
  const opening = new Int32Array(tokens.length).fill(-1);
  const closing = new Int32Array(tokens.length).fill(-1);
  const stack: Frame[] = [];
  let frame = toFrame(-1, 0);
  let last: Token | undefined;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) break;
    if (token.kind === "newline") {
      frame.newline = true;
      if (frame.from === index) frame.from = index + 1;
      continue;
    }
    if (frame.newline && endsStatement(last, token, tokens[frame.open]?.text)) begin(frame, index);
    frame.newline = false;
    const mark = token.kind === "punctuation" || token.kind === "operator" ? token.text : "";
    if (mark !== "" && closesPair.test(mark)) {
      const outer = stack.pop();
      if (outer) {
        opening[index] = frame.open;
        closing[frame.open] = index;
        frame = outer;
        frame.newline = false;
      } else begin(frame, index + 1);
    }
    open[index] = frame.open;
    from[index] = frame.from;
    operator[index] = frame.operator;
    const before = last;
    last = token;
    // Its colon gives no value to a name.
    if (token.text === "lambda" && token.kind === "name") frame.ternaries += 1;
    if (mark === "") continue;
    if (opensPair.test(mark)) {
      stack.push(frame);
      frame = toFrame(index, index + 1);
    } else if (mark === "," || mark === ";") begin(frame, index + 1);
    else if (mark === "?") frame.ternaries += tokens[index + 1]?.text === ":" ? 0 : 1;
    else if (mark === ":" && frame.ternaries > 0) frame.ternaries -= 1;
    else if ((token.kind === "operator" && assigns.test(mark)) || (mark === "=>" && (before?.kind === "string" || isSymbol(tokens, index - 1))))
      frame.operator = index;
  }
  return {
    tokens,
    elementAt: (index) => ({ open: open[index] ?? -1, from: from[index] ?? 0, operator: operator[index] ?? -1 }),
    openingOf: (index) => opening[index] ?? -1,
    closingOf: (index) => closing[index] ?? -1,
  };
}

/** `:name` of Ruby, which ends at `index`; what stands behind the colon of `key:name` is a value. */
function isSymbol(tokens: readonly Token[], index: number): boolean {
  const [before, colon, name] = tokens.slice(Math.max(0, index - 2), index + 1);
  return name?.kind === "name" && colon?.text === ":" && colon.end === name.start && !/^(?:name|string)$/.test(before?.kind ?? "name");
}

function toFrame(open: number, from: number): Frame {
  return { open, from, operator: -1, ternaries: 0, newline: false };
}

function begin(frame: Frame, from: number): void {
  frame.from = from;
  frame.operator = -1;
  frame.ternaries = 0;
}

/** A line end inside an expression (`=` before it, `??` behind it) ends nothing. Only in parentheses (`bracket`) a line may go on with a word. */
function endsStatement(last: Token | undefined, next: Token, bracket: string | undefined): boolean {
  if (/^(?:return|yield|raise|throw)$/.test(next.text)) return true;
  const isWrapped = bracket === "(" || bracket === "[";
  const goesOn = /^(?:\?\?|\|\||&&|[.?:+/]|\?\.)$/.test(next.text) || (isWrapped && /^(?:or|and|if|else)$/.test(next.text));
  const waits = last?.kind === "operator" || /^(?:[,([]|return|or|and)$/.test(last?.text ?? "");
  return !goesOn && !waits;
}

export interface Callee {
  /** As written without blanks and arguments, with dots: `path.join`, `z.string.default`, `Connection.open`; empty for a bare parenthesis. */
  readonly text: string;
  /** Index of its first token, `new` and `await` included. */
  readonly from: number;
  /** Index of the token behind what its last name is called on (`home` of `home().join(…)`), or `from` where that is nothing. */
  readonly receiverEnd: number;
}

const keywords = /^(?:return|if|elif|while|for|foreach|in|and|or|not|await|new|yield|else|case|of|with|assert|using|match|switch|when|param|-\w+)$/i;
const links = /^(?:\.|\?\.|::|->)$/;
/** A chain of calls is followed so far. */
const MAX_LINKS = 12;

/** What is called by the parenthesis at `open`. */
export function readCallee(tree: TokenTree, open: number): Callee {
  const { tokens, openingOf } = tree;
  const names: string[] = [];
  let receiverEnd = -1;
  let at = endOfName(tokens, open);
  // std::make_unique<Database>("x.db"): the type is called.
  const made = /^make_(?:unique|shared)$/.test(tokens[at]?.text ?? "") && tokens[at + 2]?.kind === "name" ? tokens[at + 2] : undefined;
  if (made) return { text: made.text, from: at, receiverEnd: -1 };
  for (let link = 0; at >= 0 && link < MAX_LINKS; link += 1) {
    const token = tokens[at];
    const isMember = links.test(tokens[at - 1]?.text ?? "");
    if (token?.kind === "name" && (isMember || !keywords.test(token.text))) names.unshift(token.text);
    else if (token?.kind === "punctuation" && /^[)\]]$/.test(token.text)) {
      const opening = openingOf(at);
      // require("better-sqlite3")(…): the name of the module stands for what is called.
      if (names.length === 0 && tokens[opening - 1]?.text === "require") return { text: tokens[opening + 1]?.value ?? "", from: opening - 1, receiverEnd: -1 };
      at = opening - 1;
      if (opening < 0) return { text: "?", from: open, receiverEnd: -1 };
      if (tokens[at]?.kind !== "name") return { text: names.join("."), from: opening, receiverEnd };
      continue;
    } else break;
    if (!isMember) break;
    if (receiverEnd < 0) receiverEnd = at - 1;
    at -= 2;
    while (tokens[at]?.kind === "newline") at -= 1;
    at = beforeTypes(tokens, at);
  }
  const from = names.length > 0 ? Math.max(0, at) : open;
  const type = tokens[from - 1];
  // SQLite::Database db("x.db") and Database db("x.db"), as C++ declares: the type is called.
  const beforeType = tokens[from - 2];
  const declares = beforeType === undefined || beforeType.kind === "newline" || /^(?:::|[;{}]|static|const)$/.test(beforeType.text);
  if (names.length === 1 && type?.kind === "name" && /^[A-Z]/.test(type.text) && declares) return readCallee(tree, from);
  return { text: names.join("."), from: /^(?:new|await)$/.test(tokens[from - 1]?.text ?? "") ? from - 1 : from, receiverEnd };
}

/** Index before the types of `Manager::<SqliteConnection>::new`, where `at` is their last token. */
function beforeTypes(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== ">") return at;
  const from = Math.max(0, at - 12);
  const open = from + tokens.slice(from, at).findLastIndex(({ text }) => text === "<");
  return tokens[open]?.text === "<" && tokens[open - 1]?.text === "::" ? open - 2 : at;
}

/** Index of the name that the parenthesis at `open` calls: before the `!` of Rust's macros and the types of `AddSqlite<Context>(`. */
function endOfName(tokens: readonly Token[], open: number): number {
  const last = open - 1;
  if (tokens[last]?.text === "!" && tokens[last - 1]?.kind === "name") return last - 1;
  if (tokens[last]?.text !== ">") return last;
  const types = tokens.slice(Math.max(0, last - 12), last).findLastIndex(({ text }) => text === "<");
  const name = Math.max(0, last - 12) + types - 1;
  return types > 0 && tokens[name]?.kind === "name" ? name : last;
}

/** Source of tokens without blanks, a space only between two words; long strings are cut off. */
export function sourceOf(tokens: readonly Token[]): string {
  let source = "";
  for (const { text, kind } of tokens) {
    if (kind === "newline") continue;
    if (kind === "name" && /\w$/.test(source)) source += " ";
    source += kind === "string" ? text.slice(0, 200) : text;
  }
  return source;
}
