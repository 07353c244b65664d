import { from, labelsOf } from "./line.ts";

const leak = labelsOf("environment/value-leak");
const reuse = labelsOf("environment/reuse");

/** Values that stand in two places: one that this machine keeps to itself and a staged file, two environments, two applications. */
export const values = [
  leak.block("src/api.ts", 'const client = connect("«alnum 32 a»");\n', "the value of a local file", { local: { ".env": "DEEPSEEK_API_KEY=«alnum 32 a»\n" } }),
  leak.block("README.md", "curl -H 'X-Key: «alnum 16 a»' https://api.example.com\n", "in prose", { local: { ".env": "API_KEY=«alnum 16 a»\n" } }),
  leak.block("docs/run.log", "token=«hex 40 a» ok\n", "in a log", { local: { ".env.local": "TOKEN='«hex 40 a»'\n" } }),
  leak.block(".env.example", "DB_PASSWORD=Summer-«alnum 8 a»-Rain\n", "a password somebody thought up, in a template", {
    local: { ".env": "DB_PASSWORD=Summer-«alnum 8 a»-Rain\n" },
  }),
  leak.block("package.json", '{ "registry": "//npm.example.com/:_authToken=npm_«alnum 36 a»" }\n', "from .npmrc", {
    local: { ".npmrc": "//npm.example.com/:_authToken=npm_«alnum 36 a»\n" },
  }),
  leak.block("apps/shop/src/pay.ts", 'pay("«alnum 24 a»");\n', "of the application's own file", { local: { "apps/shop/.env": "PAY_TOKEN=«alnum 24 a»\n" } }),
  leak.none("src/api.ts", 'const url = "https://api.example.com/v1/orders";\n', "an address", {
    local: { ".env": "API_URL=https://api.example.com/v1/orders\n" },
  }),
  leak.none("src/db.ts", 'open("D:\\\\databases\\\\trading.db"); // D:\\databases\\trading.db\n', "a path", {
    local: { ".env": "DATABASE_PATH=D:\\databases\\trading.db\n" },
  }),
  leak.none("src/mode.ts", 'if (mode === "development") log("production");\n', "ordinary words", {
    local: { ".env": "NODE_ENV=development\nMODE=production\n" },
  }),
  // guard-ignore secrets/generic-password -- the password of a sample
  leak.none("src/key.ts", 'const a = "s3cr3t!";\n', "eleven characters or fewer turn up by chance", { local: { ".env": "PASSWORD=s3cr3t!\n" } }),
  leak.none("src/model.ts", 'const model = "claude-3-5-sonnet-20241022";\n', "the name of a model", {
    local: { ".env": "MODEL=claude-3-5-sonnet-20241022\n" },
  }),
  leak.none(".env.example", "API_KEY=your_api_key_here\n", "a placeholder", { local: { ".env": "API_KEY=your_api_key_here\n" } }),
  leak.none("src/region.ts", 'const host = "smtp.mail.example.com";\n', "a host", { local: { ".env": "SMTP_HOST=smtp.mail.example.com\n" } }),
  leak.none("src/mail.ts", 'const to = "ada.lovelace@example.com";\n', "an address of mail", { local: { ".env": "MAIL_FROM=ada.lovelace@example.com\n" } }),
  leak.none("src/key.ts", 'const key = "«alnum 31»";\n', "another value", { local: { ".env": "KEY=«alnum 32»\n" } }),
  reuse.block(".env.sandbox", "JWT_SECRET=«hex 64 a»\n", "the same in production", {
    ...from("A", ".env.sandbox:5"),
    others: { ".env.production": "JWT_SECRET=«hex 64 a»\n" },
  }),
  reuse.block("backend/.env.test", "SESSION_SECRET=«hex 48 a»\n", "the same in the other file", {
    ...from("A", "backend/.env.test:22"),
    others: { "backend/.env.production": "SESSION_SECRET=«hex 48 a»\n" },
  }),
  reuse.block(".env.development", "STRIPE_KEY=sk_live_«alnum 24 a»\n", "under another name", {
    others: { ".env.production": "PAYMENT_TOKEN=sk_live_«alnum 24 a»\n" },
  }),
  reuse.warn("apps/a/.env", "DEEPSEEK_API_KEY=sk-«hex 32 a»\n", "two applications, one key", { others: { "apps/b/.env": "DEEPSEEK_API_KEY=sk-«hex 32 a»\n" } }),
  reuse.none(".env.sandbox", "VITE_API_URL=https://airy-passion-production.up.railway.app\n", "an address", {
    ...from("A", ".env.sandbox:9"),
    others: { ".env.production": "VITE_API_URL=https://airy-passion-production.up.railway.app\n" },
  }),
  reuse.none(".env.development", "SESSION_SECRET=«hex 64»\n", "two values", { others: { ".env.production": "SESSION_SECRET=«hex 63»\n" } }),
  reuse.none(".env.development", "JWT_SECRET=changeme-changeme\n", "a placeholder", { others: { ".env.production": "JWT_SECRET=changeme-changeme\n" } }),
  reuse.none(".env.development", "NEXT_PUBLIC_POSTHOG_KEY=phc_«alnum 43 a»\n", "a key that everybody sees", {
    others: { ".env.production": "NEXT_PUBLIC_POSTHOG_KEY=phc_«alnum 43 a»\n" },
  }),
  reuse.none(".env.production.local", "JWT_SECRET=«hex 64 a»\n", "the same environment", { others: { ".env.production": "JWT_SECRET=«hex 64 a»\n" } }),
];
