import { z } from "zod";

export const options = z.strictObject({
  allow: z.array(z.string()).default([]).describe("File names that may be committed, such as .env.test."),
});
