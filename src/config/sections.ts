import { z } from "zod";

/** Every text of a custom `error` here says what was expected, as a noun: messages read "expected ..., got ...". */

/**
 * A path: absolute (Windows or POSIX) or relative to the configuration file, with either slash. A control character in it is a backslash
 * that JSON read as an escape (`"D:\trading.db"` holds a tab), and a variable would never be expanded.
 */
const path = z
  .string({ error: "a path in quotes" })
  .min(1, { error: "a path, not an empty text" })
  .max(1024, { error: "a path of at most 1024 characters" })
  .regex(/^[^\u0000-\u001f\u007f]*$/, { error: "a path without control characters: a backslash in JSON starts an escape, so write / or two backslashes" })
  .regex(/^(?!~)(?!.*(?:%[A-Za-z_]\w*%|\$\{?(?:env:)?[A-Za-z_]\w*)).*$/, { error: "a path written out: variables and ~ are not expanded" })
  .meta({ id: "path" });

/** One path, or alternatives: the first that is there counts. */
const paths = z.union([path, z.array(path)], { error: "a path, or a list of paths" });

const list = (error: string) => z.array(path, { error });
const flag = (description: string) => z.boolean({ error: "true or false" }).optional().describe(description);
const name = (error: string) => z.string({ error }).regex(/^[A-Za-z_]\w{0,63}$/, { error });
const count = (error: string) => z.int({ error }).min(0, { error });
const amount = (error: string) => z.number({ error }).positive({ error });

const platform = z
  .strictObject({ roots: list("a list of folders").optional().describe("Folders that stand for the roots on this system.") })
  .describe("What stands for the roots on one operating system.");

export const storageSchema = z
  .strictObject({
    roots: list("a list of folders").optional().describe("Folders below which databases, logs and data may live."),
    forbidden: list("a list of folders").optional().describe("Folders below which none may live."),
    deprecated: list("a list of folders").optional().describe("Folders that were roots once: they block in code, also where they lie in a root."),
    platform: z
      .strictObject({ linux: platform.optional(), darwin: platform.optional(), win32: platform.optional() })
      .optional()
      .describe("What machine rules and the runtime look at on one operating system. Code is judged by `roots` everywhere."),
  })
  .describe("Where data may live. Without it, storage/database-path is off.");

const limits = z.strictObject({
  maxPositionUsd: amount("an amount in USD above 0").optional(),
  maxExposureUsd: amount("an amount in USD above 0").optional(),
  maxPositions: count("a whole number of positions").optional(),
  pairs: z
    .array(z.string().regex(/^[A-Z0-9]{2,12}\/[A-Z0-9]{2,12}$/, { error: "a pair such as XLM/USD" }), { error: "a list of pairs such as XLM/USD" })
    .optional(),
});

const day = z.string({ error: "a day as YYYY-MM-DD" }).refine(isDay, { error: "a day as YYYY-MM-DD" });

export const tradingSchema = z
  .strictObject({
    root: paths.optional().describe("The folder of the bot, or alternatives; none here: unknown."),
    database: paths.optional().describe("Its database, or alternatives: the first that exists and is not empty; none: unknown, never 0."),
    logs: paths.optional().describe("Globs of its logs; the one written to last counts."),
    criticalFiles: z
      .array(z.string().min(1), { error: "a list of files below the root" })
      .optional()
      .describe("Files below the root that must be there; alternatives in braces."),
    timeZone: z
      .string({ error: "a time zone such as America/New_York" })
      .refine(isTimeZone, { error: "a time zone such as America/New_York" })
      .optional()
      .describe("Of log lines and local timestamps without a zone. Absent: the machine's own."),
    limits: limits.optional().describe("The hard limits that no configuration of the bot may loosen."),
    scope: z
      .enum(["always", "trading-paths"])
      .optional()
      .describe("Who is blocked when trading is unhealthy: every commit, or those that touch the trading root."),
    required: flag("What cannot be looked at blocks (exit 3) instead of warning."),
    startBalanceUsd: amount("an amount in USD above 0").optional().describe("The base of drawdown."),
    validation: z
      .strictObject({ start: day.optional(), end: day.optional() })
      .optional()
      .describe("First and last day of the validation; trades before it do not count."),
  })
  .describe("The trading bot on this machine. Without it, every trading rule is off.");

const retention = z
  .strictObject({
    table: name("the name of a table"),
    column: name("the name of a column").optional().describe("The time of a row, for maxAgeDays."),
    maxAgeDays: amount("a number of days above 0").optional(),
    start: name("the name of a column").optional().describe("The begin of a row, for maxHours."),
    end: name("the name of a column").optional(),
    maxHours: amount("a number of hours above 0").optional(),
  })
  .refine((entry) => hasAll(entry.column, entry.maxAgeDays) || hasAll(entry.start, entry.end, entry.maxHours), {
    error: "column with maxAgeDays, or start and end with maxHours",
  })
  .describe("How old rows of a table may become (column, maxAgeDays) or how long one may last (start, end, maxHours).");

export const databaseSchema = z
  .strictObject({
    path: path.describe("The database file."),
    backups: list("a list of globs").optional().describe("Globs of its backups."),
    journalMode: z.enum(["wal", "delete", "truncate", "persist", "memory", "off"]).optional().describe("The journal mode that it should have."),
    retention: z.array(retention, { error: "a list of tables with their limits" }).optional(),
    required: flag("What cannot be looked at blocks (exit 3) instead of warning."),
  })
  .describe("A SQLite database to watch.");

export type StorageSection = z.infer<typeof storageSchema>;
export type TradingSection = z.infer<typeof tradingSchema>;
export type DatabaseSection = z.infer<typeof databaseSchema>;

function hasAll(...values: unknown[]): boolean {
  return values.every((value) => value !== undefined);
}

function isTimeZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
