import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Larger ones are for `cat-file`, which streams. */
const MAX_PACKED_BYTES = 1 << 20;

/**
 * A blob that lies loose in the object folder, as one that was just staged does; `null` where it does not, or is not what it should be: then git is
 * asked, and says why. The file is a zlib stream of `blob SIZE NUL bytes`.
 */
export function readLooseBlob(objectFolder: string, oid: string): Buffer | null {
  // Loaded at first use: 2 ms that a commit of nothing but deletions does without.
  const { inflateSync } = process.getBuiltinModule("node:zlib");
  try {
    const path = join(objectFolder, oid.slice(0, 2), oid.slice(2));
    if (statSync(path).size > MAX_PACKED_BYTES) return null;
    const object = inflateSync(readFileSync(path), { maxOutputLength: 8 * MAX_PACKED_BYTES });
    const nul = object.indexOf(0);
    const size = /^blob ([0-9]+)$/.exec(object.toString("latin1", 0, nul))?.[1];
    const bytes = object.subarray(nul + 1);
    return size !== undefined && Number(size) === bytes.length ? bytes : null;
  } catch {
    return null;
  }
}
