import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileFolderGlob, compileGlob, problemOfGlob } from "../../src/config/globs.ts";
import { createGlobTest } from "../../src/core/policy.ts";

function matches(pattern: string, path: string): boolean {
  return createGlobTest([compileGlob(pattern)])(path);
}

describe("a glob", () => {
  test.each([
    ["**/*.ts", "src/a.ts"],
    ["**/*.ts", "a.ts"],
    ["*.ts", "deep/down/a.ts"],
    ["*.TS", "a.ts"],
    ["src/**", "src/a/b"],
    ["src/**/a.ts", "src/a.ts"],
    ["src/*/a.ts", "src/x/a.ts"],
    ["/a.ts", "a.ts"],
    ["./src/a.ts", "src/a.ts"],
    [String.raw`src\**\a.ts`, "src/x/a.ts"],
    ["{,src/}config.py", "src/config.py"],
    ["{,src/}config.py", "config.py"],
    ["*.{pem,key}", "certs/a.key"],
    ["a?c", "abc"],
    ["[ab].ts", "b.ts"],
    [".env*", "apps/shop/.env.local"],
    ["app/[id]/page.tsx", "app/[id]/page.tsx"],
    ["app/(shop)/page.tsx", "app/(shop)/page.tsx"],
    ["a+b|c$.ts", "a+b|c$.ts"],
    ["src/**", "src/new\nline.ts"],
    ["**", "src/.hidden/a"],
    ["src/**/", "src/a"],
  ])("%s matches %j", (pattern, path) => {
    expect(matches(pattern, path)).toBe(true);
  });

  test.each([
    ["/a.ts", "src/a.ts"],
    ["src/a.ts", "apps/src/a.ts"],
    ["src/*", "src/a/b"],
    ["*.ts", "a.tsx"],
    ["a.ts", "ba.ts"],
    ["src/**", "srcs/a"],
    ["dist", "dist/a.js"],
    ["a/**/b", "a/xb"],
    ["app/(shop)/page.tsx", "app/shop/page.tsx"],
    ["+(a)", "aaa"],
  ])("%s does not match %j", (pattern, path) => {
    expect(matches(pattern, path)).toBe(false);
  });

  test("keeps what was written, and whether it takes back", () => {
    expect(compileGlob("!dist/**")).toMatchObject({ pattern: "!dist/**", negated: true });
    expect(createGlobTest([compileGlob("**/*.js"), compileGlob("!keep.js")])("a/keep.js")).toBe(false);
  });
});

test("as folders they stand for everything below", () => {
  const isMatched = createGlobTest([compileFolderGlob("dist"), compileFolderGlob("apps/*/build/")]);
  expect(["dist", "dist/a.js", "a/dist/b/c", "apps/shop/build/x", "apps/shop/build"].every(isMatched)).toBe(true);
  expect(["distance", "a/dist.js", "build/x"].some(isMatched)).toBe(false);
});

test("what compiles is quick on every path, what would not be is refused", () => {
  const parts = fc.constantFrom("*", "*", "**", "/", "a", "b", "?", "[ab]", "{a,b}", ".");
  const pattern = fc.array(parts, { minLength: 1, maxLength: 14 }).map((all) => all.join(""));
  const name = fc.constantFrom("a".repeat(250), "ab".repeat(125), "a/".repeat(120), "ab/".repeat(60) + "a".repeat(70));
  fc.assert(
    fc.property(pattern, name, (glob, path) => {
      if (problemOfGlob(glob) !== null) return;
      const isMatched = createGlobTest([compileFolderGlob(glob)]);
      const start = performance.now();
      isMatched(path);
      // Unchecked, such patterns take minutes; this is no measurement, it tells minutes from nothing.
      expect(performance.now() - start).toBeLessThan(2_000);
    }),
    { numRuns: 500 },
  );
});

test.each(["*a*b*c*d", "**/a/**/b/**/c/**/d", "*a*/*b*/*c*/*d*/e", "{a,b}{a,b}{a,b}{a,b}{a,b}", "a".repeat(300)])("%s is refused", (pattern) => {
  expect(problemOfGlob(pattern)).toMatch(/^a glob/);
  expect(() => compileGlob(pattern)).toThrow(expect.objectContaining({ exitCode: 2, code: "config" }));
});
