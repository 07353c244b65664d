import { createReadStream, createWriteStream, statSync } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createInflateRaw } from "node:zlib";
import { readBytes } from "./read-bytes.ts";

/** What deflate reaches at best. */
const MAX_RATIO = 1032;

/** Unpacked it would be larger than wanted. */
export class TooLarge extends Error {}

/** The archive contradicts itself; `code` begins with `ZIP_`. */
class ZipError extends Error {
  readonly code = "ZIP_FORMAT";
}

/** Unpacks into a new file, never more than `maxBytes`. Rejects with `TooLarge`, or an error of zlib whose code begins with `Z_`. */
export async function unpackGzip(path: string, target: string, maxBytes: number): Promise<void> {
  // The last four bytes are the size before packing, modulo 4 GiB: it spares unpacking what will be too large. More than gzip can pack is no size
  const trailer = readBytes(path, -4, 4);
  const size = trailer.length === 4 ? trailer.readUInt32LE() : 0;
  if (size > maxBytes && size <= statSync(path).size * MAX_RATIO) throw new TooLarge();
  await pipeline(createReadStream(path), createGunzip(), limit(maxBytes), createWriteStream(target, { mode: 0o600 }));
}

/** The same for the largest file in a zip archive. Archives with a password or of more than 4 GiB are `TooLarge`: nothing of them can be seen. */
export async function unpackZip(path: string, target: string, maxBytes: number): Promise<void> {
  const entry = findLargestEntry(path);
  if (entry.unpacked > maxBytes || entry.isEncrypted || entry.packed === 0xffff_ffff) throw new TooLarge();
  const start = findData(path, entry.header);
  const source = createReadStream(path, { start, end: start + Math.max(0, entry.packed - 1) });
  const out = createWriteStream(target, { mode: 0o600 });
  if (entry.method === 0) await pipeline(source, limit(maxBytes), out);
  else if (entry.method === 8) await pipeline(source, createInflateRaw(), limit(maxBytes), out);
  else throw new TooLarge();
  if (statSync(target).size !== entry.unpacked) throw new ZipError("its content is cut short");
}

function limit(maxBytes: number): Transform {
  let left = maxBytes;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      left -= chunk.length;
      if (left < 0) done(new TooLarge());
      else done(null, chunk);
    },
  });
}

interface ZipEntry {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packed: number;
  readonly unpacked: number;
  /** Offset of its local header. */
  readonly header: number;
}

const END_BYTES = 22;

/**
 * End of central directory: `PK 5 6`, 10 entries, 12 bytes of the directory, 16 its offset, then a comment of up to 64 KiB.
 * Directory entry: `PK 1 2`, 8 flags, 10 method, 20 packed, 24 unpacked, 28 name length, 30 extra, 32 comment, 42 local header, 46 name.
 */
function findLargestEntry(path: string): ZipEntry {
  const tail = readBytes(path, -(END_BYTES + 0xffff), END_BYTES + 0xffff);
  const end = tail.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end < 0 || end + END_BYTES > tail.length) throw new ZipError("the archive has no end");
  const directory = readBytes(path, tail.readUInt32LE(end + 16), Math.min(tail.readUInt32LE(end + 12), 1 << 20));
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= directory.length && directory.toString("latin1", at, at + 4) === "PK\x01\x02"; ) {
    const flags = directory.readUInt16LE(at + 8);
    entries.push({
      method: directory.readUInt16LE(at + 10),
      isEncrypted: (flags & 1) !== 0,
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      header: directory.readUInt32LE(at + 42),
    });
    at += 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  const largest = entries.toSorted((a, b) => b.unpacked - a.unpacked)[0];
  if (!largest) throw new ZipError("the archive lists no file");
  return largest;
}

/** Local header: `PK 3 4`, 26 name length, 28 extra length, 30 name; then the data. */
function findData(path: string, header: number): number {
  const local = readBytes(path, header, 30);
  if (local.length < 30 || local.toString("latin1", 0, 4) !== "PK\x03\x04") throw new ZipError("its directory points nowhere");
  return header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
}
