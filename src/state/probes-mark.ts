import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Whether the last commit looked at the machine: then the next one will too, and can start the process for it before it knows. A guess: whoever makes it
 * wrong wins or loses some milliseconds, nothing else.
 */
export function expectsProbes(commonDir: string): boolean {
  return existsSync(pathOf(commonDir));
}

/** Never throws. */
export function expectProbes(commonDir: string, expected: boolean): void {
  const path = pathOf(commonDir);
  try {
    if (!expected) rmSync(path, { force: true });
    else if (!existsSync(path)) {
      mkdirSync(join(commonDir, "guard", "cache"), { recursive: true, mode: 0o700 });
      writeFileSync(path, "", { mode: 0o600 });
    }
  } catch {
    // A store that cannot be written is left.
  }
}

function pathOf(commonDir: string): string {
  return join(commonDir, "guard", "cache", "looks-at-machine");
}
