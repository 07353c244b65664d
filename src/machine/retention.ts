import { type Known, known, unknown } from "../core/facts/known.ts";
import type { RetentionCount, RetentionSpec } from "../core/facts/sqlite.ts";
import type { Schema } from "../core/facts/trading.ts";
import type { FoundFile } from "./find-file.ts";
import { type Reader, type ReadingRoom, readDatabase } from "./open-database.ts";

const DAY_SECONDS = 86_400;

/** Counts the rows that each rule of retention speaks of. */
export function countRetention(file: FoundFile, specs: readonly RetentionSpec[], room: ReadingRoom, now: number): Promise<Known<readonly RetentionCount[]>> {
  return readDatabase(file, room, (reader) => {
    return chooseSpecs(specs, reader.schema).map((spec) => ({ spec, counts: count(reader, spec, now) }));
  });
}

/**
 * The rules that fit this version of an application, whose tables and columns change. A table that is not there holds nothing too old, as long as another
 * configured one is there; several rules for one table are alternatives. Where none fits, the first stays, and says what it misses.
 */
function chooseSpecs(specs: readonly RetentionSpec[], schema: Schema): RetentionSpec[] {
  const tables = Map.groupBy(specs, ({ table }) => table.toLowerCase());
  const present = [...tables].filter(([table]) => table in schema);
  return (present.length > 0 ? present : [...tables]).flatMap(([, alternatives]) => {
    const fitting = alternatives.filter((spec) => findMissing(spec, schema) === null);
    return fitting.length > 0 ? fitting : alternatives.slice(0, 1);
  });
}

/** What a rule speaks of and the database does not have. */
function findMissing({ table, column, start, end }: RetentionSpec, schema: Schema): string | null {
  const columns = schema[table.toLowerCase()];
  if (!columns) return `the database has no table ${table}`;
  const missing = [column, start, end].find((name) => name !== undefined && !columns.includes(name.toLowerCase()));
  return missing === undefined ? null : `the table ${table} has no column ${missing}`;
}

function count(reader: Reader, spec: RetentionSpec, now: number): RetentionCount["counts"] {
  const missing = findMissing(spec, reader.schema);
  if (missing !== null) return unknown(spec.table, missing);
  try {
    const [row = {}] = reader.all(toSql(spec), {
      now: Math.floor(now / 1000),
      cut: Math.floor(now / 1000) - (spec.maxAgeDays ?? 0) * DAY_SECONDS,
      maxSeconds: (spec.maxHours ?? 0) * 3600,
    });
    const longest = numberOf(row.longest);
    return known({
      tooOld: numberOf(row.tooOld) ?? 0,
      oldest: typeof row.oldest === "number" ? row.oldest * 1000 : null,
      tooLong: numberOf(row.tooLong) ?? 0,
      longestHours: longest === null ? null : longest / 3600,
      unreadable: numberOf(row.unreadable) ?? 0,
    });
  } catch (error) {
    return unknown(spec.table, reader.explain(error));
  }
}

/** One pass over the table. `made` and `lasted` are seconds. */
function toSql({ table, column, maxAgeDays, start, end, maxHours }: RetentionSpec): string {
  const hasAge = column !== undefined && maxAgeDays !== undefined;
  const hasLength = start !== undefined && end !== undefined && maxHours !== undefined;
  const made = hasAge ? toSeconds(column) : "NULL";
  const lasted = hasLength ? `coalesce(${toSeconds(end)}, CASE WHEN ${quote(end)} IS NULL THEN @now END) - ${toSeconds(start)}` : "NULL";
  const isUnreadable = [hasAge && "made IS NULL", hasLength && "lasted IS NULL"].filter((test) => test !== false).join(" OR ") || "0";
  return `SELECT count(*) FILTER (WHERE made < @cut) AS tooOld, min(made) AS oldest, count(*) FILTER (WHERE lasted > @maxSeconds) AS tooLong,
      max(lasted) AS longest, count(*) FILTER (WHERE ${isUnreadable}) AS unreadable
    FROM (SELECT ${made} AS made, ${lasted} AS lasted FROM ${quote(table)})`;
}

/**
 * Seconds since the epoch of a cell of whatever shape: numbers by their size (s, ms, us, ns), as numbers or as text, and dates with space or `T`, with a
 * comma before the fraction, with or without a zone. NULL where it is no time.
 */
function toSeconds(column: string): string {
  const cell = quote(column);
  const scale = (value: string): string =>
    `CASE WHEN ${value} < 1e8 THEN NULL WHEN ${value} < 1e11 THEN ${value} WHEN ${value} < 1e14 THEN ${value} / 1e3 WHEN ${value} < 1e17 THEN ${value} / 1e6 ELSE ${value} / 1e9 END`;
  return `CASE typeof(${cell}) WHEN 'integer' THEN ${scale(cell)} WHEN 'real' THEN ${scale(cell)}
    WHEN 'text' THEN CASE WHEN trim(${cell}) GLOB '[0-9]*' AND trim(${cell}) NOT GLOB '*[^0-9.]*' THEN ${scale(`CAST(trim(${cell}) AS REAL)`)}
      ELSE unixepoch(replace(trim(${cell}), ',', '.')) END END`;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
