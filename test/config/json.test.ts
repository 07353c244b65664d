import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type JsonNode, JsonSyntaxError, offsetOf, parseJson, toLineAndColumn } from "../../src/config/json.ts";

/** The message and `line:column` of a text that is no JSON. */
function failureOf(text: string): string {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof JsonSyntaxError) return `${toLineAndColumn(text, error.offset)} ${error.message}`;
    throw error;
  }
  return "no failure";
}

describe("parseJson", () => {
  test.each([
    ["an empty text", "", "1:1 expected a value, but the file ends here"],
    ["a comma at the end of an object", '{\n  "a": 1,\n}', '2:9 a comma before "}" is not allowed in JSON. Remove it'],
    ["a comma at the end of a list", "[1, 2,]", '1:6 a comma before "]" is not allowed in JSON. Remove it'],
    ["a missing comma", '{ "a": 1 "b": 2 }', '1:10 expected "," or "}"'],
    ["a missing colon", '{ "a" 1 }', '1:7 expected ":" after the key'],
    ["a line comment", '{\n  // why\n  "a": 1 }', "2:3 JSON has no comments. Remove this one, or use a guard.config.ts"],
    ["a block comment", '{ "a": /* one */ 1 }', "1:8 JSON has no comments. Remove this one, or use a guard.config.ts"],
    ["a comment of a shell", "# config\n{}", "1:1 JSON has no comments. Remove this one, or use a guard.config.ts"],
    ["single quotes", "{ 'a': 1 }", "1:3 expected a key in double quotes"],
    ["single quotes round a value", `{ "a": 'b' }`, "1:8 expected double quotes, not single ones"],
    ["a bare key", "{ a: 1 }", "1:3 expected a key in double quotes"],
    ["a bare word", '{ "a": block }', "1:8 expected a value: texts stand in double quotes"],
    ["the words of JavaScript", '{ "a": undefined }', "1:8 expected a value: texts stand in double quotes"],
    [
      "a path with single backslashes",
      String.raw`{ "a": "D:\databases" }`,
      "1:11 in JSON a backslash starts an escape, and this one is none. Write paths with / or with two backslashes",
    ],
    [
      "half a unicode escape",
      String.raw`["\u12"]`,
      "1:3 in JSON a backslash starts an escape, and this one is none. Write paths with / or with two backslashes",
    ],
    ["a text that never ends", '{ "a": "b }', "1:8 this text in quotes never ends"],
    ["a text over two lines", '{ "a": "b\n" }', "1:10 a line ends inside a text in quotes"],
    ["a tab in a text", '["a\tb"]', "1:4 a control character inside a text in quotes"],
    ["a leading zero", "[01]", "1:3 this is no number as JSON writes it"],
    ["a hexadecimal number", "[0x10]", "1:3 this is no number as JSON writes it"],
    ["a number with a unit", "[5MB]", "1:3 this is no number as JSON writes it"],
    ["a lone minus", "[-]", "1:2 expected a number after the minus sign"],
    ["an object that never ends", '{ "a": { "b": 1 }', '1:18 the file ends inside an object: a "}" is missing'],
    ["a list that never ends", "[1", '1:3 the file ends inside a list: a "]" is missing'],
    ["two values", "{} {}", "1:4 expected the end of the file after the closing brace"],
    ["a key that stands twice", '{ "a": 1,\n  "a": 2 }', "2:3 this key stands twice in the same object. Keep one of the two"],
    ["a key that reaches for the prototype", '{ "__proto__": {} }', "1:3 this key is not allowed"],
    ["the same in disguise", String.raw`{ "__pro\u0074o__": {} }`, "1:3 this key is not allowed"],
    ["a thousand brackets", "[".repeat(1000), "1:66 nested more than 64 levels deep"],
  ])("says what is wrong with %s", (_name, text, failure) => {
    expect(failureOf(text)).toBe(failure);
  });

  test("accepts a BOM, and counts it for no column", () => {
    expect(parseJson('\uFEFF{ "a": 1 }').value).toEqual({ a: 1 });
    expect(failureOf("\uFEFF{ a: 1 }")).toBe("1:3 expected a key in double quotes");
  });

  test("never shows a piece of the text", () => {
    const secret = ["ghp", "_", "x".repeat(36)].join("");
    for (const text of [secret, `{ "a": ${secret} }`, `{ "a": "${secret}`, `{ ${secret}: 1 }`, `{ "a": '${secret}' }`])
      expect(failureOf(text)).not.toContain("xxx");
  });

  test("reads whatever JSON.parse reads, and every node spans its own text", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(undefined, 2, "\t"), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        fc.pre(!text.includes('"__proto__"'));
        const root = parseJson(text);
        expect(root.value).toEqual(JSON.parse(text));
        assertSpans(root, text);
      }),
    );
  });

  test("accepts no text that JSON.parse does not", () => {
    const signs = fc.constantFrom(..."{}[]\",:\\ntu0-1.e+ \n\t/*#'", "true", "null", '"a"', "\uFEFF");
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        if (failureOf(text) === "no failure") expect(() => JSON.parse(text.replace(/^\uFEFF/, ""))).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });
});

function assertSpans(node: JsonNode, text: string): void {
  expect(JSON.parse(text.slice(node.start, node.end))).toEqual(node.value);
  for (const [key, { keyStart, node: member }] of node.members ?? []) {
    expect(text.startsWith(JSON.stringify(key), keyStart)).toBe(true);
    assertSpans(member, text);
  }
  for (const item of node.items ?? []) assertSpans(item, text);
}

test("offsetOf finds values, keys, and the nearest thing to what is not there", () => {
  const text = '{ "rules": { "a/b": ["warn", { "max": 1 }] } }';
  const root = parseJson(text);
  const at = (path: (string | number)[], asKey = false): string => text.slice(offsetOf(root, path, asKey));
  expect(at(["rules", "a/b", 1, "max"])).toBe("1 }] } }");
  expect(at(["rules", "a/b", 1, "max"], true)).toBe('"max": 1 }] } }');
  expect(at(["rules", "a/b", 1, "min"])).toBe('{ "max": 1 }] } }');
  expect(at(["trading"])).toBe(text);
});

test("toLineAndColumn counts from 1, in UTF-16 units", () => {
  expect(toLineAndColumn("a", 0)).toBe("1:1");
  expect(toLineAndColumn("\n\u{1F511}x", 3)).toBe("2:3");
  expect(toLineAndColumn("a\r\nb", 3)).toBe("2:1");
});
