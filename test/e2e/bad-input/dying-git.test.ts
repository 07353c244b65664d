import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createGuarded, type Guarded, withGuard } from "../guarded.ts";

/**
 * Nothing that is staged blocks: wherever git does not die, the answer is 0. Both files are packed, so that git is asked for them; the configuration is
 * compiled and kept, so that it is asked for nothing else.
 */
function createStaged(): Guarded {
  const guarded = createGuarded();
  guarded.commit({ "guard.config.json": '{ "rules": { "storage/data-file": "block" } }\n' });
  guarded.write("src/long.ts", "export const line = 1;\n".repeat(500));
  guarded.write("src/short.ts", "export const line = 2;\n");
  guarded.git("add", "src");
  guarded.git("repack", "--quiet", "-a", "-d");
  guarded.git("prune-packed");
  expect(guarded.guard("check").code).toBe(0);
  return guarded;
}

/** Another git first on PATH: it passes on so many bytes of what the real one answers to this verb, and dies. */
function withDyingGit(guarded: Guarded, verb: string, bytes: number, death: string): Guarded {
  const real = guarded.run("sh", "-c", "command -v git").stdout.trim();
  const program = join(guarded.home, "dying/git");
  // The real one may wait for questions; the shell around both does not.
  const dies = bytes === 0 ? death : `'${real}' "$@" | { head -c ${bytes}; ${death}; }; ${death}`;
  guarded.write(program, `#!/bin/sh\ncase " $* " in *" ${verb} "*) ${dies} ;; esac\nexec '${real}' "$@"\n`, 0o755);
  return withGuard(guarded.at(".", { PATH: `${join(guarded.home, "dying")}:${guarded.env.PATH}` }));
}

const KILLED = "kill -9 $$";
const FAILED = "exit 128";

// On Windows a program that stands in for git would have to be an .exe.
describe.skipIf(process.platform === "win32")("a git that dies after so many bytes", () => {
  test.each<[string, "check" | "hook", string, readonly number[]]>([
    ["rev-parse", "check", KILLED, [0, 1, 40, 100, 170]],
    ["diff-index", "check", KILLED, [0, 1, 50, 98, 110, 111, 150, 223]],
    ["diff-index", "check", FAILED, [0, 111, 224]],
    ["diff-index", "hook", KILLED, [0, 1, 98, 111, 224]],
    ["diff-index", "hook", FAILED, [0, 50, 111, 224]],
    ["cat-file", "check", KILLED, [1, 30, 48, 53, 60, 300, 5000, 11_000, 11_555, 11_600]],
    ["cat-file", "check", FAILED, [0]],
    ["cat-file", "hook", KILLED, [0, 48, 5000, 11_600]],
  ])("%s, asked by the %s, then %s: 3, always", (verb, by, death, places) => {
    const guarded = createStaged();
    for (const bytes of places) {
      const dying = withDyingGit(guarded, verb, bytes, death);
      const { code, stderr } = by === "hook" ? dying.run("sh", ".git/hooks/pre-commit") : dying.guard("check");
      expect([bytes, code], stderr).toEqual([bytes, 3]);
      expect(stderr).toMatch(/git [a-z-]+ (?:was killed \(SIGKILL\)|failed \(exit 128\)|did not answer whole)/);
    }
  });

  test("of a git that does not die, nothing is said", () => {
    const { code, stderr } = withDyingGit(createStaged(), "no-such-verb", 0, KILLED).guard("check");
    expect([code, stderr]).toEqual([0, ""]);
  });
});
