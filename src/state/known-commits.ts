import { join } from "node:path";
import { type Files, realFiles, removeQuietly } from "./files.ts";

/** When Guard was installed, and where the refs led then: what was there is nobody's bypass, and no finding of today. */
export interface Installed {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly commits: readonly string[];
}

/** `guard/known-commits` in the common git folder: `guard-install/1 MILLISECONDS LF`, then an object id a line. `null` where there is none, or it cannot be read. */
export function readInstalled(commonDir: string, files: Files = realFiles): Installed | null {
  try {
    const [head = "", ...lines] = files.readFileSync(pathOf(commonDir), "latin1").split("\n");
    const at = /^guard-install\/1 (\d+)$/.exec(head)?.[1];
    return at === undefined ? null : { at: Number(at), commits: lines.filter((line) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(line)) };
  } catch {
    return null;
  }
}

/**
 * Whoever installs once more does not make known what was committed since: where the file is there it stays. It is there whole or not at all.
 * One process at a time. Throws the system's error.
 */
export function writeInstalled(commonDir: string, { at, commits }: Installed, files: Files = realFiles): void {
  const path = pathOf(commonDir);
  if (isThere(path, files)) return;
  const temporary = `${path}.${process.pid.toString(16)}.tmp`;
  try {
    files.writeFileSync(temporary, [`guard-install/1 ${at}`, ...commits, ""].join("\n"), { mode: 0o600 });
    files.renameSync(temporary, path);
  } catch (error) {
    removeQuietly(temporary, files);
    throw error;
  }
}

/** One that cannot be read is there. Throws the system's error where that cannot be told. */
function isThere(path: string, files: Files): boolean {
  try {
    files.closeSync(files.openSync(path, "r"));
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}

function pathOf(commonDir: string): string {
  return join(commonDir, "guard", "known-commits");
}
