import { z } from "zod";

export const options = z.strictObject({
  /** A newest backup that is older warns. Daily backups leave two hours of grace. */
  maxAgeHours: z.number().positive().default(26),
});
