import type { z } from "zod";

/** Options of built-in rules by id. Read by the configuration alone: the hook gets parsed options and never loads zod. */
export const optionSchemas: Readonly<Record<string, z.ZodType<object>>> = {};
