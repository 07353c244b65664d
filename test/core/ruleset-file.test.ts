import fc from "fast-check";
import { expect, test } from "vitest";
import { compileGlob } from "../../src/config/globs.ts";
import { type CompiledRules, compileRules } from "../../src/core/ruleset.ts";
import { decodeRuleset, encodeRuleset } from "../../src/core/ruleset-file.ts";
import { contentRule } from "./engine.ts";

const literal = fc.string({ unit: fc.constantFrom(..."abcXYZ-_19"), minLength: 2, maxLength: 8 });

function rulesetOf(literals: readonly string[]): CompiledRules {
  const rules = literals.map((text, i) =>
    contentRule(`test/rule-${i}`, { triggers: [text], ...(text.includes("9") ? { files: ["*.ts"] } : { readsDecoded: true }) }),
  );
  return compileRules(rules, compileGlob);
}

test("what is written is read back", () => {
  fc.assert(
    fc.property(fc.array(literal, { maxLength: 20 }), (literals) => {
      const ruleset = rulesetOf(literals);
      expect(decodeRuleset(encodeRuleset(ruleset))).toMatchObject(ruleset);
    }),
  );
});

test("it may lie anywhere in memory", () => {
  const ruleset = rulesetOf(["key-", "token"]);
  const shifted = Buffer.concat([Buffer.from("x"), encodeRuleset(ruleset)]).subarray(1);
  expect(decodeRuleset(shifted)).toMatchObject(ruleset);
});

test("a file that was cut or is longer is none", () => {
  const file = encodeRuleset(rulesetOf(["ab"]));
  for (let i = 0; i < file.length; i++) expect(decodeRuleset(file.subarray(0, i)), `cut at ${i}`).toBeNull();
  expect(decodeRuleset(Buffer.concat([file, Buffer.from([0])]))).toBeNull();
  // In memory of its own, where nothing lies behind it
  for (let i = 0; i < file.length; i += 7) expect(decodeRuleset(Buffer.from(new Uint8Array(file.subarray(0, i)).buffer)), `cut at ${i}`).toBeNull();
});

test("other rules have another mark", () => {
  const marks = [["ab"], ["abc"], ["ab", "cd"]].map((literals) => decodeRuleset(encodeRuleset(rulesetOf(literals)))?.mark);
  expect(new Set(marks).size).toBe(3);
});

test("bytes that were never a ruleset are none", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(decodeRuleset(Buffer.from(bytes))).toBeNull();
    }),
  );
});
