import { expect, test } from "vitest";
import { createGuarded } from "./guarded.ts";

test("the next commit says that hooks were switched off for the last one, once", () => {
  const guarded = createGuarded();
  guarded.write("src/more.ts", "export const more = 1;\n");
  guarded.git("add", "src/more.ts");
  guarded.git("commit", "--quiet", "-m", "More");
  guarded.write("src/app.ts", "export const name = 'app 2';\n");
  guarded.git("-c", "core.hooksPath=/dev/null", "commit", "--quiet", "-a", "-m", "Off");
  const commit = (text: string): string => {
    guarded.write("src/app.ts", text);
    return guarded.tryGit("commit", "--quiet", "-a", "-m", "Change").stderr;
  };
  expect(commit("export const name = 'app 3';\n")).toMatch(/made with all hooks switched off/);
  expect(commit("export const name = 'app 4';\n")).toBe("");
});

test("a commit -n says at once that it is on record", () => {
  const guarded = createGuarded();
  guarded.write("src/app.ts", "export const name = 'app 2';\n");
  expect(guarded.tryGit("commit", "--quiet", "-n", "-a", "-m", "Past").stderr).toMatch(/^guard: No check is on record for commit [0-9a-f]{40}/);
});

test("a commit -n behind a check that was broken off is told at once too, and not taken for what was checked", () => {
  const guarded = createGuarded();
  guarded.write("src/app.ts", "export const name = 'app 2';\n");
  expect(guarded.at(".", { GIT_EDITOR: "false" }).tryGit("commit", "-a").code).not.toBe(0);
  guarded.write("src/app.ts", "export const name = 'app 3';\n");
  expect(guarded.tryGit("commit", "--quiet", "-n", "-a", "-m", "Past").stderr).toMatch(/^guard: No check is on record for commit [0-9a-f]{40}/);
});
