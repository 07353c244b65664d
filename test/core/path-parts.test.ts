import fc from "fast-check";
import { expect, test } from "vitest";
import { createPartSearch } from "../../src/core/path-parts.ts";

const toItems = (paths: readonly string[]) => paths.map((path) => ({ path }));

test("finds paths by parts of them whatever their case, each once and in their order", () => {
  const withPart = createPartSearch(toItems(["b/.ENV", "a/.env.local", ".env/.env", "İ/package.json", "ab"]));
  expect(withPart("package.json", ".env").map(({ path }) => path)).toEqual(["b/.ENV", "a/.env.local", ".env/.env", "İ/package.json"]);
  expect(withPart("b").map(({ path }) => path)).toEqual(["b/.ENV", "ab"]);
  expect([withPart(), withPart("x"), createPartSearch([])("")]).toEqual([[], [], []]);
});

test("finds what asking each path would find", () => {
  const path = fc.string({ unit: fc.constantFrom("a", "B", "/", ".", "İ", "é"), minLength: 1, maxLength: 6 });
  const part = fc.string({ unit: fc.constantFrom("a", "b", "/", "."), maxLength: 3 });
  fc.assert(
    fc.property(fc.array(path, { maxLength: 12 }), fc.array(part, { maxLength: 3 }), (paths, parts) => {
      const items = toItems(paths);
      expect(createPartSearch(items)(...parts)).toEqual(items.filter(({ path }) => parts.some((one) => path.toLowerCase().includes(one))));
    }),
  );
});
