import { type Known, unknown } from "../facts/known.ts";
import type { MachineFacts } from "../facts/machine.ts";
import type { TradingDatabase } from "../facts/trading.ts";
import type { MachineMatch } from "../rule.ts";

type Part = Exclude<keyof TradingDatabase, "path" | "realPath">;

/** A part of the facts that a probe may not have been asked for. */
export function look<T>(part: Known<T> | undefined, subject: string): Known<T> {
  return part ?? unknown(subject, "it was not looked at");
}

/** One answer of the trading database; unknown where the database itself is. */
export function lookInDatabase<P extends Part>({ tradingDatabase }: MachineFacts, part: P): TradingDatabase[P] | Known<never> {
  const database = look(tradingDatabase, "the trading database");
  if (!database.known) return database;
  const answer = database.value[part];
  return answer.known ? answer : unknown(database.value.path, answer.reason);
}

/** What findings about the trading database are about. */
export function databasePath({ tradingDatabase }: MachineFacts): string {
  return tradingDatabase?.known ? tradingDatabase.value.path : (tradingDatabase?.subject ?? "the trading database");
}

/** What a rule says of something that it could not see. */
export function toUnknown({ subject, reason }: { readonly subject: string; readonly reason: string }): MachineMatch {
  return { subject, unknown: reason };
}
