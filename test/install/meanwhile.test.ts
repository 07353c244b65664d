import { chmodSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createHookSandbox, type HookSandbox, note, snapshot } from "./hook-sandbox.ts";

const HUSKY = fileURLToPath(new URL("../../node_modules/husky/bin.js", import.meta.url));
const HOOK = ".git/hooks/pre-commit";

/** What happens between install and uninstall, and what is then other than before Guard came. */
interface Meanwhile {
  readonly name: string;
  readonly arrange?: (sandbox: HookSandbox) => void;
  readonly happens: (sandbox: HookSandbox) => unknown;
  readonly left?: Readonly<Record<string, string>>;
}

function runHusky(sandbox: HookSandbox): void {
  sandbox.run(process.execPath, HUSKY);
  sandbox.write(".husky/pre-commit", `${note("husky")}\n`);
  sandbox.commit();
}

const events: readonly Meanwhile[] = [
  { name: "it is installed twice more", happens: async (sandbox) => [await sandbox.install(), await sandbox.install()] },
  { name: "commits, merges and a cleaning up", happens: (sandbox) => [sandbox.tryCommit(), sandbox.git("gc", "--quiet", "--prune=now")] },
  { name: "the hook's mode is changed", happens: (sandbox) => chmodSync(join(sandbox.dir, HOOK), 0o700) },
  {
    name: "another tool writes the hook anew",
    happens: (sandbox) => sandbox.write(HOOK, "#!/bin/sh\nanother\n", 0o755),
    left: { [`repository/${HOOK}`]: "file 755 #!/bin/sh\nanother\n" },
  },
  {
    name: "lines are put in front, and line ends become CRLF",
    happens: (sandbox) => sandbox.write(HOOK, sandbox.read(HOOK).replace("\n", "\n# mine\n").replaceAll("\n", "\r\n"), 0o755),
    left: { [`repository/${HOOK}`]: `file 755 #!/bin/sh\r\n# mine\r\n${note("old")}\r\nexit 0\r\n` },
  },
  { name: "the shim is edited", happens: (sandbox) => sandbox.write(".git/hooks/guard.sh", "#!/bin/sh\n# guard_event\n") },
  { name: "the shim is deleted", happens: (sandbox) => rmSync(join(sandbox.dir, ".git/hooks/guard.sh")) },
  { name: "husky is installed again", arrange: runHusky, happens: (sandbox) => sandbox.run(process.execPath, HUSKY) },
  {
    name: "husky's tracked hook is put back by a checkout",
    arrange: runHusky,
    happens: (sandbox) => sandbox.git("checkout", "--quiet", "--", ".husky"),
  },
  {
    name: "the worktree that it was installed from is removed",
    happens: async (sandbox) => {
      sandbox.git("worktree", "add", "--quiet", "-b", "linked", "../linked");
      await sandbox.from(sandbox.at("../linked")).install();
      sandbox.git("worktree", "remove", "--force", "../linked");
      sandbox.git("branch", "--quiet", "--delete", "--force", "linked");
      rmSync(join(sandbox.dir, ".git/worktrees"), { recursive: true, force: true });
    },
  },
];

describe.each(events)(
  "uninstall after $name",
  ({ arrange = (sandbox) => sandbox.write(HOOK, `#!/bin/sh\n${note("old")}\nexit 0\n`, 0o755), happens, left = {} }) => {
    it("restores every byte that is Guard's to restore", async () => {
      const sandbox = createHookSandbox();
      arrange(sandbox);
      const untouched = snapshot(sandbox);
      await sandbox.install();
      await happens(sandbox);
      await sandbox.uninstall();
      expect(snapshot(sandbox)).toEqual({ ...untouched, ...left });
    });
  },
);
