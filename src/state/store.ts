import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Guard's own store in the common git folder: the only thing a check may write. A store that is missing or broken never blocks and never makes a
 * check pass: what cannot be read is made anew, what cannot be written is left.
 */
export interface Store {
  /** Text kept under a key, or `null`. */
  read(key: string): string | null;
  write(key: string, text: string): void;
}

/** `commonDir`: null outside a repository; then nothing is kept. */
export function openStore(commonDir: string | null): Store {
  if (commonDir === null) return { read: () => null, write: () => undefined };
  const folder = join(commonDir, "guard", "cache");
  return {
    read(key) {
      try {
        return readFileSync(join(folder, key), "utf8");
      } catch {
        return null;
      }
    },
    write(key, text) {
      const temporary = join(folder, `${key}.${process.pid}`);
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(temporary, text, { mode: 0o600 });
        renameSync(temporary, join(folder, key));
      } catch {
        rmSync(temporary, { force: true });
      }
    },
  };
}
