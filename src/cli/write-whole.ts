import { randomUUID } from "node:crypto";
import { lstat, open, rename, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";

/**
 * Writes a file whole or not at all: into a new file beside it, synced, then renamed over it. Devices and pipes cannot be replaced and are written to.
 * A symbolic link is refused (ELOOP): whoever staged it would choose what is overwritten. Throws the system's error.
 */
export async function writeWhole(file: string, text: string, cwd: string): Promise<void> {
  const path = resolve(cwd, file);
  const existing = await lstat(path).catch(() => null);
  if (existing?.isSymbolicLink()) throw Object.assign(new Error("symbolic link"), { code: "ELOOP" });
  if (existing !== null && !existing.isFile() && !existing.isDirectory()) return writeFile(path, text);
  const draft = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    const handle = await open(draft, "wx");
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
