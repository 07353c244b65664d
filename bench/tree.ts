import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listBuiltInRules } from "../rules/index.ts";
import { type Contender, isPresent, measure, median, printTable, run } from "./measure.ts";

const project = fileURLToPath(new URL("..", import.meta.url));
const wanted = (await listBuiltInRules()).flatMap((rule) => ("triggers" in rule ? rule.triggers : "notices" in rule ? (rule.notices ?? []) : []));
const triggers = [...new Set(wanted.map((trigger) => (typeof trigger === "string" ? trigger : trigger.literal)))];

const AGAIN = "guard check --all, again";

/** `guard check --all` of a repository against ripgrep looking for the same words in the same work tree on one thread, and against secretlint. */
export function benchTree({ rounds, folder }: { readonly rounds: number; readonly folder: string | null }): void {
  const tree = folder ?? project;
  const base = mkdtempSync(join(tmpdir(), "guard-bench-"));
  const words = join(base, "words");
  writeFileSync(words, `${triggers.join("\n")}\n`);
  const judge = (name: string, variables: Readonly<Record<string, string>>): Contender => ({
    name,
    prepare: () => undefined,
    run: () =>
      void run(
        process.execPath,
        [join(project, "hooks/guard.cjs"), "check", "--all", "--output", join(base, "report.json"), "--format", "json"],
        tree,
        [0, 1, 3],
        variables,
      ),
  });
  // With CI set Guard uses nothing that an earlier run left behind.
  const contenders = [judge(AGAIN, { CI: "" }), judge("guard check --all, the first time", { CI: "1" })];
  if (isPresent("rg"))
    contenders.push({
      name: "rg -j1",
      prepare: () => undefined,
      run: () => void run("rg", ["-j1", "--hidden", "--no-ignore-vcs", "-F", "-i", "-c", "-f", words, "."], tree, [0, 1]),
    });
  else console.log("absent: ripgrep");
  try {
    const times = measure(contenders, rounds);
    const own = median(times.get(AGAIN) ?? []);
    printTable(`Whole tree of ${tree}: milliseconds of the whole process, medians of ${rounds} rounds in turn; ${triggers.length} words`, [
      ["", "ms", "guard again / this"],
      ...contenders.map(({ name }) => [name, median(times.get(name) ?? []).toFixed(0), (own / median(times.get(name) ?? [])).toFixed(2)]),
      ...secretlintRow(tree, own),
    ]);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** Once, not in turn: on a large tree it takes minutes. */
function secretlintRow(tree: string, own: number): string[][] {
  const binary = join(project, "bench/node_modules/secretlint/bin/secretlint.js");
  if (!existsSync(binary)) {
    console.log("absent: secretlint (npm ci --prefix bench brings it)");
    return [];
  }
  const config = join(project, "bench/.secretlintrc.json");
  const start = performance.now();
  run(process.execPath, [binary, "--secretlintrc", config, "--no-color", "**/*"], tree, [0, 1]);
  const time = performance.now() - start;
  return [["secretlint (one run)", time.toFixed(0), (own / time).toFixed(4)]];
}
