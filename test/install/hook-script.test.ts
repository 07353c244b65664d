import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addGuard, hasCurrentGuard, hasGuard, newHook, removeGuard, shellOf } from "../../src/install/hook-script.ts";

/** Lines such as hooks have them, with either line end, now and then without the last one. */
const hookText = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom("", "# a note", "npm test", "exit 0", ") # guard", "( # guard", "\tindented"), fc.string())),
    fc.constantFrom("\n", "\r\n"),
    fc.boolean(),
  )
  .map(([lines, eol, ended]) => `#!/bin/sh${eol}${lines.map((line) => line.replace(/[\r\n]/g, "")).join(eol)}${ended ? eol : ""}`);

describe("Guard's lines in a hook", () => {
  it("stand behind the hook's own, which stay in a subshell", () => {
    expect(addGuard("#!/bin/sh\nnpm test\nexit 0\n", "pre-commit")).toBe(
      `#!/bin/sh\n( # guard\nnpm test\nexit 0\n) # guard\n${newHook("pre-commit", false).replace("guard_kept=0", "guard_kept=$?")}`,
    );
  });

  it("stand behind husky 8's line, which runs the whole hook again", () => {
    const head = '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n';
    expect(addGuard(`${head}npm test\n`, "pre-commit").split("guard_kept")[0]).toBe(`${head}( # guard\nnpm test\n) # guard\n`);
  });

  it("need no subshell where the hook does nothing: an empty one is no valid shell", () => {
    expect(addGuard("#!/bin/sh\n# later\n", "pre-commit")).toBe(`#!/bin/sh\n# later\n${newHook("pre-commit", false)}`);
  });

  it("all end in the comment that marks them", () => {
    for (const line of newHook("pre-commit", false).trimEnd().split("\n")) expect(line).toMatch(/ # guard$/);
  });

  it("can be told, counted and taken out again; the rest stays byte for byte", () => {
    fc.assert(
      fc.property(hookText, (text) => {
        const hook = addGuard(text, "pre-commit");
        expect([hasGuard(text), hasGuard(hook), hasCurrentGuard(hook, "pre-commit"), hasCurrentGuard(hook, "pre-push")]).toEqual([false, true, true, false]);
        const withoutMarks = text.replace(/^[()] # guard(\r?\n|$)/gm, "");
        expect(removeGuard(hook).trimEnd()).toBe(withoutMarks.trimEnd());
        expect(removeGuard(text)).toBe(text);
      }),
    );
  });
});

describe("the language of a hook", () => {
  it.each([
    ["#!/bin/sh\n", "/bin/sh"],
    ["#! /bin/bash -e\n", "/bin/bash"],
    ["#!/usr/bin/env bash\r\n", "bash"],
    ["#!/usr/bin/env -S zsh -f\n", "zsh"],
    ["npm test\n", "sh"],
    ["", "sh"],
    ["#!/usr/bin/env python3\n", null],
    ["#!/usr/bin/node\n", null],
    ["#!C:/Program Files/Git/bin/bash.exe\n", null],
    ["#!/usr/bin/fish\n", null],
    ["\x7fELF\x02\x01\0\0", null],
  ])("%j is %s", (text, shell) => {
    expect(shellOf(text)).toBe(shell);
  });
});
