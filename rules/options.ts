import type { z } from "zod";
import { options as failedOrders } from "./trading/failed-orders.options.ts";
import { options as halted } from "./trading/halted.options.ts";
import { options as logErrors } from "./trading/log-errors.options.ts";
import { options as openPnl } from "./trading/open-pnl.options.ts";
import { options as staleData } from "./trading/stale-data.options.ts";
import { options as unconfirmedOrders } from "./trading/unconfirmed-orders.options.ts";

/** Options of built-in rules by id. Read by the configuration alone: the hook gets parsed options and never loads zod. */
export const optionSchemas: Readonly<Record<string, z.ZodType<object>>> = {
  "trading/failed-orders": failedOrders,
  "trading/halted": halted,
  "trading/log-errors": logErrors,
  "trading/open-pnl": openPnl,
  "trading/stale-data": staleData,
  "trading/unconfirmed-orders": unconfirmedOrders,
};
