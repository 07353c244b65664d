import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ContentChange, changeContent, refuseChanges } from "../../src/core/fix-content.ts";

const replace = (start: number, end: number, text: string): ContentChange => ({ kind: "replace", path: "a", oid: null, start, end, text });
const append = (...lines: string[]): ContentChange => ({ kind: "append", path: "a", lines });
const change = (text: string | Buffer, ...changes: ContentChange[]): string => changeContent(Buffer.from(text), changes).toString();

describe("changeContent", () => {
  test("replaces bytes, whatever the order they are named in", () => {
    expect(change("one two three", replace(8, 13, "3"), replace(0, 3, "1"))).toBe("1 two 3");
  });

  test("counts from behind a byte order mark, and keeps it", () => {
    expect(change("\ufeffone two", replace(4, 7, "2"))).toBe("\ufeffone 2");
  });

  test("takes the same replacement twice for one", () => {
    expect(change("one", replace(0, 3, "1"), replace(0, 3, "1"))).toBe("1");
  });

  test.each([
    ["an empty file", "", "x\ny\n"],
    ["a line without its end", "a", "a\nx\ny\n"],
    ["CRLF", "a\r\n", "a\r\nx\r\ny\r\n"],
    ["the first of the lines", "x\na\n", "x\na\ny\n"],
    ["the last of the lines, which must come behind the others", "y\na\n", "y\na\nx\ny\n"],
    ["all of the lines", "a\ny\nx\n", "a\ny\nx\n"],
  ])("appends to %s", (_, before, after) => {
    expect(change(before, append("x", "y"))).toBe(after);
  });

  test("appends letters beyond ASCII once", () => {
    const once = change("a\n", append("gr\u00fc\u00dfe"));
    expect([once, change(once, append("gr\u00fc\u00dfe"))]).toEqual(["a\ngr\u00fc\u00dfe\n", once]);
  });

  test("appends behind what another change has put there", () => {
    expect(change("a\n", append("x"), append("x", "y"), replace(0, 1, "b"))).toBe("b\nx\ny\n");
  });

  test("leaves every byte outside of the replaced ones alone", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(60), fc.nat(60), fc.string({ maxLength: 5 }), (bytes, a, b, text) => {
        const content = Buffer.from(bytes);
        const one = replace(Math.min(a, b), Math.max(a, b), text);
        if (refuseChanges(content, [one]) !== null) return;
        const bom = content.subarray(0, 3).equals(Buffer.from("\ufeff")) ? 3 : 0;
        const expected = Buffer.concat([content.subarray(0, bom + Math.min(a, b)), Buffer.from(text), content.subarray(bom + Math.max(a, b))]);
        expect(changeContent(content, [one])).toEqual(expected);
      }),
    );
  });
});

describe("refuseChanges", () => {
  test.each<[string, string | Buffer, ContentChange[], RegExp | null]>([
    ["what fits", "one", [replace(0, 3, "1")], null],
    ["neighbours", "one", [replace(0, 1, "1"), replace(1, 3, "2")], null],
    ["ASCII in bytes that are no UTF-8", Buffer.from("gr\xfc\xdfe", "latin1"), [replace(0, 1, "G")], null],
    ["two that overlap", "one", [replace(0, 2, "1"), replace(1, 3, "2")], /same place/],
    ["two texts for one place", "one", [replace(0, 3, "1"), replace(0, 3, "2")], /same place/],
    ["a place behind the end", "one", [replace(2, 4, "")], /outside/],
    ["a place before the start", "one", [replace(-1, 1, "")], /outside/],
    ["a place that ends before it starts", "one", [replace(2, 1, "")], /outside/],
    ["UTF-16", Buffer.from("\ufeffone", "utf16le"), [replace(0, 1, "1")], /UTF-16LE/],
    ["lines for what is no text", `${"a".repeat(99)}\0`, [append("x")], /no text/],
    ["letters beyond ASCII for bytes that are no UTF-8", Buffer.from("gr\xfc\xdfe", "latin1"), [append("\u00fc")], /UTF-8/],
  ])("%s", (_, content, changes, reason) => {
    const refused = refuseChanges(Buffer.from(content), changes);
    if (reason === null) expect(refused).toBeNull();
    else expect(refused).toMatch(reason);
  });
});
