import { readFileSync, statSync } from "node:fs";
import { type Known, known, unknown } from "../../src/core/facts/known.ts";
import type { Sample, Schema, TradingDatabase, TradingFills, TradingLog } from "../../src/core/facts/trading.ts";
import { guessEncoding, readLogTail, sniffEncoding } from "../../src/core/trading/log-tail.ts";
import { planFillQueries, planTradingQueries, type Query, toSample } from "../../src/core/trading/queries.ts";
import { type TradingRequest, toTradingRequest } from "../../src/core/trading/request.ts";
import { createClock } from "../../src/core/trading/time-zone.ts";
import type { TestDatabase } from "./sqlite.ts";

/** The questions of the trading rules, put to an open database without a probe in between. */
export function askTradingDatabase(db: TestDatabase, request: TradingRequest): TradingDatabase {
  const { orders, settled, positions, events, newest } = planTradingQueries(readSchema(db), request);
  const parts = { orders: ask(db, orders), settled: ask(db, settled), positions: ask(db, positions), events: ask(db, events), newest: ask(db, newest) };
  // Each query names its columns after the fields of its rows.
  return { path: "trading.db", realPath: "trading.db", ...parts } as TradingDatabase;
}

export function askTradingFills(db: TestDatabase): TradingFills {
  const { executions, trades } = planFillQueries(readSchema(db));
  return { path: "trading.db", executions: ask(db, executions), trades: ask(db, trades) } as TradingFills; // as above
}

export function requestAt(now: number): TradingRequest {
  return toTradingRequest(now, "America/New_York", () => undefined);
}

/** The whole of a log, as the probe would hand it over. */
export function readWholeLog(path: string, request: TradingRequest): TradingLog {
  const bytes = readFileSync(path);
  const encoding = sniffEncoding(bytes) ?? guessEncoding(bytes);
  const tail = readLogTail({ bytes, offset: 0, encoding }, request, createClock(request.timeZone));
  return { path, others: [], mtime: statSync(path).mtimeMs, bytes: bytes.length, encoding, ...tail, reach: "start", timeZone: request.timeZone };
}

function readSchema(db: TestDatabase): Schema {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  return Object.fromEntries(
    tables.map(({ name }) => [
      String(name).toLowerCase(),
      db
        .prepare(`SELECT name FROM pragma_table_info('${name}')`)
        .all()
        .map((column) => String(column.name).toLowerCase()),
    ]),
  );
}

function ask(db: TestDatabase, query: Known<Query>): Known<Sample<unknown>> {
  if (!query.known) return query;
  try {
    return known(toSample(db.prepare(query.value.sql).all(query.value.params), query.value.limit));
  } catch (error) {
    return unknown("trading.db", String(error));
  }
}
