import fc from "fast-check";
import { expect, test } from "vitest";
import { fromRepoPath, toRepoPath } from "../../src/git/paths.ts";

test("UTF-8 stays as it is, whatever is in it", () => {
  for (const path of ["a/b.ts", "é/日本", "a\nb\t\"'", "100%41", "%FF", ":x", "-x", "\u202e"]) expect(toRepoPath(Buffer.from(path))).toEqual({ path });
});

test("other bytes come percent-encoded, the percent sign too", () => {
  expect(toRepoPath(Buffer.from("a \xff%/b\n", "latin1"))).toEqual({ path: "a%20%FF%25/b%0A", pathEncoding: "percent" });
});

test("the bytes come back", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 20 }),
        fc.string({ unit: fc.constantFrom("%", "4", "F", "é", "a", "/") }).map((text) => Buffer.from(text)),
      ),
      (bytes) => {
        expect(fromRepoPath(toRepoPath(Buffer.from(bytes)))).toEqual(Buffer.from(bytes));
      },
    ),
    { numRuns: 2000 },
  );
});

test("different bytes have different paths", () => {
  const seen = new Map(Array.from({ length: 256 }, (_, byte) => [toRepoPath(Buffer.from([0x61, byte])).path, byte]));
  expect(seen.size).toBe(256);
});
