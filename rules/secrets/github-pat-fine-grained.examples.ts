import type { Examples } from "../../src/core/rule.ts";
import { BASE62, drawText } from "./sample.ts";

const token = ["github_pat_", drawText(BASE62, 22), "_", drawText(BASE62, 59, 2)].join("");

export const examples: Examples = {
  flags: [
    { name: "a token in an environment file", path: ".env", content: `GITHUB_TOKEN=${token}\n`, spans: [token], confidence: "certain", severity: "block" },
    { name: "a token in a configuration of tools", path: ".mcp.json", content: `{ "env": { "GITHUB_TOKEN": "${token}" } }\n`, spans: [token] },
  ],
  leaves: [
    { name: "a row of x", path: "README.md", content: `github_pat_${"x".repeat(22)}_${"x".repeat(59)}\n` },
    { name: "words where the token goes", path: ".env.example", content: "GITHUB_TOKEN=github_pat_your_token_here\n" },
    { name: "the first half alone", path: "README.md", content: `github_pat_${drawText(BASE62, 22)}...\n` },
    { name: "the pattern of a scanner", path: "src/scan.ts", content: "const pattern = /github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}/;\n" },
  ],
};
