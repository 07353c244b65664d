// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the lines under test hold variables
import { from, labelsOf } from "./line.ts";

const schema = labelsOf("environment/schema");
const drift = labelsOf("environment/drift");
const startup = labelsOf("environment/startup-validation");

const zodSchema =
  'import { z } from "zod";\nexport const env = z.object({\n  PORT: z.coerce.number().int(),\n  API_URL: z.string().url(),\n  MODE: z.enum(["a", "b"]),\n  NAME: z.string().optional(),\n}).parse(process.env);\n';

/** What code reads, templates name, schemas ask for. All of it warns. */
export const variables = [
  schema.warn(".env.production", "PORT=http\n", "no port", { others: { ".env.schema": "# @type=port\nPORT=3000\n" } }),
  schema.warn(".env.production", "API_URL=http://api.example.com\n", "no https", { others: { ".env.schema": "# @type=https-url\nAPI_URL=\n" } }),
  schema.warn(".env", "DATABASE_PATH=C:\\dev\\app.db\n", "not where data may live", {
    others: { ".env.schema": "# @type=policy-database-path\nDATABASE_PATH=\n" },
  }),
  schema.warn(".env", "B=1\n", "a required one is missing", { others: { ".env.schema": "# @required\nA=\nB=\n" } }),
  schema.warn(".env", "A=\nB=1\n", "a required one is blank", { others: { ".env.schema": "# @required\nA=\nB=\n" } }),
  schema.warn(".env", "PORT=http\nAPI_URL=https://a.example\nMODE=a\n", "a schema of zod", { others: { "src/env.ts": zodSchema } }),
  schema.warn(".env", "PORT=1\nAPI_URL=https://a.example\nMODE=c\n", "none of the choices", { others: { "src/env.ts": zodSchema } }),
  schema.warn(".env", '{"x":1}\nMODE=c\n', "a JSON Schema", {
    others: { "env.schema.json": '{ "type": "object", "properties": { "MODE": { "enum": ["a", "b"] } } }\n' },
  }),
  schema.none(".env", "PORT=1\nAPI_URL=https://a.example\nMODE=b\n", "all as the schema asks, the optional one left out", {
    others: { "src/env.ts": zodSchema },
  }),
  schema.none(".env", "PORT=8080\n", "a port", { others: { ".env.schema": "# @type=port\nPORT=3000\n" } }),
  schema.none(".env", "DATABASE_PATH=d:/databases/app.db\n", "where data may live", {
    others: { ".env.schema": "# @type=policy-database-path\nDATABASE_PATH=\n" },
  }),
  schema.none(".env.example", "API_URL=<your url>\n", "a template holds placeholders", { others: { ".env.schema": "# @type=url\nAPI_URL=\n" } }),
  schema.none(".env.local", "B=1\n", "the other file has it", { others: { ".env": "A=1\n", ".env.schema": "# @required\nA=\nB=\n" } }),
  schema.none(".env", "PORT=http\n", "no schema"),
  drift.warn("src/stripe.ts", "const webhookSecret = process.env.STRIPE_WEBHOOK_SECRET!;\n", "the template does not name it", {
    ...from("saas", "app/api/stripe/webhook/route.ts:5"),
    others: { ".env.example": "PORT=\n" },
  }),
  drift.warn("scripts/update.py", 'GITHUB_TOKEN = os.environ["GITHUB_TOKEN_FOR_UPDATES"]\n', "Python", { others: { ".env.example": "PORT=\n" } }),
  drift.warn("src/a.ts", "const { SMTP_HOST, PORT } = process.env;\n", "destructured", { others: { ".env.example": "PORT=\n" } }),
  drift.warn("src/main.rs", 'let key = env::var("NOVA_API_KEY").unwrap();\n', "Rust", { others: { ".env.example": "PORT=\n" } }),
  drift.warn("src/mail.ts", "const from = process.env.MAIL_FROM;\n", "the nearest template does not name it", { others: { ".env.example": "PORT=\n" } }),
  drift.none("src/server.js", "const PORT = process.env.NODE_DOCKER_PORT || 8080;\n", "the code has a default", {
    ...from("bezkoder", "bezkoder-app/server.js:44"),
    others: { ".env.example": "A=\n" },
  }),
  drift.none("scripts/update_contributors.py", 'GITHUB_TOKEN = os.getenv("GITHUB_TOKEN", None)\n', "the code has a default", {
    ...from("django", "scripts/update_contributors.py:12"),
    others: { ".env.example": "A=\n" },
  }),
  drift.none("config.py", "            os.getenv('SLIPPAGE_TOLERANCE', '0.001')\n", "the code has a default", {
    ...from("A", "projects/crypto-enhanced/config.py:164"),
    others: { ".env.example": "A=\n" },
  }),
  drift.none("src/context-db.ts", "const DB_PATH = process.env.NOVA_CONTEXT_DB_PATH ?? 'D:\\\\databases\\\\nova_context.db';\n", "the code has a default", {
    ...from("B", "packages/nova-database/src/context-db.ts:10"),
    others: { ".env.example": "A=\n" },
  }),
  drift.none("components/tailwind-indicator.tsx", '  if (process.env.NODE_ENV === "production") return null\n', "everybody has NODE_ENV", {
    ...from("taxonomy", "components/tailwind-indicator.tsx:2"),
    others: { ".env.example": "A=\n" },
  }),
  drift.none("playwright.config.ts", "  retries: process.env.CI ? 2 : 0,\n", "set by CI, and only asked whether it is there", {
    ...from("A", "playwright.config.ts:10"),
    others: { ".env.example": "A=\n" },
  }),
  drift.none("lib/utils.ts", "  ? `https://${process.env.VERCEL_PROJECT_PRODUCTION_URL}`\n", "set by the platform", {
    ...from("commerce", "lib/utils.ts:4"),
    others: { ".env.example": "A=\n" },
  }),
  drift.none("hook.ps1", '        $TempScript = Join-Path $env:TEMP "retrieve_context.py"\n', "Windows sets it", {
    ...from("A", ".claude/hooks/enhanced-session-start.ps1:92"),
    others: { ".env.example": "A=\n" },
  }),
  drift.none("src/main.tsx", '  baseURL: import.meta.env.VITE_API_URL ?? "",\n', "the code has a default", {
    ...from("fastapi", "frontend/src/main.tsx:18"),
    others: { ".env.example": "A=\n" },
  }),
  drift.none("src/x.ts", "const key = process.env.OPENAI_API_KEY;\n", "no template: the platform may give it"),
  drift.none("src/x.test.ts", "process.env.ONLY_IN_TESTS = '1';\nexpect(process.env.ONLY_IN_TESTS).toBe('1');\n", "a test", {
    others: { ".env.example": "A=\n" },
  }),
  drift.none("src/x.ts", "const key = process.env.OPENAI_API_KEY;\n", "named in a comment of the template", {
    others: { ".env.example": "# OPENAI_API_KEY=\n" },
  }),
  startup.warn(
    "src/config.ts",
    "export const a = process.env.API_KEY;\nexport const b = process.env.API_SECRET;\nexport const c = process.env.API_URL;\n",
    "three, and nobody looks whether they are there",
    { others: { "package.json": '{ "dependencies": {} }\n' } },
  ),
  startup.none("src/config.ts", "export const a = process.env.API_KEY;\nexport const b = process.env.API_URL;\n", "two", {
    others: { "package.json": "{}\n" },
  }),
  startup.none(
    "src/config.ts",
    "export const a = process.env.API_KEY;\nexport const b = process.env.API_SECRET;\nexport const c = process.env.API_URL;\n",
    "a library looks",
    { others: { "package.json": '{ "dependencies": { "envalid": "8" } }\n' } },
  ),
  startup.none(
    "src/config.ts",
    "const requiredEnvVars = ['DEEPSEEK_API_KEY', 'DATABASE_URL'];\nconst missing = requiredEnvVars.filter(key => !process.env[key]);\nuse(process.env.A, process.env.B, process.env.C);\n",
    "the example of S4:169",
    { others: { "package.json": "{}\n" } },
  ),
  startup.none(
    "src/env.ts",
    "export const Env = createEnv({ server: { A: z.string() } });\nuse(process.env.A, process.env.B, process.env.C);\n",
    "a library looks",
    { ...from("boilerplate", "src/libs/Env.ts:4"), others: { "package.json": "{}\n" } },
  ),
  startup.none(
    "src/config.ts",
    "const a = process.env.PORT || 3000;\nconst b = process.env.HOST || 'x';\nconst c = process.env.MODE ?? 'y';\n",
    "all have defaults",
    { others: { "package.json": "{}\n" } },
  ),
];
