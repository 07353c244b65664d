import { z } from "zod";

export const options = z.strictObject({
  /** A whole reading that is older warns. A commit reads databases of up to 64 MB once a day by itself; larger ones are read by `guard status`. */
  maxCheckAgeDays: z.number().positive().default(7),
});
