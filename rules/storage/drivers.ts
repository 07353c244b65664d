import { databaseFile } from "./storage-names.ts";
import type { TokenTree } from "./token-tree.ts";

/** A file asks nobody who they are. */
const accounts = /^(?:user(?:_?name)?|passw(?:or)?d|pwd)$/i;
const keys = /^(?:type|dialect|client|driver|provider|adapter|engine|backend|store)$/i;
const file = /sqlite|libsql|duckdb/i;
const sandbox = /^(?:expo|react-native|nativescript|capacitor|cordova|sqljs)$|(?:Indexed\w*|LocalStorage|Memory)Adapter|^(?:memory|idb|indexeddb)$/;
const MAX_TOKENS = 64;
/** So far to either side, in characters, lines are of the same block. */
const MAX_BLOCK = 1024;

/** `server`: nothing names a driver, but who connects. */
export type Driver = "file" | "sandbox" | "server";

/** Beside the driver of a database in a file such a name holds the file, whatever that is called; `name` only what looks like one. */
export function isPlaceBesideDriver(name: string, text: string): boolean {
  return /^(?:database|storage|path|file(?:_?name)?|db(?:_?name)?)$/i.test(name) || name === "NAME" || (name === "name" && databaseFile.test(text));
}

/**
 * What the other members or arguments in the brackets at `open` say of the database there: `{ driver: SqliteDriver, dbName: "x" }` lies in a file,
 * `{ type: "expo", database: "x" }` in the sandbox of an app, `new Loki("x", { adapter: new LokiIndexedAdapter() })` in a browser. Where they say nothing
 * and are called `connection`, those round them do: `{ client: "sqlite3", connection: { filename: "x" } }`.
 */
export function driverIn(tree: TokenTree, open: number): Driver | null {
  if (open < 0) return null;
  const { tokens, closingOf } = tree;
  const close = closingOf(open);
  const inside = tokens.slice(open + 1, Math.min(close < 0 ? tokens.length : close, open + MAX_TOKENS));
  let hasAccount = false;
  for (const [index, { value }] of inside.entries()) {
    if (!/^(?:[:=]|=>)$/.test(inside[index + 1]?.text ?? "")) continue;
    if (accounts.test(value)) hasAccount = true;
    if (!keys.test(value)) continue;
    const given = inside[index + 2]?.text === "new" ? inside[index + 3] : inside[index + 2];
    const driver = given ? toDriver(given.value) : null;
    if (driver) return driver;
  }
  const outer = tokens[open]?.text === "{" && tokens[open - 2]?.value === "connection" ? driverIn(tree, tree.elementAt(open).open) : null;
  return outer ?? (hasAccount ? "server" : null);
}

/** The same of the lines of YAML, TOML or INI in the block round `at`: down to a line that is blank, begins a section or is indented less. */
export function driverInBlock(text: string, at: number): Driver | null {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const indent = indentOf(text.slice(lineStart));
  const goesOn = (line: string): boolean => /^\s*[^\s[]/.test(line) && indentOf(line) >= indent;
  const above = text
    .slice(Math.max(0, lineStart - MAX_BLOCK), lineStart)
    .split("\n")
    .slice(0, -1)
    .reverse();
  const below = text.slice(lineStart, lineStart + MAX_BLOCK).split("\n");
  for (const side of [above, below]) {
    const end = side.findIndex((line) => !goesOn(line));
    for (const line of side.slice(0, end < 0 ? undefined : end)) {
      const [, key = "", value = ""] = indentOf(line) === indent ? (setting.exec(line) ?? []) : [];
      const driver = keys.test(key) ? toDriver(value) : null;
      if (driver) return driver;
    }
  }
  return null;
}

/** `- driver: sqlite`, `engine = "sqlite"` */
const setting = /^[\s-]*["']?(\w+)["']?[ \t]*[:=][ \t]*["']?([\w.+-]+)/;

/** A mark of a list stands for blanks. */
function indentOf(line: string): number {
  return /^[ \t-]*/.exec(line)?.[0].length ?? 0;
}

function toDriver(value: string): Driver | null {
  return sandbox.test(value) ? "sandbox" : file.test(value) ? "file" : null;
}
