import type { z } from "zod";
import { options as gitignore } from "./environment/gitignore.options.ts";
import { options as mixing } from "./environment/mixing.options.ts";
import { options as schema } from "./environment/schema.options.ts";
import { options as trackedFile } from "./environment/tracked-file.options.ts";
import { options as backupFreshness } from "./sqlite/backup-freshness.options.ts";
import { options as backupRetention } from "./sqlite/backup-retention.options.ts";
import { options as backupValidity } from "./sqlite/backup-validity.options.ts";
import { options as freelist } from "./sqlite/freelist.options.ts";
import { options as integrity } from "./sqlite/integrity.options.ts";
import { options as permissions } from "./sqlite/permissions.options.ts";
import { options as walSize } from "./sqlite/wal-size.options.ts";
import { options as failedOrders } from "./trading/failed-orders.options.ts";
import { options as halted } from "./trading/halted.options.ts";
import { options as logErrors } from "./trading/log-errors.options.ts";
import { options as openPnl } from "./trading/open-pnl.options.ts";
import { options as staleData } from "./trading/stale-data.options.ts";
import { options as unconfirmedOrders } from "./trading/unconfirmed-orders.options.ts";

/** Options of built-in rules by id. Read by the configuration alone: the hook gets parsed options and never loads zod. */
export const optionSchemas: Readonly<Record<string, z.ZodType<object>>> = {
  "environment/gitignore": gitignore,
  "environment/mixing": mixing,
  "environment/schema": schema,
  "environment/tracked-file": trackedFile,
  "sqlite/backup-freshness": backupFreshness,
  "sqlite/backup-retention": backupRetention,
  "sqlite/backup-validity": backupValidity,
  "sqlite/freelist": freelist,
  "sqlite/integrity": integrity,
  "sqlite/permissions": permissions,
  "sqlite/wal-size": walSize,
  "trading/failed-orders": failedOrders,
  "trading/halted": halted,
  "trading/log-errors": logErrors,
  "trading/open-pnl": openPnl,
  "trading/stale-data": staleData,
  "trading/unconfirmed-orders": unconfirmedOrders,
};
