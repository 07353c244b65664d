/** Writes `schema.json`: node src/build/schema.ts */
import { writeFileSync } from "node:fs";
import { listBuiltInRules } from "../../rules/index.ts";
import { toConfigJsonSchema } from "../config/json-schema.ts";

const rules = await listBuiltInRules();
writeFileSync(new URL("../../schema.json", import.meta.url), `${JSON.stringify(toConfigJsonSchema(rules), null, 2)}\n`);
