import { z } from "zod";

export const options = z.strictObject({
  /** A newest backup whose size differs by more than this from the mean of the five before it (of the same kind), in percent, warns. */
  maxDeviationPercent: z.number().positive().default(50),
  /** One with fewer bytes warns: an empty SQLite database has 4096. */
  minBytes: z.number().int().min(0).default(1024),
});
