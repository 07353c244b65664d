import { join } from "node:path";
import { type Files, realFiles } from "./files.ts";

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

/** Whoever installs once more does not make known what was committed since: where the file is there it stays. Throws the system's error. */
export function writeInstalled(commonDir: string, { at, commits }: Installed, files: Files = realFiles): void {
  try {
    files.writeFileSync(pathOf(commonDir), [`guard-install/1 ${at}`, ...commits, ""].join("\n"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
}

function pathOf(commonDir: string): string {
  return join(commonDir, "guard", "known-commits");
}
