import { findPath, type PathLiteral } from "./path-literal.ts";
import { databaseFile } from "./storage-names.ts";

const option =
  /(?:^|[\s"'`,])(?:--?(?:[a-z]+-){0,3}(?:db|database|sqlite)(?:-?(?:path|file|url|uri|dir))?|-DataSource)(?:=|[ \t]+|["'],[ \t]*(?=["']))("[^"\r\n]{1,400}"|'[^'\r\n]{1,400}'|[^\s"'`;&|<>-][^\s"'`;&|<>]{0,400})/gi;
const shell =
  /(?:^|[\s"'`;&|(!])(?:[^\s"'`;&|(]{1,200}[\\/])?(?:sqlite3|duckdb)(?:\.exe)?["']?[ \t]+(?:-\w+[ \t]+){0,4}("(?:\$\([^()\r\n]{1,200}\))?[^"\r\n]{1,400}"|'[^'\r\n]{1,400}'|[^\s"'`;&|<>-][^\s"'`;&|<>]{0,400})/gi;
/** The same with words before the path: `sqlite-utils insert x.db rows rows.csv`, `litestream replicate ./x.db s3://…`. */
const tool =
  /(?:^|[\s"'`;&|(!/\\])(?:sqlite[-_]\w+|litecli|datasette|litestream)(?:\.exe)?[ \t]+(?:[\w.:=-]{1,64}[ \t]+){0,6}?["']?([^\s"'`;&|<>=-][^\s"'`;&|<>]{0,400}?\.(?:db3?|sqlite3?))(?=$|[\s"'`;&|<>)])/gim;

/** `--backend-store-uri sqlite:///x.db`, `-u "sqlite://x.db"`, `%sql duckdb:///x.duckdb` */
const url = /(?:[ \t]--?[a-z_-]+[= ]|%sql[ \t]+)["']?((?:sqlite3?|duckdb):[^\s"'`;&|<>]{1,400})/gi;
const volume = /(?:^|[ \t])(?:-v|--volume)[ =]["']?((?:[A-Za-z]:|\$\(\w+\))?[^\s"':]{1,400}):\//g;

/** The databases that a command line names: `--db-path x.db`, `--database=x`, `sqlite3 x.db`, `--uri sqlite:///x.db`, `-v ./x.db:/x.db`. Offsets into `text`. */
export function findCommandPaths(text: string): PathLiteral[] {
  return [option, shell, tool, url, volume].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [whole, word = ""] = match;
      const bare = word.replace(/^["']|["']$/g, "");
      const start = match.index + whole.lastIndexOf(word) + (bare.length < word.length ? 1 : 0);
      const path = (pattern === volume ? databaseFile : /[\\/]|\.[a-z]/i).test(bare) ? findPath(bare, bare, start) : null;
      return path ? [{ ...path, isDatabase: true }] : [];
    }),
  );
}
