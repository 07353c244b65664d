// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the examples hold variables
import type { Examples } from "../../src/core/rule.ts";

const drawn = ["q7Rz", "0kVb", "N3xT", "w9Lm", "Yp2E", "sA6h", "Uc4J", "dG8f"].join("");
const hex = ["9f3c", "71ae", "04d8", "b652", "e19a", "7c30", "5fd4", "286b"].join("");
const uuid = ["4b7e19c2", "a05d", "4f36", "b8e1", "93d2c7f06a5b"].join("-");

export const examples: Examples = {
  flags: [
    {
      name: "a key that was pasted in",
      path: ".env.example",
      content: `# Kraken\nKRAKEN_API_SECRET=${drawn}\nPORT=3000\n`,
      spans: [drawn],
      severity: "block",
      fixed: { ".env.example": "# Kraken\nKRAKEN_API_SECRET=your_kraken_api_secret_here\nPORT=3000\n" },
    },
    { name: "switched off by a comment", path: ".env.example", content: `# OLD_TOKEN=${hex}\nTOKEN=\n`, spans: [hex] },
    { name: "behind export, in quotes", path: "app/.env.sample", content: `export SESSION_SECRET="${hex}"\n`, spans: [hex] },
    {
      name: "the password of a URL",
      path: ".env.template",
      content: `DATABASE_URL=postgres://app:${drawn}@db.corp.example/app\r\n`,
      spans: [drawn],
      fixed: { ".env.template": "DATABASE_URL=postgres://app:your_database_url_here@db.corp.example/app\r\n" },
    },
    { name: "a UUID under the name of a key", path: ".env.example", content: `LITEAPI_KEY=${uuid}\n`, spans: [uuid] },
    { name: "under a name that says nothing", path: "example.env", content: `WEATHER=${drawn}\n`, spans: [drawn] },
  ],
  leaves: [
    { name: "placeholders", path: ".env.example", content: "A_KEY=your_key_here\nB_KEY=<key>\nC_KEY=${C}\nD_KEY=changeme\nE_KEY=\nF_KEY=sk_test_***\n" },
    { name: "a sentence", path: ".env.example", content: 'JWT_SECRET="make this long and random, 32 characters at least"\n' },
    {
      name: "addresses, paths, lists of words",
      path: ".env.example",
      content: "U=https://api.example.com/v1\nP=D:\\databases\\app.db\nM=alpha,beta,gamma-delta\n",
    },
    { name: "an id", path: ".env.example", content: `TENANT_ID=${uuid}\nGIT_COMMIT=${hex}\n` },
    { name: "what every page shows", path: ".env.example", content: `VITE_POSTHOG_KEY=phc_${drawn}\n` },
    { name: "a login of a container", path: ".env.example", content: "DATABASE_URL=postgres://postgres:postgres@localhost:5432/app\n" },
    { name: "an encrypted file", path: ".env.vault", content: `DOTENV_VAULT=${drawn}\n` },
    { name: "no template", path: ".env", content: `KEY=${drawn}\n` },
    { name: "code", path: "src/env.example.ts", content: `const key = "${drawn}";\n` },
  ],
};
