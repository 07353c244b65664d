import { defineRule } from "../../src/core/rule.ts";
import { databasePath, lookInDatabase, toUnknown } from "../../src/core/trading/look.ts";
import { countUnconfirmedOrders, type WaitingOptions } from "../../src/core/trading/orders.ts";

export const unconfirmedOrders = defineRule({
  id: "trading/unconfirmed-orders",
  inspects: "machine",
  probes: ["tradingDatabase"],
  meta: {
    summary: "Orders were handed to the exchange and nothing was heard of them since.",
    why: "An order that the exchange refused over the websocket leaves no other trace: the bot believes in a position that is not there, or the other way round.",
    fix: "Compare with the open and closed orders on the exchange.",
    severity: "warn",
    confidence: "likely",
    since: "0.1.0",
    source: "S4:212-220",
    needs: "trading",
  },
  check(facts, options: WaitingOptions) {
    const orders = lookInDatabase(facts, "orders");
    if (!orders.known) return [toUnknown(orders)];
    const settled = lookInDatabase(facts, "settled");
    // Without executions and trades the status of an order is all that is heard of it.
    const heard = settled.known ? settled.value.rows : [];
    const { count, unreadable, future, atLeast } = countUnconfirmedOrders(orders.value, heard, facts.now, options);
    if (count === 0) return [];
    const subject = databasePath(facts);
    const orderWord = count === 1 ? "order is" : "orders are";
    return [
      {
        subject,
        message: `${atLeast ? "At least " : ""}${count} ${orderWord} unconfirmed for more than ${options.minutes} minutes: sent, but neither filled nor ended as far as the database knows.`,
        facts: { count, minutes: options.minutes, windowHours: options.windowHours, unreadable, future },
      },
    ];
  },
});
