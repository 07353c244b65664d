import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recogniseContent } from "../../src/core/file-kind.ts";
import { openTestDatabase } from "../support/sqlite.ts";

const kindOf = (path: string, bytes: Uint8Array): string | null => {
  const content = recogniseContent(path, bytes, bytes.length);
  return content && `${content.isPacked ? "packed " : ""}${content.kind}`;
};

function sqliteFile(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "guard-file-kind-"));
  try {
    const database = openTestDatabase(join(folder, "orders.db"));
    database.exec("create table orders (id integer primary key, pair text); insert into orders (pair) values ('XLM/USD')");
    database.close();
    return readFileSync(join(folder, "orders.db"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A gzip member with the fields that its flags ask for, in their order. */
function withFields(packed: Buffer): Buffer {
  const header = Buffer.from(packed.subarray(0, 10));
  header[3] = 2 | 4 | 8 | 16;
  return Buffer.concat([header, Buffer.from([3, 0, 1, 2, 3]), Buffer.from("shop.sql\0of today\0"), Buffer.from([0, 0]), packed.subarray(10)]);
}

describe("what a file is by its bytes", () => {
  test("a database that SQLite wrote, under any name, as it is and packed", () => {
    const bytes = sqliteFile();
    expect(kindOf("state.bin", bytes)).toBe("sqlite");
    expect(kindOf("src/state.ts", bytes)).toBe("sqlite");
    for (const level of [0, 1, 9]) expect(kindOf("backup", gzipSync(bytes, { level }))).toBe("packed sqlite");
    expect(kindOf("backup", withFields(gzipSync(bytes)))).toBe("packed sqlite");
  });

  test("dumps, packed; what else is packed is nothing", () => {
    const dumps = ["-- MySQL dump 10.13  Distrib 8.0\n", "--\n-- PostgreSQL database dump\n--\n", "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n"];
    for (const text of dumps) expect(kindOf("nightly.gz", gzipSync(text))).toBe("packed dump");
    expect(kindOf("nightly.gz", gzipSync("select 1;\n"))).toBeNull();
    expect(kindOf("page.html.gz", gzipSync("<!doctype html>"))).toBeNull();
  });

  test("it says how many bytes there are", () => {
    const bytes = sqliteFile();
    expect(recogniseContent("x", bytes, bytes.length)).toEqual({ kind: "sqlite", bytes: bytes.length, isPacked: false });
  });

  test("of a buffer that holds more it looks at the file only", () => {
    const buffer = Buffer.alloc(4096);
    buffer.write("hello\n");
    buffer.write("\x57\xfb\x80\x8b\x24\x75\x47\xdb", 100, "latin1");
    expect(recogniseContent("x", buffer, 6)).toBeNull();
  });

  test("an archive of arrays, and one of anything else", () => {
    const zip = (name: string): Buffer => Buffer.from(`PK\x03\x04${"\0".repeat(22)}\x09\0\0\0${name}`, "latin1");
    expect(kindOf("x.bin", zip("weights.npy"))).toBe("numpy");
    expect(kindOf("x.bin", zip("readme.txt"))).toBeNull();
  });

  test("access logs of web servers", () => {
    const line = '10.0.0.1 - - [30/Nov/2026:15:24:31 +0000] "GET / HTTP/1.1" 200 12\n';
    expect(kindOf("traffic.txt", Buffer.from(line.repeat(30)))).toBe("log");
    expect(kindOf("traffic.md", Buffer.from(line.repeat(30)))).toBeNull();
  });

  test("no bytes make it throw", () => {
    const head = fc.constantFrom([], [0x1f, 0x8b, 8, 0xff], [0x80, 4, 0x95], [0x50, 0x4b, 3, 4]);
    fc.assert(
      fc.property(head, fc.uint8Array({ maxLength: 200 }), fc.constantFrom("a", "a.log", "a.ts"), (start, rest, path) => {
        const bytes = Uint8Array.from([...start, ...rest]);
        expect(() => recogniseContent(path, bytes, bytes.length)).not.toThrow();
      }),
    );
  });
});
