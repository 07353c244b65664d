import { expect, test } from "vitest";
import { createGuarded, fingerprintOf, secretLines } from "./guarded.ts";

// What the hook leaves alone in every form of commit: test/e2e/commits.
test.each<[string, readonly string[], number]>([
  ["what is staged", [], 1],
  ["the whole index", ["--all"], 1],
  ["a range", ["--range", "HEAD~1..HEAD"], 0],
  ["files", ["src"], 0],
  ["the machine", ["--machine"], 0],
])("check leaves work tree, index, stash, refs and objects byte for byte as they were: %s", (_, args, code) => {
  const guarded = createGuarded();
  guarded.write("src/other.ts", "export const other = 'stashed';\n");
  guarded.git("stash", "--quiet");
  guarded.commit({ "src/more.ts": "export const more = 1;\n" });
  guarded.write("src/app.ts", secretLines());
  guarded.git("add", "src/app.ts");
  guarded.write("src/app.ts", "export const name = 'app';\n");
  guarded.write("src/untracked.ts", "export {};\n");
  const before = fingerprintOf(guarded);
  expect(guarded.guard("check", ...args).code).toBe(code);
  expect(fingerprintOf(guarded)).toBe(before);
});
