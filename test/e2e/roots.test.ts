import { expect, test } from "vitest";
import { createGuarded, type Guarded, secretLines } from "./guarded.ts";

const LOOSE = '{ "rules": { "secrets": "off" } }\n';

/** An orphan branch with a secret on it, beside what is to let it through; nothing is staged yet. */
function createOrphan(files: Readonly<Record<string, string>>): Guarded {
  const guarded = createGuarded();
  guarded.git("checkout", "--quiet", "--orphan", "orphan");
  guarded.git("rm", "-rqf", ".");
  guarded.write("src/pay.ts", secretLines());
  for (const [path, text] of Object.entries(files)) guarded.write(path, text);
  return guarded;
}

const BLOCKED = { code: 1, stderr: expect.stringContaining("secrets/aws-key-pair") };

test.each<[string, string]>([
  ["its own configuration", "src guard.config.json"],
  ["one on disk alone", "src"],
])("the first commit of an orphan branch is held against recommended: %s exempts nothing", (_which, staged) => {
  const guarded = createOrphan({ "guard.config.json": LOOSE });
  guarded.git("add", ...staged.split(" "));
  expect(guarded.tryGit("commit", "--quiet", "-m", "Orphan")).toMatchObject(BLOCKED);
  guarded.git("commit", "--quiet", "--no-verify", "-m", "Orphan");
  guarded.git("init", "--quiet", "--bare", "../remote.git");
  expect(guarded.tryGit("push", "../remote.git", "orphan")).toMatchObject(BLOCKED);
  expect(guarded.guard("check", "--range", "main..orphan")).toMatchObject({ code: 1 });
});

test("nor does a decision that it brings along", () => {
  const guarded = createOrphan({});
  guarded.git("add", "src");
  const { stdout } = guarded.guard("check", "--format", "json");
  const { findings } = JSON.parse(stdout) as { findings: { ruleId: string; fingerprint: string }[] };
  for (const { fingerprint } of findings) expect(guarded.guard("allow", fingerprint, "--reason", "of the test account").code).toBe(0);
  guarded.git("add", "-f", "src", ".guard");
  expect(guarded.tryGit("commit", "--quiet", "-m", "Orphan")).toMatchObject(BLOCKED);
  guarded.git("commit", "--quiet", "--no-verify", "-m", "Orphan");
  expect(guarded.guard("check", "--range", "main..orphan")).toMatchObject({ code: 1 });
});

test("a merge of histories that have nothing in common is judged by recommended too, where one of them has no configuration", () => {
  const guarded = createOrphan({ "guard.config.json": LOOSE, "src/pay.ts": "export const pay = 1;\n" });
  guarded.git("add", "--all");
  guarded.git("commit", "--quiet", "-m", "Orphan");
  guarded.git("merge", "--quiet", "--no-commit", "--no-ff", "--allow-unrelated-histories", "main");
  guarded.write("src/late.ts", secretLines());
  guarded.git("add", "src/late.ts");
  expect(guarded.tryGit("commit", "--quiet", "-m", "Merge")).toMatchObject(BLOCKED);
  guarded.git("commit", "--quiet", "--no-verify", "-m", "Merge");
  expect(guarded.guard("check", "--range", "main..orphan")).toMatchObject({ code: 1 });
});
