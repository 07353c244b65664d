import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createHookSandbox, type HookSandbox, note, snapshot } from "./hook-sandbox.ts";
import { situations } from "./situations.ts";

const MESSAGE = "guard commit-msg .git/COMMIT_EDITMSG";

/** Who judged, and who ran at the message, of a commit that is let through. */
function callsOfCommit(sandbox: HookSandbox): string[] {
  sandbox.calls();
  sandbox.answer(70);
  expect(sandbox.tryCommit()).toMatchObject({ code: 0 });
  return sandbox.calls().filter((call) => /^guard|message/.test(call));
}

const places = ["no hooks", "husky 9", "core.hooksPath, global"];

describe.each(situations.filter(({ name }) => places.includes(name)))("install --commit-msg where there is: $name", ({ name, arrange, from = "." }) => {
  it("has messages judged from then on, and leaves no trace", async () => {
    const main = createHookSandbox();
    arrange(main);
    const sandbox = main.from(main.at(from));
    const untouched = snapshot(sandbox);
    expect(await sandbox.install()).toBe(0);
    expect(callsOfCommit(sandbox)).toEqual(["guard pre-commit"]);

    expect(await sandbox.install({ commitMsg: true, dryRun: true })).toBe(0);
    expect(sandbox.io.out.at(-1)).toMatch(/^would write \S*commit-msg$/m);
    expect(await sandbox.install({ commitMsg: true })).toBe(0);
    const installed = snapshot(sandbox);
    expect(await sandbox.install()).toBe(0);
    expect([snapshot(sandbox), sandbox.io.out.at(-1)]).toEqual([installed, "Guard is in place; nothing to change.\n"]);
    expect(callsOfCommit(sandbox)).toEqual(["guard pre-commit", expect.stringMatching(/^guard commit-msg \S*COMMIT_EDITMSG$/)]);
    sandbox.answer(71);
    expect(sandbox.tryCommit().code).toBe(1);

    expect(await sandbox.uninstall()).toBe(0);
    expect([name, snapshot(sandbox)]).toEqual([name, untouched]);
  });
});

describe("a commit-msg hook that was there", () => {
  const OWN = `#!/bin/sh\n${note("message-of-theirs")}\n`;

  it.each([
    ["in shell", OWN],
    ["in another language", `#!${process.execPath}\nrequire("node:fs").appendFileSync(process.env.HOME + "/../calls", "message-of-theirs\\n");\n`],
  ])("%s keeps running, before Guard, and stays Guard's business once somebody has written it anew", async (_, own) => {
    const sandbox = createHookSandbox();
    const path = sandbox.write(".git/hooks/commit-msg", own, 0o755);
    const untouched = snapshot(sandbox);
    await sandbox.install();
    expect(callsOfCommit(sandbox)).toEqual(["guard pre-commit", "message-of-theirs"]);
    await sandbox.install({ commitMsg: true });
    expect(callsOfCommit(sandbox)).toEqual(["guard pre-commit", "message-of-theirs", MESSAGE]);
    const installed = snapshot(sandbox);
    rmSync(path);
    await sandbox.install();
    expect(callsOfCommit(sandbox)).toContain(MESSAGE);
    sandbox.write(".git/hooks/commit-msg", String(installed["repository/.git/hooks/commit-msg"]).replace(/^file \d+ /, ""), 0o755);
    await sandbox.uninstall();
    expect(snapshot(sandbox)).toEqual(untouched);
  });

  it("in a shared folder runs before Guard, and alone once Guard is gone", async () => {
    const sandbox = createHookSandbox();
    sandbox.write("../shared/commit-msg", OWN, 0o755);
    sandbox.git("config", "--global", "core.hooksPath", join(sandbox.dir, "../shared"));
    await sandbox.install();
    expect(callsOfCommit(sandbox)).toEqual(["guard pre-commit", "message-of-theirs"]);
    await sandbox.install({ commitMsg: true });
    rmSync(join(sandbox.dir, ".git/guard/hooks/commit-msg"));
    await sandbox.install();
    expect(callsOfCommit(sandbox)).toEqual(["guard pre-commit", "message-of-theirs", MESSAGE]);
    await sandbox.uninstall();
    expect(callsOfCommit(sandbox)).toEqual(["message-of-theirs"]);
  });
});
