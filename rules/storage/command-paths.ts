import { findPath, type PathLiteral } from "./path-literal.ts";

const option =
  /(?:^|[\s"'`,])--?(?:[a-z]+-){0,3}(?:db|database|sqlite)(?:-?(?:path|file|url|uri|dir))?(?:=|[ \t]+)("[^"\r\n]{1,400}"|'[^'\r\n]{1,400}'|[^\s"'`;&|<>-][^\s"'`;&|<>]{0,400})/gi;
const sqlite = /(?:^|[\s"'`;&|(])sqlite3(?:\.exe)?[ \t]+(?:-\w+[ \t]+){0,4}("[^"\r\n]{1,400}"|'[^'\r\n]{1,400}'|[^\s"'`;&|<>-][^\s"'`;&|<>]{0,400})/gi;

/** The databases that a command line names: `--db-path x.db`, `--database=x`, `sqlite3 x.db`. Offsets into `text`. */
export function findCommandPaths(text: string): PathLiteral[] {
  return [option, sqlite].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [whole, word = ""] = match;
      const bare = word.replace(/^["']|["']$/g, "");
      const start = match.index + whole.length - word.length + (bare.length < word.length ? 1 : 0);
      const path = /[\\/.]/.test(bare) ? findPath(bare, bare, start) : null;
      return path ? [{ ...path, isDatabase: true }] : [];
    }),
  );
}
