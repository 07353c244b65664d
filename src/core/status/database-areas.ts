import { timeOfBackup } from "../facts/backups.ts";
import type { Known } from "../facts/known.ts";
import type { MachineFacts } from "../facts/machine.ts";
import type { DatabaseFile, Encryption, OfDatabase, Permissions, RetentionCount } from "../facts/sqlite.ts";
import { plural, toHours, toMegabytes, toMinute, toMoment } from "../quantities.ts";
import { createRows, type Judged, type RowContent, type StatusArea, type StatusRow } from "./row.ts";

/** The thresholds of the SQLite rules. */
export interface DatabaseThresholds {
  readonly maxCheckAgeDays: number;
  readonly maxWalMb: number;
  readonly maxFreePercent: number;
  readonly maxBackupAgeHours: number;
  readonly maxBackupAgeDays: number;
  /** By name of the database; absent: none is wanted. */
  readonly journalModes: Readonly<Record<string, string>>;
}

/** An area for each database, and one for its backups where any are configured. */
export function toDatabaseAreas(facts: MachineFacts, thresholds: DatabaseThresholds, judged: Judged): StatusArea[] {
  return (facts.databases ?? []).flatMap(({ name, facts: file, trading }) => {
    const rows = file.known
      ? toRows({ name, trading, file: file.value }, facts, thresholds, judged)
      : [createRows(judged, name)("file", null, { value: null, threshold: null, text: file.reason })];
    const backups = isSaid(file, factsOf(facts.databaseBackups, name)) ? null : toBackupRows(name, facts, thresholds, judged);
    return [{ title: "Database", subject: name, rows }, ...(backups ? [{ title: "Backups of", subject: name, rows: backups }] : [])];
  });
}

/** Without a database there is nothing to say of its backups. */
function isSaid(file: Known<DatabaseFile>, backups: Known<unknown> | null): boolean {
  return !file.known && backups?.known === false && backups.reason === file.reason;
}

interface Subject {
  readonly name: string;
  readonly trading: boolean;
  readonly file: DatabaseFile;
}

function toRows({ name, trading, file }: Subject, facts: MachineFacts, thresholds: DatabaseThresholds, judged: Judged): StatusRow[] {
  const row = createRows(judged, name);
  const wanted = thresholds.journalModes[name] ?? (trading ? "wal" : null);
  const retention = factsOf(facts.databaseRetention, name);
  return [
    row("file", null, { value: file.bytes, threshold: null, text: `${toMegabytes(file.bytes)}${file.linked ? `, a link to ${file.path}` : ""}` }),
    row("integrity", "sqlite/integrity", toIntegrity(file, facts, name, thresholds)),
    row("journal mode", "sqlite/journal-mode", toJournalMode(file, wanted)),
    row("write-ahead log", "sqlite/wal-size", toWalSize(file, thresholds.maxWalMb)),
    row("free pages", "sqlite/freelist", toFreePages(file, thresholds.maxFreePercent)),
    row("foreign keys", "sqlite/foreign-keys", toForeignKeys(facts, name)),
    ...(retention ? [row("retention", "sqlite/retention", toRetention(retention))] : []),
    row("permissions", "sqlite/permissions", toPermissions(factsOf(facts.databasePermissions, name))),
    row("encryption", "sqlite/encryption", toEncryption(factsOf(facts.databaseEncryption, name))),
  ];
}

function factsOf<T>(part: readonly OfDatabase<T>[] | undefined, name: string): Known<T> | null {
  return part?.find((database) => database.name === name)?.facts ?? null;
}

const UNKNOWN = "not known";

/** What could not be had, and why. */
function missing(fact: Known<unknown> | null, threshold: RowContent["threshold"] = null): RowContent {
  return { value: null, threshold, text: fact?.known === false ? fact.reason : UNKNOWN };
}

function toIntegrity({ format, header }: DatabaseFile, facts: MachineFacts, name: string, { maxCheckAgeDays }: DatabaseThresholds): RowContent {
  if (format !== "sqlite") return { value: "no header", threshold: "sound", text: "it has no SQLite header" };
  const [fault] = header?.faults ?? [];
  if (fault !== undefined) return { value: "corrupt", threshold: "sound", text: fault };
  const check = factsOf(facts.databaseChecks, name);
  if (!check?.known || !check.value) return missing(check, "sound");
  const [problem] = check.value.problems;
  if (problem !== undefined) return { value: "corrupt", threshold: "sound", text: `${problem.replaceAll(/\s+/g, " ")} (${toMinute(check.value.at)})` };
  return { value: "sound", threshold: "sound", text: `sound, read whole ${toMinute(check.value.at)}, at most ${maxCheckAgeDays} days ago` };
}

function toJournalMode({ header }: DatabaseFile, wanted: string | null): RowContent {
  if (!header) return missing(null, wanted);
  return { value: header.journalMode, threshold: wanted, text: `${header.journalMode}${wanted === null ? "" : `, ${wanted} wanted`}` };
}

function toWalSize({ walBytes }: DatabaseFile, maxMb: number): RowContent {
  return { value: walBytes, threshold: maxMb * 1048576, text: `${toMegabytes(walBytes)}, at most ${maxMb} MB` };
}

function toFreePages({ header, bytes }: DatabaseFile, maxPercent: number): RowContent {
  if (!header) return missing(null, maxPercent);
  const pages = header.pages ?? Math.floor(bytes / header.pageSize);
  const percent = pages === 0 ? 0 : Math.round((header.freePages / pages) * 100);
  return { value: percent, threshold: maxPercent, text: `${percent} %, at most ${maxPercent} %` };
}

function toForeignKeys(facts: MachineFacts, name: string): RowContent {
  const check = factsOf(facts.databaseChecks, name);
  if (!check?.known || !check.value?.orphans) return missing(check, 0);
  const rows = Object.values(check.value.orphans).reduce((sum, count) => sum + count, 0);
  return { value: rows, threshold: 0, text: `${plural(rows, "row")} point${rows === 1 ? "s" : ""} to nothing, none expected` };
}

function toRetention(fact: Known<readonly RetentionCount[]>): RowContent {
  if (!fact.known) return missing(fact, 0);
  const parts = fact.value.map(({ spec, counts }) => {
    if (!counts.known) return { count: null, text: `${spec.table}: ${counts.reason}` };
    const limit = spec.maxAgeDays === undefined ? `longer than ${spec.maxHours} hours` : `older than ${spec.maxAgeDays} days`;
    const count = counts.value.tooOld + counts.value.tooLong;
    return { count, text: `${spec.table}: ${plural(count, "row")} ${limit}` };
  });
  const known = parts.flatMap(({ count }) => (count === null ? [] : [count]));
  const value = known.length < parts.length ? null : known.reduce((sum, count) => sum + count, 0);
  return { value, threshold: 0, text: parts.map(({ text }) => text).join("; ") };
}

function toPermissions(fact: Known<Permissions> | null): RowContent {
  if (!fact?.known || fact.value.kind === "unasked") return missing(fact);
  if (fact.value.kind === "posix") {
    const [mode, folder] = [fact.value.mode, fact.value.folderMode].map((bits) => bits.toString(8).padStart(4, "0"));
    return { value: mode ?? null, threshold: "0600", text: `mode ${mode}, folder ${folder}; 0600 and 0700 leave others out` };
  }
  const others = fact.value.entries.filter(({ sid, allows }) => allows && fact.value.kind === "windows" && sid !== fact.value.me).length;
  return { value: others, threshold: 0, text: `${others} in its access list besides the owner` };
}

function toEncryption(fact: Known<Encryption> | null): RowContent {
  if (!fact?.known) return missing(fact, "encrypted");
  const { format, volume } = fact.value;
  if (format === "random") return { value: "encrypted", threshold: "encrypted", text: "the file itself is encrypted" };
  if (!volume?.known) return missing(volume, "encrypted");
  return volume.value
    ? { value: "encrypted", threshold: "encrypted", text: "the drive is encrypted" }
    : { value: "in clear", threshold: "encrypted", text: "neither the file nor the drive is encrypted" };
}

/** `null` where no backups are configured. */
function toBackupRows(name: string, facts: MachineFacts, thresholds: DatabaseThresholds, judged: Judged): StatusRow[] | null {
  const found = factsOf(facts.databaseBackups, name);
  if (!found) return null;
  const row = createRows(judged, name);
  const { maxBackupAgeHours: maxHours, maxBackupAgeDays: maxDays } = thresholds;
  if (!found.known) return [row("newest", "sqlite/backup-freshness", missing(found, maxHours))];
  const { backups, check, patterns } = found.value;
  const [newest] = backups;
  if (!newest) return [row("newest", "sqlite/backup-freshness", { value: "none", threshold: maxHours, text: `none in ${patterns.join(", ")}` })];
  const at = timeOfBackup(newest);
  const old = backups.filter((backup) => facts.now - timeOfBackup(backup) > maxDays * 86_400_000).length;
  const problem = check?.known ? check.value.problems[0] : undefined;
  const depth = check?.known && check.value.depth === "opened" ? "sound, read whole" : "its first bytes are right; not read whole";
  return [
    row("newest", "sqlite/backup-freshness", { value: toHours(at, facts.now), threshold: maxHours, text: `${toMoment(at, facts.now)}, at most ${maxHours} h` }),
    row("kept", "sqlite/backup-retention", { value: old, threshold: 0, text: `${plural(backups.length, "backup")}, ${old} older than ${maxDays} days` }),
    row(
      "validity",
      "sqlite/backup-validity",
      check?.known ? { value: problem ?? "sound", threshold: "sound", text: problem ?? depth } : missing(check, "sound"),
    ),
  ];
}
