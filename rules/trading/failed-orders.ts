import type { MachineMatch } from "../../src/core/rule.ts";
import { defineRule } from "../../src/core/rule.ts";
import { assessFailures, type Failures } from "../../src/core/trading/failures.ts";
import { toUnknown } from "../../src/core/trading/look.ts";
import type { FailedOrderOptions } from "../../src/core/trading/orders.ts";
import { type TradingSection, toTradingSettings } from "../../src/core/trading/settings.ts";

type Options = FailedOrderOptions & { readonly trading?: TradingSection };

export const failedOrders = defineRule({
  id: "trading/failed-orders",
  inspects: "machine",
  probes: ["tradingDatabase", "tradingLog"],
  meta: {
    summary: "Orders of the trading bot failed within the last day.",
    why: "A bot that cannot close what it opened loses money while you commit; a change to it now is a change to a running accident.",
    fix: "Look at the orders and the log, stop the bot if it is still running. For a commit that mends it: npx --no guard ack trading/failed-orders --for 2h --reason WHY",
    severity: "block",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:251",
    needs: "trading",
  },
  check(facts, options: Options) {
    const { timeZone } = toTradingSettings(options.trading);
    const failures = assessFailures(facts, options, timeZone);
    const { database, log } = failures;
    const matches: MachineMatch[] = [];
    if (failures.count !== null && failures.count >= options.warnFrom) matches.push(describe(failures, failures.count, options));
    if (database.known) matches.push(...describeDoubts(failures, database.value.unreadable, database.value.future));
    // The log alone proves nothing: an order that was refused in the database's own words may never reach it.
    if (!database.known) matches.push(toUnknown(database));
    else if (failures.atLeast && (failures.count ?? 0) <= options.max)
      matches.push({ subject: failures.subject, unknown: "there is more in it than was read" });
    else if (!log.known && facts.tradingLog?.known) matches.push(toUnknown(log));
    return matches;
  },
});

function describe({ subject, database, log, atLeast }: Failures, count: number, { max, windowHours }: Options): MachineMatch {
  const [inDatabase, inLog] = [database.known ? database.value.count : null, log.known ? log.value.count : null];
  const orders = `${atLeast ? "at least " : ""}${count} failed order${count === 1 ? "" : "s"}`;
  const verdict = count > max ? `more than the ${max} that are allowed` : `${max} are allowed`;
  return {
    subject,
    message: `${orders} in the last ${windowHours} hours, ${verdict} (database: ${inDatabase ?? "unknown"}, log: ${inLog ?? "unknown"}).`,
    facts: { count, max, windowHours, database: inDatabase, log: inLog },
    ...(count > max ? {} : { severity: "warn" as const }),
  };
}

function describeDoubts({ subject }: Failures, unreadable: number, future: number): MachineMatch[] {
  if (unreadable + future === 0) return [];
  const message = `${unreadable + future} failed orders were not counted: ${unreadable} without a time that can be read, ${future} from the future. Look at their created_at.`;
  return [{ subject: `${subject} (times)`, severity: "warn", message, facts: { unreadable, future } }];
}
