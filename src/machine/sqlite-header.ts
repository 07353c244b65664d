import type { DatabaseFormat, DatabaseHeader } from "../core/facts/sqlite.ts";

const MAGIC = "SQLite format 3\0";
/** gzip, zip, 7z: without order as well, and yet not encrypted. */
const PACKED = /^(\x1f\x8b|PK\x03\x04|7z\xbc\xaf)/;

/** What the first bytes of a file (4096 are enough) say of it. */
export function parseDatabaseHeader(bytes: Buffer): { format: DatabaseFormat; header: DatabaseHeader | null } {
  const start = bytes.toString("latin1", 0, 16);
  if (start === MAGIC && bytes.length >= 100) return { format: "sqlite", header: parseHeader(bytes) };
  return { format: !PACKED.test(start) && isRandom(bytes) ? "random" : "other", header: null };
}

/**
 * The database header: sqlite.org/fileformat2.html, section 1.3; all numbers big-endian.
 * 16 page size (1 means 65536) | 18 write version | 19 read version | 20 reserved | 21 payload fractions 64 32 32 | 24 change counter
 * 28 pages | 36 free pages | 44 schema format 1-4 (0: nothing in it yet) | 56 text encoding 1-3 (or 0) | 92 change counter that the pages are valid for
 */
function parseHeader(bytes: Buffer): DatabaseHeader {
  const declared = bytes.readUInt16BE(16);
  const pageSize = declared === 1 ? 65536 : declared;
  const isCounted = bytes.readUInt32BE(24) === bytes.readUInt32BE(92);
  const pages = bytes.readUInt32BE(28);
  const [writeVersion, readVersion] = [bytes.readUInt8(18), bytes.readUInt8(19)];
  const faults = [
    (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0) && `the page size ${pageSize} is impossible`,
    (writeVersion < 1 || writeVersion > 2 || readVersion < 1 || readVersion > 2) && `the file format ${writeVersion}.${readVersion} does not exist`,
    bytes.toString("latin1", 21, 24) !== "\x40\x20\x20" && "the payload fractions are not 64, 32, 32",
    bytes.readUInt32BE(44) > 4 && "the schema format does not exist",
    bytes.readUInt32BE(56) > 3 && "the text encoding does not exist",
    isCounted && pages > 0 && bytes.readUInt32BE(36) >= pages && "it counts more free pages than pages",
  ];
  return {
    journalMode: readVersion === 2 ? "wal" : "rollback",
    pageSize,
    pages: isCounted && pages > 0 ? pages : null,
    freePages: bytes.readUInt32BE(36),
    faults: faults.filter((fault) => fault !== false),
  };
}

/** Shannon entropy: 4096 evenly distributed bytes measure 7.95 bits each, text below 5, machine code about 6. */
function isRandom(bytes: Buffer): boolean {
  if (bytes.length < 1024) return false;
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  const bits = counts.reduce((sum, count) => (count === 0 ? sum : sum - (count / bytes.length) * Math.log2(count / bytes.length)), 0);
  return bits > 7.7;
}
