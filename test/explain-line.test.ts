import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawGithubToken } from "../rules/secrets/github-tokens.examples.ts";
import { main } from "../src/cli/main.ts";
import { createFakeIo } from "./cli/fake-io.ts";

const token = drawGithubToken("ghp_", 36, 1);
const drawn = ["q7Rz", "0kVb", "N3xT", "w9Lm", "Yp2E", "sA6h", "Zz4c"].join("");
/** Each line of the file, and what is said of it. */
const lines: readonly (readonly [text: string, said: RegExp])[] = [
  ["export const one = 1;", /^a\.ts:1: nothing here looks like a finding, because none of the words stands on it that \d{3,} rules look for\n$/],
  [
    `export const github = "${token}";`,
    /^a\.ts:2: 1 finding\n\na\.ts:2:24 {2}block {2}secrets\/github-pat-classic .*\n(?: .*\n)*? {4}Confidence: certain\. What spoke for it: checksum: valid\.\n/,
  ],
  [
    `const own = "${token}"; // guard-ignore secrets -- of the test`,
    /^a\.ts:3: 1 finding, suppressed\n[\s\S]*Suppressed \(inline\)\. Reason given: of the test\n/,
  ],
  ['const password = "changeme";', /column 19 {2}secrets\/generic-password: the value is a placeholder/],
  [`const secret = "\${VAULT_TOKEN_2}";`, /secrets\/generic-secret: the value is a template/],
  ["const mailPassword = readFrom(vault);", /^a\.ts:6: nothing here counts as a finding\n\nLooked at and left:\n {4}column/],
  [`const github = "ghp_${"x".repeat(36)}";`, /secrets\/github-pat-classic: it reads like a placeholder or like words/],
  ["the password is not here", /secrets\/generic-password: "passw" stands here, but nothing is assigned within 28 characters/],
  [`const accessToken = "${drawn}";`, /^a\.ts:9: 1 finding\n[\s\S]*What spoke for it: probability: [\d.]+; because: /],
  ['const password = "the-password-field";', /the model takes the value for a secret with \d+ %, where 73 are needed; what spoke against it: \w/],
];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guard-explain-"));
  writeFileSync(join(folder, "a.ts"), `${lines.map(([text]) => text).join("\n")}\n`);
  writeFileSync(join(folder, "package-lock.json"), `{\n  "integrity": "sha512-${drawn}${drawn}${drawn}=="\n}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function explain(what: string): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const io = createFakeIo({ cwd: folder, env: { PATH: process.env.PATH, HOME: folder, GIT_CEILING_DIRECTORIES: tmpdir() } });
  return { code: await main(["explain", what], io), ...io.printed };
}

test.each(lines.map(([text, said], i) => [text.replace(token, "TOKEN").replace(drawn, "DRAWN"), i + 1, said] as const))("%s", async (_, line, said) => {
  const { code, stdout } = await explain(`a.ts:${line}`);
  expect([code, stdout]).toEqual([0, expect.stringMatching(said)]);
  for (const value of [token.slice(4), drawn]) expect(stdout).not.toContain(value.slice(0, 8));
});

test("says that a line or a file is left out, takes a column, and names a line that there is not", async () => {
  expect((await explain("package-lock.json:2:3")).stdout).toContain("Nothing on this line is judged: it holds a checksum and nothing else.");
  expect(await explain("a.ts:99")).toEqual({ code: 2, stdout: "", stderr: 'guard: "a.ts" has no line 99. Name a line that is there: path:line.\n' });
  expect(await explain("b.ts:1")).toMatchObject({ code: 2, stderr: expect.stringContaining("There is no b.ts here. Did you mean a.ts?") });
});
