import { languageOf } from "../../src/core/lexer.ts";
import { type ContentSubject, defineRule, type Trigger } from "../../src/core/rule.ts";
import { findCodePaths } from "./code-paths.ts";
import { listExcerpts } from "./excerpts.ts";
import { type FaultyPath, toMatch } from "./faults.ts";
import { findSettingPaths } from "./setting-paths.ts";
import { databaseFile, isArchived } from "./storage-names.ts";
import { type StorageSettings, toStoragePolicy } from "./storage-policy.ts";

const quote = { set: "\"'`", min: 1 };
/** Of the extension of a file; `.db?.x` is a member that may be missing. */
const closing = { set: "\"'`3", min: 1 };
const query = { set: "a-z", min: 1 };
const variables = [
  ..."DATABASE_PATH DATABASE_URL DATABASE_DIR DATABASE_FILE DATABASE= DB_PATH DB_URL DB_DIR DB_FILE _DB=".split(" "),
  ..."SQLITE_PATH SQLITE_URL SQLITE_DIR SQLITE_FILE SQLITE_DB SQLITE=".split(" "),
  ..."LOG_PATH LOGS_PATH LOG_DIR LOGS_DIR LOG_FILE_PATH DATA_PATH DATA_DIR LEARNING_PATH LEARNING_DIR".split(" "),
];
const triggers: readonly (string | Trigger)[] = [
  { literal: ".db", followedBy: closing },
  { literal: ".db?", followedBy: query },
  { literal: ".sqlite", followedBy: closing },
  { literal: ".sqlite?", followedBy: query },
  "sqlite:",
  { literal: "sqlite.connect(", followedBy: quote },
  { literal: "sqlite3.connect(", followedBy: quote },
  { literal: "sqlite3.Database(", followedBy: quote },
  "better-sqlite3')(",
  'better-sqlite3")(',
  ...variables.map((literal) => ({ literal, exact: true })),
];

export const databasePath = defineRule({
  id: "storage/database-path",
  meta: {
    summary: "Code or an environment file puts a database, log or data path outside the folders that the policy allows.",
    why: "Data inside a project is committed, deleted by a clean checkout and missed by backups; data on the wrong drive is what the policy exists to prevent.",
    fix: "Read the path from an environment variable and let its default lie under one of the allowed roots.",
    severity: "block",
    confidence: "likely",
    since: "0.1.0",
    source: "S4:285",
    needs: "storage",
  },
  inspects: "content",
  files: ["**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs,py,pyw,prisma}", "**/.env", "**/.env.*", "**/*.env"],
  triggers,
  check(subject, { storage }: { readonly storage: StorageSettings }) {
    if (isArchived(subject.path)) return [];
    const policy = toStoragePolicy(storage);
    const language = languageOf(subject.path);
    const findPaths = language === "ini" ? findSettingPaths : findCodePaths;
    const paths = listExcerpts(subject, language).flatMap((span) => findPaths(subject, span, policy));
    return withoutPieces(subject, paths).map((path) => toMatch(path, policy));
  },
});

/** Of the pieces of a path on one line (`join(__dirname, "data", "x.db")`) only the last tells where the file lies. */
function withoutPieces(subject: ContentSubject, paths: readonly FaultyPath[]): FaultyPath[] {
  const lineOf = ({ start }: FaultyPath): number => subject.line(start).start;
  return paths.filter((path, index) => {
    if (databaseFile.test(path.text)) return true;
    return !paths.slice(index + 1, index + 4).some((next) => next.fault === path.fault && lineOf(next) === lineOf(path));
  });
}
