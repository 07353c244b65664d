import { type Language, languageOf } from "../../src/core/lexer.ts";
import { type ContentSubject, defineRule, type Span, type Trigger } from "../../src/core/rule.ts";
import { type StoragePolicy, type StorageSettings, toStoragePolicy } from "../../src/core/storage-policy.ts";
import { findCodePaths } from "./code-paths.ts";
import { findUnread, listExcerpts } from "./excerpts.ts";
import { type FaultyPath, toMatch, toUnreadMatch } from "./faults.ts";
import { createSurroundings, type Surroundings } from "./nearby.ts";
import { findSettingPaths } from "./setting-paths.ts";
import { findCommands, findShellPaths } from "./shell-paths.ts";
import { findSqlPaths } from "./sql-paths.ts";
import { databaseFile, hasRecipes, isArchived } from "./storage-names.ts";

/** Behind the extension of a file: the end of a string, a value, a query; `.db?.x` is a member that may be missing. */
const closing = { set: "\"'`3;:}\\r\\n", min: 1 };
/** A path that cannot be anything else, or an object of options. */
const opening = { set: "\"'`{", min: 1 };
const quote = { set: "\"'`", min: 1 };
const query = { set: "a-z_", min: 1 };
const value = { set: "\"' \\t:=.\\]", min: 1 };
const variables = [
  ..."DATABASE_PATH DATABASE_URL DATABASE_DIR DATABASE_FILE DATABASE= DB_PATH DB_URL DB_DIR DB_FILE _DB=".split(" "),
  ..."SQLITE_PATH SQLITE_URL SQLITE_DIR SQLITE_FILE SQLITE_DB SQLITE=".split(" "),
  ..."LOG_PATH LOGS_PATH LOG_DIR LOGS_DIR LOG_FILE_PATH DATA_PATH DATA_DIR LEARNING_PATH LEARNING_DIR".split(" "),
];
/** Stores in a file or folder of any name, by what opens them or names their place. */
const stores = [
  ..."persistentclient( qdrantclient( lancedb.connect lancedb( duckdb.connect duckdb.database duckdbinstance. shelve.open( dbm.open( tinydb( plyvel.db( rdict(".split(
    " ",
  ),
  ..."lmdb.open( lmdb.environment( leveldb.open leveldb::db::open rocksdb.open rocksdb::db::open db::open_ sled:: redb::database surreal::new".split(" "),
  ..."badger. bolt.open( pebble.open( dbmaker.filedb( jsonfilepreset( setdatabasename( envopenoptions".split(" "),
  ..."chroma_path chroma_db chroma_persist chroma_dir persist_dir persist-dir persistdir lance_db lancedb_ duckdb_ lmdb_ rocksdb_ qdrant_path vector_store_".split(
    " ",
  ),
  "diskcache.",
  ..."jdbc:h2: jdbc:hsqldb: jdbc:derby: jdbc:duckdb: jdbc:ucanaccess: -datasource --database --db --sqlite sqlite3.exe".split(" "),
];
const keys = [
  ..."db_path db-path dbpath database_path databasepath db_file database_url sqlite_path datasource".split(" "),
  ..."log_dir logdir logs_dir logsdir".split(" "),
];
/** `D:\x` and `D:/x`, one for each drive. */
const drives = Array.from("cdefghijklmnopqrstuvwxyz", (drive) => [`${drive}:\\`, `${drive}:/`]).flat();
const triggers: readonly (string | Trigger)[] = [
  { literal: ".db", followedBy: closing, orEnd: true },
  { literal: ".db?", followedBy: query },
  { literal: ".sqlite", followedBy: closing, orEnd: true },
  { literal: ".sqlite3", orEnd: true, followedBy: closing },
  { literal: ".sqlite?", followedBy: query },
  ...["s3db", "sl3", "duckdb", "lmdb", "nedb", "redb", "mdb", "accdb"].map((extension) => ({ literal: `.${extension}`, followedBy: closing, orEnd: true })),
  ...["level", "pglite", "pouchdb", "datastore", "loki", "filesync", "jsonfile", "jsonfilesync", "install_cache", "cachedsession"].map((name) => ({
    literal: `${name}(`,
    startsWord: true,
    followedBy: opening,
  })),
  ...stores,
  // The driver beside a name without an extension.
  ...["sqlite", "sqlite3"].map((literal) => ({ literal, startsWord: true, followedBy: { set: "\"'\\r\\n", min: 1 }, orEnd: true })),
  "sqlite:",
  "data source=",
  { literal: "sqlite.connect(", followedBy: quote },
  { literal: "sqlite3.connect(", followedBy: quote },
  { literal: "sqlite3.Database(", followedBy: quote },
  // The driver of `open({ filename: "x", driver: sqlite3.Database })`.
  { literal: "sqlite3.Database", exact: true, orEnd: true, followedBy: { set: ",} \\r\\n", min: 1 } },
  ...["sqlite3 ", "duckdb ", "litecli ", "datasette ", "litestream ", "sqlite-utils ", "sqlite_web "].map((literal) => ({
    literal,
    exact: true,
    startsWord: true,
    followedBy: { set: "\\w./\\\\\"'$%~-", min: 1 },
  })),
  "better-sqlite3')(",
  'better-sqlite3")(',
  ...drives.map((literal) => ({ literal, startsWord: true, followedBy: { set: "\\w\\\\.%$-", min: 1 } })),
  ...keys.map((literal) => ({ literal, followedBy: value })),
  ...variables.map((literal) => ({ literal, exact: true })),
];

export const databasePath = defineRule({
  id: "storage/database-path",
  meta: {
    summary: "Code, a script or a settings file puts a database, log or data path outside the folders that the policy allows.",
    why: "Data inside a project is committed, deleted by a clean checkout and missed by backups; data on the wrong drive is what the policy exists to prevent.",
    fix: "Read the path from an environment variable and let its default lie under one of the allowed roots.",
    severity: "block",
    confidence: "likely",
    since: "0.1.0",
    source: "S4:285",
    needs: "storage",
  },
  inspects: "content",
  files: [
    "**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs,vue,svelte,astro,py,pyw,rb,php,rs,go,java,kt,kts,scala,groovy,gradle,cs,swift,dart,c,cc,cpp,h,hpp}",
    "**/*.{ps1,psm1,psd1,sh,bash,zsh,ksh,fish,bat,cmd,sql,prisma,ex,exs,cr,jl,pl,pm,mk,tf,service}",
    "**/*.{json,jsonc,json5,yml,yaml,toml,ini,cfg,conf,properties,config,xml,props}",
    "**/{.env,.env.*,*.env,.envrc,Dockerfile,Dockerfile.*,Containerfile,Makefile,makefile,GNUmakefile,justfile,Justfile,Procfile}",
  ],
  triggers,
  check(subject, { storage }: { readonly storage: StorageSettings }) {
    if (isArchived(subject.path)) return [];
    const policy = toStoragePolicy(storage);
    const language = languageOf(subject.path);
    const surroundings = createSurroundings(subject);
    const paths = listExcerpts(subject, language).flatMap((span) => findPaths(subject, span, policy, language, surroundings));
    const unread = findUnread(subject);
    return [...withoutPieces(subject, paths).map((path) => toMatch(path, policy)), ...(unread ? [toUnreadMatch(unread)] : [])];
  },
});

function findPaths(subject: ContentSubject, span: Span, policy: StoragePolicy, language: Language, surroundings: Surroundings): FaultyPath[] {
  switch (language) {
    case "json":
    case "yaml":
    case "ini":
    case "xml":
      return [...findSettingPaths(subject, span, policy, language), ...(hasRecipes(subject.path) ? findCommands(subject, span, policy, "shell") : [])];
    case "shell":
    case "plain":
      return findShellPaths(subject, span, policy, language);
    case "sql":
      return findSqlPaths(subject, span, policy);
    default:
      return findCodePaths(subject, span, policy, surroundings);
  }
}

/** Of the pieces of a path on one line (`join(__dirname, "data", "x.db")`) only the last tells where the file lies. */
function withoutPieces(subject: ContentSubject, paths: readonly FaultyPath[]): FaultyPath[] {
  const lineOf = ({ start }: FaultyPath): number => subject.line(start).start;
  return paths.filter((path, index) => {
    if (databaseFile.test(path.text)) return true;
    return !paths.slice(index + 1, index + 4).some((next) => next.fault === path.fault && lineOf(next) === lineOf(path));
  });
}
