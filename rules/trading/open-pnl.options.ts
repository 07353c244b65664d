import { z } from "zod";

export const options = z.strictObject({
  /** An open position, and the sum of all, that stands below minus this warns. */
  maxLossUsd: z.number().nonnegative().default(5),
});
