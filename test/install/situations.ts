import { copyFileSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ENTRY, type HookSandbox, note } from "./hook-sandbox.ts";

/** A repository as somebody may have it before Guard comes. */
export interface Situation {
  readonly name: string;
  /** Of the folder. */
  readonly folder?: string;
  arrange(sandbox: HookSandbox): void;
  /** Where Guard is installed from, relative to the root; default the root. */
  readonly from?: string;
  /** Who runs at a commit, in order, besides Guard itself; default nobody. */
  readonly before?: readonly string[];
  /** Who runs at a commit behind Guard. */
  readonly after?: readonly string[];
  /** Those hooks did not run before Guard came, and do not once it is gone. */
  readonly dormant?: true;
  /** Commits were already impossible. */
  readonly broken?: true;
}

const HUSKY = fileURLToPath(new URL("../../node_modules/husky/bin.js", import.meta.url));

function hook(content: string | Uint8Array, mode = 0o755): (sandbox: HookSandbox) => void {
  return (sandbox) => void sandbox.write(".git/hooks/pre-commit", content, mode);
}

/** husky's own installation, with the line it suggests replaced by one that writes down that it ran. */
function initHusky(sandbox: HookSandbox): void {
  sandbox.write("package.json", '{\n  "name": "sample"\n}\n');
  const { code, stderr } = sandbox.run(process.execPath, HUSKY, "init");
  if (code !== 0) throw new Error(stderr);
  sandbox.write(".husky/pre-commit", `${note("husky")}\n`);
}

/** A folder outside every repository with a hook in it, as companies have them. */
function shareHooks(sandbox: HookSandbox): string {
  const script = `#!/bin/sh\n${note('shared-$(basename "$0")')}\n`;
  for (const event of ["pre-commit", "post-index-change"]) sandbox.write(`../shared hooks/${event}`, script, 0o755);
  return join(dirname(sandbox.dir), "shared hooks");
}

export const situations: readonly Situation[] = [
  { name: "no hooks", arrange: () => {} },
  { name: "a path with spaces, a quote, $ and letters of other scripts", folder: "Jürgen's $HOME 项目 (1)", arrange: () => {} },
  { name: "no hooks folder at all", arrange: (sandbox) => rmSync(join(sandbox.dir, ".git/hooks"), { recursive: true }) },
  { name: "a shell hook", arrange: hook(`#!/bin/sh\n${note("old")}\n`), before: ["old"] },
  { name: "a shell hook that ends in exit 0", arrange: hook(`#!/bin/sh\n${note("old")}\nexit 0\n`), before: ["old"] },
  { name: "a shell hook that ends in exec", arrange: hook(`#!/bin/sh\n${note("old")}\nexec true\n`), before: ["old"] },
  { name: "a shell hook with options and functions", arrange: hook(`#!/bin/sh -eu\nrun() {\n  ${note("old")}\n}\nrun\nexit\n`), before: ["old"] },
  { name: "a shell hook without a last line end", arrange: hook(`#!/bin/sh\n${note("old")}`), before: ["old"] },
  { name: "a shell hook that ends in a comment", arrange: hook(`#!/bin/sh\n${note("old")}\n# done`), before: ["old"] },
  { name: "a shell hook that ends in a backslash", arrange: hook(`#!/bin/sh\n${note("old")} \\\n`), before: ["old"] },
  { name: "a shell hook of comments only", arrange: hook("#!/bin/sh\n\n# nothing yet\n") },
  { name: "a shell hook of its first line only", arrange: hook("#!/bin/sh") },
  { name: "an empty hook", arrange: hook("") },
  { name: "a hook without a first line", arrange: hook(`${note("old")}\n`), before: ["old"] },
  { name: "a bash hook", arrange: hook(`#!/usr/bin/env bash\nset -euo pipefail\nif [[ -n $HOME ]]; then ${note("old")}; fi\n`), before: ["old"] },
  { name: "a shell hook with bytes that are no UTF-8", arrange: hook(Buffer.from(`#!/bin/sh\n# gr\xfc\xdfe\n${note("old")}\n`, "latin1")), before: ["old"] },
  { name: "a shell hook with a trap", arrange: hook(`#!/bin/sh\ntrap '${note("trap").replace(/'/g, "")}' EXIT\nexit 0\n`), before: ["trap"] },
  { name: "a shell hook with a here-document", arrange: hook(`#!/bin/sh\ncat <<EOF >/dev/null\n) # guard\nEOF\n${note("old")}\n`), before: ["old"] },
  { name: "a shell hook with a here-document without end", arrange: hook(`#!/bin/sh\n${note("old")}\ncat <<EOF >/dev/null\nnever ends\n`), before: ["old"] },
  { name: "a shell hook with something else behind exit", arrange: hook(`#!/bin/sh\n${note("old")}\nexit 0\n)))((( payload\n`), before: ["old"] },
  { name: "a shell hook with CRLF and no first line", arrange: hook(`${note("old")} #\r\nexit 0 #\r\n`), before: ["old"] },
  { name: "a shell hook with CRLF whose first line nobody can run", arrange: hook(`#!/bin/sh\r\n${note("old")}\r\n`), broken: true },
  { name: "a hook in another language", arrange: hook(`#!${process.execPath}\n${nodeNote("old")}\n`), before: ["old"] },
  { name: "a binary hook", arrange: (sandbox) => void copyFileSync("/bin/true", sandbox.write(".git/hooks/pre-commit", "", 0o755)) },
  { name: "a hook that is not executable", arrange: hook(`#!/bin/sh\n${note("never")}\n`, 0o644) },
  {
    name: "a hook that is a link to a tracked script",
    arrange(sandbox) {
      sandbox.write("tools/check.sh", `#!/bin/sh\n${note("linked")}\n`, 0o755);
      symlinkSync("../../tools/check.sh", join(sandbox.dir, ".git/hooks/pre-commit"));
    },
    before: ["linked"],
  },
  { name: "a hook that is a dead link", arrange: (sandbox) => symlinkSync("../../gone.sh", join(sandbox.dir, ".git/hooks/pre-commit")) },
  {
    name: "hooks in a folder that is a link into the work tree",
    arrange(sandbox) {
      sandbox.write("tools/hooks/pre-commit", `#!/bin/sh\n${note("old")}\n`, 0o755);
      rmSync(join(sandbox.dir, ".git/hooks"), { recursive: true });
      symlinkSync("../tools/hooks", join(sandbox.dir, ".git/hooks"));
    },
    before: ["old"],
  },
  { name: "husky 9", arrange: initHusky, before: ["husky"] },
  {
    name: "husky 9 with a hook for merges only",
    arrange(sandbox) {
      initHusky(sandbox);
      rmSync(join(sandbox.dir, ".husky/pre-commit"));
      sandbox.write(".husky/pre-merge-commit", "true\n");
    },
  },
  {
    name: "husky 9 in a subfolder, hook with CRLF",
    arrange(sandbox) {
      sandbox.run(process.execPath, HUSKY, "frontend/.husky");
      sandbox.write("frontend/.husky/pre-commit", `${note("husky")} #\r\nexit 0 #\r\n`);
    },
    before: ["husky"],
  },
  {
    name: "husky 8",
    arrange(sandbox) {
      // Its husky.sh runs the whole hook once more, under sh -e.
      const script = 'if [ -z "$husky_skip_init" ]; then\n  readonly husky_skip_init=1\n  export husky_skip_init\n  sh -e "$0" "$@"\n  exit $?\nfi\n';
      sandbox.write(".husky/_/husky.sh", script);
      sandbox.write(".husky/pre-commit", `#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\n${note("husky")}\n`, 0o755);
      sandbox.git("config", "core.hooksPath", ".husky");
    },
    before: ["husky"],
  },
  {
    name: "husky 4",
    arrange(sandbox) {
      // Its husky.sh ends in the exit code of what it runs.
      sandbox.write(".git/hooks/husky.sh", `${note("husky")}\nexit 0\n`);
      sandbox.write(".git/hooks/pre-commit", '#!/bin/sh\n# husky\n\n. "$(dirname "$0")/husky.sh"\n', 0o755);
    },
    before: ["husky"],
  },
  {
    name: "husky 9 in a fresh linked worktree, where its own hooks are missing",
    arrange(sandbox) {
      initHusky(sandbox);
      sandbox.commit();
      sandbox.git("worktree", "add", "--quiet", "-b", "linked", "../linked");
    },
    from: "../linked",
    before: ["husky"],
    dormant: true,
  },
  {
    name: "husky 9 under another name in a fresh linked worktree",
    arrange(sandbox) {
      sandbox.run(process.execPath, HUSKY, "tools/husky");
      sandbox.write("tools/husky/pre-commit", `${note("husky")}\n`);
      sandbox.commit();
      sandbox.git("worktree", "add", "--quiet", "-b", "linked", "../linked");
    },
    from: "../linked",
    before: ["husky"],
    dormant: true,
  },
  {
    name: "lefthook, or another tool whose hook is one function",
    arrange: hook(`#!/bin/sh\nif [ "$LEFTHOOK" = 0 ]; then\n  exit 0\nfi\ncall() {\n  ${note("tool-$2")}\n}\n\ncall run "pre-commit" "$@"\n`),
    before: ["tool-pre-commit"],
  },
  {
    name: "pre-commit, or another tool whose hook becomes a program",
    arrange: hook(
      `#!/usr/bin/env bash\nARGS=(-c '${note("tool").replaceAll("'", "")}')\nif [ -x /bin/sh ]; then\n    exec /bin/sh "\${ARGS[@]}"\nelse\n    exit 1\nfi\n`,
    ),
    before: ["tool"],
  },
  {
    name: "hooks of Git LFS at other events",
    arrange(sandbox) {
      for (const event of ["post-checkout", "post-commit", "post-merge", "pre-push"])
        sandbox.write(`.git/hooks/${event}`, `#!/bin/sh\n${note(event)}\n`, 0o755);
    },
    after: ["post-commit"],
  },
  { name: "a hook that nobody may write", arrange: hook(`#!/bin/sh\n${note("old")}\n`, 0o555), before: ["old"] },
  { name: "a hook for its owner alone", arrange: hook(`#!/bin/sh\n${note("old")}\n`, 0o700), before: ["old"] },
  { name: "a hook that is not executable, in another language", arrange: hook("#!/usr/bin/perl\n", 0o600) },
  { name: "a shell hook that reads from the terminal", arrange: hook(`#!/bin/sh\nexec </dev/null\n${note("old")}\nread -r answer\nexit 0\n`), before: ["old"] },
  {
    name: "a shell hook that leaves for another folder",
    arrange: hook(`#!/bin/sh\n${note("old")}\ncd / || exit 1\nunset GIT_DIR GIT_INDEX_FILE\nexport PATH=\n`),
    before: ["old"],
  },
  {
    name: "a shell hook that sets a variable of Guard's",
    arrange: hook(`#!/bin/sh\nguard_kept=9 guard_event=x guard_node=y\nexport guard_kept guard_event guard_node\n${note("old")}\n`),
    before: ["old"],
  },
  { name: "a shell hook with a mark that is not Guard's", arrange: hook(`#!/bin/sh\n${note("old")} # guard\n`), before: ["old"] },
  { name: "a shell hook with mixed line ends", arrange: hook(`#!/bin/sh\n${note("old")}\r\n# mixed\n`.replace('calls"\r', 'calls" #\r')), before: ["old"] },
  {
    name: "a hook whose folder has another of the name to move to, but for its event",
    arrange(sandbox) {
      sandbox.write(".git/hooks/pre-rebase.guard-kept", "mine\n");
      sandbox.write(".git/hooks/pre-commit", `#!${process.execPath}\n${nodeNote("old")}\n`, 0o755);
    },
    before: ["old"],
  },
  {
    name: "both hooks, one of them in another language",
    arrange(sandbox) {
      sandbox.write(".git/hooks/pre-commit", `#!/bin/sh\n${note("old")}\n`, 0o755);
      sandbox.write(".git/hooks/pre-merge-commit", `#!${process.execPath}\n`, 0o755);
    },
    before: ["old"],
  },
  {
    name: "a configuration with CRLF",
    arrange(sandbox) {
      sandbox.write(".git/config", `${sandbox.read(".git/config").replaceAll("\n", "\r\n")}[core]\r\n\thooksPath = ${shareHooks(sandbox)}\r\n`);
    },
    before: ["shared-pre-commit"],
  },
  {
    name: "core.hooksPath in a file that the configuration includes",
    arrange(sandbox) {
      sandbox.write(".git/team", `[core]\n\thooksPath = ${shareHooks(sandbox)}\n`);
      sandbox.git("config", "include.path", "team");
    },
    before: ["shared-pre-commit"],
  },
  {
    name: "core.hooksPath twice",
    arrange(sandbox) {
      sandbox.git("config", "core.hooksPath", "nowhere");
      sandbox.git("config", "--add", "core.hooksPath", shareHooks(sandbox));
    },
    before: ["shared-pre-commit"],
  },
  {
    name: "core.hooksPath, global and local",
    arrange(sandbox) {
      sandbox.git("config", "--global", "core.hooksPath", shareHooks(sandbox));
      sandbox.write(".githooks/pre-commit", `#!/bin/sh\n${note("old")}\n`, 0o755);
      sandbox.git("config", "core.hooksPath", ".githooks/");
    },
    before: ["old"],
  },
  {
    name: "core.hooksPath, global, in a linked worktree of a bare repository",
    arrange(sandbox) {
      sandbox.git("config", "--global", "core.hooksPath", shareHooks(sandbox));
      sandbox.git("clone", "--quiet", "--bare", ".", "../bare.git");
      sandbox.at("../bare.git").git("worktree", "add", "--quiet", "-b", "linked", "../of-bare");
      sandbox.write(`../of-bare/${ENTRY}`, sandbox.read(ENTRY));
    },
    from: "../of-bare",
    before: ["shared-pre-commit"],
  },
  {
    name: "a sparse checkout with a split index",
    arrange(sandbox) {
      sandbox.commit({ "in/a.txt": "a\n", "out/b.txt": "b\n" });
      sandbox.git("sparse-checkout", "set", "in");
      sandbox.git("update-index", "--split-index");
    },
  },
  {
    name: "core.hooksPath, local and relative",
    arrange(sandbox) {
      sandbox.write(".githooks/pre-commit", `#!/bin/sh\n${note("old")}\n`, 0o755);
      sandbox.git("config", "core.hooksPath", ".githooks");
    },
    before: ["old"],
  },
  { name: "core.hooksPath, relative and not there yet", arrange: (sandbox) => void sandbox.git("config", "core.hooksPath", "tools/hooks") },
  {
    name: "core.hooksPath, local and absolute, in the work tree",
    arrange(sandbox) {
      sandbox.write("tools/hooks/pre-commit", `#!/bin/sh\n${note("old")}\n`, 0o755);
      sandbox.git("config", "core.hooksPath", join(sandbox.dir, "tools/hooks"));
    },
    before: ["old"],
  },
  {
    name: "core.hooksPath, local, to a folder outside",
    arrange: (sandbox) => void sandbox.git("config", "core.hooksPath", shareHooks(sandbox)),
    before: ["shared-pre-commit"],
  },
  {
    name: "core.hooksPath, local, to a folder outside, in a configuration of many lines",
    arrange(sandbox) {
      const folder = shareHooks(sandbox);
      sandbox.write(
        ".git/config",
        `[core]\n\trepositoryformatversion = 0\n  HooksPath = "${folder}" ; ours\n\tbare = false\n[remote "o"]\n\turl = https://example.com/x\n`,
      );
    },
    before: ["shared-pre-commit"],
  },
  {
    name: "core.hooksPath, global",
    arrange: (sandbox) => void sandbox.git("config", "--global", "core.hooksPath", shareHooks(sandbox)),
    before: ["shared-pre-commit"],
  },
  {
    name: "core.hooksPath, global, from the home folder, with dormant hooks in the repository",
    arrange(sandbox) {
      sandbox.write(join(sandbox.home, "hooks/pre-commit"), `#!/bin/sh\n${note("home")}\n`, 0o755);
      sandbox.git("config", "--global", "core.hooksPath", "~/hooks");
      sandbox.write(".git/hooks/pre-commit", `#!/bin/sh\n${note("never")}\n`, 0o755);
    },
    before: ["home"],
  },
  { name: "core.hooksPath, global, switched off", arrange: (sandbox) => void sandbox.git("config", "--global", "core.hooksPath", "/dev/null") },
  {
    name: "core.hooksPath, global and relative",
    arrange(sandbox) {
      sandbox.write(".githooks/pre-commit", `#!/bin/sh\n${note("old")}\n`, 0o755);
      sandbox.git("config", "--global", "core.hooksPath", ".githooks");
    },
    before: ["old"],
  },
  {
    name: "core.hooksPath of one worktree",
    arrange(sandbox) {
      sandbox.git("config", "extensions.worktreeConfig", "true");
      sandbox.git("config", "--worktree", "core.hooksPath", shareHooks(sandbox));
    },
    before: ["shared-pre-commit"],
  },
  {
    name: "core.hooksPath by way of a link to the repository, seen from a subfolder",
    arrange(sandbox) {
      symlinkSync("repository", join(sandbox.dir, "../alias"));
      sandbox.write("tools/hooks/pre-commit", `#!/bin/sh\n${note("old")}\n`, 0o755);
      sandbox.git("config", "core.hooksPath", join(sandbox.dir, "../alias/tools/hooks"));
    },
    from: "tools",
    before: ["old"],
  },
  {
    name: "a linked worktree",
    arrange(sandbox) {
      sandbox.write(".git/hooks/pre-commit", `#!/bin/sh\n${note("old")}\n`, 0o755);
      sandbox.git("worktree", "add", "--quiet", "-b", "linked", "../linked tree");
    },
    from: "../linked tree",
    before: ["old"],
  },
  {
    name: "a submodule",
    arrange(sandbox) {
      sandbox.git("init", "--quiet", "../library");
      sandbox.at("../library").commit({ "lib.txt": "x\n" });
      sandbox.git("submodule", "--quiet", "add", "../library", "lib");
      sandbox.write(`lib/${ENTRY}`, sandbox.read(ENTRY));
    },
    from: "lib",
  },
  {
    name: "a git folder apart from the work tree",
    arrange(sandbox) {
      mkdirSync(join(sandbox.dir, "../apart"));
      sandbox.run("mv", ".git", "../apart/sep.git");
      sandbox.write(".git", "gitdir: ../apart/sep.git\n");
    },
  },
];

function nodeNote(word: string): string {
  return `require("node:fs").appendFileSync(process.env.HOME + "/../calls", "${word}\\n")`;
}
