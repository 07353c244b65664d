import { z } from "zod";

export const options = z.strictObject({
  /** A write-ahead log above so many MB (of 1,048,576 bytes) warns. */
  maxMb: z.number().positive().default(10),
  /** So does one above this share of its database, in percent, once it is larger than the 4 MB that SQLite lets it grow to by itself. */
  maxPercent: z.number().positive().default(25),
});
