import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { SHARED_KERNEL } from "../core/kernel/bytes.ts";
import type { Entry } from "../core/model.ts";
import { SEGMENT_BYTES } from "../core/segments.ts";
import { fromRepoPath } from "../git/paths.ts";
import type { ContentSink } from "./source.ts";

/** A pipe in place of a file would keep us waiting for a writer. Windows has neither. */
const NO_WAIT = constants.O_NONBLOCK ?? 0;

/** Room for `blob SIZE NUL`, which an object id is computed over together with the bytes. */
const HEADER_ROOM = 32;

/** In hex. */
type Hash = (algorithm: "sha1" | "sha256", bytes: Uint8Array) => string;

/** Node's: takes milliseconds to load, and then a third of the time that others take. */
const hashMany: Hash = (algorithm, bytes) => process.getBuiltinModule("node:crypto").hash(algorithm, bytes);

export const hashFew: Hash = (algorithm, bytes) => (algorithm === "sha1" && SHARED_KERNEL ? SHARED_KERNEL.sha1(bytes) : hashMany(algorithm, bytes));

/** Gives the sink every file that equals its blob, and returns the entries that it could not prove. */
export async function readProvenFiles(root: string, entries: Iterable<Entry>, sink: Pick<ContentSink, "whole">, hash = hashMany): Promise<Entry[]> {
  const unproven: Entry[] = [];
  let buffer = Buffer.allocUnsafe(1 << 20);
  for (const entry of entries) {
    const read =
      entry.kind === "symlink" ? null : readInto(pathOf(root, entry), (bytes) => (buffer = bytes > buffer.length ? Buffer.allocUnsafe(bytes * 2) : buffer));
    const size = read === null ? null : provenSize(buffer, read, entry.oid ?? "", hash);
    if (size === null) {
      unproven.push(entry);
      continue;
    }
    const pending = sink.whole(entry, buffer.subarray(HEADER_ROOM, HEADER_ROOM + size));
    if (pending) await pending;
  }
  return unproven;
}

function pathOf(root: string, entry: Entry): string | Buffer {
  return entry.pathEncoding ? Buffer.concat([Buffer.from(`${root}/`), fromRepoPath(entry)]) : join(root, entry.path);
}

/** Reads a file behind `HEADER_ROOM`; its size, or `null` where it is no readable regular file or longer than a segment. */
function readInto(path: string | Buffer, bufferFor: (bytes: number) => Buffer): number | null {
  let file: number | null = null;
  try {
    file = openSync(path, constants.O_RDONLY | NO_WAIT);
    const stat = fstatSync(file);
    if (!stat.isFile() || stat.size > SEGMENT_BYTES) return null;
    const buffer = bufferFor(HEADER_ROOM + stat.size);
    let read = 0;
    while (read < stat.size) {
      const more = readSync(file, buffer, HEADER_ROOM + read, stat.size - read, null);
      if (more === 0) return null;
      read += more;
    }
    return stat.size;
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

/**
 * How many bytes behind `HEADER_ROOM` are the blob: all of them, or what is left where git has checked LF out as CRLF, as it does on Windows (the
 * buffer then holds it with LF). `null`: it is another content.
 */
function provenSize(buffer: Buffer, size: number, oid: string, hash: Hash): number | null {
  if (hasOid(buffer, size, oid, hash)) return size;
  const withLf = toLf(buffer, size);
  return withLf < size && hasOid(buffer, withLf, oid, hash) ? withLf : null;
}

/** Takes the CR out of every CRLF in place; the new size. */
function toLf(buffer: Buffer, size: number): number {
  const end = HEADER_ROOM + size;
  let to = buffer.indexOf("\r\n", HEADER_ROOM, "latin1");
  if (to < 0 || to >= end) return size;
  for (let from = to; from < end; ) {
    const next = buffer.indexOf("\r\n", from + 1, "latin1");
    const until = next < 0 || next >= end ? end : next;
    buffer.copyWithin(to, from + 1, until);
    to += until - from - 1;
    from = until;
  }
  return to - HEADER_ROOM;
}

function hasOid(buffer: Buffer, size: number, oid: string, hash: Hash): boolean {
  const header = Buffer.from(`blob ${size}\0`);
  const start = HEADER_ROOM - header.length;
  header.copy(buffer, start);
  return hash(oid.length === 64 ? "sha256" : "sha1", buffer.subarray(start, HEADER_ROOM + size)) === oid;
}
