import { type Known, known, unknown } from "../core/facts/known.ts";
import type { Sample, TradingDatabase, TradingFills } from "../core/facts/trading.ts";
import { planFillQueries, planTradingQueries, type Query, toSample } from "../core/trading/queries.ts";
import type { TradingRequest } from "../core/trading/request.ts";
import { findFile } from "./find-file.ts";
import { type Reader, type ReadingRoom, readDatabase } from "./open-database.ts";
import type { Places } from "./places.ts";

/** Asks the first trading database that is there; a question that it cannot answer leaves the others their answers. */
export async function readTradingDatabase(
  alternatives: readonly string[],
  places: Places,
  room: ReadingRoom,
  request: TradingRequest,
): Promise<Known<TradingDatabase>> {
  const file = findFile(alternatives, places);
  if (!file.known) return file;
  const { name, path } = file.value;
  return readDatabase(file.value, room, (reader) => {
    const plan = planTradingQueries(reader.schema, request);
    return {
      path: name,
      realPath: path,
      orders: ask(reader, plan.orders),
      settled: ask(reader, plan.settled),
      positions: ask(reader, plan.positions),
      events: ask(reader, plan.events),
      newest: ask(reader, plan.newest),
    };
  });
}

/** The trades ever made, for readiness. */
export async function readTradingFills(alternatives: readonly string[], places: Places, room: ReadingRoom): Promise<Known<TradingFills>> {
  const file = findFile(alternatives, places);
  if (!file.known) return file;
  return readDatabase(file.value, room, (reader) => {
    const plan = planFillQueries(reader.schema);
    return { path: file.value.name, executions: ask(reader, plan.executions), trades: ask(reader, plan.trades) };
  });
}

function ask<Row>(reader: Reader, query: Known<Query>): Known<Sample<Row>> {
  if (!query.known) return query;
  try {
    const { sql, params, limit } = query.value;
    // The text of each query names its columns after the fields of `Row`
    return known(toSample(reader.all(sql, params) as Row[], limit));
  } catch (error) {
    return unknown("trading database", reader.explain(error));
  }
}
