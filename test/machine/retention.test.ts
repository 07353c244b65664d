import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { RetentionCount, RetentionSpec } from "../../src/core/facts/sqlite.ts";
import { createFolder, readFolderState } from "../support/folder-state.ts";
import { probe } from "../support/probe.ts";
import { openTestDatabase } from "../support/sqlite.ts";

const now = Date.UTC(2025, 10, 26, 12);
const DAY = 86_400_000;

async function count(sql: string, ...retention: readonly RetentionSpec[]): Promise<readonly RetentionCount[]> {
  const folder = createFolder();
  const db = openTestDatabase(join(folder, "nova.db"));
  db.exec(sql);
  db.close();
  const before = readFolderState(folder);
  const { databaseRetention } = await probe(folder, ["databaseRetention"], { databases: [{ path: "nova.db", retention }], now });
  expect(readFolderState(folder)).toEqual(before);
  const facts = databaseRetention?.[0]?.facts;
  if (!facts?.known) throw new Error(facts?.reason);
  return facts.value;
}

const events: RetentionSpec = { table: "activity_events", column: "created_at", maxAgeDays: 30 };
const sessions: RetentionSpec = { table: "deep_work_sessions", start: "start_ts", end: "end_ts", maxHours: 8 };

test("times of every shape, on both sides of the limit", async () => {
  const at = (days: number): number => now - days * DAY;
  const shapes = (time: number): unknown[] => {
    const iso = new Date(time).toISOString();
    const [seconds, text] = [time / 1000, iso.slice(0, 19)];
    return [
      seconds,
      time,
      time * 1000,
      time * 1e6,
      seconds + 0.5,
      String(seconds),
      String(time),
      iso,
      text,
      text.replace("T", " "),
      `${text},123`,
      `${text}+00:00`,
    ];
  };
  const rows = (time: number): string =>
    shapes(time)
      .map((value) => `(${typeof value === "number" ? value : `'${value}'`})`)
      .join(", ");
  // A column without a type keeps each value as it is
  const sql = `CREATE TABLE activity_events (created_at); INSERT INTO activity_events VALUES ${rows(at(31))}, ${rows(at(29))}, ('yesterday'), (NULL), (0), (x'00')`;
  const [counted] = await count(sql, events);
  expect(counted?.counts).toEqual({ known: true, value: { tooOld: 12, oldest: at(31), tooLong: 0, longestHours: null, unreadable: 4 } });
});

test("sessions that last too long; one without an end lasts until now", async () => {
  const seconds = now / 1000;
  const sql = `CREATE TABLE deep_work_sessions (start_ts INTEGER, end_ts INTEGER); INSERT INTO deep_work_sessions VALUES
    (${seconds - 9 * 3600}, ${seconds}), (${seconds - 8 * 3600}, ${seconds}), (${seconds - 41 * 3600}, NULL), ('soon', ${seconds})`;
  const [counted] = await count(sql, sessions);
  expect(counted?.counts).toMatchObject({ value: { tooLong: 2, longestHours: 41, unreadable: 1, tooOld: 0 } });
});

describe("versions of a program differ", () => {
  const milliseconds: RetentionSpec = { table: "file_events", column: "timestamp", maxAgeDays: 30 };

  test("a table that is not there is passed over where another is", async () => {
    const counted = await count(
      `CREATE TABLE File_Events (Timestamp INTEGER); INSERT INTO file_events VALUES (${now - 40 * DAY})`,
      events,
      sessions,
      milliseconds,
    );
    expect(counted.map(({ spec, counts }) => [spec.table, counts.known && counts.value.tooOld])).toEqual([["file_events", 1]]);
  });

  test("of several entries for one table those count whose columns are there", async () => {
    const other = { ...events, column: "timestamp" };
    const counted = await count(`CREATE TABLE activity_events (timestamp INTEGER)`, events, other);
    expect(counted.map(({ spec }) => spec.column)).toEqual(["timestamp"]);
  });

  test("where nothing fits, it says what is missing", async () => {
    const none = await count("CREATE TABLE a (b)", events, sessions);
    expect(none.map(({ counts }) => !counts.known && counts.reason)).toEqual([
      "the database has no table activity_events",
      "the database has no table deep_work_sessions",
    ]);
    const column = await count("CREATE TABLE activity_events (b)", events);
    expect(column.map(({ counts }) => !counts.known && counts.reason)).toEqual(["the table activity_events has no column created_at"]);
  });

  test("a view of that name is no table", async () => {
    const counted = await count(
      "CREATE VIEW activity_events AS WITH RECURSIVE n(created_at) AS (SELECT 1 UNION ALL SELECT created_at + 1 FROM n) SELECT * FROM n",
      events,
    );
    expect(counted[0]?.counts).toMatchObject({ known: false });
  });
});
