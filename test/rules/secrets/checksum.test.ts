import { crc32 as zlibCrc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crc32, hasBase62Checksum, toBase62Checksum } from "../../../rules/secrets/checksum.ts";
import { BASE62 } from "../../../rules/secrets/sample.ts";

const body = fc.string({ unit: fc.constantFrom(...BASE62), minLength: 1, maxLength: 80 });

describe("crc32", () => {
  test("agrees with zlib on every ASCII text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary-ascii" }), (text) => crc32(text) === zlibCrc32(text)));
  });
});

describe("base-62 checksum", () => {
  // Published as samples by GitHub and npm, revoked long ago; in pieces, so that no scanner trips over them.
  test.each([
    ["GitHub", ["zQWBuTSOoRi4A9sp", "HcVY5ncnsDkxkJ", "0mLq17"]],
    ["npm", ["qkJaB6MffYVzZXWq", "mcoF49yrUxP3wf", "0LsakP"]],
  ])("knows the published token of %s", (_, parts) => {
    expect(hasBase62Checksum(parts.join(""))).toBe(true);
  });

  test("fits what it was made for, and nothing that differs in one character", () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.constantFrom(...BASE62), (random, at, other) => {
        const token = random + toBase62Checksum(random);
        expect(hasBase62Checksum(token)).toBe(true);
        const index = at % token.length;
        fc.pre(token[index] !== other);
        expect(hasBase62Checksum(token.slice(0, index) + other + token.slice(index + 1))).toBe(false);
      }),
    );
  });

  test("has six characters, also where the number is small", () => {
    fc.assert(fc.property(body, (random) => /^[0-9A-Za-z]{6}$/.test(toBase62Checksum(random))));
  });
});
