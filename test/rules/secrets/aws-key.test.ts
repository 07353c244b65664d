import { expect, test } from "vitest";
import { toAccountId } from "../../../rules/secrets/aws-key.ts";

test("reads the account out of a published id", () => {
  expect(toAccountId(["ASIA", "QNZGKIQY56JQ7WML"].join(""))).toBe("029608264753");
});

test("reads none out of what is no base 32", () => {
  expect(toAccountId(["ASIA", "QNZGKIQY56JQ7WM1"].join(""))).toBeNull();
});

test("reads none out of an id from before 2019", () => {
  expect(toAccountId(["AKIA", "IOSFODNN7EXAMPLE"].join(""))).toBeNull();
});
