import { from, labelsOf } from "./line.ts";

const tracked = labelsOf("environment/tracked-file");
const ignored = labelsOf("environment/gitignore");

/** Files that should not be there, and files that git should not see. */
export const files = [
  tracked.block("backend/.env", "SESSION_SECRET=\n", "never commit them", from("A", "backend/.env:22")),
  tracked.block(".env.production", "A=1\n", "never commit them", from("A", ".env.production:1")),
  tracked.block(".env", "SECRET_KEY=changethis\n", "never commit them", from("fastapi", ".env:6")),
  tracked.block(".env", "EXPO_PUBLIC_APP_ENV=development\n", "never commit them", from("obytes", ".env:2")),
  tracked.none(".envrc", "use nix\n", "a script", from("hoppscotch", ".envrc:1")),
  tracked.none(
    "packages/hoppscotch-cli/src/options/test/env.ts",
    "export const a = 1;\n",
    "code",
    from("hoppscotch", "packages/hoppscotch-cli/src/options/test/env.ts:1"),
  ),
  tracked.none("bezkoder-app/.env.sample", "DB_PASSWORD=123456\n", "a template", from("bezkoder", "bezkoder-app/.env.sample:3")),
  tracked.none("apps/nextjs-app/.env.example-e2e", "A=1\n", "a template with more behind its word", from("bulletproof", "apps/nextjs-app/.env.example-e2e:1")),
  tracked.warn(
    "deployments/cli/community/variables.env",
    "APP_DOMAIN=localhost\n",
    "only ends like one",
    from("plane", "deployments/cli/community/variables.env:1"),
  ),
  tracked.none("env.mjs", "export const env = {};\n", "code", from("taxonomy", "env.mjs:1")),
  tracked.block("apps/web/.env.local", "A=1\n", "of one machine"),
  tracked.block(".env.old", "A=1\n", "a copy"),
  tracked.none(".env.schema", "# @required\nA=\n", "a schema"),
  tracked.none("docs/environment.md", "# .env\n", "prose"),
  ignored.block(".gitignore", "node_modules\n.env\n.env.local\n", "not .env.production"),
  ignored.block(".gitignore", "node_modules\ndist\n", "none of them"),
  ignored.warn(".gitignore", ".env\n.env.*\n!.env.example\n", "environment files, and no keys"),
  ignored.none(".gitignore", ".env\n.env.*\n*_credentials.json\n*.pem\n*.key\n", "the five of S4:104"),
  ignored.none(".gitignore", "*.pem\n*.key\n.env*\n!.env.example\n*credentials*.json\n", "the same in other words"),
  ignored.block(".gitignore", ".env.*\n.env\n!.env.*\n*.pem\n*.key\n*_credentials.json\n", "ignored and taken back"),
  ignored.warn(".gitignore", ".env\n.env*\n*.pem\n*.key\n*_credentials.json\n", "the template is ignored too, so nobody gets it", {
    others: { ".env.example": "A=\n" },
  }),
];
