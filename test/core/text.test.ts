import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPlaceFinder, createTranscoder, type Encoding, lineBounds, type Place, placeBehind, sniffEncoding } from "../../src/core/text.ts";
import { encode } from "./engine.ts";

const encodings: readonly Encoding[] = ["utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be"];

/** UTF-8 of a file that comes in pieces of `step` bytes; the first of them, as the segmenter hands it over, decides the encoding. */
function transcode(bytes: Uint8Array, head = bytes.length, step = bytes.length): Buffer {
  const transcoder = createTranscoder(bytes.subarray(0, head));
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += Math.max(1, step)) parts.push(Buffer.from(transcoder.push(bytes.subarray(at, at + Math.max(1, step)))));
  return Buffer.concat([...parts, transcoder.end()]);
}

describe("transcoding", () => {
  const character = fc.constantFrom(..."aZ09 =:\"'\n\t", "é", "Ω", "я", "日", "😁");

  test.each(encodings.flatMap((encoding) => [true, false].map((withBom) => [encoding, withBom] as const)))(
    "%s, BOM: %s, in pieces of any size",
    (encoding, withBom) => {
      fc.assert(
        fc.property(fc.array(character, { minLength: 1, maxLength: 50 }), fc.integer({ min: 1, max: 9 }), (characters, step) => {
          // Without a mark it must look like a text with a line or two of ASCII.
          const text = `KEY = value, and so on\n${characters.join("")}`;
          const bytes = encode(text, encoding, withBom);
          expect(transcode(bytes, bytes.length, step).toString()).toBe(text);
        }),
      );
    },
  );

  test("the length of the head does not change what a byte order mark says", () => {
    for (const encoding of encodings) {
      const bytes = encode("password = something\n".repeat(20), encoding, true);
      for (let head = 8; head < 80; head++) expect(sniffEncoding(bytes.subarray(0, head)).encoding, `${encoding}, ${head} bytes`).toBe(encoding);
    }
  });

  test("a NUL behind the mark of UTF-16 does not make it UTF-32", () => {
    for (const encoding of ["utf-16le", "utf-16be"] as const) {
      const bytes = encode("\0password = something\n", encoding, true);
      expect(transcode(bytes).toString()).toBe("\0password = something\n");
    }
  });

  test("UTF-16 without a mark is seen in other scripts too", () => {
    const text = `# Настройки приложения и пароль от базы данных\nПАРОЛЬ = "слово"\nTOKEN = "value"\n`;
    for (const encoding of ["utf-16le", "utf-16be"] as const) expect(transcode(encode(text, encoding)).toString()).toBe(text);
  });

  const appended = "API_TOKEN=abc 123\r\nB=2\r\n";
  test.each([
    ["a short text", "# settings of it\nA=1\n"],
    ["a text of odd length", "# settings of it\nA=12\n"],
    ["a text with a byte order mark", "\ufeff# settings of it\nA=1\n"],
    ["more than is looked at for the encoding", "# settings of the application\n".repeat(100)],
    ["more than that, in another script", "# \u043d\u0430\u0441\u0442\u0440\u043e\u0439\u043a\u0438\n".repeat(200)],
  ])("UTF-16 behind %s is read as what it says, in pieces of any size", (_, before) => {
    for (const encoding of ["utf-16le", "utf-16be"] as const) {
      const bytes = Buffer.concat([Buffer.from(before), encode(appended, encoding), Buffer.from("C=3\n")]);
      for (const step of [1, 2, 3, 7, 64, bytes.length])
        expect(transcode(bytes, bytes.length, step).toString(), `${encoding}, ${step}`).toBe(`${before.replace("\ufeff", "")}${appended}C=3\n`);
    }
  });

  test("UTF-8 and what is no text pass as they are", () => {
    for (const bytes of [
      Buffer.from("plain"),
      Buffer.from([0x80, 0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80]),
      Buffer.from("PATH=/usr/bin:/bin\0HOME=/root\0SHELL=/bin/sh\0"),
      Buffer.from(`docs/page.txt of an archive${"\0".repeat(40)}0000644\0 0${"\0".repeat(7)}text\n`),
      Buffer.from("\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0\x01\0\0\0secret text", "latin1"),
    ])
      expect(transcode(bytes)).toEqual(bytes);
  });

  test("half a character and lone surrogates come as U+FFFD, and nothing throws", () => {
    expect(transcode(Buffer.concat([encode("abc\n", "utf-16le", true), Buffer.from([0x41])])).toString()).toBe("abc\n\ufffd");
    expect(transcode(Buffer.concat([encode("abc\n", "utf-32be", true), Buffer.from([0, 0])])).toString()).toBe("abc\n\ufffd");
    expect(transcode(Buffer.from("\ufeffa\ud800b", "utf16le")).toString()).toBe("a\ufffdb");
    expect(transcode(Buffer.concat([encode("a longer text", "utf-32le", true), Buffer.from([0xff, 0xff, 0xff, 0xff])])).toString()).toBe("a longer text\ufffd");
  });

  test("any bytes in any pieces", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("", "a text with NULs behind it\n"),
        fc.array(fc.constantFrom(0, 0, 10, 65, 255), { maxLength: 60 }),
        fc.nat(6),
        (before, rest, step) => {
          const bytes = Buffer.from([...Buffer.from(before), ...rest]);
          expect(transcode(bytes, bytes.length, step + 1)).toEqual(transcode(bytes));
        },
      ),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.integer({ min: 1, max: 7 }), (bytes, step) => {
        expect(transcode(bytes, bytes.length, step)).toEqual(transcode(bytes));
      }),
    );
  });
});

describe("places", () => {
  function placeByDefinition(bytes: Buffer, offset: number): Place {
    const lines = bytes.subarray(0, offset).toString().split("\n");
    return { line: lines.length - 1, column: lines.at(-1)?.length ?? 0 };
  }
  const text = fc.array(fc.constantFrom("a", "\n", "\r\n", "é", "日", "😁"), { maxLength: 40 }).map((parts) => Buffer.from(parts.join("")));

  test("are the same in whatever order they are asked for", () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(120), { maxLength: 10 }), (bytes, offsets) => {
        const finder = createPlaceFinder(bytes, bytes.length, { line: 0, column: 0 });
        const isStart = (offset: number): boolean => offset === bytes.length || ((bytes[offset] ?? 0) & 0xc0) !== 0x80;
        for (const offset of offsets.filter((at) => at <= bytes.length && isStart(at))) expect(finder(offset)).toEqual(placeByDefinition(bytes, offset));
      }),
    );
  });

  test("behind a text are those of its end", () => {
    fc.assert(
      fc.property(text, text, (before, bytes) => {
        const all = Buffer.concat([before, bytes]);
        expect(placeBehind(placeByDefinition(all, before.length), bytes.toString())).toEqual(placeByDefinition(all, all.length));
      }),
    );
  });

  test("of thousands on one long line come in time", () => {
    const bytes = Buffer.alloc(8 << 20, "x");
    const finder = createPlaceFinder(bytes, bytes.length, { line: 0, column: 0 });
    for (let offset = 0; offset < bytes.length; offset += 40) finder(offset);
    expect(finder(bytes.length)).toEqual({ line: 0, column: bytes.length });
  }, 5000);
});

describe("line bounds", () => {
  const bounds = (text: string, offset: number): string => {
    const { start, end } = lineBounds(Buffer.from(text), offset);
    return text.slice(start, end);
  };
  test.each([
    ["one\ntwo\nthree", 5, "two"],
    ["one\r\ntwo\r\nthree", 6, "two"],
    ["one\ntwo", 3, "one"],
    ["one\ntwo", 4, "two"],
    ["\n\n", 1, ""],
    ["", 0, ""],
    ["a\rb", 0, "a\rb"],
  ])("%j at %i is %j", (text, offset, line) => {
    expect(bounds(text, offset)).toBe(line);
  });
  test("of a long line are 4096 bytes away", () => {
    expect(lineBounds(Buffer.alloc(20_000, "x"), 10_000)).toEqual({ start: 5904, end: 14_096 });
  });
});
