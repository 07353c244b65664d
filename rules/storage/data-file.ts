import { type FileContent, type FileKind, LARGE_BYTES } from "../../src/core/file-kind.ts";
import type { Confidence } from "../../src/core/model.ts";
import { defineRule, type EntryMatch } from "../../src/core/rule.ts";
import { isTestFile } from "./storage-names.ts";

export const dataFile = defineRule({
  id: "storage/data-file",
  meta: {
    summary: "A database, one of its side files, a log or a dataset is about to be committed.",
    why: "Such files hold what people and programs did, grow without end, stay in the history for ever, and a checkout may overwrite the live one.",
    fix: "Keep it under D:\\databases, D:\\logs or D:\\data, take it out of the index (git rm --cached) and name it in .gitignore.",
    severity: "warn",
    confidence: "likely",
    since: "0.1.0",
    source: "S4:285",
  },
  inspects: "entry",
  files: [
    "**/*.{db,db3,sqlite,sqlite3,s3db,sl3,duckdb,mdb,accdb}",
    "**/*.{db,db3,sqlite,sqlite3,s3db,sl3}-{wal,shm,journal}",
    "**/*.{db,db3,sqlite,sqlite3,s3db,sl3,duckdb}.{gz,7z,zip,xz,zst,bak,backup,old}",
    "**/*.{log,log.[0-9]*,log.gz}",
    "**/*.{parquet,feather,arrow,h5,hdf5,npy,npz,csv,tsv,jsonl,ndjson}",
  ],
  recognises: true,
  check({ path, kind, status, content }) {
    const isFile = kind === "regular" || kind === "executable";
    if (!isFile || status === "deleted") return [];
    const isLarge = content !== null && content.bytes >= LARGE_BYTES;
    if (isFixture(path) && !isLarge) return [];
    const match = describe(path, content);
    if (!match) return [];
    // What a test brings along is worth a word, and a large one at least that.
    return [isFixture(path) || (isTestFile(path) && content !== null && !isLarge) ? { ...match, severity: "warn" } : match];
  },
});

const POLICY = "Databases, logs and large datasets must not lie in a project (S4:285).";

function isFixture(path: string): boolean {
  return /(?:^|\/)(?:__)?(?:fixtures?|test[-_]?data|snapshots|mocks)(?:__)?\//i.test(path);
}

/** Its name first, which says more: a side file, a backup. */
function describe(path: string, content: FileContent | null): EntryMatch | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return describeDatabase(name) ?? describeLog(name) ?? (content ? describeContent(content) : null) ?? describeDataset(path);
}

/** `trading.db`, `trading.db-wal`, `trading_20251125.db.gz`; `Thumbs.db` is no database but Windows' cache of thumbnails. */
function describeDatabase(name: string): EntryMatch | null {
  const [, extension, rest = ""] = /\.(db3?|sqlite3?|s3db|sl3|duckdb|mdb|accdb)(-(?:wal|shm|journal)|\.[a-z0-9]+)?$/i.exec(name) ?? [];
  if (extension === undefined || /^(?:eh)?thumbs\.db$|^\.env\b/i.test(name)) return null;
  if (rest.startsWith("-")) return toMatch("This is a side file of a database: it holds rows that the database itself does not have yet.", "certain");
  return toMatch(rest ? "This is a backup of a database." : "This is a database.", "certain");
}

function describeLog(name: string): EntryMatch | null {
  return /\.log(?:\.(?:\d+|gz))?$/i.test(name) ? toMatch("This is a log.", "likely") : null;
}

const shown = {
  sqlite: "a SQLite database",
  duckdb: "a DuckDB database",
  access: "an Access database",
  leveldb: "a table of LevelDB or RocksDB",
  lmdb: "an LMDB database",
  dump: "the dump of a database",
  parquet: "a Parquet dataset",
  arrow: "an Arrow dataset",
  hdf5: "an HDF5 dataset",
  numpy: "a NumPy dataset",
  pickle: "pickled Python objects",
  log: "a log",
  table: "a large table",
  "json lines": "a large dataset of JSON lines",
} as const satisfies Record<FileKind, string>;

/** What text looks like is less sure than what bytes are. */
const inText: ReadonlySet<FileKind> = new Set<FileKind>(["log", "table", "json lines"]);

function describeContent({ kind, isPacked }: FileContent): EntryMatch {
  return toMatch(`By its content this file is ${shown[kind]}${isPacked ? ", packed" : ""}.`, inText.has(kind) || kind === "pickle" ? "likely" : "certain");
}

/** Formats for nothing but large tables anywhere; of a text that is no large one, only a warning, and only in folders that are named after data to learn from. */
function describeDataset(path: string): EntryMatch | null {
  if (/\.(?:parquet|feather|arrow|h5|hdf5|np[yz])$/i.test(path)) return toMatch("This is a dataset.", "likely");
  const folder = /(?:^|\/)(?:datasets?|training[-_]?data|train(?:[-_]test)?|data\/(?:raw|processed|interim|external))\//i;
  return /\.(?:csv|tsv|jsonl|ndjson)$/i.test(path) && folder.test(path) ? { ...toMatch("This is a dataset.", "possible"), severity: "warn" } : null;
}

function toMatch(message: string, confidence: Confidence): EntryMatch {
  return { message: `${message} ${POLICY}`, confidence };
}
