import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ByteKernel } from "../core/kernel/bytes.ts";

/** Larger ones are for `cat-file`, which streams. */
const MAX_PACKED_BYTES = 1 << 20;

/**
 * A blob that lies loose in the object folder, as one that was just staged does; `null` where it does not, or is not what it should be: then git is
 * asked, and says why. The file is a zlib stream of `blob SIZE NUL bytes`. Valid until the kernel's next call.
 */
export function readLooseBlob(objectFolder: string, oid: string, kernel: ByteKernel): Buffer | null {
  try {
    const path = join(objectFolder, oid.slice(0, 2), oid.slice(2));
    if (statSync(path).size > MAX_PACKED_BYTES) return null;
    const inflated = kernel.inflate(readFileSync(path), 8 * MAX_PACKED_BYTES);
    if (!inflated) return null;
    const object = Buffer.from(inflated.buffer, inflated.byteOffset, inflated.length);
    const nul = object.indexOf(0);
    const size = /^blob ([0-9]+)$/.exec(object.toString("latin1", 0, nul))?.[1];
    const bytes = object.subarray(nul + 1);
    return size !== undefined && Number(size) === bytes.length ? bytes : null;
  } catch {
    return null;
  }
}
