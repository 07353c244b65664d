/**
 * What is asked of a trading database. Four schemas of it exist, so each question is written for the tables and columns that were found.
 *
 * For the probe: open by the protocol for live databases; read the ordinary tables (`type = 'table'` in sqlite_schema) with the columns of
 * `PRAGMA table_info`, in lower case, as `Schema`; `planTradingQueries(schema, request)`; run each query with `.all(params)`, one statement
 * at a time, and hand the rows to `toSample`. A plan that is unknown, and an error of SQLite, become the unknown of that part alone.
 *
 * No table has an index on time, so `orders` costs one full scan: 70 ms for 400,000 rows (107 MB, warm), 400 ms where all of them are of today.
 * It returns a superset, cut by the calendar day and cheap tests of text; times, zones and failures are judged afterwards, exactly, by `core/trading`.
 */
import { type Known, known, unknown } from "../facts/known.ts";
import type { Sample, Schema, TradingDatabase, TradingFills } from "../facts/trading.ts";
import type { TradingRequest } from "./request.ts";

export interface Query {
  readonly sql: string;
  /** Named `@name` in the text. */
  readonly params: Readonly<Record<string, string | number>>;
  /** The text asks for one row more, to know whether there are more. */
  readonly limit: number;
}

export type TradingPlan = Readonly<Record<Exclude<keyof TradingDatabase, "path" | "realPath">, Known<Query>>>;
export type FillsPlan = Readonly<Record<Exclude<keyof TradingFills, "path">, Known<Query>>>;

const DAY = 86_400_000;
/** So many suspects and so many waiting orders are brought at most, the youngest; a kind that is full may have more. */
export const ORDERS_OF_A_KIND = 5000;
/** Columns that may say when a row came to be, in the order in which they are believed. */
const TIME_COLUMNS = ["created_at", "timestamp", "executed_at", "opened_at", "updated_at"];
/** Words of an ordinary life: they need no look at the row's metadata to be no failure. */
const ORDINARY = "'','sent','new','open','pending','pending_new','partially_filled','filled','closed'";
const WAITING = "'sent','new','open','pending','pending_new'";
const ENDED = "'filled','canceled','cancelled','expired','rejected'";

export function planTradingQueries(schema: Schema, request: TradingRequest): TradingPlan {
  return {
    orders: planOrders(schema, request),
    settled: planSettled(schema, request),
    positions: planPositions(schema),
    events: planEvents(schema, request),
    newest: planNewest(schema),
  };
}

export function planFillQueries(schema: Schema): FillsPlan {
  return { executions: planExecutions(schema), trades: planTrades(schema) };
}

/** `rows`: what the query gave, of at most `limit + 1`. */
export function toSample<Row>(rows: readonly Row[], limit: number): Sample<Row> {
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

function planOrders(schema: Schema, { ordersSince }: TradingRequest): Known<Query> {
  const columns = schema.orders;
  if (!columns) return unknown("orders", "the database has no table orders");
  const time = timeColumn(columns);
  if (!columns.includes("status")) return unknown("orders", "the table orders has no column status");
  if (!time) return unknown("orders", "the table orders has no column that says when an order was made");
  const metadata = columns.includes("metadata") ? cell("metadata", 1000) : "NULL";
  const rowid = rowidOf(columns);
  const suspect = `(status COLLATE NOCASE NOT IN (${ORDINARY})${columns.includes("metadata") ? ` OR ${namesFailure("metadata")}` : ""})`;
  const select = (isSuspect: 0 | 1, condition: string): string => `SELECT ${isSuspect} AS suspect, ${cell("status")} AS status, ${cell(time)} AS time,
      ${optional(columns, "order_id")} AS orderId, ${isSuspect ? metadata : "NULL"} AS metadata
    FROM recent CROSS JOIN orders ON orders.${rowid} = recent.place WHERE ${condition} LIMIT ${ORDERS_OF_A_KIND}`;
  return ask(
    `WITH recent AS MATERIALIZED (SELECT ${rowid} AS place FROM orders WHERE ${maybeSince(time)} ORDER BY ${rowid} DESC)
     SELECT * FROM (SELECT * FROM (${select(1, suspect)}) UNION ALL SELECT * FROM (${select(0, `status COLLATE NOCASE IN (${WAITING}) AND NOT ${suspect}`)}))`,
    2 * ORDERS_OF_A_KIND,
    sinceParams(ordersSince),
  );
}

/** A failed close has status `new`; what failed stands in its metadata. Text tests first: json_valid runs only where they hit. */
function namesFailure(column: string): string {
  return `coalesce(instr(${column}, 'close_failed') OR instr(${column}, 'close_exception') OR (instr(${column}, '"error"') AND
    CASE WHEN json_valid(${column}) THEN coalesce(json_extract(${column}, '$.error'), '') NOT IN ('', '[]', '{}') ELSE 1 END), 0)`;
}

function planSettled(schema: Schema, { ordersSince }: TradingRequest): Known<Query> {
  const parts: string[] = [];
  const { executions, trades } = schema;
  const ends = (executions ?? []).filter((name) => name === "order_status" || name === "exec_type");
  const executed = executions?.includes("order_id") ? timeColumn(executions) : undefined;
  if (executed && ends.length > 0) {
    const ended = ends.map((name) => `lower(trim(coalesce(${name}, ''))) IN (${ENDED}${name === "exec_type" ? ",'trade'" : ""})`).join(" OR ");
    parts.push(`SELECT order_id AS orderId FROM executions WHERE order_id IS NOT NULL AND ${maybeSince(executed)} AND (${ended})`);
  }
  const traded = trades?.includes("order_id") ? timeColumn(trades) : undefined;
  if (traded) parts.push(`SELECT order_id AS orderId FROM trades WHERE order_id IS NOT NULL AND ${maybeSince(traded)}`);
  if (parts.length === 0) return unknown("executions", "the database has neither executions nor trades by order");
  return ask(`SELECT DISTINCT ${cell("orderId")} AS orderId FROM (${parts.join(" UNION ALL ")})`, 20_000, sinceParams(ordersSince));
}

function planPositions(schema: Schema): Known<Query> {
  const columns = schema.positions;
  if (!columns) return unknown("positions", "the database has no table positions");
  const hasStatus = columns.includes("status");
  if (!hasStatus && !columns.includes("closed_at")) return unknown("positions", "the table positions has neither status nor closed_at");
  const open = hasStatus ? "lower(trim(coalesce(status, ''))) <> 'closed'" : "closed_at IS NULL";
  return ask(
    `SELECT ${firstOf(columns, ["position_id", "id"])} AS id, ${firstOf(columns, ["pair", "symbol"])} AS pair, ${optional(columns, "side")} AS side,
       ${optional(columns, "status")} AS status, ${optional(columns, "closed_at")} AS closedAt, ${optional(columns, "entry_price")} AS entryPrice,
       ${optional(columns, "current_price")} AS currentPrice, ${firstOf(columns, ["volume", "amount", "quantity"])} AS volume,
       ${firstOf(columns, ["unrealized_pnl", "unrealised_pnl", "pnl"])} AS pnl
     FROM positions WHERE ${open} ORDER BY ${rowidOf(columns)} DESC`,
    1000,
  );
}

function planEvents(schema: Schema, { eventsSince }: TradingRequest): Known<Query> {
  const columns = schema.events;
  if (!columns) return unknown("events", "the database has no table events");
  const time = ["timestamp", "created_at"].find((name) => columns.includes(name));
  const type = ["event_type", "type"].find((name) => columns.includes(name));
  if (!time || !type) return unknown("events", `the table events has no column ${time ? "event_type" : "timestamp"}`);
  return ask(
    `SELECT ${cell(type)} AS type, ${optional(columns, "severity")} AS severity, ${optional(columns, "message")} AS message,
       ${cell(time)} AS time FROM events
     WHERE ${maybeSince(time)} AND lower(trim(${type})) = 'trading_halted' ORDER BY ${rowidOf(columns)} DESC`,
    200,
    sinceParams(eventsSince),
  );
}

/** The last 20 rows of each table, by rowid: no scan. Rows are added in the order in which things happen, so one of them is the newest. */
function planNewest(schema: Schema): Known<Query> {
  const tables = ["orders", "trades", "executions", "positions", "events", "balance_history", "market_data", "performance"];
  const parts = tables.flatMap((table) =>
    TIME_COLUMNS.filter((name) => schema[table]?.includes(name)).map(
      (name) => `SELECT * FROM (SELECT '${table}' AS "table", ${cell(name)} AS time FROM ${table} ORDER BY ${rowidOf(schema[table] ?? [])} DESC LIMIT 20)`,
    ),
  );
  if (parts.length === 0) return unknown("trading tables", "the database has none of the tables of a trading bot");
  return ask(parts.join(" UNION ALL "), 1000);
}

function planExecutions(schema: Schema): Known<Query> {
  const columns = schema.executions;
  if (!columns) return unknown("executions", "the database has no table executions");
  const missing = ["side", "last_qty", "last_price"].find((name) => !columns.includes(name));
  if (missing) return unknown("executions", `the table executions has no column ${missing}`);
  return ask(
    `SELECT ${firstOf(columns, ["exec_id", "id"])} AS id, ${optional(columns, "order_id")} AS orderId, ${firstOf(columns, ["symbol", "pair"])} AS symbol,
       ${cell("side")} AS side, ${cell("last_qty")} AS volume, ${cell("last_price")} AS price, ${firstOf(columns, ["fee_usd_equiv", "fee"])} AS fee,
       ${firstOf(columns, ["timestamp", "executed_at", "created_at"])} AS time
     FROM executions ${columns.includes("exec_type") ? "WHERE lower(trim(exec_type)) = 'trade'" : ""} ORDER BY ${rowidOf(columns)}`,
    200_000,
  );
}

function planTrades(schema: Schema): Known<Query> {
  const columns = schema.trades;
  if (!columns) return unknown("trades", "the database has no table trades");
  const missing = ["side", "price"].find((name) => !columns.includes(name));
  if (missing) return unknown("trades", `the table trades has no column ${missing}`);
  return ask(
    `SELECT ${firstOf(columns, ["trade_id", "id"])} AS id, ${optional(columns, "order_id")} AS orderId, ${firstOf(columns, ["pair", "symbol"])} AS symbol,
       ${cell("side")} AS side, ${firstOf(columns, ["volume", "amount", "quantity"])} AS volume, ${cell("price")} AS price, ${optional(columns, "fee")} AS fee,
       ${firstOf(columns, ["executed_at", "timestamp", "created_at"])} AS time
     FROM trades ORDER BY ${rowidOf(columns)}`,
    200_000,
  );
}

/**
 * True for every row that may be as young as the bound, whatever its time looks like, and for those whose time says nothing. Text like `2025-` compares
 * by day, one day early, so that no offset matters; a space sorts before a `T`, which would shift a comparison of whole times by hours.
 * INTEGER always sorts before TEXT, so epochs (seconds, ms, us or ns) are compared as numbers.
 *
 * Most rows are old and say so as `2025-`: they are told first, by text alone, because each further look at a cell takes as long as finding the row.
 * The `+` takes the column's affinity away, for which SQLite would try to read both sides as numbers each time.
 */
function maybeSince(column: string): string {
  const time = `+${column}`;
  return `CASE WHEN ${time} BETWEEN @year AND @day THEN 0 WHEN ${time} BETWEEN @lastYear AND @lastYearEnd THEN 0 ELSE
    CASE typeof(${column}) WHEN 'text' THEN (${time} >= @day OR substr(${column}, 5, 1) <> '-') WHEN 'null' THEN 1 WHEN 'blob' THEN 1 ELSE
    (CASE WHEN ${time} < 1e8 THEN 1 WHEN ${time} < 1e11 THEN ${time} >= @seconds WHEN ${time} < 1e14 THEN ${column} / 1e3 >= @seconds
      WHEN ${time} < 1e17 THEN ${column} / 1e6 >= @seconds ELSE ${column} / 1e9 >= @seconds END) END END`;
}

/** `2026-` is how every date of a year begins, and behind the last one of them comes `2026-:`. */
function sinceParams(since: number): Query["params"] {
  const from = Math.max(since, DAY);
  const day = new Date(from - DAY).toISOString().slice(0, 10);
  const year = Number(day.slice(0, 4));
  return { day, year: `${year}-`, lastYear: `${year - 1}-`, lastYearEnd: `${year - 1}-:`, seconds: Math.floor(from / 1000) };
}

function ask(sql: string, limit: number, params: Query["params"] = {}): Known<Query> {
  return known({ sql: `${sql} LIMIT ${limit + 1}`, params, limit });
}

/** A column of that name hides the number of the row, which has two other names. */
function rowidOf(columns: readonly string[]): string {
  return ["rowid", "_rowid_", "oid"].find((name) => !columns.includes(name)) ?? "rowid";
}

function timeColumn(columns: readonly string[]): string | undefined {
  return TIME_COLUMNS.find((name) => columns.includes(name));
}

/** No time, name, status or number is longer; what is may be made to be brought over a pipe for as long as there is time. */
const MAX_CELL = 200;

function cell(column: string, maxLength = MAX_CELL): string {
  return `CASE typeof(${column}) WHEN 'blob' THEN NULL WHEN 'text' THEN substr(${column}, 1, ${maxLength}) ELSE ${column} END`;
}

function optional(columns: readonly string[], name: string): string {
  return columns.includes(name) ? cell(name) : "NULL";
}

/** The first of these columns that is there and has a value. */
function firstOf(columns: readonly string[], names: readonly string[]): string {
  const present = names.filter((name) => columns.includes(name)).map((name) => cell(name));
  return present.length > 1 ? `coalesce(${present.join(", ")})` : (present[0] ?? "NULL");
}
