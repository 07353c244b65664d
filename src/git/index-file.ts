import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { Entry } from "../core/model.ts";

const OID_BYTES = 20;
/** Entries begin behind signature, version and count, and have 40 bytes of stat data before the object id. */
const FIRST_FLAGS = 12 + 40 + OID_BYTES;
/** In the high byte of the flags; the other bits are an unmerged stage, "assume unchanged", and a path longer than any that is looked for. */
const EXTENDED = 0x40;
/** In the high byte of the further flags: only intended to be added, so no commit will hold it. */
const INTENT_TO_ADD = 0x20;

/** "link" and a size below 16 MiB: the extension of a split index, or a path that ends so. */
const SPLIT = Buffer.from("link\0");
/** An index of thousands of files has megabytes, which at once would be new memory in every commit. */
const PIECE_BYTES = 1 << 17;
/** Around a place: what stands before a path, and more than any name that is looked for. */
const BEFORE = OID_BYTES + 4;
const AROUND = BEFORE + 256;

/** Whether object ids have 20 bytes, as those of some entries of the same repository tell; of none: not known. */
export function isSha1(entries: readonly Pick<Entry, "oid" | "baseOid">[]): boolean {
  return entries.some(({ oid, baseOid }) => (oid ?? baseOid)?.length === 40);
}

/**
 * Object ids of files in the repository's root, whose names begin alike, straight out of the index: `null` for one that is not there. Answers with `null` as a whole
 * where only git can tell: versions other than 2 and 3 (in version 4 paths are compressed), a split index, SHA-256, entries that look odd.
 */
export function findInIndex(indexFile: string, names: readonly string[], hasSha1: boolean): Map<string, string | null> | null {
  const start = toCommonStart(names);
  const index = hasSha1 && start !== "" ? openIndex(indexFile, [start]) : null;
  if (!index?.places) return null;
  const found = new Map<string, string | null>(names.map((name) => [name, null]));
  for (const { around, path, at } of index.places) {
    const name = around.toString("latin1", path, around.indexOf(0, path));
    if (!found.has(name) || around[path - 1] === SLASH) continue;
    const flags = readFlags(around, path, index.version === 3);
    if (flags === null || at - path + flags.at < FIRST_FLAGS || around[flags.at + 1] !== name.length) return null;
    found.set(name, flags.isIntended ? null : around.toString("hex", flags.at - OID_BYTES, flags.at));
  }
  return found;
}

/** Those of some paths that are in the index. `null`: only git can tell. */
export function listTracked(indexFile: string, paths: readonly string[]): ReadonlySet<string> | null {
  const index = openIndex(
    indexFile,
    paths.map((path) => `${path}\0`),
  );
  if (index === null) return new Set();
  return index.places && new Set(index.places.flatMap((place) => (isWholePath(place) ? (paths[place.needle] ?? []) : [])));
}

/** The low 12 bits of the flags are the length of the path; what only ends so is longer. In version 3 two further bytes may stand between. */
function isWholePath({ around, path, at, length }: Place): boolean {
  return [2, 4].some((back) => at >= FIRST_FLAGS && (around.readUInt16BE(path - back) & 0xfff) === Math.min(length - 1, 0xfff));
}

function toCommonStart(names: readonly string[]): string {
  const [first = ""] = names;
  let length = first.length;
  while (!names.every((name) => name.startsWith(first.slice(0, length)))) length -= 1;
  return first.slice(0, length);
}

const SLASH = 47;

/** Where something that is looked for begins. */
interface Place {
  /** Which of them it is, and its bytes. */
  readonly needle: number;
  readonly length: number;
  /** In the index. */
  readonly at: number;
  /** A piece of the index, and where in it the place is. */
  readonly around: Buffer;
  readonly path: number;
}

/** All places, in the index's order for each needle. `null`: there is no index; no `places`: only git can tell. */
function openIndex(indexFile: string, needles: readonly string[]): { readonly version: number; readonly places: readonly Place[] | null } | null {
  let file: number | null = null;
  try {
    file = openSync(indexFile, "r");
    const head = Buffer.alloc(8);
    readSync(file, head, 0, 8, 0);
    const version = head.toString("latin1", 0, 4) === "DIRC" ? head.readUInt32BE(4) : 0;
    return { version, places: version === 2 || version === 3 ? findPlaces(file, needles) : null };
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** `null`: the index is split. */
function findPlaces(file: number, texts: readonly string[]): Place[] | null {
  const needles = [...texts.map((text) => Buffer.from(text)), SPLIT];
  // What lies across two pieces is looked at with the second one.
  const overlap = Math.max(...needles.map(({ length }) => length)) - 1;
  const piece = Buffer.allocUnsafe(PIECE_BYTES + overlap);
  const places: Place[] = [];
  for (let offset = 0, kept = 0; ; ) {
    const read = readSync(file, piece, kept, PIECE_BYTES, offset);
    if (read === 0) return places;
    const part = piece.subarray(0, kept + read);
    for (const [needle, bytes] of needles.entries()) {
      for (let found = part.indexOf(bytes); found >= 0; found = part.indexOf(bytes, found + 1)) {
        const at = offset - kept + found;
        if (bytes !== SPLIT) places.push({ needle, length: bytes.length, ...readAround(file, at) });
        else if (isExtension(file, at)) return null;
      }
    }
    offset += read;
    kept = Math.min(overlap, part.length);
    part.copyWithin(0, part.length - kept);
  }
}

/** Behind the entries: `NAME (4 bytes) | size (4 bytes) | size bytes`, again and again, and then a checksum of 20 or 32 bytes. */
function isExtension(file: number, at: number): boolean {
  const { size } = fstatSync(file);
  const header = Buffer.alloc(8);
  for (let next = at; next + header.length < size; next += header.length + header.readUInt32BE(4)) {
    if ([20, 32].includes(size - next)) return true;
    readSync(file, header, 0, header.length, next);
  }
  return false;
}

function readAround(file: number, at: number): Pick<Place, "around" | "path" | "at"> {
  const around = Buffer.alloc(AROUND);
  const from = Math.max(0, at - BEFORE);
  readSync(file, around, 0, AROUND, from);
  return { around, path: at - from, at };
}

/**
 * Flags have the length of the path in their low byte, and a NUL beside it that no path can hold: a file whose name ends in bytes like these is not taken
 * for the entry.
 *
 *     OID (20 bytes) | flags, 2 bytes | path | NUL          or, in version 3, where bit 14 of the flags is set:
 *     OID (20 bytes) | flags, 2 bytes | more flags, 2 bytes | path | NUL
 *
 * `null`: something looks like it, and is not.
 */
function readFlags(index: Buffer, path: number, mayBeExtended: boolean): { readonly at: number; readonly isIntended: boolean } | null {
  if (index[path - 2] === 0) return { at: path - 2, isIntended: false };
  if (!mayBeExtended || index[path - 4] !== EXTENDED || index[path - 1] !== 0) return null;
  return { at: path - 4, isIntended: ((index[path - 2] ?? 0) & INTENT_TO_ADD) !== 0 };
}
