import { z } from "zod";

export const options = z.strictObject({
  /** More than this blocks. */
  max: z.int().nonnegative().default(10),
  /** Physical lines from the end. */
  lines: z.int().positive().max(100_000).default(100),
  /** A log whose last record is older only warns. */
  maxAgeHours: z.number().positive().default(24),
});
