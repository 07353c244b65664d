import { z } from "zod";
import { DATA_ROOTS } from "../../src/core/environment/environment-schema.ts";

export const options = z.strictObject({
  dataRoots: z
    .array(z.string().min(1))
    .default([...DATA_ROOTS])
    .describe("Folders in which a policy-database-path may lie."),
});
