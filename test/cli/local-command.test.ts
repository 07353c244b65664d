import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { toLocalCommands } from "../../src/cli/local-command.ts";

const text = "Run: npx --no guard check, then npx --no guard audit.";

/** What becomes of the text in a folder below a package.json. */
function inProjectOf(manifest: string): string {
  const folder = mkdtempSync(join(tmpdir(), "guard-commands-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "package.json"), manifest);
  mkdirSync(join(folder, "src/deep"), { recursive: true });
  return toLocalCommands(text, join(folder, "src/deep"));
}

test.each([
  ['{ "devEngines": { "packageManager": { "name": "pnpm", "version": "^11.0.0", "onFail": "download" } } }', "pnpm exec guard"],
  ['{ "devEngines": { "packageManager": [{ "name": "yarn" }] } }', "yarn run guard"],
  ['{ "devEngines": { "packageManager": { "name": "bun" } } }', "bun run guard"],
])("where npx refuses, commands are those of the package manager that is wanted: %s", (manifest, command) => {
  expect(inProjectOf(manifest)).toBe(`Run: ${command} check, then ${command} audit.`);
});

test.each([
  '{ "devEngines": { "packageManager": [{ "name": "pnpm" }, { "name": "npm" }] } }',
  '{ "devEngines": { "packageManager": { "name": "constructor" } } }',
  '{ "devEngines": { "packageManager": "pnpm" } }',
  '{ "packageManager": "pnpm@11.0.0" }',
  "null",
  "{",
])("where npx works, and where nobody can tell, they stay as they are: %s", (manifest) => {
  expect(inProjectOf(manifest)).toBe(text);
});
