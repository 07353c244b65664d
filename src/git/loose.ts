import { closeSync, openSync, readSync } from "node:fs";
import { createByteKernel } from "../core/kernel/bytes.ts";

/** Larger ones are for `cat-file`, which streams. */
const MAX_PACKED_BYTES = 1 << 20;

/**
 * Reads blobs that lie loose in the object folder, as those do that were just staged; `null` where it does not, or is not what it should be: then git is
 * asked, and says why. The file is a zlib stream of `blob SIZE NUL bytes`. An answer is valid until the next question.
 */
export type LooseReader = (oid: string) => Buffer | null;

/** `null` where there is no WebAssembly to unpack with. */
export function createLooseReader(objectFolder: string): LooseReader | null {
  const kernel = createByteKernel();
  if (!kernel) return null;
  // One for all: a large one for each file would keep the garbage collector busy.
  const packed = Buffer.allocUnsafe(MAX_PACKED_BYTES + 1);
  return (oid) => {
    const size = readFile(`${objectFolder}/${oid.slice(0, 2)}/${oid.slice(2)}`, packed);
    const object = size > MAX_PACKED_BYTES ? null : kernel.inflate(packed.subarray(0, size), 8 * MAX_PACKED_BYTES);
    return object && takeBlob(Buffer.from(object.buffer, object.byteOffset, object.length));
  };
}

/** Answers with the bytes read, at most as many as there is room for; 0 where there is no such file. */
function readFile(path: string, into: Buffer): number {
  let file: number | null = null;
  try {
    file = openSync(path, "r");
    return readSync(file, into);
  } catch {
    return 0;
  } finally {
    if (file !== null) closeSync(file);
  }
}

function takeBlob(object: Buffer): Buffer | null {
  const nul = object.indexOf(0);
  const size = /^blob ([0-9]+)$/.exec(object.toString("latin1", 0, nul))?.[1];
  const bytes = object.subarray(nul + 1);
  return size !== undefined && Number(size) === bytes.length ? bytes : null;
}
