import { join } from "node:path";
import { type ByteKernel, SHARED_KERNEL } from "../core/kernel/bytes.ts";
import { type Files, realFiles, removeQuietly } from "./files.ts";

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
export function openStore(commonDir: string | null, files: Files = realFiles): Store {
  const kernel = SHARED_KERNEL;
  if (commonDir === null || kernel === null) return { read: () => null, write: () => undefined };
  const folder = join(commonDir, "guard", "cache");
  return {
    read(key) {
      try {
        return unseal(files.readFileSync(join(folder, key)), kernel);
      } catch {
        return null;
      }
    },
    write(key, text) {
      const temporary = join(folder, `${key}.${process.pid}`);
      try {
        files.mkdirSync(folder, { recursive: true, mode: 0o700 });
        files.writeFileSync(temporary, seal(text, kernel), { mode: 0o600 });
        files.renameSync(temporary, join(folder, key));
      } catch {
        removeQuietly(temporary, files);
      }
    },
  };
}

/** `Adler-32 as 8 hex digits LF text`: what a full disk or a crash has left of a policy must not pass for one. */
function seal(text: string, kernel: ByteKernel): string {
  return `${checksumOf(Buffer.from(text), kernel)}\n${text}`;
}

function unseal(sealed: Buffer, kernel: ByteKernel): string | null {
  const text = sealed.subarray(CHECKSUM_LENGTH + 1);
  return sealed.toString("latin1", 0, CHECKSUM_LENGTH + 1) === `${checksumOf(text, kernel)}\n` ? text.toString() : null;
}

const CHECKSUM_LENGTH = 8;

/** Nothing that an attacker could not make up: whoever may write here may write the hooks as well. */
function checksumOf(text: Uint8Array, { adler32 }: ByteKernel): string {
  return adler32(text).toString(16).padStart(CHECKSUM_LENGTH, "0");
}
