import { z } from "zod";

export const options = z.strictObject({
  /** Backups that are older are to be removed. */
  maxAgeDays: z.number().positive().default(30),
});
