import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createGuarded, type Guarded } from "./guarded.ts";

/** A folder with a git that writes down what it is started with, and the lines that it has written. */
function createCountingGit(guarded: Guarded): { readonly folder: string; list(): string[] } {
  const real = guarded.run("sh", "-c", "command -v git").stdout.trim();
  const [folder, log] = [join(guarded.home, "counting"), join(guarded.home, "verbs")];
  rmSync(log, { force: true });
  guarded.write(join(folder, "git"), `#!/bin/sh\necho "$*" >>'${log}'\nexec '${real}' "$@"\n`, 0o755);
  return { folder, list: () => (existsSync(log) ? guarded.read(log).split("\n").filter(Boolean) : []) };
}

/** The verbs of every git that the hook starts, the shim's own too. */
function countGits(guarded: Guarded): string[] {
  const counting = createCountingGit(guarded);
  const { code, stderr } = guarded.at(".", { PATH: `${counting.folder}:${guarded.env.PATH}` }).run("sh", ".git/hooks/pre-commit");
  expect([code, stderr]).toEqual([0, ""]);
  const lines = counting.list();
  return lines.map((line) => /(?:^| )(diff-index|cat-file|ls-files|rev-parse|symbolic-ref|hash-object|check-ignore)(?: |$)/.exec(line)?.[1] ?? line);
}

// Each process takes tens of milliseconds on Windows.
test.skipIf(process.platform === "win32").each<[string, readonly string[], (guarded: Guarded) => void]>([
  ["one file", ["diff-index"], (guarded) => stage(guarded, "src/app.ts")],
  ["one file beside a configuration", ["diff-index"], (guarded) => stageBeside(guarded, { "guard.config.json": '{ "rules": { "secrets": "block" } }\n' })],
  ["two hundred files", ["diff-index"], (guarded) => stageMany(guarded, 200)],
  ["four hundred files", ["diff-index", "cat-file"], (guarded) => stageMany(guarded, 400)],
  ["a file that is packed", ["diff-index", "cat-file"], stagePacked],
  ["a deletion", ["diff-index"], (guarded) => void guarded.git("rm", "--quiet", "src/other.ts")],
  ["a rename", ["diff-index"], (guarded) => void guarded.git("mv", "src/other.ts", "src/renamed.ts")],
  ["a file that reads variables", ["diff-index"], stageReads],
  ["nothing", ["diff-index", "cat-file"], () => {}],
])("a clean commit of %s starts %j", (_, verbs, arrange) => {
  const guarded = createGuarded();
  arrange(guarded);
  // The first one compiles the configuration, and keeps it.
  countGits(guarded);
  expect(countGits(guarded)).toEqual(verbs);
});

test.skipIf(process.platform === "win32")("behind a checked commit no git is started", () => {
  const guarded = createGuarded();
  stage(guarded, "src/app.ts");
  const counting = createCountingGit(guarded);
  // Only what the hook behind the commit starts: GIT_EXEC_PATH is where the shim takes its git from.
  const hook = guarded.read(".git/hooks/post-commit");
  guarded.write(".git/hooks/post-commit", hook.replace("\n", `\nGIT_EXEC_PATH='${counting.folder}'\n`), 0o755);
  guarded.git("commit", "--quiet", "-m", "Change");
  expect(counting.list()).toEqual([]);
  guarded.git("commit", "--quiet", "-n", "--allow-empty", "-m", "Past");
  expect(counting.list()).toEqual([expect.stringContaining(" log -g ")]);
});

function stage(guarded: Guarded, path: string): void {
  guarded.write(path, "export const changed = 1;\n");
  guarded.git("add", path);
}

function stageBeside(guarded: Guarded, files: Readonly<Record<string, string>>): void {
  guarded.commit(files);
  stage(guarded, "src/app.ts");
}

function stageMany(guarded: Guarded, count: number): void {
  for (let i = 0; i < count; i++) guarded.write(`many/${i}.ts`, `export const number = ${i};\n`);
  guarded.git("add", "many");
}

/** Then rules ask what else is in the repository. */
function stageReads(guarded: Guarded): void {
  guarded.write("src/settings.ts", "export const settings = [process.env.HOST, process.env.PORT, process.env.MODE];\n");
  guarded.git("add", "src/settings.ts");
}

function stagePacked(guarded: Guarded): void {
  stage(guarded, "src/app.ts");
  guarded.git("repack", "--quiet", "-a", "-d");
  guarded.git("prune-packed");
}
