import type { Examples } from "../../src/core/rule.ts";
import { BASE64URL, drawText } from "./sample.ts";

/** What every rule of an Anthropic key must flag and leave alone. `name`: the variable it usually stands in; `tail`: how its random part ends. */
export function listKeyExamples(name: string, prefix: string, tail: string): Examples {
  const key = prefix + drawText(BASE64URL, 95 - tail.length) + tail;
  const shorter = prefix + drawText(BASE64URL, 70, 3);
  return {
    flags: [
      { name: "in an environment file", path: ".env", content: `${name}=${key}\n`, spans: [key], confidence: "certain", severity: "block" },
      { name: "in code", path: "src/agent.py", content: `client = Anthropic(api_key="${key}")\n`, spans: [key] },
      { name: "of another length than is known", path: ".env", content: `${name}=${shorter}\n`, spans: [shorter], confidence: "likely" },
    ],
    leaves: [
      { name: "a row of x", path: "README.md", content: `${name}=${prefix}${"x".repeat(95)}\n` },
      { name: "elided", path: "README.md", content: `${name}=${prefix}...\n` },
      { name: "words where it goes", path: ".env.example", content: `${name}=${prefix}paste-the-value-that-the-console-shows-you-once-into-this-place\n` },
      { name: "the pattern of a scanner", path: "src/scan.ts", content: `const pattern = /${prefix}[A-Za-z0-9_-]{93}AA/;\n` },
    ],
  };
}
