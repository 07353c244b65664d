import { readFileSync } from "node:fs";
import type { Entry } from "../core/model.ts";
import { createPathList, createPathSearch, type PathList } from "../core/path-list.ts";
import { KINDS, toPath } from "./raw.ts";

const OID_BYTES = 20;
/** Of an entry, up to its flags. */
const ENTRY_BYTES = 40 + OID_BYTES + 2;
const TRAILER_BYTES = OID_BYTES;
/** In the high byte of the flags: further ones follow. */
const EXTENDED = 0x40;
const FOLDER_MODE = 0o040000;
const KINDS_BY_MODE = new Map(Object.entries(KINDS).map(([mode, kind]) => [Number.parseInt(mode, 8), kind]));

/**
 * All entries, as `git ls-files -s` lists them, without a process; an unmerged path once. `null` where only git can tell: versions other than 2 and 3, a split or
 * a sparse index (which has folders for entries), SHA-256, entries that look odd. Of thousands of entries only those that are asked for are made.
 */
export function listIndex(indexFile: string, hasSha1: boolean): PathList<Entry> | null {
  const index = hasSha1 ? readOrNull(indexFile) : null;
  if (!index) return null;
  // A piece of a text costs less than a piece of a buffer.
  const text = index.toString("latin1");
  const found = findEntries(index, text);
  if (!found) return null;
  const { places, paths } = found;
  let all: PathList<Entry> | null = null;
  const listAll = (): PathList<Entry> => {
    all ??= createPathList(places.map((_, i) => toEntry(i)));
    return all;
  };
  const search = createPathSearch(() => paths);
  return {
    get entries() {
      return listAll().entries;
    },
    // Bytes of other letters than ASCII's have no small form.
    withPart: (...parts) => (parts.some((part) => /[^\x00-\x7f]/.test(part)) ? listAll().withPart(...parts) : search(parts).map(toEntry)),
  };

  function toEntry(i: number): Entry {
    const at = places[i] ?? 0;
    const isUnmerged = isUnmergedAt(text, at);
    return {
      ...toPath(paths[i] ?? ""),
      kind: KINDS_BY_MODE.get(toShort(text, at + 26)) ?? "regular",
      status: isUnmerged ? "unmerged" : "present",
      oid: isUnmerged ? null : Buffer.from(text.slice(at + 40, at + 40 + OID_BYTES), "latin1").toString("hex"),
      baseOid: null,
      baseKind: null,
    };
  }
}

/**
 * Where entries begin, and the bytes of their paths.
 *
 *     stat data, 24 bytes | mode, 4 bytes, of which two are in use | more of them, 12 bytes | OID | flags, 2 bytes | [more flags, 2 bytes] | path | 1 to 8 NULs, to a multiple of 8
 */
function findEntries(index: Buffer, text: string): { readonly places: readonly number[]; readonly paths: readonly string[] } | null {
  const last = index.length - TRAILER_BYTES;
  if (last < 12 || !text.startsWith("DIRC") || ![2, 3].includes(index.readUInt32BE(4))) return null;
  const places: number[] = [];
  const paths: string[] = [];
  let at = 12;
  for (let left = index.readUInt32BE(8); left > 0; left--) {
    if (at + ENTRY_BYTES >= last) return null;
    const flags = toShort(text, at + ENTRY_BYTES - 2);
    const start = at + ENTRY_BYTES + ((flags >> 8) & EXTENDED ? 2 : 0);
    const end = text.indexOf("\0", start);
    if (end <= start || end >= last || Math.min(end - start, 0xfff) !== (flags & 0xfff) || toShort(text, at + 26) === FOLDER_MODE) return null;
    const path = text.slice(start, end);
    if (!isUnmergedAt(text, at) || paths.at(-1) !== path) {
      places.push(at);
      paths.push(path);
    }
    at += (end - at + 8) & ~7;
  }
  return hasExtension(index, at, last, "link") ? null : { places, paths };
}

function isUnmergedAt(text: string, at: number): boolean {
  return (text.charCodeAt(at + ENTRY_BYTES - 2) & 0x30) !== 0;
}

function toShort(text: string, at: number): number {
  return (text.charCodeAt(at) << 8) | text.charCodeAt(at + 1);
}

/** Behind the entries: `NAME (4 bytes) | size (4 bytes) | size bytes`, again and again. What does not come out even may be anything. */
function hasExtension(index: Buffer, from: number, to: number, name: string): boolean {
  let at = from;
  while (at + 8 <= to) {
    if (index.toString("latin1", at, at + 4) === name) return true;
    at += 8 + index.readUInt32BE(at + 4);
  }
  return at !== to;
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
