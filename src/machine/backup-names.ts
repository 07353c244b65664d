import type { Backup } from "../core/facts/backups.ts";

/** Words that may stand between the name of a database and the date of its backup. */
const WORDS = new Set(["backup", "bak", "bkp", "copy", "auto", "daily", "weekly", "manual", "snapshot", "pre", "before", "migration", "premigration", "db"]);
const PACKINGS: Readonly<Record<string, Backup["packing"]>> = { gz: "gzip", zip: "zip", "7z": "7z" };

/** What the name of a backup says; `null` for a file that is no backup of this database. */
export type NamedBackup = Pick<Backup, "named" | "packing">;

/**
 * Reads the naming schemes that are in use: `trading_backup_20251125.db`, `trading_20251125_235900.db`, `trading_20251125.db`,
 * `trading_pre_migration_20251125.db`, `trading.db.bak`, each packed (`.gz`, `.zip`, `.7z`) or not, and `20251125_235900/trading.db.7z`, dated by its folder.
 * `database`: the name of the database file. `trading_test.db` is another database, and `trading.db-wal` is none.
 */
export function readBackupName(path: string, database: string): NamedBackup | null {
  const segments = path.split("/");
  const folder = segments.at(-2) ?? "";
  const { rest, packing } = splitPacking((segments.at(-1) ?? "").toLowerCase());
  const stem = stripEnding(database.toLowerCase());
  const name = stripEnding(rest);
  if (!name.startsWith(stem) || /^[a-z0-9]/.test(name.slice(stem.length)) || /-(wal|shm|journal)$/.test(rest)) return null;
  const { date, words } = takeDate(name.slice(stem.length));
  if (!words.every((word) => WORDS.has(word))) return null;
  return { named: date ?? takeDate(folder).date, packing };
}

function splitPacking(name: string): { rest: string; packing: Backup["packing"] } {
  const ending = /\.(gz|zip|7z)$/.exec(name)?.[1] ?? "";
  return { rest: ending ? name.slice(0, -ending.length - 1) : name, packing: PACKINGS[ending] ?? "none" };
}

function stripEnding(name: string): string {
  return name.replace(/\.(bak|backup|old)$/, "").replace(/\.(db3?|sqlite3?)$/, "");
}

// 20251125, 20251125_235900, 20251125235900, 2025-11-25, 2025-11-25T23-59-00
const DATE = /(?<!\d)(20\d\d)-?(\d\d)-?(\d\d)(?:[_T -]?(\d\d)[-:.]?(\d\d)(?:[-:.]?(\d\d))?)?(?!\d)/i;

/** The date in a text as local time, and the words beside it. */
function takeDate(text: string): { date: number | null; words: string[] } {
  const match = DATE.exec(text);
  const wordsOf = (part: string): string[] =>
    part
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== "");
  if (!match) return { date: null, words: wordsOf(text) };
  const [year = 0, month = 0, day = 0, hour = 23, minute = 59, second = 59] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  const time = new Date(year, month - 1, day, hour, minute, second);
  const isReal = time.getMonth() === month - 1 && time.getDate() === day && hour < 24 && minute < 60 && second < 60;
  const around = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  return isReal ? { date: time.getTime(), words: wordsOf(around) } : { date: null, words: wordsOf(text) };
}
