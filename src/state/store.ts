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
        return unseal(readFileSync(join(folder, key), "utf8"));
      } catch {
        return null;
      }
    },
    write(key, text) {
      const temporary = join(folder, `${key}.${process.pid}`);
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(temporary, seal(text), { mode: 0o600 });
        renameSync(temporary, join(folder, key));
      } catch {
        removeIfThere(temporary);
      }
    },
  };
}

/** `CRC-32 as 8 hex digits LF text`: what a full disk or a crash has left of a policy must not pass for one. */
function seal(text: string): string {
  return `${checksumOf(text)}\n${text}`;
}

function unseal(sealed: string): string | null {
  const text = sealed.slice(CHECKSUM_LENGTH + 1);
  return sealed.startsWith(`${checksumOf(text)}\n`) ? text : null;
}

const CHECKSUM_LENGTH = 8;

/** Nothing that an attacker could not make up: whoever may write here may write the hooks as well. Loaded late, since it takes 2 ms. */
function checksumOf(text: string): string {
  return process.getBuiltinModule("node:zlib").crc32(text).toString(16).padStart(CHECKSUM_LENGTH, "0");
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where the folder is no folder, there is nothing to remove.
  }
}
