import { z } from "zod";

export const options = z.strictObject({
  /** More than this blocks. */
  max: z.int().nonnegative().default(5),
  windowHours: z.number().positive().default(24),
  /** From here up to `max` warns. */
  warnFrom: z.int().positive().default(1),
  /** Words in `orders.status` that mean failed, besides what the metadata says; canceled and expired belong to the life of a limit order. */
  statuses: z.array(z.string().toLowerCase()).default(["failed", "rejected", "error", "timeout"]),
});
