import { z } from "zod";

export const options = z.strictObject({
  /** An order younger than this may still be on its way. */
  minutes: z.number().positive().default(30),
  /** Older orders are history. */
  windowHours: z.number().positive().default(168),
});
