import { describe, expect, it } from "vitest";
import { createHookSandbox, snapshot } from "./hook-sandbox.ts";
import { situations } from "./situations.ts";

describe.each(situations)("install and uninstall where there is: $name", ({ arrange, from = ".", folder, before = [], after = [], dormant, broken }) => {
  it("judges every commit, keeps what ran before, and leaves no trace", async () => {
    const main = createHookSandbox(folder);
    arrange(main);
    const sandbox = main.from(main.at(from));
    const untouched = snapshot(sandbox);

    expect(await sandbox.install({ dryRun: true })).toBe(0);
    expect(snapshot(sandbox)).toEqual(untouched);
    const planned = sandbox.io.out.splice(0).join("");
    expect(await sandbox.install()).toBe(0);
    expect(
      planned
        .replace(/^would write/gm, "wrote")
        .replace(/^would move/gm, "moved")
        .replace(/^would set/gm, "set"),
    ).toBe(sandbox.io.out.join(""));
    const installed = snapshot(sandbox);
    expect(installed).not.toEqual(untouched);
    sandbox.calls();

    sandbox.answer(70);
    const passed = sandbox.tryCommit();
    const seen = sandbox.calls().filter((call) => call !== "shared-post-index-change");
    if (broken) expect([passed.code, seen]).toEqual([1, []]);
    else {
      expect([passed.code, passed.stderr, seen]).toEqual([0, expect.anything(), [...before, "guard pre-commit", ...after]]);
      sandbox.answer(71);
      expect(sandbox.tryCommit().code).toBe(1);
      sandbox.answer(0);
      expect(sandbox.tryCommit().code).toBe(1);
    }

    for (const options of [{}, { quiet: true }]) expect(await sandbox.install(options)).toBe(0);
    expect(snapshot(sandbox)).toEqual(installed);
    expect(sandbox.io.out.at(-1)).toBe("Guard is in place; nothing to change.\n");

    sandbox.io.out.length = 0;
    const present = snapshot(sandbox);
    expect(await sandbox.uninstall({ dryRun: true })).toBe(0);
    expect(snapshot(sandbox)).toEqual(present);
    const would = sandbox.io.out.splice(0).join("");
    expect(await sandbox.uninstall()).toBe(0);
    expect(snapshot(sandbox)).toEqual(untouched);
    expect(would.replace(/would be (?=removed)/g, "").replaceAll("would be", "is")).toBe(sandbox.io.out.join(""));
    const gone = Object.keys(present).filter(
      (path) => present[path]?.startsWith("file") && present[path] !== untouched[path] && !/\/worktrees\/|\/config(?:\.worktree)?$/.test(path),
    );
    expect([would, gone.filter((path) => !would.includes(path.slice(path.lastIndexOf("/") + 1)))]).toEqual([would, []]);
    sandbox.calls();
    if (!broken) expect(sandbox.tryCommit().code).toBe(0);
    expect(sandbox.calls().filter((call) => call !== "shared-post-index-change")).toEqual(dormant ? [] : [...before, ...after]);
    expect(sandbox.io.err).toEqual([]);
  });
});
