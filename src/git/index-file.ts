import { readFileSync } from "node:fs";

const OID_BYTES = 20;
/** Entries begin behind signature, version and count, and have 40 bytes of stat data before the object id. */
const FIRST_FLAGS = 12 + 40 + OID_BYTES;
/** In the high byte of the flags; the other bits are an unmerged stage, "assume unchanged", and a path longer than any that is looked for. */
const EXTENDED = 0x40;
/** In the high byte of the further flags: only intended to be added, so no commit will hold it. */
const INTENT_TO_ADD = 0x20;

/**
 * Object ids of files in the repository's root, straight out of the index: `null` for one that is not there. Answers with `null` as a whole where
 * only git can tell: versions other than 2 and 3 (in version 4 paths are compressed), a split index, SHA-256, entries that look odd.
 */
export function findInIndex(indexFile: string, names: readonly string[], isSha1: boolean): Map<string, string | null> | null {
  const index = readOrNull(indexFile);
  if (!index || !isSha1 || index.length < 32 || index.toString("latin1", 0, 4) !== "DIRC") return null;
  const version = index.readUInt32BE(4);
  // "link" and a size below 16 MiB: the extension of a split index. By chance it costs a question to git, no more.
  if ((version !== 2 && version !== 3) || index.includes("link\0")) return null;
  const found = new Map<string, string | null>();
  for (const name of names) {
    const oid = findEntry(index, name, version === 3);
    if (oid === undefined) return null;
    found.set(name, oid);
  }
  return found;
}

/** Those of some paths that are in the index. `null`: only git can tell. */
export function listTracked(indexFile: string, paths: readonly string[]): ReadonlySet<string> | null {
  const index = readOrNull(indexFile);
  if (!index) return new Set();
  if (index.length < 32 || index.toString("latin1", 0, 4) !== "DIRC" || ![2, 3].includes(index.readUInt32BE(4)) || index.includes("link\0")) return null;
  return new Set(paths.filter((path) => hasPath(index, Buffer.from(`${path}\0`))));
}

function hasPath(index: Buffer, end: Buffer): boolean {
  const length = Math.min(end.length - 1, 0xfff);
  for (let at = index.indexOf(end); at >= 0; at = index.indexOf(end, at + 1)) {
    // The low 12 bits of the flags are the length of the path; what only ends so is longer. In version 3 two further bytes may stand between.
    if ([2, 4].some((back) => at >= FIRST_FLAGS && (index.readUInt16BE(at - back) & 0xfff) === length)) return true;
  }
  return false;
}

const SLASH = 47;

/**
 * Flags have the length of the path in their low byte, and a NUL beside it that no path can hold: a file whose name ends in bytes like these is not taken
 * for the entry. `undefined`: something looks like it, and is not.
 *
 *     OID (20 bytes) | flags, 2 bytes | path | NUL          or, in version 3, where bit 14 of the flags is set:
 *     OID (20 bytes) | flags, 2 bytes | more flags, 2 bytes | path | NUL
 */
function findEntry(index: Buffer, name: string, mayBeExtended: boolean): string | null | undefined {
  const end = Buffer.from(`${name}\0`, "latin1");
  for (let path = index.indexOf(end); path >= 0; path = index.indexOf(end, path + 1)) {
    if (index[path - 1] === SLASH) continue;
    const flags = readFlags(index, path, mayBeExtended);
    if (flags === null || flags.at < FIRST_FLAGS || index[flags.at + 1] !== name.length) return undefined;
    return flags.isIntended ? null : index.toString("hex", flags.at - OID_BYTES, flags.at);
  }
  return null;
}

/** Where the flags before a path are; `null` for others than these two. */
function readFlags(index: Buffer, path: number, mayBeExtended: boolean): { readonly at: number; readonly isIntended: boolean } | null {
  if (index[path - 2] === 0) return { at: path - 2, isIntended: false };
  if (!mayBeExtended || index[path - 4] !== EXTENDED || index[path - 1] !== 0) return null;
  return { at: path - 4, isIntended: ((index[path - 2] ?? 0) & INTENT_TO_ADD) !== 0 };
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
