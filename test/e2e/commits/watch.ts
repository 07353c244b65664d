import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Guarded, link, prepare, withGuard } from "../guarded.ts";

/**
 * Stands between the shim and Node: looks at everything before and after (work trees, git folders with index, refs, stash and objects, the home
 * folder) and writes down the event, and whether all of it is byte for byte as it was. Guard's own store does not count, and neither do the times of a
 * shared index and of objects, which git sets where it reads the one, or finds that it has the other already.
 */
const WATCHER = `#!/bin/sh
look() {
  (cd "$HOME/.." && find . \\( -name node_modules -o -name watch -o -path '*/guard' \\) -prune -o \\( -name 'sharedindex.*' -o -path '*/objects/??/*' -o -exec ls -ldin {} + \\) -type f -exec cksum {} +)
}
before=$(look)
code=0
"NODE" "$@" || code=$?
after=$(look)
[ "$before" = "$after" ] && state=untouched || state="changed
$before
became
$after"
echo "$2 $state" >>"$HOME/../watch/log"
exit "$code"
`;

/** Lets every hook of this repository be looked at. */
export function watch(guarded: Guarded): void {
  const recorded = join(guarded.git("rev-parse", "--path-format=absolute", "--git-common-dir"), "guard/node");
  const watcher = guarded.write(join(guarded.home, "../watch/node"), WATCHER.replace("NODE", process.execPath), 0o755);
  writeFileSync(recorded, `${watcher}\n`);
}

/** Which of Guard's hooks ran since the last time, and what they left behind. */
export function takeCalls(guarded: Guarded): string[] {
  const log = join(guarded.home, "../watch/log");
  const calls = existsSync(log) ? readFileSync(log, "utf8").split("\n").filter(Boolean) : [];
  rmSync(log, { force: true });
  return calls;
}

/** A linked worktree, as `npm install` leaves it. */
export function openWorktree(guarded: Guarded, folder: string): Guarded {
  const linked = withGuard(guarded.at(folder));
  // Guard's own store of a worktree: a folder more or less would show in the one that it lies in
  mkdirSync(join(linked.git("rev-parse", "--absolute-git-dir"), "guard"), { recursive: true });
  prepare(linked);
  return linked;
}

/** Compiled, as hooks leave it. */
function codeOf(guarded: Guarded): string {
  return join(guarded.git("rev-parse", "--path-format=absolute", "--git-common-dir"), "guard/cache/code");
}

/** Another repository, as `npm install` and `guard install` leave it. */
export function installIn(guarded: Guarded, folder: string): Guarded {
  const other = openWorktree(guarded, folder);
  link(other);
  const { code, stderr } = other.guard("install");
  if (code !== 0) throw new Error(stderr);
  cpSync(codeOf(guarded), codeOf(other), { recursive: true });
  watch(other);
  return other;
}
