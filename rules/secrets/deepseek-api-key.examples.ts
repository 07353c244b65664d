import type { Examples } from "../../src/core/rule.ts";
import { drawText, HEX } from "./sample.ts";

const key = `sk-${drawText(HEX, 32)}`;

export const examples: Examples = {
  flags: [
    { name: "under its name", path: ".env", content: `DEEPSEEK_API_KEY=${key}\n`, spans: [key], confidence: "likely", severity: "block" },
    { name: "in a file named after the provider", path: "src/deepseek-client.ts", content: `connect("${key}");\n`, spans: [key], confidence: "likely" },
    { name: "as a bearer", path: "call.sh", content: `curl -H "Authorization: Bearer ${key}" "$URL"\n`, spans: [key] },
    { name: "with nothing near that says what it is", path: "notes.txt", content: `${key}\n`, spans: [key], confidence: "possible", severity: "warn" },
  ],
  leaves: [
    { name: "one digit repeated", path: "README.md", content: `DEEPSEEK_API_KEY=sk-${"0".repeat(32)}\n` },
    { name: "the hexadecimal digits counted up", path: "README.md", content: `DEEPSEEK_API_KEY=sk-${HEX}${HEX}\n` },
    { name: "longer than such a key", path: "README.md", content: `id: sk-${drawText(HEX, 40)}\n` },
    { name: "a class name of a style sheet", path: "app.css", content: `.mask-${drawText(HEX, 32)} { top: 0; }\n` },
  ],
};
