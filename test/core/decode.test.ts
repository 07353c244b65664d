import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/core/decode.ts";
import { contentRule, match } from "./engine.ts";

const text = fc.string({ unit: fc.constantFrom(..."abcXYZ019 _-=:\n"), minLength: 24, maxLength: 80 });
const encodings: readonly (readonly [name: string, encode: (plain: string) => string])[] = [
  ["base 64", (plain) => Buffer.from(plain).toString("base64").replace(/=+$/, "")],
  ["base 64 for URLs", (plain) => Buffer.from(plain).toString("base64url")],
  ["hexadecimal digits", (plain) => Buffer.from(plain).toString("hex")],
  ["percent signs", (plain) => Buffer.from(plain).toString("hex").replace(/../g, "%$&")],
  ["Unicode escapes", (plain) => Buffer.from(plain).toString("hex").replace(/../g, "\\u00$&")],
  ["byte escapes", (plain) => Buffer.from(plain).toString("hex").replace(/../g, "\\x$&")],
];

describe.each(encodings)("%s", (_, encode) => {
  test("are read, and each byte is found where it came from", () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (plain, a, b) => {
        const before = '{ "data": "';
        const file = Buffer.from(`${before}${encode(plain)}" }`);
        const found = decode(file, file.length).find(({ bytes }) => Buffer.from(bytes).includes(plain));
        expect(found).toBeDefined();
        if (!found) return;
        const first = Buffer.from(found.bytes).indexOf(plain);
        const start = first + (a % plain.length);
        const end = start + 1 + (b % (plain.length - (start - first)));
        const origin = found.toOriginal(start, end);
        const width = encode(plain).length / plain.length;
        expect(Math.abs(origin.start - before.length - (start - first) * width)).toBeLessThan(2);
        expect(Math.abs(origin.end - before.length - (end - first) * width)).toBeLessThan(2);
        expect(origin.end).toBeLessThanOrEqual(before.length + encode(plain).length);
      }),
    );
  });

  test("hide no token from a rule that reads what is decoded", async () => {
    const plain = "the value is token_abcdefghijklmnopqrst01 and so on";
    const { findings } = await match([contentRule("test/token", { readsDecoded: true })], `x = "${encode(plain)}"\n`);
    expect(findings).toMatchObject([{ location: { line: 1 }, message: "A token. It stands here encoded." }]);
    expect(JSON.stringify(findings)).not.toContain("abcdefgh");
    expect((await match([contentRule()], `x = "${encode(plain)}"\n`)).findings).toEqual([]);
  });
});

test("what was encoded twice is read, and what was encoded four times is left", async () => {
  const rule = contentRule("test/token", { readsDecoded: true });
  const wrap = (plain: string, times: number): string => (times === 0 ? plain : wrap(Buffer.from(plain).toString("base64"), times - 1));
  for (const times of [1, 2, 3, 4]) {
    const { findings } = await match([rule], `x = "${wrap("here is token_abcdefghijklmnopqrst01", times)}"\n`);
    expect(findings.length, `${times} times`).toBe(times < 4 ? 1 : 0);
  }
});

test("no bytes crash it, and decoded text is never longer than what it was made of", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      for (const { bytes: decoded, toOriginal } of decode(bytes, bytes.length)) {
        expect(decoded.length).toBeLessThanOrEqual(bytes.length);
        expect(toOriginal(0, decoded.length).end).toBeLessThanOrEqual(bytes.length);
      }
    }),
  );
});
