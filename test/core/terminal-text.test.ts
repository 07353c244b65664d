import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeControl, truncateMiddle } from "../../src/core/terminal-text.ts";

/** Any UTF-16 at all, lone surrogates included, with the dangerous characters made frequent. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.integer({ min: 0, max: 0xa0 }).map((unit) => String.fromCharCode(unit)),
      fc.integer({ min: 0x2000, max: 0x206f }).map((unit) => String.fromCharCode(unit)),
      fc.integer({ min: 0xe0000, max: 0xe01ef }).map((point) => String.fromCodePoint(point)),
      fc.string({ unit: "binary" }),
    ),
  )
  .map((parts) => parts.join(""));

describe("escapeControl", () => {
  it.each([
    ["a line feed in a name", "a\nb", "a\\nb"],
    ["a carriage return that would overwrite the line", "safe\rgone", "safe\\rgone"],
    ["a tab", "a\tb", "a\\tb"],
    ["an escape sequence", "\x1b[31mred", "\\u001b[31mred"],
    ["NUL and DEL", "\0\x7f", "\\u0000\\u007f"],
    ["the one-byte control sequence introducer", "\x9b2J", "\\u009b2J"],
    ["a right-to-left override", "cod\u202egpj.ts", "cod\\u202egpj.ts"],
    ["a zero-width space", "pay\u200b.ts", "pay\\u200b.ts"],
    ["a byte order mark", "\ufeffa", "\\ufeffa"],
    ["a line separator", "a\u2028b\u2029", "a\\u2028b\\u2029"],
    ["a tag character", "a\u{e0041}", "a\\udb40\\udc41"],
    ["a lone surrogate", "a\ud800b", "a\\ud800b"],
    ["a private use character as Windows writes for a colon", "C\uf03adev", "C\\uf03adev"],
    ["a filler that looks like nothing", "a\u3164b", "a\\u3164b"],
  ])("escapes %s", (_situation, text, expected) => {
    expect(escapeControl(text)).toBe(expected);
  });

  it("leaves printable text alone, in every script", () => {
    const text = 'D:\\databases "quoted" größe 日本語 emoji 🔒';
    expect(escapeControl(text)).toBe(text);
  });

  it("lets nothing through that a terminal would obey or hide", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(escapeControl(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  it("gives escapes that JSON reads back to the same text", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(JSON.parse(escapeControl(JSON.stringify(text)))).toBe(text);
      }),
    );
  });
});

describe("truncateMiddle", () => {
  it("keeps both ends", () => {
    expect(truncateMiddle("apps/backend/src/deep/down/index.ts", 20)).toBe("apps/back...index.ts");
  });

  it("leaves short text alone", () => {
    expect(truncateMiddle("src/a.ts", 8)).toBe("src/a.ts");
  });

  it("never exceeds its length and never cuts a character in two", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 5, max: 40 }), (text, maxLength) => {
        const short = truncateMiddle(text, maxLength);
        expect(Array.from(short).length).toBeLessThanOrEqual(maxLength);
        expect(short).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});
