import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** At most `length` bytes from an offset on; a negative one counts from the end. */
export function readBytes(path: string, offset: number, length: number): Buffer {
  const descriptor = openSync(path, "r");
  try {
    const start = offset < 0 ? Math.max(0, fstatSync(descriptor).size + offset) : offset;
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, length, start));
  } finally {
    closeSync(descriptor);
  }
}
