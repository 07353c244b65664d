import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDotenv } from "../../../src/core/environment/dotenv.ts";

function valuesOf(text: string): Record<string, string> {
  return Object.fromEntries(readDotenv(text).map(({ key, value }) => [key, value]));
}

describe("readDotenv", () => {
  test.each<[name: string, text: string, values: Record<string, string>]>([
    ["plain", "A=1\nB=two words\n", { A: "1", B: "two words" }],
    ["quotes of every kind", "A=\"1\"\nB='2'\nC=`3`\n", { A: "1", B: "2", C: "3" }],
    ["blanks round the sign", "A = 1\n  B=2\nC\t=\t3\n", { A: "1", B: "2", C: "3" }],
    ["export", "export A=1\nexport\tB=2\nexport=3\n", { A: "1", B: "2", export: "3" }],
    ["a colon", "A: 1\nB:2\n", { A: "1" }],
    ["empty values", 'A=\nB=""\nC=  \nD\n', { A: "", B: "", C: "" }],
    ["comments", '# A=1\nB=2 # two\nC=a#b\nD= # none\nE=#fff\nF="a # b" # c\n', { B: "2", C: "a#b", D: "", E: "#fff", F: "a # b" }],
    ["values over lines", "A=\"one\ntwo\"\nB='x\r\ny'\nC=1\n", { A: "one\ntwo", B: "x\r\ny", C: "1" }],
    ["escaped quotes", 'A="a\\"b"\nB=1\n', { A: 'a\\"b', B: "1" }],
    ["a quote that is never closed", 'A="one\nB=2\n', { A: '"one', B: "2" }],
    ["text behind a quote", 'A="one" two\nB=2\n', { A: '"one" two', B: "2" }],
    ["every line end", "A=1\r\nB=2\rC=3\nD=4", { A: "1", B: "2", C: "3", D: "4" }],
    ["a BOM", "\uFEFFA=1\n", { A: "1" }],
    ["a BOM as bytes", "\u00EF\u00BB\u00BFA=1\n", { A: "1" }],
    ["names that only libraries accept", "1A=1\nA.B=2\na-b=3\n", { "1A": "1", "A.B": "2", "a-b": "3" }],
    ["an equals sign in the value", "A=b64==\nB=a=b\n", { A: "b64==", B: "a=b" }],
    ["a path of Windows", 'A="D:\\databases\\trading.db"\nB=D:\\x\n', { A: "D:\\databases\\trading.db", B: "D:\\x" }],
    ["what is no entry", "hello world\n=1\n[section]\nA=1\n", { A: "1" }],
    ["an assignment inside a value", 'KEY="-----BEGIN\nA=1\n-----END"\nB=2\n', { KEY: "-----BEGIN\nA=1\n-----END", B: "2" }],
  ])("reads %s", (_name, text, values) => {
    expect(valuesOf(text)).toEqual(values);
  });

  test("keeps duplicates, in order", () => {
    expect(readDotenv("A=1\nA=2\n").map(({ value }) => value)).toEqual(["1", "2"]);
  });

  test("says how an entry was written", () => {
    expect(readDotenv("export A='x'\nB: y\n")).toMatchObject([
      { key: "A", exported: true, quote: "'", separator: "=" },
      { key: "B", exported: false, quote: null, separator: ":" },
    ]);
  });

  test("offsets are those of the text, whatever it is", () => {
    const piece = fc.constantFrom("A", "B=", "=", ":", " ", '"', "'", "`", "\\", "\n", "\r", "#", "export ", "x y", "\uFEFF", "1");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        let last = 0;
        for (const { key, keyStart, keyEnd, value, valueStart, valueEnd } of readDotenv(text)) {
          expect(text.slice(keyStart, keyEnd)).toBe(key);
          expect(text.slice(valueStart, valueEnd)).toBe(value);
          expect(keyStart).toBeGreaterThanOrEqual(last);
          expect(valueStart).toBeGreaterThan(keyEnd);
          last = valueEnd;
        }
      }),
    );
  });

  test("writes and reads back", () => {
    const entries = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[A-Z][A-Z0-9_]{0,12}$/), fc.stringMatching(/^[ -~\n]{0,30}$/)), { selector: ([key]) => key });
    fc.assert(
      fc.property(entries, fc.constantFrom("\n", "\r\n"), (pairs, end) => {
        const quotable = pairs.filter(([, value]) => !/['\\]/.test(value));
        expect(valuesOf(quotable.map(([key, value]) => `${key}='${value}'`).join(end))).toEqual(Object.fromEntries(quotable));
      }),
    );
  });

  test("takes linear time where every line opens a quote", () => {
    const lines = 100_000;
    expect(readDotenv('A="x\nB=\'\nC=`"\n'.repeat(lines / 4)).length).toBeGreaterThan(0);
    expect(readDotenv('A="\\"\n'.repeat(lines)).length).toBeGreaterThan(0);
  });
});
