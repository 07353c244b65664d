import { describe, expect, it } from "vitest";
import { closestTo } from "../../src/core/closest.ts";

const rules = ["secrets/private-key", "secrets/jwt", "trading/limits", "storage/data-file"];

describe("closestTo", () => {
  it.each([
    ["secrets/privatekey", "secrets/private-key"],
    ["SECRETS/JWT", "secrets/jwt"],
    ["private-key", "secrets/private-key"],
    ["datafile", "storage/data-file"],
    ["trading/limit", "trading/limits"],
    ["deploy/something-else", null],
    ["x", null],
    ["", null],
  ])("%s: %s", (word, expected) => {
    expect(closestTo(word, rules)).toBe(expected);
  });
});
