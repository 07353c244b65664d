import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { drawGithubToken } from "../rules/secrets/github-tokens.examples.ts";
import { main } from "../src/cli/main.ts";
import { createFakeIo } from "./cli/fake-io.ts";
import { createSandbox } from "./support/git-sandbox.ts";

test.each([
  ["text", "check"],
  ["JSON", "check", "--format", "json"],
  ["all, JSON", "check", "--all", "--format", "json"],
])("a token in the path of a file blocks, and no finding about that file shows it: %s", async (_, ...argv) => {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  const [inPath, inFile] = [drawGithubToken("ghp_", 36, 1), drawGithubToken("ghp_", 36, 2)];
  sandbox.write(`src/${inPath}/a.ts`, `export const github = "${inFile}";\n`);
  sandbox.write("src/token/password.ts", "export const a = 1;\n");
  sandbox.git("add", "src");
  const io = createFakeIo({ cwd: sandbox.dir, env: sandbox.env });
  expect(await main(argv, io)).toBe(1);
  const { stdout, stderr } = io.printed;
  for (const told of ["secrets/in-message", "secrets/github-pat-classic", "src/\u2026/a.ts"]) expect(stdout).toContain(told);
  expect(stdout + stderr).not.toContain(inPath.slice(8, -4));
  expect(stdout).not.toContain("password.ts");
});

test("a note about an empty folder does not show the token that it is called after", async () => {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  const token = drawGithubToken("ghp_", 36, 1);
  mkdirSync(join(sandbox.dir, token));
  const io = createFakeIo({ cwd: sandbox.dir, env: sandbox.env });
  expect(await main(["check", token], io)).toBe(0);
  expect(io.printed.stdout + io.printed.stderr).toContain("\u2026 holds no files");
  expect(io.printed.stdout + io.printed.stderr).not.toContain(token.slice(8, -4));
});
