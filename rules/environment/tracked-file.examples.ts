import type { Examples } from "../../src/core/rule.ts";

const blocks = (name: string, path: string) => ({ name, path, severity: "block", confidence: "certain" }) as const;
const warns = (name: string, path: string) => ({ name, path, severity: "warn", confidence: "possible" }) as const;
const leaves = (name: string, path: string) => ({ name, path });

export const examples: Examples = {
  flags: [
    {
      ...blocks("the file itself", ".env"),
      fixed: { ".env": null, ".gitignore": ".env\n.env.*\n!.env.example\n!.env.sample\n!.env.template\n!.env.schema\n" },
    },
    {
      ...blocks("that is ignored, and was added by force", "app/.env.local"),
      others: { ".gitignore": "dist\n.env\n.env.*\n!.env.example\n" },
      fixed: { ".gitignore": "dist\n.env\n.env.*\n!.env.example\n!.env.sample\n!.env.template\n!.env.schema\n", "app/.env.local": null },
    },
    blocks("in a project of a monorepo", "projects/crypto-enhanced/.env"),
    blocks("of one environment", ".env.production"),
    blocks("of one machine", ".env.development.local"),
    blocks("of tests", "backend/.env.test"),
    blocks("in capitals, which are the same file on Windows", ".ENV"),
    blocks("a backup", ".env.bak"),
    blocks("a backup of an editor", ".env~"),
    blocks("a second one", ".env2"),
    { ...blocks("a copy made by a file manager", ".env - Copy"), fixed: { ".env - Copy": null, ".gitignore": ".env\\ -\\ Copy\n" } },
    blocks("with a dash", ".env-prod"),
    blocks("the keys that open an encrypted one", ".env.keys"),
    blocks("of Wrangler", "worker/.dev.vars"),
    blocks("of Wrangler, for one environment", ".dev.vars.production"),
    { ...warns("a name that only ends in it", "docker/prod.env"), fixed: {} },
    { name: "a name like an allowed one", path: "app/.env.testing", options: { allow: [".env.test"] } },
  ],
  leaves: [
    leaves("a template", ".env.example"),
    leaves("a template of one environment", "apps/shop/.env.production.example"),
    leaves("a template that names its environment last", ".env.example.production"),
    leaves("a sample", ".env.sample"),
    leaves("a template by that word", ".env.template"),
    leaves("a schema", ".env.schema"),
    leaves("a distributed default", ".env.dist"),
    leaves("defaults", ".env.defaults"),
    leaves("an encrypted one", ".env.vault"),
    leaves("encrypted by sops", "secrets.enc.env"),
    leaves("a sample that ends in it", "example.env"),
    leaves("a script of direnv", ".envrc"),
    leaves("types", "src/.env.d.ts"),
    leaves("types under the name of Vite", "src/vite-env.d.ts"),
    leaves("code", "src/env.ts"),
    leaves("code that begins like one", ".env.js"),
    leaves("a folder of that name", ".env/pyvenv.cfg"),
    leaves("another word", ".environment"),
    leaves("a patch of one", "app/.env.client.diff"),
    { name: "one that the configuration allows", path: "backend/.env.test", options: { allow: [".env.test"] } },
  ],
};
