// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the examples hold variables
import type { Examples } from "../../src/core/rule.ts";

const schemaFile =
  "# @required @type=port\nPORT=\n# @type=https-url\nAPI_URL=\n# @type=enum(paper, live)\nMODE=paper\n# @type=policy-database-path\nDB_PATH=\n";
const zod =
  'const schema = z.object({\n  PORT: z.coerce.number().int(),\n  MAIL: z.string().email().optional(),\n  MODE: z.enum(["a", "b"]).default("a"),\n});\n';
const json = JSON.stringify({ type: "object", required: ["PORT"], properties: { PORT: { type: "integer" }, MODE: { enum: ["a", "b"] } } });

const flag = (name: string, content: string, others: Readonly<Record<string, string>>) => ({ name, path: ".env", content, others, severity: "warn" as const });

export const examples: Examples = {
  flags: [
    flag("no port", "PORT=http\n", { ".env.schema": schemaFile }),
    flag("no https", "PORT=1\nAPI_URL=http://a.example\n", { ".env.schema": schemaFile }),
    flag("none of the choices", "PORT=1\nMODE=test\n", { ".env.schema": schemaFile }),
    flag("not where data may live", "PORT=1\nDB_PATH=C:\\dev\\a.db\n", { ".env.schema": schemaFile }),
    flag("a required one is missing", "MODE=live\n", { ".env.schema": schemaFile }),
    flag("a required one is blank", "PORT=\n", { ".env.schema": schemaFile }),
    flag("a schema of zod", "PORT=1.5\n", { "src/env.ts": zod }),
    flag("another method of it", "PORT=1\nMAIL=nobody\n", { "src/env.ts": zod }),
    flag("a JSON Schema", "PORT=1\nMODE=c\n", { "env.schema.json": json }),
    { name: "a file of this machine", path: ".env.schema", content: schemaFile, local: { ".env": "PORT=99999\n" } },
    {
      name: "roots of one's own",
      path: ".env",
      content: "PORT=1\nDB_PATH=D:\\databases\\a.db\n",
      others: { ".env.schema": schemaFile },
      options: { dataRoots: ["E:/data"] },
    },
  ],
  leaves: [
    {
      name: "all as it asks",
      path: ".env",
      content: "PORT=3000\nAPI_URL=https://a.example\nMODE=live\nDB_PATH=d:/databases/a.db\n",
      others: { ".env.schema": schemaFile },
    },
    { name: "given by another file of the folder", path: ".env.local", content: "MODE=live\n", others: { ".env": "PORT=1\n", ".env.schema": schemaFile } },
    { name: "put in later", path: ".env", content: "PORT=${PORT_OF_SERVICE}\n", others: { ".env.schema": schemaFile } },
    { name: "zod: a default, an optional one", path: ".env", content: "PORT=1\n", others: { "src/env.ts": zod } },
    { name: "placeholders of a template", path: ".env.example", content: "PORT=\nAPI_URL=<https address>\n", others: { ".env.schema": schemaFile } },
    { name: "the schema of another folder", path: "apps/a/.env", content: "PORT=http\n", others: { "apps/b/.env.schema": schemaFile } },
    { name: "no environment file: the platform gives them", path: ".env.schema", content: schemaFile },
    { name: "no schema", path: ".env", content: "PORT=http\n" },
  ],
};
