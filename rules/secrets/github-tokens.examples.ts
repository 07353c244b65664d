import type { Examples } from "../../src/core/rule.ts";
import { toBase62Checksum } from "./checksum.ts";
import { BASE62, drawText } from "./sample.ts";

/** A made-up GitHub token with a right checksum. `length`: characters behind the prefix. */
export function drawGithubToken(prefix: string, length = 36, seed = 1): string {
  const random = drawText(BASE62, length - 6, seed);
  return prefix + random + toBase62Checksum(random);
}

/** What every rule of a token with a checksum must flag and leave alone. */
export function listChecksumExamples(prefix: string, length = 36): Examples {
  const token = drawGithubToken(prefix, length);
  const mistyped = prefix + drawText(BASE62, length, 7);
  return {
    flags: [
      { name: "a token in code", path: "src/publish.ts", content: `const token = "${token}";\n`, spans: [token], confidence: "certain", severity: "block" },
      { name: "a token in a shell script", path: "scripts/release.sh", content: `curl -H "Authorization: token ${token}" "$URL"\n`, spans: [token] },
      { name: "a token behind an escaped line end", path: "notes.json", content: `{ "text": "it is\\n${token}" }\n`, spans: [token] },
      { name: "in an installed package", path: "node_modules/a/test/b.js", content: `const token = "${token}";\n`, spans: [token], severity: "block" },
      { name: "a wrong checksum", path: "src/publish.ts", content: `const token = "${mistyped}";\n`, confidence: "possible", severity: "warn" },
    ],
    leaves: [
      { name: "a wrong checksum in an installed package", path: "node_modules/a/b.js", content: `const token = "${mistyped}";\n` },
      { name: "a row of x", path: "README.md", content: `token: ${prefix}${"x".repeat(length)}\n` },
      { name: "an elided token", path: "README.md", content: `token: ${prefix}...\n` },
      { name: "words where the token goes", path: "README.md", content: `token: ${prefix}${"yourTokenGoesHere".repeat(5).slice(0, length)}\n` },
      { name: "counted up", path: "test/auth.test.ts", content: `const token = "${prefix}${BASE62.repeat(2).slice(0, length)}";\n` },
      { name: "the pattern of a scanner", path: "src/scan.ts", content: `const pattern = /${prefix}[A-Za-z0-9]{${length}}/;\n` },
      { name: "part of a longer word", path: "src/blob.txt", content: `a${token}\n` },
      { name: "more characters than a token has", path: "src/blob.txt", content: `${token}Zz9\n` },
    ],
  };
}
