import { z } from "zod";

export const options = z.strictObject({
  windowHours: z.number().positive().default(24),
});
