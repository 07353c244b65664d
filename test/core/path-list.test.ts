import fc from "fast-check";
import { expect, test } from "vitest";
import { createPathList } from "../../src/core/path-list.ts";

const listOf = (paths: readonly string[]) => createPathList(paths.map((path) => ({ path })));

test("finds paths by parts of them whatever their case, each once and in their order", () => {
  const { withPart } = listOf(["b/.ENV", "a/.env.local", ".env/.env", "İ/package.json", "ab"]);
  expect(withPart("package.json", ".env").map(({ path }) => path)).toEqual(["b/.ENV", "a/.env.local", ".env/.env", "İ/package.json"]);
  expect(withPart("b").map(({ path }) => path)).toEqual(["b/.ENV", "ab"]);
  expect([withPart(), withPart("x"), listOf([]).withPart("")]).toEqual([[], [], []]);
});

test("finds what asking each path would find", () => {
  const path = fc.string({ unit: fc.constantFrom("a", "B", "/", ".", "İ", "é"), minLength: 1, maxLength: 6 });
  const part = fc.string({ unit: fc.constantFrom("a", "b", "/", "."), maxLength: 3 });
  fc.assert(
    fc.property(fc.array(path, { maxLength: 12 }), fc.array(part, { maxLength: 3 }), (paths, parts) => {
      const { entries, withPart } = listOf(paths);
      expect(withPart(...parts)).toEqual(entries.filter(({ path }) => parts.some((one) => path.toLowerCase().includes(one))));
    }),
  );
});
