import fc from "fast-check";
import { expect, test } from "vitest";
import { isSelected, isSelectedByAny } from "../../src/core/selectors.ts";

test.each([
  ["secrets/private-key", "secrets/private-key", true],
  ["secrets/private-key", "secrets/private-key-file", false],
  ["secrets", "secrets/private-key", true],
  ["secret", "secrets/private-key", false],
  ["secrets/", "secrets/private-key", false],
  ["private-key", "secrets/private-key", false],
  ["secrets/*", "secrets/private-key", true],
  ["secrets/*-key", "secrets/private-key", true],
  ["secrets/*-key", "secrets/key-file", false],
  ["*/private-key", "secrets/private-key", true],
  ["*", "secrets/private-key", true],
  ["**", "secrets/private-key", false],
  ["*/*", "secrets/private-key", true],
  ["s*y", "secrets/private-key", false],
  ["secrets/.*", "secrets/private-key", false],
  ["", "secrets/private-key", false],
])("%j selects %s: %s", (selector, id, expected) => {
  expect(isSelected(selector, id)).toBe(expected);
});

test("a glob matches as the regular expression that it stands for", () => {
  const part = fc.string({ unit: fc.constantFrom("a", "b", "*", "/"), maxLength: 8 });
  fc.assert(
    fc.property(
      part.filter((text) => text.includes("*") && text !== "*"),
      fc.string({ unit: fc.constantFrom("a", "b", "/"), maxLength: 8 }),
      (glob, id) => {
        expect(isSelected(glob, id)).toBe(new RegExp(`^${glob.replaceAll("*", "[^/]*")}$`).test(id));
      },
    ),
    { numRuns: 2000 },
  );
});

test("any of several selects", () => {
  expect(isSelectedByAny(["trading", "secrets/jwt"], "secrets/jwt")).toBe(true);
  expect(isSelectedByAny([], "secrets/jwt")).toBe(false);
});
