import { randomBytes } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Contender, measure, median, printTable, run } from "./measure.ts";

const project = fileURLToPath(new URL("..", import.meta.url));
const COUNTS = [1, 10, 200] as const;

/** What `git commit` takes longer with each hook than without any. */
export function benchCommits({ rounds, files }: { readonly rounds: number; readonly files: number }): void {
  const base = realpathSync(mkdtempSync(join(tmpdir(), "guard-bench-")));
  try {
    const repository = createRepository(base, Math.max(files, 200));
    const hooks = createHooks(base, repository);
    const kept = hooks.filter((hook) => !hook.checks || blocksSecret(repository, hook)).map((hook, i) => inCopy(hook, repository, join(base, `copy-${i}`)));
    const of = `repository of ${Math.max(files, 200)} files, medians of ${rounds} rounds in turn: milliseconds, and the ratio to an empty Node hook`;
    benchAct(`Time added to git commit by all hooks, ${of}`, kept, rounds, ["commit", "--quiet", "-m", "Change"]);
    benchAct(`Time of the hook before the commit alone, ${of}`, kept, rounds, ["hook", "run", "--ignore-missing", "pre-commit"]);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

interface Hook {
  readonly name: string;
  /** With the hooks; a relative one lies in the repository. */
  readonly folder: string;
  /** It claims to find secrets, so it must find one before it gets a time. */
  readonly checks: boolean;
}

interface Placed extends Hook {
  readonly repository: string;
}

/** A repository for each: a commit that another hook let through would be news to Guard. */
function inCopy(hook: Hook, original: string, repository: string): Placed {
  cpSync(original, repository, { recursive: true, verbatimSymlinks: true });
  return { ...hook, repository };
}

function benchAct(title: string, hooks: readonly Placed[], rounds: number, act: readonly string[]): void {
  const rows = COUNTS.map((count) => benchCount(hooks, count, rounds, act));
  const names = hooks.slice(1).map(({ name }) => name);
  printTable(title, [
    ["hook", ...COUNTS.map((count) => `${count} file${count > 1 ? "s" : ""}`)],
    ...names.map((name) => [name, ...rows.map((row) => row.get(name) ?? "")]),
  ]);
}

function benchCount(hooks: readonly Placed[], count: number, rounds: number, act: readonly string[]): Map<string, string> {
  const contenders = hooks.map(
    ({ name, folder, repository }): Contender => ({
      name,
      prepare: () => stageChanges(repository, count),
      run: () => void run("git", ["-c", `core.hooksPath=${folder}`, ...act], repository),
    }),
  );
  const times = measure(contenders, rounds);
  const bare = times.get("none") ?? [];
  const added = (name: string): number => median((times.get(name) ?? []).map((time, round) => time - (bare[round] ?? 0)));
  const floor = added("empty Node hook");
  return new Map(hooks.slice(1).map(({ name }) => [name, `${added(name).toFixed(1)} (${(added(name) / floor).toFixed(2)})`]));
}

/** Twenty files to a folder, twenty folders to a package, however many there are. */
function pathOf(repository: string, i: number): string {
  return join(repository, "src", `package-${Math.floor(i / 400)}`, `${i % 20}`, `file-${i}.ts`);
}

/** Ordinary TypeScript, 8 KB a file: pieces of zod's sources. */
function createRepository(base: string, files: number): string {
  const repository = join(base, "repository");
  mkdirSync(join(repository, "src"), { recursive: true });
  run("git", ["init", "--quiet"], repository);
  run("git", ["config", "user.name", "Bench"], repository);
  run("git", ["config", "user.email", "bench@example.com"], repository);
  // Else git begins to pack what lies loose behind some commit, and whoever is measured next has one processor less.
  run("git", ["config", "gc.auto", "0"], repository);
  const text = readdirSync(join(project, "node_modules/zod/src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes("test"))
    .sort()
    .map((name) => readFileSync(join(project, "node_modules/zod/src", name), "utf8"))
    .join("\n");
  for (let i = 0; i < files; i++) {
    const from = (i * 1931) % Math.max(1, text.length - 8000);
    const path = pathOf(repository, i);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `// ${i}\n${text.slice(from, from + 8000)}\n`);
  }
  writeFileSync(join(repository, ".gitignore"), "node_modules/\n");
  writeFileSync(join(repository, "package.json"), '{ "name": "sample", "private": true, "type": "module" }\n');
  writeFileSync(join(repository, ".lintstagedrc.json"), '{ "*": "secretlint" }\n');
  writeFileSync(join(repository, ".secretlintrc.json"), '{ "rules": [{ "id": "@secretlint/secretlint-rule-preset-recommend" }] }\n');
  run("git", ["add", "."], repository);
  run("git", ["-c", "core.hooksPath=/dev/null", "commit", "--quiet", "-m", "Start"], repository);
  run("git", ["repack", "--quiet", "-a", "-d"], repository);
  return repository;
}

function createHooks(base: string, repository: string): Hook[] {
  const write = (name: string, line: string): string => {
    const folder = join(base, name);
    mkdirSync(folder);
    writeFileSync(join(folder, "pre-commit"), `#!/bin/sh\n${line}\n`);
    chmodSync(join(folder, "pre-commit"), 0o755);
    return folder;
  };
  writeFileSync(join(base, "empty.cjs"), "");
  mkdirSync(join(repository, "node_modules/@vibetech"), { recursive: true });
  symlinkSync(project, join(repository, "node_modules/@vibetech/guard"), "junction");
  run(process.execPath, [join(project, "hooks/guard.cjs"), "init", "--yes", "--quiet"], repository);
  run("git", ["add", "guard.config.json", "package.json"], repository);
  run("git", ["-c", "core.hooksPath=/dev/null", "commit", "--quiet", "-m", "Guard"], repository);
  const hooks: Hook[] = [
    { name: "none", folder: "/dev/null", checks: false },
    { name: "empty Node hook", folder: write("empty", `exec "${process.execPath}" "${join(base, "empty.cjs")}"`), checks: false },
    { name: "Guard", folder: ".git/hooks", checks: true },
  ];
  const peers = join(project, "bench/node_modules");
  if (!existsSync(join(peers, ".bin/lint-staged"))) {
    console.log("absent: lint-staged + secretlint (npm ci --prefix bench brings them)");
    return hooks;
  }
  for (const name of readdirSync(peers)) if (name !== "@vibetech") symlinkSync(join(peers, name), join(repository, "node_modules", name), "junction");
  const line = `PATH="${join(peers, ".bin")}:$PATH" exec "${process.execPath}" "${realpathSync(join(peers, ".bin/lint-staged"))}" --quiet`;
  return [...hooks, { name: "lint-staged + secretlint", folder: write("lint-staged", line), checks: true }];
}

/** A hook that lets a fresh credential through must not get a time. */
function blocksSecret(repository: string, { name, folder }: Hook): boolean {
  const id = Array.from(randomBytes(16), (byte) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[byte % 32]).join("");
  const secret = randomBytes(30).toString("base64").replaceAll("/", "a").replaceAll("+", "b");
  const path = join(repository, "src/secret.ts");
  writeFileSync(path, `export const aws_access_key_id = "AK${"IA"}${id}";\nexport const aws_secret_access_key = "${secret}";\n`);
  run("git", ["add", "src/secret.ts"], repository);
  const before = run("git", ["rev-parse", "HEAD"], repository);
  run("git", ["-c", `core.hooksPath=${folder}`, "commit", "--quiet", "-m", "Secret"], repository, [0, 1]);
  const blocked = run("git", ["rev-parse", "HEAD"], repository) === before;
  run("git", blocked ? ["reset", "--quiet", "--hard"] : ["reset", "--quiet", "--hard", "HEAD~1"], repository);
  if (!blocked) console.log(`left out: ${name} let a fresh AWS key pair through`);
  return blocked;
}

let change = 0;

function stageChanges(repository: string, count: number): void {
  change++;
  for (let i = 0; i < count; i++) {
    const path = pathOf(repository, i);
    writeFileSync(path, readFileSync(path, "utf8").replace(/^\/\/ .*\n/, `// ${i} ${change}\n`));
  }
  run("git", ["add", "src"], repository);
}
