import { hash } from "node:crypto";
import { constants, deflateSync, inflateSync } from "node:zlib";
import fc from "fast-check";
import { assert, describe, expect, test } from "vitest";
import { findRuns } from "../../../src/core/decode.ts";
import { createByteKernel } from "../../../src/core/kernel/bytes.ts";

const kernel = createByteKernel();
assert(kernel);
const { adler32, inflate, runs, sha1 } = kernel;
const LIMIT = 1 << 20;

/** Bytes of every kind: random ones, few letters, repetitions near and far. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 5000 }),
  fc.array(fc.constantFrom(97, 98, 99), { maxLength: 5000 }).map((letters) => Uint8Array.from(letters)),
  fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.integer({ min: 0, max: 300 }), fc.uint8Array({ maxLength: 300 }))
    .map(([part, times, end]) => Buffer.concat([...Array.from({ length: times }, () => part), end])),
);
const options = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  memLevel: fc.integer({ min: 1, max: 9 }),
  strategy: fc.constantFrom(constants.Z_DEFAULT_STRATEGY, constants.Z_FILTERED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE, constants.Z_FIXED),
});

function byNode(packed: Uint8Array): Uint8Array | null {
  try {
    const { buffer, engine } = inflateSync(packed, { info: true }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    return engine.bytesWritten === packed.length ? buffer : null;
  } catch {
    return null;
  }
}

test("sha1 is that of Node, for every length of the last block and behind other answers", () => {
  fc.assert(
    fc.property(bytes, (content) => {
      runs(content, 16);
      expect(sha1(content)).toBe(hash("sha1", content));
    }),
  );
  for (let length = 0; length < 200; length++) expect(sha1(Buffer.alloc(length, "a"))).toBe(hash("sha1", "a".repeat(length)));
});

describe("inflate", () => {
  test("gives back what was deflated, however that was done", () => {
    fc.assert(
      fc.property(bytes, options, (content, how) => {
        const inflated = inflate(deflateSync(content, how), LIMIT);
        return inflated !== null && Buffer.compare(inflated, content) === 0;
      }),
    );
  });

  test("takes what zlib takes and refuses what zlib refuses, where bytes are others", () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { maxLength: 3 });
    fc.assert(
      fc.property(bytes, options, damage, fc.nat({ max: 20 }), (content, how, changes, cut) => {
        const packed = deflateSync(content, how);
        for (const [at, bits] of changes) packed[at % packed.length] = (packed[at % packed.length] ?? 0) ^ bits;
        const damaged = packed.subarray(0, Math.max(0, packed.length - (cut > 10 ? cut - 10 : 0)));
        const [ours, theirs] = [inflate(damaged, LIMIT), byNode(damaged)];
        expect(ours && Buffer.from(ours)).toEqual(theirs && Buffer.from(theirs));
      }),
      { numRuns: 500 },
    );
  });

  test("knows codes of every length: each letter is as frequent as the two before it together", () => {
    const times = [1, 1];
    while (times.length < 18) times.push((times.at(-1) ?? 0) + (times.at(-2) ?? 0));
    const letters = times.flatMap((count, letter) => Array.from({ length: count }, () => letter));
    // Far from each other, so that nothing is worth a copy.
    const content = Uint8Array.from(letters, (_, i) => letters[(i * 4001) % letters.length] ?? 0);
    expect(Buffer.from(inflate(deflateSync(content, { strategy: constants.Z_HUFFMAN_ONLY }), LIMIT) ?? [])).toEqual(Buffer.from(content));
  });

  test("refuses bytes behind the stream, and more than the limit", () => {
    const packed = deflateSync(Buffer.alloc(300_000, "some text "));
    expect(inflate(packed, 300_000)?.length).toBe(300_000);
    expect(inflate(packed, 299_999)).toBeNull();
    expect(inflate(Buffer.concat([packed, Buffer.alloc(1)]), 300_000)).toBeNull();
  });
});

test("runs of signs of base 64 are where they are without WebAssembly", () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(..."aZ09+/-_ \n."), fc.stringMatching(/^[\w+/-]{20,60}$/)), { maxLength: 60 })
    .map((parts) => Buffer.from(parts.join("")));
  fc.assert(fc.property(fc.oneof(text, bytes), (content) => [...runs(content, 24)].join() === findRuns(content).join()));
});

test("adler32 is what ends a stream of zlib", () => {
  fc.assert(fc.property(bytes, (content) => adler32(content) === deflateSync(content).readUInt32BE(deflateSync(content).length - 4)));
});
