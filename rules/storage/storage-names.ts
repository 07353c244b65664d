/** A path that ends in the extension of a database, a query of a URL behind it allowed. */
export const databaseFile = /\.(?:db3?|sqlite3?|s3db|sl3|duckdb|lmdb|nedb|redb|mdb|accdb)(?:[?#].*)?$/i;

/** A URL or connection string of SQLite or DuckDB, and no key such as `sqlite:cacheSize` or the `Sqlite:Autoincrement` of Entity Framework. */
export const databaseUrl = /^(?:jdbc:|[a-z]+\+)?(?:sqlite(?:3|_file)?|duckdb)(?:\+\w+)?:(?![a-z]+[A-Z]\w*$)./;

/** `CHROMA_PATH`, `LANCEDB_URI`, `PERSIST_DIRECTORY`: the folder of a store. */
const store =
  /(?:^|_)(?:(?:CHROMA|LANCE|DUCK|ROCKS|LEVEL)_?(?:DB)?|LMDB|SLED|QDRANT|VECTOR_?STORE|PERSIST(?:ENCE|ENT)?)(?:_(?:DB|PERSIST(?:ENCE|ENT)?|STORAGE))?_(?:PATH|URI|DIR|DIRECTORY|FOLDER|LOCATION)$/;

/** A word of a command line that runs a tool of SQLite or DuckDB: `sqlite3`, `mcp-server-sqlite`, `node_modules/.bin/duckdb`. */
export function isDatabaseTool(word: string): boolean {
  return /(?:^|[\\/@_-])(?:sqlite3?|duckdb|litecli|datasette|litestream)(?:[@_-][\w.-]*|\.exe)?$/i.test(word);
}

/** What is sold under that name: `MariaDB` is no place. */
const product = /(?:^|_)(?:MARIA|MONGO|DYNAMO|COUCH|INFLUX|COCKROACH|INDEXED|TIMESCALE|SCYLLA|ARANGO|SURREAL|MOTHER)_?DB$/;

/** A log that lies on some drive. */
export const logFile = /^[A-Za-z]:[\\/][^*?]*\.log$/i;

/** A folder on some drive that is called after what it holds. */
export const dataFolder = /^[A-Za-z]:[\\/](?:.*[\\/])?(?:logs?|data|databases?)[\\/]?$/i;

/** The last words of names that hold a place; that of any other is asked no expression. */
const ends = new Set("DATABASE DB SQLITE PATH URL URI DSN DIR DIRECTORY FOLDER FILE FILENAME NAME LOCATION CONNECTION STRING".split(" "));

/** What a name says that it holds: the place of a database, of logs or other data, or neither. */
export function storageOf(name: string): "database" | "data" | null {
  // A package.
  if (name.includes("/")) return null;
  const words = wordsOf(name);
  const last = words.slice(words.lastIndexOf("_") + 1);
  if (!ends.has(last) || (last === "DB" && product.test(words))) return null;
  if (
    /(?:^|_)(?:DATABASE|DB|SQLITE)(?:_(?:PATH|URL|URI|DSN|DIR|DIRECTORY|FOLDER|FILE|FILE_?NAME|FILE_PATH|NAME|LOCATION|CONNECTION(?:_STRING)?))?$/.test(words)
  )
    return "database";
  if (store.test(words)) return "database";
  return /(?:^|_)(?:LOGS?|(?<!USER_)DATA|LEARNING)(?:_FILE)?_(?:PATH|DIR|DIRECTORY)$/.test(words) ? "data" : null;
}

/** Variables of the environment whose folders the policy wants on the drive of the roots, wherever there: `BACKUP_PATH`, `CACHE_DIR`, `TEMP_PATH`. */
export function isKeptOnDrive(name: string): boolean {
  return /(?:^|_)(?:(?:BACKUPS?|CACHE)_(?:PATH|DIR)|TEMP_PATH)$/.test(name);
}

/** `dbPath`, `dbpath`, `DBPath`, `--db-path` and `db.path` are `DB_PATH`. */
function wordsOf(name: string): string {
  return name
    .replace("SQLite", "Sqlite")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/^-+| .*$/g, "")
    .replace(/[-.]/g, "_")
    .toUpperCase()
    .replace(/(^|_)(DB|DATABASE|SQLITE)(?=(?:PATH|FILE|URL|URI|DIR|NAME|DSN)$)/, "$1$2_");
}

/** The value of such a name is a folder, whatever it looks like. */
export function holdsFolder(name: string): boolean {
  return /(?:dir|directory)$/i.test(name) || store.test(wordsOf(name));
}

/** `DB_NAME`: the name of a database on a server, and no `DATABASE_FILENAME`. */
export function isNameOnly(name: string): boolean {
  return /(?<!file_?)name$/i.test(name);
}

/** Names under which a bare file name is still the place of a file that will be opened. */
export function opensFile(name: string): boolean {
  return /(?:^|_)(?:PATH|FILE|FILE_?NAME|STORAGE|CONNECTION|CONNECTION_?STRING|FALLBACK|DEFAULT(?:_?VALUE(?:_T)?|_FACTORY)?|UR[IL]|DSN|DATA_?SOURCE|SOURCE|DB|DATABASE|SQLITE)$/.test(
    wordsOf(name),
  );
}

const shownWords = new Set(
  "name label title description help message text purpose placeholder example pattern glob ext extension suffix command cmd query sql note usage expected".split(
    " ",
  ),
);

/** Names whose value is shown to people or compared with, but never opened. */
export function isShown(name: string): boolean {
  if (/file_?name$/i.test(name)) return false;
  const last =
    name
      .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
      .split(/[_-]/)
      .at(-1)
      ?.toLowerCase() ?? "";
  return shownWords.has(last) || (last.endsWith("s") && shownWords.has(last.slice(0, -1)));
}

/** What stands under such a name must not be used: the lists of a policy. */
export function isDisallowed(name: string): boolean {
  return /forbid|disallow|prohibit|banned|deprecat|denied|deny|blocked|invalid|ignore|exclu|never|(?:^|_)(?:bad|wrong|not)(?:_|$)/i.test(name);
}

/** Scripts that copy databases: each names those that it cares for. */
export function isBackupFile(path: string): boolean {
  return /(?:^|[/_.-])(?:back-?ups?|restore)(?=[/_.-])[^/]*$/i.test(path);
}

/** Code that tests other code: what it opens is thrown away afterwards. */
export function isTestFile(path: string): boolean {
  return (
    /(?:^|\/)(?:(?:[\w.]*(?:\.|unit|integration))?tests?|__tests__|specs?|e2e|__mocks__|mocks|fixtures|__fixtures__|bench|benchmarks?)\//i.test(path) ||
    /(?:^|\/)(?:test_[^/]*|[^/]*[._-](?:test|tests|spec|e2e|bench)|conftest)\.[a-z0-9]+$/i.test(path) ||
    /[a-z](?:Tests?|Spec|Fixture)\.(?:cs|java|kt|swift|scala|groovy)$/.test(path) ||
    /(?:^|\/)\.(?:github\/workflows|woodpecker|circleci)\/|(?:^|\/)(?:\.gitlab-ci|azure-pipelines|\.travis)\.ya?ml$/.test(path)
  );
}

/** Settings with command lines between them. */
export function hasRecipes(path: string): boolean {
  return /(?:^|\/)(?:(?:gnu)?makefile|justfile)$|\.mk$/i.test(path);
}

/** Code that is kept but no longer run. */
export function isArchived(path: string): boolean {
  return /(?:^|\/)_?archived?\//i.test(path);
}
