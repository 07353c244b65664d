import type { TokenTree } from "./token-tree.ts";

const keys = /^(?:type|dialect|client|driver|provider|adapter|engine|backend|store)$/i;
const file = /sqlite|libsql|duckdb/i;
const sandbox = /^(?:expo|react-native|nativescript|capacitor|cordova|sqljs)$|(?:Indexed\w*|LocalStorage|Memory)Adapter|^(?:memory|idb|indexeddb)$/;
const MAX_TOKENS = 64;

/**
 * What the other members or arguments in the brackets at `open` say of the database there: `{ driver: SqliteDriver, dbName: "x" }` lies in a file,
 * `{ type: "expo", database: "x" }` in the sandbox of an app, `new Loki("x", { adapter: new LokiIndexedAdapter() })` in a browser.
 */
export function driverIn({ tokens, closingOf }: TokenTree, open: number): "file" | "sandbox" | null {
  if (open < 0) return null;
  const close = closingOf(open);
  const inside = tokens.slice(open + 1, Math.min(close < 0 ? tokens.length : close, open + MAX_TOKENS));
  for (const [index, { value }] of inside.entries()) {
    if (!keys.test(value) || !/^(?:[:=]|=>)$/.test(inside[index + 1]?.text ?? "")) continue;
    const given = inside[index + 2]?.text === "new" ? inside[index + 3] : inside[index + 2];
    if (given && sandbox.test(given.value)) return "sandbox";
    if (given && file.test(given.value)) return "file";
  }
  return null;
}
