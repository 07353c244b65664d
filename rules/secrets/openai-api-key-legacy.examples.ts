import type { Examples } from "../../src/core/rule.ts";
import { MARKER } from "./openai-keys.examples.ts";
import { BASE62, drawText } from "./sample.ts";

const key = ["sk-", drawText(BASE62, 20), MARKER, drawText(BASE62, 20, 2)].join("");

export const examples: Examples = {
  flags: [
    {
      name: "a key in code",
      path: "src/chat.ts",
      content: `const openai = new OpenAI({ apiKey: "${key}" });\n`,
      spans: [key],
      confidence: "certain",
      severity: "block",
    },
    { name: "a key at the very beginning of a file", path: "key.txt", content: key, spans: [key] },
  ],
  leaves: [
    { name: "the marker alone", path: "src/scan.ts", content: `const marker = "${MARKER}";\nconst other = "${MARKER}${drawText(BASE62, 20)}";\n` },
    { name: "a row of x", path: "README.md", content: `OPENAI_API_KEY=sk-${"x".repeat(20)}${MARKER}${"x".repeat(20)}\n` },
    { name: "a placeholder", path: ".env.example", content: "OPENAI_API_KEY=sk-your-key-here\n" },
    { name: "part of a longer word", path: "a.txt", content: `ta${key}\n` },
  ],
};
