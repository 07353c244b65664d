import type { Examples } from "../../src/core/rule.ts";
import { BASE64URL, drawText } from "./sample.ts";

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const header = encode({ alg: "RS256", typ: "JWT" });
const payload = encode({ iss: "github", sub: "installation", exp: 1893456000 });
const token = ["ghs_", "1234567", "_", header, ".", payload, ".", drawText(BASE64URL, 342)].join("");

export const examples: Examples = {
  flags: [
    { name: "a token in a workflow", path: ".github/workflows/ci.yml", content: `env:\n  GH_TOKEN: ${token}\n`, spans: [token], confidence: "certain" },
    { name: "a token in a clone URL", path: "clone.sh", content: `git clone https://x-access-token:${token}@github.com/o/r.git\n`, spans: [token] },
  ],
  leaves: [
    { name: "the short form, another rule's", path: "a.ts", content: `const token = "ghs_${drawText("abcdefghij", 36)}";\n` },
    { name: "an elided token", path: "README.md", content: "GH_TOKEN=ghs_1234567_eyJhbGciOi...\n" },
    { name: "a signature of x", path: "README.md", content: `ghs_1234567_${header}.${payload}.${"x".repeat(342)}\n` },
  ],
};
