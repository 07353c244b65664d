import { z } from "zod";

export const options = z.strictObject({
  developmentMarks: z
    .array(z.string().min(2))
    .default(["dev_"])
    .describe("What in the place of a database says that it is for development; case does not count."),
});
