import type { Examples } from "../../src/core/rule.ts";

const three = "export const a = process.env.API_KEY;\nexport const b = process.env.API_SECRET;\nexport const c = process.env.API_URL;\n";
const others = { "package.json": '{ "dependencies": { "express": "5" } }\n' };

export const examples: Examples = {
  flags: [
    { name: "three variables in one file", path: "src/config.ts", content: three, others, severity: "warn", confidence: "possible" },
    {
      name: "three in three files",
      path: "src/a.ts",
      content: "process.env.A_KEY\n",
      others: { ...others, "src/b.ts": "process.env.B_KEY\n", "src/c.ts": "process.env.C_KEY\n" },
    },
    { name: "in the package of a monorepo", path: "apps/a/x.ts", content: three, others: { ...others, "apps/a/package.json": "{}\n", "src/env.ts": "" } },
  ],
  leaves: [
    { name: "two", path: "src/config.ts", content: "process.env.A_KEY; process.env.B_KEY;\n", others },
    { name: "all with defaults", path: "src/config.ts", content: "process.env.A_KEY ?? 1; process.env.B_KEY || 2; process.env.C_KEY ?? 3;\n", others },
    { name: "a library looks", path: "src/config.ts", content: three, others: { "package.json": '{ "dependencies": { "zod": "4" } }\n' } },
    {
      name: "the example of the policy",
      path: "src/config.ts",
      content: `const requiredEnvVars = ["A"];\nconst missing = requiredEnvVars.filter((key) => !process.env[key]);\n${three}`,
      others,
    },
    { name: "a call of this package", path: "src/config.ts", content: `requireEnv("A_KEY", "B_KEY", "C_KEY");\n${three}`, others },
    { name: "a file for it", path: "src/config.ts", content: three, others: { ...others, "src/env.ts": "export const env = load();\n" } },
    { name: "scripts and tests", path: "scripts/a.ts", content: three, others },
    { name: "no package", path: "src/config.ts", content: three },
  ],
};
