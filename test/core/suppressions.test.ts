import { describe, expect, test } from "vitest";
import type { Suppressor } from "../../src/core/suppressions.ts";
import { contentRule, match } from "./engine.ts";

async function suppressors(text: string): Promise<readonly Suppressor[]> {
  return (await match([contentRule()], text)).suppressors;
}

/** The selectors and the reason of a line's suppression, and whether it speaks of the line itself or of the next. */
async function read(line: string): Promise<string> {
  const [found] = await suppressors(line);
  if (!found) return "none";
  return `${found.target === found.line ? "here" : "next"}: ${found.selectors.join("+")} | ${found.reason}`;
}

describe("comments", () => {
  test.each([
    ["x = 1 // guard-ignore test/token -- of the test", "here: test/token | of the test"],
    ["x = 1 //guard-ignore test/token -- of the test", "here: test/token | of the test"],
    ["x = 1 # guard-ignore test/token -- of the test", "here: test/token | of the test"],
    ["x = 1 ## guard-ignore test/token -- of the test", "here: test/token | of the test"],
    ["x = 1 -- guard-ignore test/token -- of the test", "here: test/token | of the test"],
    ["x = 1 ; guard-ignore test/token -- of the test", "here: test/token | of the test"],
    [";; guard-ignore test/token -- of the test", "next: test/token | of the test"],
    ["x = 1 % guard-ignore test/token -- of the test", "here: test/token | of the test"],
    ["x = 1 ' guard-ignore test/token -- of the test", "here: test/token | of the test"],
    ["REM guard-ignore test/token -- of the test", "next: test/token | of the test"],
    [":: guard-ignore test/token -- of the test", "next: test/token | of the test"],
    ["x = 1 /* guard-ignore test/token -- of the test */", "here: test/token | of the test"],
    ["/* guard-ignore test/token -- of the test */", "next: test/token | of the test"],
    ["/** guard-ignore test/token -- of the test */", "next: test/token | of the test"],
    ["<p>x</p> <!-- guard-ignore test/token -- of the test -->", "here: test/token | of the test"],
    ["  <!-- guard-ignore test/token -- of the test -->", "next: test/token | of the test"],
    ["  {/* guard-ignore test/token -- of the test */}", "next: test/token | of the test"],
    ["{# guard-ignore test/token -- of the test #}", "next: test/token | of the test"],
    ["<%-- guard-ignore test/token -- of the test --%>", "next: test/token | of the test"],
    ["<# guard-ignore test/token -- of the test #>", "next: test/token | of the test"],
    ["(* guard-ignore test/token -- of the test *)", "next: test/token | of the test"],
    ["x = 1 // GUARD-IGNORE test/token -- of the test", "here: test/token | of the test"],
    ["x = 1 // guard-ignore   test/token   --   of the test  ", "here: test/token | of the test"],
    ["x = 1 //\tguard-ignore\ttest/token\t--\tof the test", "here: test/token | of the test"],
  ])("%s", async (line, expected) => {
    expect(await read(line)).toBe(expected);
  });
});

describe("what is said in them", () => {
  test.each([
    ["// guard-ignore test/token,test/other -- two", "next: test/token+test/other | two"],
    ["// guard-ignore test/token, test/other -- two", "next: test/token+test/other | two"],
    ["// guard-ignore test/token test/other -- two", "next: test/token+test/other | two"],
    ["// guard-ignore test -- a pack", "next: test | a pack"],
    ["// guard-ignore 'test/*' -- a glob", "next: 'test/*' | a glob"],
    ["// guard-ignore test/* -- a glob", "next: test/* | a glob"],
    ["// guard-ignore test/token", "next: test/token | "],
    ["// guard-ignore test/token --", "next: test/token | "],
    ["// guard-ignore test/token --   ", "next: test/token | "],
    ["/* guard-ignore test/token -- */", "next: test/token | "],
    ["<!-- guard-ignore test/token -->", "next: test/token | "],
    ["<!-- guard-ignore test/token -- -->", "next: test/token | "],
    ["{# guard-ignore test/token -- #}", "next: test/token | "],
    ["// guard-ignore test/token -reason", "next: test/token+-reason | "],
    ["// guard-ignore test/token: reason", "next: test/token:+reason | "],
    ["// guard-ignore: test/token -- reason", "next: :+test/token | reason"],
    ["// guard-ignore", "next:  | "],
    ["// guard-ignore -- reason", "next:  | reason"],
    ["// guard-ignore test/token -- a -- b", "next: test/token | a -- b"],
    ["// guard-ignore test/token -- a // guard-ignore test/other -- b", "next: test/token | a // guard-ignore test/other -- b"],
  ])("%s", async (line, expected) => {
    expect(await read(line)).toBe(expected);
  });
});

describe("code round a comment", () => {
  test.each([
    ["/* guard-ignore test/token -- of the test */ x = 1", "here: test/token | of the test"],
    ["/* guard-ignore test/token -- */ x = 1", "here: test/token | "],
    ["} // guard-ignore test/token -- of the test", "here: test/token | of the test"],
    ["<td>x</td><!-- guard-ignore test/token -- of the test --></tr>", "here: test/token | of the test"],
  ])("%s", async (line, expected) => {
    expect(await read(line)).toBe(expected);
  });
});

describe("prose and code that mention the word", () => {
  test.each([
    "Write guard-ignore RULE -- reason at the end of the line.",
    "Write `guard-ignore RULE -- reason` at the end of the line.",
    "Use the allow list; guard-ignore is for one line.",
    "* guard-ignore now takes globs",
    "- **guard-ignore** test/token -- of the test",
    "see [suppressions](#guard-ignore)",
    "https://example.com/guard-ignore test/token -- x",
    "run guard --guard-ignore test/token -- x",
    `const marker = "guard-ignore";`,
    `const help = "guard-ignore RULE -- reason";`,
    `const help = 'guard-ignore RULE -- reason';`,
    `expect(parse("// guard-ignored")).toBe(1)`,
    "// guard-ignores test/token -- x",
    "// guard-ignore-next-line test/token -- x",
    "// un-guard-ignore test/token -- x",
    "guard-ignore test/token -- x",
  ])("%s", async (line) => {
    expect(await read(line)).toBe("none");
  });
});

test("places count from 1, in UTF-16 units, with and without CRLF", async () => {
  const expected = [{ line: 2, target: 2, column: 12, endColumn: 42, selectors: ["test/token"], reason: "why" }];
  for (const end of ["\n", "\r\n"]) expect(await suppressors(`a${end}"é😁" 1 // guard-ignore test/token -- why${end}`)).toEqual(expected);
});

test("a string in front of the comment does not hide it", async () => {
  expect(await read(`const s = "guard-ignore"; // guard-ignore test/token -- of the test`)).toBe("here: test/token | of the test");
});

test("on a line longer than one looks at", async () => {
  const [found] = await suppressors(`${"x".repeat(9000)} // guard-ignore test/token -- of the test`);
  expect(found).toMatchObject({ line: 1, target: 1, column: 9005, reason: "of the test" });
});

test("one a line", async () => {
  expect((await suppressors("/* guard-ignore a/b -- x */ /* guard-ignore c/d -- y */")).map(({ selectors }) => selectors)).toEqual([["a/b"]]);
});

test("a symbolic link holds none", async () => {
  const { suppressors: found } = await match([contentRule()], "// guard-ignore test/token -- x", {
    entry: { path: "link", kind: "symlink", status: "added", oid: null, baseOid: null, baseKind: null },
  });
  expect(found).toEqual([]);
});
