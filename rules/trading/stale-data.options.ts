import { z } from "zod";

export const options = z.strictObject({
  maxAgeHours: z.number().positive().default(24),
});
