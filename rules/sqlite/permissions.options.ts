import { z } from "zod";

export const options = z.strictObject({
  /** Windows' own SYSTEM and the administrators may be in the list: they could let themselves in anyway. */
  allowAdministrators: z.boolean().default(true),
});
