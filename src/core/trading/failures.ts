import type { Known } from "../facts/known.ts";
import { known } from "../facts/known.ts";
import type { MachineFacts } from "../facts/machine.ts";
import { countFailedCloses, type FailedCloses } from "./log-health.ts";
import { databasePath, look, lookInDatabase } from "./look.ts";
import { countFailedOrders, type FailedOrderOptions, type OrderCount } from "./orders.ts";

/** Failed orders by both witnesses. Each is blind to some: a rejected order may leave no row, a log line may not reach the file. */
export interface Failures {
  /** The larger of both; `null`: neither is known. */
  readonly count: number | null;
  readonly atLeast: boolean;
  readonly database: Known<OrderCount>;
  readonly log: Known<FailedCloses>;
  /** The witness that saw more. */
  readonly subject: string;
}

export function assessFailures(facts: MachineFacts, options: Pick<FailedOrderOptions, "windowHours" | "statuses">, timeZone: string | null): Failures {
  const orders = lookInDatabase(facts, "orders");
  const database = orders.known ? known(countFailedOrders(orders.value, facts.now, options)) : orders;
  const file = look(facts.tradingLog, "the trading log");
  const log = file.known ? countFailedCloses(file.value, facts.now, timeZone, options.windowHours) : file;
  const counts = [database, log].flatMap((witness) => (witness.known ? [witness.value.count] : []));
  const count = counts.length > 0 ? Math.max(...counts) : null;
  const inLog = log.known && (!database.known || log.value.count > database.value.count);
  const winner = inLog ? log : database;
  return {
    count,
    atLeast: winner.known && winner.value.atLeast,
    database,
    log,
    subject: inLog ? (file.known ? file.value.path : file.subject) : databasePath(facts),
  };
}
