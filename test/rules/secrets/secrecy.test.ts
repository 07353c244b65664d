import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawGithubToken } from "../../../rules/secrets/github-tokens.examples.ts";
import { BASE32, BASE62, BASE64, BASE64URL, drawText, HEX } from "../../../rules/secrets/sample.ts";
import { loadContentRules, scanText } from "./scan.ts";

const PIECE = 6;

/** A made-up secret, how much of it is a public prefix, and a line that holds it. */
interface Planted {
  readonly secret: string;
  readonly publicPrefix: number;
  readonly path: string;
  readonly line: string;
}

const kinds: readonly ((seed: number) => Planted)[] = [
  (seed) => planted(drawGithubToken("ghp_", 36, seed), 4, "a.ts", (secret) => `const token = "${secret}";`),
  (seed) => planted(`ghp_${drawText(BASE62, 36, seed)}`, 4, "a.ts", (secret) => `x("${secret}");`),
  (seed) => planted(`github_pat_${drawText(BASE62, 22, seed)}_${drawText(BASE62, 59, seed + 1)}`, 11, "a.ts", (secret) => secret),
  (seed) => planted(`sk-ant-api03-${drawText(BASE64URL, 93, seed)}AA`, 13, ".env", (secret) => `KEY=${secret}`),
  (seed) => planted(`sk-proj-${drawText(BASE64URL, 60, seed)}`, 8, ".env", (secret) => `KEY=${secret}`),
  (seed) => planted(`sk-${drawText(HEX, 32, seed)}`, 3, ".env", (secret) => `KEY=${secret}`),
  (seed) => planted(`AKIA${drawText(BASE32, 16, seed)}`, 4, "a.ts", (secret) => `id("${secret}")`),
  (seed) => planted(drawText(BASE64, 40, seed), 0, "a.ini", (secret) => `aws_secret_access_key = ${secret}`),
  (seed) => planted(drawText(BASE62, 20, seed), 0, ".env", (secret) => `URL=postgres://app:${secret}@db.shop.net/shop`),
  (seed) => planted(drawText(BASE62, 20, seed), 0, "a.ini", (secret) => `dsn = Server=db.shop.net;Uid=app;Pwd=${secret};`),
  (seed) => planted(drawText(BASE62, 32, seed), 0, "a.py", (secret) => `API_SECRET = "${secret}"`),
  (seed) => planted(drawText(BASE62, 12, seed), 0, "a.py", (secret) => `db_password = "${secret}"`),
];

function planted(secret: string, publicPrefix: number, path: string, toLine: (secret: string) => string): Planted {
  return { secret, publicPrefix, path, line: toLine(secret) };
}

function listPieces({ secret, publicPrefix }: Planted): string[] {
  const hidden = secret.slice(publicPrefix);
  return Array.from({ length: Math.max(0, hidden.length - PIECE + 1) }, (_, at) => hidden.slice(at, at + PIECE));
}

describe("no piece of a secret leaves the pack", () => {
  test.each(kinds.map((make, index) => [index, make] as const))("kind %i", async (_, make) => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const plant = make(seed);
        const findings = await scanText(plant.path, `${plant.line}\n`);
        found += findings.length;
        const said = JSON.stringify(findings);
        expect(listPieces(plant).filter((piece) => said.includes(piece))).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(50);
  });
});

describe("no text breaks a rule", () => {
  const literals = fc.constantFrom(
    ...[
      "://",
      "@",
      ":",
      "=",
      '"',
      "'",
      "`",
      "\n",
      "\\n",
      ";",
      "AKIA",
      "ASIA",
      "ghp_",
      "ghs_1_",
      "github_pat_",
      "sk-",
      "sk-ant-api03-",
      "sk-proj-",
      "T3Blbk",
      "password",
      "Password=",
    ],
    ...[
      "pwd=",
      "secret",
      "api_key",
      "token",
      "auth",
      "_key",
      "Server=",
      "jdbc:",
      "AccountKey=",
      "-----BEGIN ",
      "-----",
      "Bearer ",
      drawText(BASE64, 60),
      drawText(HEX, 40),
      "\u00e9",
      "\u0000",
    ],
    ["PRIVATE", "KEY-----"].join(" "),
  );

  test("however its literals are strung together, spans lie inside", async () => {
    const rules = await loadContentRules();
    expect(rules.length).toBeGreaterThan(15);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(literals, fc.string({ maxLength: 8 })), { maxLength: 60 }),
        fc.constantFrom("a.ts", ".env", "a.yml", "a.json", "a.sh", "x"),
        async (parts, path) => {
          await scanText(path, parts.join(""));
        },
      ),
      { numRuns: 300 },
    );
  });
});
