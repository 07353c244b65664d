import type { Examples } from "../../src/core/rule.ts";

const drawn = ["q7Rz", "0kVb", "N3xT", "w9Lm", "Yp2E", "sA6h", "Uc4J", "dG8f"].join("");
const thoughtUp = ["Summer", "Rain", "2019!"].join("-");
const local = { ".env": `DEEPSEEK_API_KEY="${drawn}"\nDB_PASSWORD=${thoughtUp}\nMODE=development\nAPI_URL=https://api.example.com/v1/orders\n` };

export const examples: Examples = {
  flags: [
    { name: "in code", path: "src/api.ts", content: `connect("${drawn}");\n`, local, spans: [drawn], severity: "block", confidence: "certain" },
    { name: "in a document, twice", path: "README.md", content: `${drawn}\n${drawn}\n`, local, spans: [drawn, drawn] },
    { name: "a password that somebody thought up", path: "docs/setup.log", content: `login with ${thoughtUp} ok\n`, local, spans: [thoughtUp] },
    {
      name: "the password of a URL",
      path: "src/db.ts",
      content: `const p = "${drawn}";\n`,
      local: { "apps/shop/.env.local": `DATABASE_URL=postgres://app:${drawn}@db.example.com/app\n` },
      spans: [drawn],
    },
    {
      name: "a token of npm",
      path: "ci.yml",
      content: `run: npm login ${drawn}\n`,
      local: { ".npmrc": `//registry.npmjs.org/:_authToken=${drawn}\n` },
      spans: [drawn],
    },
    {
      name: "one line of a key",
      path: "notes.txt",
      content: `MII${drawn}${drawn}\n`,
      local: { ".env": `PEM_SECRET="-----BEGIN X-----\\nMII${drawn}${drawn}\\n-----END X-----"\n` },
    },
  ],
  leaves: [
    { name: "ordinary values", path: "src/a.ts", content: 'mode("development"); fetch("https://api.example.com/v1/orders");\n', local },
    { name: "a longer value that holds this one", path: "src/a.ts", content: `"x${drawn}"\n`, local },
    { name: "another case", path: "src/a.ts", content: `"${drawn.toLowerCase()}"\n`, local },
    { name: "the file itself", path: ".env", content: local[".env"], local },
    // guard-ignore secrets/generic-password -- the password of a sample
    { name: "eleven characters", path: "src/a.ts", content: '"s3cr3t-2019"\n', local: { ".env": "PASSWORD=s3cr3t-2019\n" } },
    { name: "a placeholder", path: ".env.example", content: "KEY=your_key_goes_here\n", local: { ".env": "KEY=your_key_goes_here\n" } },
    { name: "an id", path: "src/a.ts", content: `"${drawn}"\n`, local: { ".env": `GOOGLE_CLIENT_ID=${drawn}\n` } },
    { name: "what every page shows", path: "src/a.ts", content: `"${drawn}"\n`, local: { ".env": `NEXT_PUBLIC_POSTHOG_KEY=${drawn}\n` } },
    { name: "no local file", path: "src/a.ts", content: `"${drawn}"\n` },
  ],
};
