import { createHash } from "node:crypto";
import { lstatSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** An empty folder that is gone after the test. A real path. */
export function createFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "guard-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Everything that could tell that somebody was here: names, sizes, times of change, inodes, modes and content. */
export function readFolderState(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => {
      const path = join(folder, name);
      const { size, mtimeNs, ino, mode, nlink } = lstatSync(path, { bigint: true });
      const content = lstatSync(path).isFile() ? createHash("sha256").update(readFileSync(path)).digest("hex") : "";
      return [name, `${size} ${mtimeNs} ${ino} ${mode} ${nlink} ${content}`];
    }),
  );
}
