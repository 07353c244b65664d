import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDatabaseHeader } from "../../src/machine/sqlite-header.ts";

/** A sound header of a database with three pages, one of them free. */
function header(change: (bytes: Buffer) => void = () => {}): Buffer {
  const bytes = Buffer.alloc(4096);
  bytes.write("SQLite format 3\0", "latin1");
  bytes.writeUInt16BE(4096, 16);
  bytes.set([1, 1, 0, 64, 32, 32], 18);
  for (const offset of [24, 92]) bytes.writeUInt32BE(7, offset);
  bytes.writeUInt32BE(3, 28);
  bytes.writeUInt32BE(1, 36);
  bytes.writeUInt32BE(4, 44);
  bytes.writeUInt32BE(1, 56);
  change(bytes);
  return bytes;
}

test("a sound one", () => {
  expect(parseDatabaseHeader(header())).toEqual({
    format: "sqlite",
    header: { journalMode: "rollback", pageSize: 4096, pages: 3, freePages: 1, faults: [] },
  });
});

test.each([
  ["write-ahead mode", (bytes: Buffer) => bytes.set([2, 2], 18), { journalMode: "wal" }],
  ["pages of 64 KiB", (bytes: Buffer) => bytes.writeUInt16BE(1, 16), { pageSize: 65536, faults: [] }],
  ["a count of pages that is not kept", (bytes: Buffer) => bytes.writeUInt32BE(8, 24), { pages: null, faults: [] }],
  ["an impossible page size", (bytes: Buffer) => bytes.writeUInt16BE(1000, 16), { faults: ["the page size 1000 is impossible"] }],
  ["a format that does not exist", (bytes: Buffer) => bytes.set([9, 9], 18), { faults: ["the file format 9.9 does not exist"] }],
  ["other payload fractions", (bytes: Buffer) => bytes.set([0], 21), { faults: ["the payload fractions are not 64, 32, 32"] }],
  ["more free pages than pages", (bytes: Buffer) => bytes.writeUInt32BE(3, 36), { faults: ["it counts more free pages than pages"] }],
  ["an encoding that does not exist", (bytes: Buffer) => bytes.writeUInt32BE(9, 56), { faults: ["the text encoding does not exist"] }],
])("%s", (_, change, expected) => {
  expect(parseDatabaseHeader(header(change)).header).toMatchObject(expected);
});

describe("what is no database", () => {
  const random = (bytes: number): Buffer => Buffer.from(crypto.getRandomValues(new Uint8Array(bytes)));
  test.each([
    ["nothing", Buffer.alloc(0), "other"],
    ["the magic and nothing else", Buffer.from("SQLite format 3\0"), "other"],
    ["text", Buffer.from("CREATE TABLE orders (id);\n".repeat(200)), "other"],
    ["zeros", Buffer.alloc(4096), "other"],
    ["bytes without order", random(4096), "random"],
    ["too few of them to tell", random(512), "other"],
    ["something packed", gzipSync(random(4096)).subarray(0, 4096), "other"],
  ])("%s", (_, bytes, format) => {
    expect(parseDatabaseHeader(bytes)).toEqual({ format, header: null });
  });
});

test("never throws, whatever the bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (noise, hasMagic) => {
      const bytes = Buffer.concat([hasMagic ? Buffer.from("SQLite format 3\0") : Buffer.alloc(0), Buffer.from(noise)]);
      const { format, header: parsed } = parseDatabaseHeader(bytes);
      return (format === "sqlite") === (parsed !== null);
    }),
  );
});
