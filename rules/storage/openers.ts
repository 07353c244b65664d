import type { Token } from "../../src/core/lexer.ts";
import { logFile } from "./storage-names.ts";

/** A call as far as it tells what happens to a path. */
export interface OpeningCall {
  /** As written, with dots: `sqlite3.connect`. */
  readonly callee: string;
  /** The callee and all that it is called on, without blanks. */
  readonly source: string;
  /** The arguments before the path, with their commas. */
  readonly first: readonly Token[];
}

/** What the path itself tells. */
export interface PathLooks {
  readonly text: string;
  /** It ends like a database or is the URL of one. */
  readonly isDatabase: boolean;
  readonly isUrl: boolean;
}

const opens =
  /(?:^|\.)(?:(?:aio|pysq)?sqlite3?\.(?:connect|Database|open\w*|Open\w*)|better-sqlite3|Database|DatabaseSync|create_(?:async_)?engine|createClient|SqliteDatabase|from_conn_string|openDatabase(?:Sync|Async)?|UseSqlite|PDO|SQLite3|sqlite3_open\w*|drizzle|fast_app|dj_database_url\.parse)$/;
const opensByWord =
  /(?:^|\.)(?:open|create|connect|establish|new|from_str|from|filename|attach|load|init|exec|execute\w*|get_connection|create_?connection|open_?connection|connection|must_?connect|get_?instance|setDatabaseName)(?:_?\w+)?$/i;
const databaseWord =
  /[sS][qQ][lL]ite|SQLITE|[dD]atabase|\bdb\b|[a-z]Db\b|DB\b|_db\b|\bsqlx?\b|[cC]onn|[pP]ool|[eE]ngine|[kK]v\b|\bb?bolt\b|badger|leveldb|sled|duckdb|lmdb|DriverManager|Sequel|gorm|cursor|\b[A-Z]\w*(?:Db|DB|Store|Storage|Repository)\b/;
/** `setupDatabase("x.db")`, `make_storage("x.db")`, `sqlConnect("x.db")`, `storm.Open("x.db")` */
const opensByName =
  /(?:^|\.)_?(?:sqlite3?|sql|db|database)_?(?:connect|open)$|(?:^|\.)(?:open|connect|create|set_?up|init(?:iali[sz]e)?|load|make|start)_?(?:\w*_)?(?:[A-Z]\w*)?(?:database|db|storage|store)$|(?:^|\.)(?:get|create|open|make|new)_?(?:db|database|sqlite)_?conn(?:ection)?$|(?:^|\.)(?!(?:os|io|fs|zip|ioutil|embed)\.)[a-z]\w*\.(?:Open|New)\w*$/i;
const databaseType =
  /(?:^|\.)(?:[A-Z]\w*)?(?:Sqlite|SQLite|SQLITE|Database|Db|DB|DataSource|Milvus)(?:Connection|ConnectionPool|Pool|Database|Queue|Store|Saver|Storage|Session|Client)?$/;
/** What a class that is a database calls of itself: `$this->open("x.db")`. */
const opensItself = /^\$?(?:this|self|super)\.(?:open|connect)$/;
/** Not a database, or one in the browser or in the sandbox of an app, where a path leads out of no project. */
const noDatabase =
  /indexedDB|\boo1\.|^(?:SQLite|window)\.openDatabase|openOrCreateDatabase|fs\.|shutil|os\.(?:remove|stat|unlink)|expect|assert|delete|remove|drop|exists|valid|zip|tar|Test-|console|log/i;
/** Calls that only look at a URL or show it. */
const looksAt =
  /(?:^|[._])(?:parse|is|has|to(?!_sql)|equals?|contains?|includes|starts|ends|strip|trim|replace|split|match|test|search|print|format|mask|describe|warn|error|debug|info|trace|throw)(?=$|[A-Z_.])|parse|Error$/;

/** Stores that lie in a file or folder of any name: nothing but the call says that it is one. */
const stores =
  /(?:^|\.)(?:PersistentClient|[lL]oki|FileSync|JSONFile(?:Sync)?|diskcache\.(?:Cache|FanoutCache|Deque|Index)|(?:requests_cache\.)?(?:install_cache|CachedSession)|(?:Async)?QdrantClient|LanceDB|Datastore|(?:lancedb|duckdb|kuzu)\.(?:connect\w*|Database|Connection\.open\w*)|DuckDBInstance\.(?:create|fromCache)|(?:lmdb|shelve|dbm|sled|pebble|bb?olt|badger|leveldb|rocksdb|rocksdb\.DB|leveldb\.DB)\.(?:[oO]pen\w*|Environment|DefaultOptions|from_file)|sled\.Config[\w.]*\.path|redb\.Database\.\w+|DB\.open_\w+|plyvel\.DB|Rdict|TinyDB|JSONFilePreset|DBMaker\.fileDB|setDatabaseName)$/;
/** The same with options before the path. */
const storesBehindOptions = /(?:^|\.)(?:(?:rocksdb|leveldb)\.(?:DB\.)?[oO]pen\w*|RocksDB\.open\w*|DB\.open_\w+)$/;
/** Classes whose name means something else as often: they take a path that cannot be anything else. */
const storesByPath = /(?:^|\.)(?:(?:Classic)?Level|level|PouchDB|PGlite|EnvOpenOptions[\w.]*\.open)$/;
const unmistakable = /^(?:\.{1,2}[\\/]|[A-Za-z]:[\\/])/;
/** Writers of logs, for a path that ends like one. */
const writesLog =
  /(?:^|\.)(?:\w*FileHandler|(?:pino\.)?destination|transports\.File|createWriteStream|(?:append|write)File(?:Sync)?|WriteTo\.File|logger\.add|File\.create)$/;
/** `md:lake`, `s3://bucket`: somewhere else. */
const elsewhere = /^(?!file:)[a-z][a-z0-9+.-]+:/i;
const argument = /^(?:path|(?:db_?|data_?|persist_?)?(?:path|dir|directory)|db|database|file_?(?:name|path)?|ur[il]|location)$/i;

/** The call opens a database, and the string is where it lies: the first argument, or the second behind the name of a driver or the options of a store. */
export function isOpening({ callee, source, first }: OpeningCall, looks: PathLooks): boolean {
  const { text, isDatabase, isUrl } = looks;
  if (logFile.test(text)) return first.length === 0 && writesLog.test(callee);
  if (noDatabase.test(callee)) return false;
  if (isUrl && !looksAt.test(callee)) return true;
  if (isOnlyOne(first) && storesBehindOptions.test(callee)) return !elsewhere.test(text);
  if (isDatabase && /(?:^|\.)[A-Z]\w*$/.test(callee) && /sqlite(?!\w*(?:Error|Exception|Helper))/i.test(callee)) return true;
  const driver = first.at(-2)?.kind === "string" && /^(?:2|4)$/.test(String(first.length)) ? (first.at(-2)?.value ?? null) : null;
  // db_open(&db, "x.db")
  if (isDatabase && first[0]?.text === "&" && isOnlyOne(first)) return isOpening({ callee, source, first: [] }, looks);
  if (first.length > 0 && (driver === null || !/sqlite|libsql|duckdb/i.test(driver))) return false;
  if (opens.test(callee) || (driver !== null && (isDatabase || /[\\/]/.test(text) || /open|connect/i.test(callee)))) return !text.startsWith("-");
  // The first argument of Qdrant's client is a server.
  if (stores.test(callee))
    return !elsewhere.test(text) && !callee.endsWith("QdrantClient") && (!callee.endsWith("setDatabaseName") || isDatabase || /[\\/]/.test(text));
  if (storesByPath.test(callee)) return unmistakable.test(text) && !/levels?$/i.test(callee.endsWith("Level") ? text : "");
  return (
    isDatabase &&
    (/sqlite/i.test(callee) ||
      opensItself.test(callee) ||
      databaseType.test(callee) ||
      opensByName.test(callee) ||
      worksOnDatabase(callee) ||
      (opensByWord.test(callee) && databaseWord.test(source)))
  );
}

const objects = new Set("db database sqlite conn cursor query".split(" "));
/** What leaves the file closed, or is about another. */
const elsewhereVerbs = new Set(
  "is has check find locate resolve list copy back backup restore export import dump archive rename move delete remove drop clean mock fake format print describe render".split(
    " ",
  ),
);

/** `query_db("x.db")`, `getConn("x.db")`: a function whose name says that it works on a database. */
function worksOnDatabase(callee: string): boolean {
  const name = callee.slice(callee.lastIndexOf(".") + 1);
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split("_");
  // getDbPath("x.db") opens nothing.
  if (!/^[a-z_]/.test(name) || words.length < 2 || /^(?:path|name|file|dir|folder|url|uri|string|size|version|type)s?$/.test(words.at(-1) ?? "")) return false;
  return words.some((word) => objects.has(word)) && !elsewhereVerbs.has(words[0] ?? "");
}

/** Classes that only speak of a path. */
const speaks =
  /(?:Error|Exception|File\w*|Path|Reg[eE]xp?|Ur[il]|URL|Glob|Pattern|Rule|Filter|Text|Label|Route|Link|Image|Doc\w*|Example|Case|Entry|Item|Option|Arg\w*)$/;

/** `OrderRepository("orders.db")`: a class that keeps something, or any class where a folder stands before the name, given the path of a database as it stands. */
export function keepsInFile(callee: string, text: string): boolean {
  if (/[\\/]/.test(text) && /^[A-Z]\w*$/.test(callee) && !speaks.test(callee) && !noDatabase.test(callee)) return true;
  return /(?:^|\.)[A-Z]\w*(?:Store|Storage|Repository|Repo|D[aA][oO]|Cache|Index|Ledger|Journal|Archive|Registry|Tracker|Memory|Queue|Recorder|Catalog|Vault|Logger|Handler|Manager|Service|Engine|Backend|Adapter|Provider|Persistence|Helper)$/.test(
    callee,
  );
}

/** `PersistentClient(path="x")`, `lmdb.open({ path: "x" })`: the argument `name` of a store is where it lies. */
export function isPlaceOfStore(callee: string, name: string, text: string): boolean {
  return callee !== "" && argument.test(name) && stores.test(callee) && !elsewhere.test(text);
}

function isOnlyOne(first: readonly Token[]): boolean {
  return first.filter(({ text }) => text === ",").length === 1;
}
