import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What the last commit looked at on this machine, in the words of the process that looks: the shim starts that process beside the hook, before anybody
 * knows whether this commit will want the same. A guess: whoever makes it wrong wins or loses some milliseconds, nothing else. `null`: nothing.
 * Never throws.
 */
export function expectJob(commonDir: string, job: string | null): void {
  const path = join(commonDir, "guard", "cache", "looks-at-machine");
  try {
    if (job === null) rmSync(path, { force: true });
    else if (readOrNull(path) !== job) {
      mkdirSync(join(commonDir, "guard", "cache"), { recursive: true, mode: 0o700 });
      writeFileSync(path, job, { mode: 0o600 });
    }
  } catch {
    // A store that cannot be written is left.
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
