import { z } from "zod";

export const options = z.strictObject({
  /** A share of free pages above this, in percent, warns. */
  maxPercent: z.number().min(0).max(100).default(25),
});
