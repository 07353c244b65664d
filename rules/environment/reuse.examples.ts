import type { Examples } from "../../src/core/rule.ts";

const drawn = ["q7Rz", "0kVb", "N3xT", "w9Lm", "Yp2E", "sA6h", "Uc4J", "dG8f"].join("");
const other = drawn.split("").reverse().join("");

export const examples: Examples = {
  flags: [
    {
      name: "two environments",
      path: ".env.sandbox",
      content: `JWT_SECRET=${drawn}\n`,
      others: { ".env.production": `JWT_SECRET=${drawn}\n` },
      severity: "block",
      confidence: "certain",
    },
    {
      name: "under another name, quoted",
      path: ".env.development",
      content: `A_TOKEN="${drawn}"\n`,
      others: { ".env.production": `B_TOKEN=${drawn}\n` },
      severity: "block",
    },
    {
      name: "both on this machine alone",
      path: ".env.example",
      content: "KEY=\n",
      local: { ".env.development": `KEY=${drawn}\n`, ".env.production": `KEY=${drawn}\n` },
      severity: "block",
    },
    {
      name: "two applications",
      path: "apps/a/.env",
      content: `DEEPSEEK_API_KEY=${drawn}\n`,
      others: { "apps/b/.env": `DEEPSEEK_API_KEY=${drawn}\n` },
      severity: "warn",
    },
    {
      name: "an environment that is not named",
      path: ".env",
      content: `KEY=${drawn}\n`,
      others: { ".env.production": `KEY=${drawn}\n` },
      severity: "warn",
      confidence: "possible",
    },
  ],
  leaves: [
    { name: "a secret each", path: ".env.sandbox", content: `JWT_SECRET=${drawn}\n`, others: { ".env.production": `JWT_SECRET=${other}\n` } },
    { name: "the same environment", path: ".env.production.local", content: `KEY=${drawn}\n`, others: { ".env.production": `KEY=${drawn}\n` } },
    {
      name: "a placeholder",
      path: ".env.sandbox",
      content: "JWT_SECRET=change-me-please-now\n",
      others: { ".env.production": "JWT_SECRET=change-me-please-now\n" },
    },
    {
      name: "an address",
      path: ".env.sandbox",
      content: "API_URL=https://api.example.com/v1\n",
      others: { ".env.production": "API_URL=https://api.example.com/v1\n" },
    },
    {
      name: "what every page shows",
      path: ".env.sandbox",
      content: `VITE_POSTHOG_KEY=${drawn}\n`,
      others: { ".env.production": `VITE_POSTHOG_KEY=${drawn}\n` },
    },
    { name: "a template", path: ".env.production.example", content: `KEY=${drawn}\n`, others: { ".env.development": `KEY=${drawn}\n` } },
  ],
};
