import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redact } from "../../src/core/redact.ts";

const secret = fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 });

/** The two pieces round the ellipsis. */
function pieces(preview: string): [string, string] {
  const at = preview.indexOf("\u2026");
  return [preview.slice(0, at), preview.slice(at + 1)];
}

describe("a preview", () => {
  test.each([
    [`AKIA${"Q".repeat(12)}7QXZ`, 4, "AKIA\u20267QXZ"],
    ["hunter2", 0, "\u2026"],
    ["token_short", 6, "token_\u2026"],
    ["x".repeat(19), 0, "\u2026"],
    [`${"x".repeat(16)}tail`, 0, "\u2026tail"],
    ["prefix_of_any_length_ab", 21, "prefix_of_any_length_\u2026"],
    ["-----BEGIN KEY-----\nabc\n-----END KEY-----", 19, "-----BEGIN KEY-----\u2026"],
  ])("of %j, %i public", (text, reveal, expected) => {
    expect(redact(text, reveal)).toBe(expected);
  });

  test("shows no more than the public prefix and four characters, and of less than 20 only the prefix", () => {
    fc.assert(
      fc.property(
        secret.filter((text) => !text.includes("\u2026")),
        fc.nat(10),
        (text, reveal) => {
          const [head, tail] = pieces(redact(text, reveal));
          expect(head.length).toBeLessThanOrEqual(reveal);
          expect(tail.length).toBeLessThanOrEqual(4);
          if (text.length < 20) expect(tail).toBe("");
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("never shows a secret that has nothing public, whole or by half", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abcdefgh0123"), minLength: 5, maxLength: 60 }), (text) => {
        expect(redact(text)).not.toContain(text.slice(0, 5));
        expect(redact(text)).not.toContain(text.slice(-5));
      }),
    );
  });

  test("that is one line, and whole characters", () => {
    expect(redact(`${"x".repeat(30)}\n\ta\r\nb`)).toBe("\u2026 a b");
    expect(redact(`${"x".repeat(30)}😁bcd`)).toBe("\u2026bcd");
    expect(redact("😁x", 1)).toBe("\u2026");
  });
});
