import type { Examples } from "../../src/core/rule.ts";
import { BASE64URL, drawText } from "./sample.ts";

/** In two pieces, so that it is no marker here. */
export const MARKER = ["T3Blbk", "FJ"].join("");

/** What every rule of an OpenAI key with a speaking prefix must flag and leave alone. `half`: characters to either side of the marker. */
export function listKeyExamples(prefix: string, half: number): Examples {
  const key = [prefix, drawText(BASE64URL, half), MARKER, drawText(BASE64URL, half, 2)].join("");
  const uneven = [prefix, drawText(BASE64URL, 50), MARKER, drawText(BASE64URL, 40, 2)].join("");
  const unmarked = prefix + drawText(BASE64URL, 60, 3);
  return {
    flags: [
      { name: "a key in an environment file", path: ".env", content: `OPENAI_API_KEY=${key}\n`, spans: [key], confidence: "certain", severity: "block" },
      { name: "a key in code", path: "src/chat.py", content: `client = OpenAI(api_key="${key}")\n`, spans: [key] },
      { name: "the marker at another place", path: ".env", content: `OPENAI_API_KEY=${uneven}\n`, spans: [uneven], confidence: "likely" },
      { name: "no marker, but random", path: ".env", content: `OPENAI_API_KEY=${unmarked}\n`, spans: [unmarked], confidence: "possible", severity: "warn" },
    ],
    leaves: [
      { name: "a row of x", path: "README.md", content: `OPENAI_API_KEY=${prefix}${"x".repeat(60)}\n` },
      { name: "an elided key", path: "README.md", content: `OPENAI_API_KEY=${prefix}...\n` },
      { name: "words where the key goes", path: ".env.example", content: `OPENAI_API_KEY=${prefix}your-key-from-the-dashboard-of-openai-goes-in-here\n` },
      { name: "the pattern of a scanner", path: "src/scan.ts", content: `const pattern = /${prefix}[A-Za-z0-9_-]{74}${MARKER}[A-Za-z0-9_-]{74}/;\n` },
      { name: "part of a longer word", path: "styles.css", content: `.ri${key} { color: red; }\n` },
    ],
  };
}
