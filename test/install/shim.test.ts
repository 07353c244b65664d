import { spawnSync } from "node:child_process";
import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newHook } from "../../src/install/hook-script.ts";
import { createHookSandbox, ENTRY, type HookSandbox, note } from "./hook-sandbox.ts";

const shim = readFileSync(new URL("../../hooks/guard.sh", import.meta.url), "utf8");
const node = realpathSync(process.execPath);
const shells = ["sh", "dash", "bash", "ksh", "zsh"].filter((shell) => spawnSync(shell, ["-c", ":"]).status === 0);

/** The shim and one hook, put there by hand; the recorded Node is the one that runs the tests. */
function createShimSandbox(name?: string): HookSandbox {
  const sandbox = createHookSandbox(name);
  sandbox.write(".git/hooks/guard.sh", shim);
  sandbox.write(".git/hooks/pre-commit", newHook("pre-commit", true), 0o755);
  sandbox.write(".git/guard/node", `${node}\n`);
  return sandbox;
}

describe("what the entry answers", () => {
  const answers: [answer: number | string, exit: number][] = [
    [70, 0],
    [71, 1],
    ...[0, 1, 2, 3, 9, 13, 69, 72, 126, 127, 130, 134, 137, 255, "SIGKILL", "SIGTERM", "SIGABRT"].map((answer): [number | string, number] => [answer, 3]),
  ];

  it.each(answers)("%s becomes %i in every shell", (answer, exit) => {
    const sandbox = createShimSandbox();
    sandbox.answer(answer);
    for (const shell of shells) {
      const ended = sandbox.run(shell, ".git/hooks/pre-commit");
      expect([shell, ended.code]).toEqual([shell, exit]);
      expect(ended.stderr.match(/^guard: .*$/gm) ?? []).toHaveLength(exit === 3 ? 1 : 0);
      if (exit === 3) expect(ended.stderr).toMatch(/Nothing counts as checked.*npx --no guard check .*--no-verify/);
    }
  });

  it.each([
    ["that throws", "throw new Error('broken')"],
    ["that is no JavaScript", "}{"],
    ["that misses a module", "require('./not-there.cjs')"],
    ["whose promise is rejected", "Promise.reject(new Error('broken'))"],
    ["that does nothing at all", ""],
  ])("an entry %s stops the commit with 3", (_, source) => {
    const sandbox = createShimSandbox();
    sandbox.write(ENTRY, source);
    expect(sandbox.run("sh", ".git/hooks/pre-commit").code).toBe(3);
    expect(sandbox.tryCommit().code).not.toBe(0);
  });

  it("lets a commit through or stops it", () => {
    const sandbox = createShimSandbox();
    expect(sandbox.tryCommit().code).toBe(0);
    sandbox.answer(71);
    expect(sandbox.tryCommit().code).toBe(1);
    expect(sandbox.calls()).toEqual(["guard pre-commit", "guard pre-commit"]);
  });
});

describe("what the entry is given", () => {
  it("has the event and the hook's arguments, whatever is in them", () => {
    const sandbox = createShimSandbox();
    sandbox.write(ENTRY, `require("node:fs").writeFileSync("arguments", JSON.stringify(process.argv.slice(2))); process.exitCode = 70`);
    expect(sandbox.run("sh", ".git/hooks/pre-commit", "a b", "", "$(touch x)", "*").code).toBe(0);
    expect(JSON.parse(sandbox.read("arguments"))).toEqual(["pre-commit", "a b", "", "$(touch x)", "*"]);
  });

  it("has no certificates to read", () => {
    const sandbox = createShimSandbox();
    sandbox.write(ENTRY, `process.exitCode = process.env.NODE_EXTRA_CA_CERTS === "" ? 70 : 1`);
    expect(sandbox.at(".", { NODE_EXTRA_CA_CERTS: "/etc/ssl/certs.pem" }).run("sh", ".git/hooks/pre-commit").code).toBe(0);
  });
});

describe("which Node", () => {
  it("is the recorded one, also where PATH is empty: the shim starts nothing else", () => {
    const sandbox = createShimSandbox();
    const bare = sandbox.at(".", { PATH: "/nowhere" });
    for (const shell of shells) expect([shell, bare.run(realpathOf(shell), ".git/hooks/pre-commit").code]).toEqual([shell, 0]);
  });

  it("is the one on PATH where the recorded one is gone, or none was recorded", () => {
    const sandbox = createShimSandbox("Projekt mit Umlauten äöü 项目");
    const path = `${sandbox.write("bin/node", `#!/bin/sh\n${note("path-node")}\nexec "${node}" "$@"\n`, 0o755).slice(0, -"/node".length)}:/usr/bin:/bin`;
    for (const recorded of ["/gone/node\n", ""]) {
      sandbox.write(".git/guard/node", recorded);
      expect(sandbox.at(".", { PATH: path }).tryGit("commit", "--allow-empty", "--message", "x").code).toBe(0);
      expect(sandbox.calls()).toEqual(["path-node", "guard pre-commit"]);
    }
  });

  it("is missing: 3, and how to mend it", () => {
    const sandbox = createShimSandbox();
    sandbox.write(".git/guard/node", "/gone/node\n");
    const ended = sandbox.at(".", { PATH: "/nowhere" }).run("/bin/sh", ".git/hooks/pre-commit");
    expect(ended).toMatchObject({ code: 3, stdout: "" });
    expect(ended.stderr).toMatch(/^guard: There is no Node.*Install Node 22\.18 or newer, then run: npx --no guard install .*\n$/);
  });

  it.each([
    ["too old for the entry", "echo 'SyntaxError: Unexpected token' >&2; exit 1"],
    ["no program for this machine", "exit 126"],
  ])("is %s: 3", (_, script) => {
    const sandbox = createShimSandbox();
    sandbox.write(".git/guard/node", `${sandbox.write("old/node", `#!/bin/sh\n${script}\n`, 0o755)}\n`);
    expect(sandbox.run("sh", ".git/hooks/pre-commit").code).toBe(3);
  });
});

describe("which entry", () => {
  const answering = (word: string): string => `require("node:fs").appendFileSync(process.env.HOME + "/../calls", "${word}\\n"); process.exitCode = 70`;

  it("is the worktree's own, then the main worktree's, then the recorded one", () => {
    const sandbox = createShimSandbox();
    sandbox.git("worktree", "add", "--quiet", "../linked");
    const linked = sandbox.at("../linked");
    const recorded = sandbox.write("../elsewhere/hook.cjs", answering("recorded"));
    sandbox.write(".git/guard/entry", `${recorded}\n`);
    sandbox.write(ENTRY, answering("main"));
    linked.write(ENTRY, answering("linked"));
    const commit = (): string[] => {
      linked.git("commit", "--allow-empty", "--message", "x");
      return sandbox.calls();
    };
    expect(commit()).toEqual(["linked"]);
    linked.run("rm", "-r", "node_modules");
    expect(commit()).toEqual(["main"]);
    sandbox.run("rm", "-r", "node_modules");
    expect(commit()).toEqual(["recorded"]);
  });

  it("is missing: 3, and how to mend it, and how to part", () => {
    const sandbox = createShimSandbox();
    sandbox.run("rm", "-r", "node_modules");
    const ended = sandbox.run("sh", ".git/hooks/pre-commit");
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(
      /^guard: @vibetech\/guard is not installed here\..*npm install, then npx --no guard install.*delete the lines.*--no-verify.*\n$/,
    );
    expect(sandbox.tryCommit().code).toBe(1);
  });

  it("is missing with the whole shim: 3 too", () => {
    const sandbox = createShimSandbox();
    sandbox.run("rm", ".git/hooks/guard.sh");
    for (const shell of shells) {
      const ended = sandbox.run(shell, ".git/hooks/pre-commit");
      expect([shell, ended.code, ended.stderr]).toEqual([shell, 3, expect.stringMatching(/^guard: .*guard\.sh is missing.*npx --no guard install\n$/)]);
    }
  });
});

describe("from where git runs it", () => {
  it.each<[string, (sandbox: HookSandbox) => string[]]>([
    ["a subfolder", (sandbox) => [sandbox.at("sub").git("commit", "--allow-empty", "--message", "x")]],
    ["git -C", (sandbox) => [sandbox.at("/").git("-C", sandbox.dir, "commit", "--allow-empty", "--message", "x")]],
    ["--git-dir and --work-tree", (s) => [s.at("..").git("--git-dir", `${s.dir}/.git`, "--work-tree", s.dir, "commit", "--allow-empty", "--message", "x")]],
    ["a relative --git-dir", (sandbox) => [sandbox.git("--git-dir=.git", "commit", "--allow-empty", "--message", "x")]],
    ["commit -a", (sandbox) => [sandbox.write("readme.md", "More.\n"), sandbox.git("commit", "--all", "--message", "x")]],
    ["a pathspec", (sandbox) => [sandbox.write("readme.md", "More.\n"), sandbox.git("commit", "readme.md", "--message", "x")]],
    ["--amend", (sandbox) => [sandbox.git("commit", "--amend", "--allow-empty", "--message", "x")]],
  ])("%s", (_, commit) => {
    const sandbox = createShimSandbox("a folder's name (with $signs) é");
    sandbox.write("sub/file.txt", "x");
    commit(sandbox);
    expect(sandbox.calls()).toEqual(["guard pre-commit"]);
    sandbox.answer(71);
    expect(() => commit(sandbox)).toThrow(/ended with 1/);
  });

  it("a linked worktree, whose git folder names the common one", () => {
    const sandbox = createShimSandbox("main tree");
    sandbox.git("worktree", "add", "--quiet", "-b", "linked", "../linked tree");
    const linked = sandbox.from(sandbox.at("../linked tree", { PATH: "/usr/bin:/bin" }));
    expect(linked.tryCommit().code).toBe(0);
    sandbox.answer(71);
    expect(linked.tryCommit().code).toBe(1);
    expect(sandbox.calls()).toEqual(["guard pre-commit", "guard pre-commit"]);
  });

  it("a separate git folder, with nothing but the file .git to find it by", () => {
    const sandbox = createShimSandbox();
    sandbox.run("mv", ".git", "../sep.git");
    sandbox.write(".git", "gitdir: ../sep.git\n");
    expect(sandbox.at(".", { PATH: "/nowhere" }).run("/bin/sh", "../sep.git/hooks/pre-commit").code).toBe(0);
  });
});

describe("in hooks of other people", () => {
  it("works under sh -e and sh -u, as a block and as the shim itself with CRLF", () => {
    const sandbox = createShimSandbox();
    sandbox.write(".husky/guard.sh", shim.replaceAll("\n", "\r\n"));
    sandbox.write(".husky/pre-commit", newHook("pre-commit", false).replaceAll("\n", "\r\n"));
    for (const shell of shells)
      for (const flags of ["-e", "-u", "-eu"])
        for (const [answer, exit] of [
          [70, 0],
          [71, 1],
          [1, 3],
        ] as const) {
          sandbox.answer(answer);
          expect([shell, flags, answer, sandbox.run(shell, flags, ".husky/pre-commit").code]).toEqual([shell, flags, answer, exit]);
        }
  });

  it("lets lines behind Guard's run, but only where nothing blocks", () => {
    const sandbox = createShimSandbox();
    sandbox.write(".git/hooks/pre-commit", `${newHook("pre-commit", true)}${note("behind")}\n`);
    sandbox.tryCommit();
    expect(sandbox.calls()).toEqual(["guard pre-commit", "behind"]);
    sandbox.answer(71);
    sandbox.tryCommit();
    expect(sandbox.calls()).toEqual(["guard pre-commit"]);
  });

  it("asks a hook that was moved aside first, with its arguments, and obeys its no", () => {
    const sandbox = createShimSandbox();
    sandbox.write(".git/hooks/pre-commit.guard-kept", `#!/bin/sh\n${note("kept")}\n[ "$1" = ok ] || exit 5\n`, 0o755);
    expect(sandbox.run("sh", ".git/hooks/pre-commit", "ok").code).toBe(0);
    expect(sandbox.calls()).toEqual(["kept", "guard pre-commit ok"]);
    expect(sandbox.run("sh", ".git/hooks/pre-commit", "no").code).toBe(5);
    expect(sandbox.calls()).toEqual(["kept"]);
  });
});

describe("the text of the shims", () => {
  it("is ASCII with LF, and in every line of guard.sh a CR would fall into a comment", () => {
    const forwarder = readFileSync(new URL("../../hooks/forward.sh", import.meta.url), "utf8");
    for (const text of [shim, forwarder]) expect(text).toMatch(/^#!\/bin\/sh\n[\n\x20-\x7e]*\n$/);
    for (const line of shim.trimEnd().split("\n")) expect(line).toMatch(/(^| )#/);
  });
});

/** `/usr/bin/dash`: a shell by its own path, for an environment without PATH. */
function realpathOf(shell: string): string {
  const folder = (process.env.PATH ?? "").split(":").find((candidate) => spawnSync(join(candidate, shell), ["-c", ":"]).status === 0);
  return join(folder ?? "/bin", shell);
}
