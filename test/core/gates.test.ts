import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildGateTable, type Gate, passesGate, readGate } from "../../src/core/gates.ts";
import { defineRule, type Trigger } from "../../src/core/rule.ts";
import { LETTER_PAIRS } from "../../src/core/secrets/letter-pairs.ts";

/** The definition of every gate, in regular expressions over the whole text. */
function passesByDefinition(trigger: Trigger, text: string, end: number): boolean {
  const start = end - trigger.literal.length;
  const line = text.slice(end).split("\n", 1)[0] ?? "";
  return (
    !(trigger.startsWord && /[A-Za-z0-9_]$/.test(text.slice(0, start))) &&
    !(trigger.exact && text.slice(start, end) !== trigger.literal) &&
    !(trigger.followedBy && !new RegExp(`^[${trigger.followedBy.set}]{${trigger.followedBy.min}}`).test(text.slice(end))) &&
    !(trigger.assignedWithin && !/[=:]|["'],/.test(line.slice(0, trigger.assignedWithin))) &&
    !(trigger.randomWithin && !holdsRandom(trigger.assignedWithin ? statementOf(text.slice(end)) : text.slice(end), trigger.randomWithin))
  );
}

function holdsRandom(text: string, within: number): boolean {
  const runs = [...text.matchAll(/[A-Za-z0-9!#$%&*+\-./@^_~]+/g)].filter(({ index }) => index < within);
  return runs.some(([run]) => (run.length >= 8 && /[0-9]/.test(run)) || (run.match(/[A-Za-z]{6,}/g) ?? []).some(areDrawn));
}

/** Four bits more in words than drawn, in quarter bits and rounded as the kernel does. */
function areDrawn(letters: string): boolean {
  const words = letters.split(/(?<=[a-z])(?=[A-Z])/);
  const inWords = words.flatMap((word) => [...word.toLowerCase()].map((letter, i) => costOf(word.toLowerCase()[i - 1], letter)));
  const inCases = [...letters].map((letter, i) => caseCostOf(letters[i - 1] ?? "", letter));
  const drawn = /[a-z]/.test(letters) && /[A-Z]/.test(letters) ? 22 : 18;
  return [...inWords, ...inCases].reduce((sum, bits) => sum + bits, 0) >= 16 + letters.length * drawn;
}

function costOf(before: string | undefined, letter: string): number {
  const row = LETTER_PAIRS[before === undefined ? 26 : before.charCodeAt(0) - 97] ?? "";
  return 2 * Number.parseInt(row[letter.charCodeAt(0) - 97] ?? "", 36);
}

function caseCostOf(before: string, letter: string): number {
  const isUpper = /[A-Z]/.test(letter);
  if (before === "") return isUpper ? 9 : 1;
  return /[A-Z]/.test(before) ? (isUpper ? 4 : 5) : isUpper ? 18 : 1;
}

/** The line, and each further one that the one before says belongs to it. */
function statementOf(text: string): string {
  const lines = text.split("\n");
  const isUnassigned = (i: number): boolean => !lines.slice(0, i + 1).some((line) => /[=:]/.test(line));
  const goesOn = (line: string, i: number): boolean =>
    /[=:([>|?+"'`\\][ \t\r]*$/.test(line) || (/["'],[ \t\r]*$/.test(line) && isUnassigned(i)) || (i === 0 && /^[ \t\r]*$/.test(line));
  const last = lines.findIndex((line, i) => !goesOn(line, i));
  return lines.slice(0, last + 1 || lines.length).join("\n");
}

const around = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."aZ0_-.=:,\"' \r\n(\\"), maxLength: 12 }),
  fc.string({ unit: fc.constantFrom("abc", "xyzXYZ", "7", "/", " ", "=", "\n"), maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(..."aeqxzAQX ="), maxLength: 14 }),
);
const trigger = fc.record(
  {
    literal: fc.constantFrom("Key", "sk-"),
    exact: fc.boolean(),
    startsWord: fc.boolean(),
    followedBy: fc.record({ set: fc.constantFrom("A-Za-z0-9", "a\\-_", "^a"), min: fc.integer({ min: 1, max: 4 }) }),
    assignedWithin: fc.integer({ min: 0, max: 8 }),
    randomWithin: fc.integer({ min: 0, max: 12 }),
  },
  { requiredKeys: ["literal"] },
);

function compileGate(trigger: Trigger): Gate {
  return readGate(buildGateTable([trigger]), 0);
}

function isPassed(trigger: Trigger, text: string, end: number): boolean {
  const bytes = Buffer.from(text, "latin1");
  return passesGate(compileGate(trigger), bytes, bytes.length, end);
}

test("a gate passes what its definition passes", () => {
  fc.assert(
    fc.property(trigger, fc.boolean(), around, around, (gate, shouts, before, after) => {
      const literal = shouts ? gate.literal.toUpperCase() : gate.literal;
      const text = before + literal + after;
      const end = before.length + literal.length;
      expect(isPassed(gate, text, end)).toBe(passesByDefinition(gate, text, end));
    }),
    { numRuns: 3000 },
  );
});

describe("at the edges of the bytes", () => {
  test("the first byte starts a word", () => {
    expect(isPassed({ literal: "key", startsWord: true }, "key", 3)).toBe(true);
  });
  test("what follows must be there in full", () => {
    const gate = { literal: "key", followedBy: { set: "a", min: 3 } };
    expect([isPassed(gate, "keyaa", 3), isPassed(gate, "keyaaa", 3)]).toEqual([false, true]);
  });
  test("bytes behind `length` do not count", () => {
    const bytes = Buffer.from("key=aaa");
    expect(passesGate(compileGate({ literal: "key", assignedWithin: 5 }), bytes, 3, 3)).toBe(false);
  });
  test("the sign of an assignment may stand as far away as `assignedWithin` says", () => {
    const gate = { literal: "key", assignedWithin: 3 };
    expect([isPassed(gate, "key  =", 3), isPassed(gate, "key   =", 3), isPassed(gate, "key\n=", 3)]).toEqual([true, false, false]);
  });
});

test.each(["z-a", "a]b"])("a set that is no character class is an error of its rule: %s", (set) => {
  const meta = { summary: "", why: "", fix: "", severity: "warn", confidence: "possible", since: "0.1.0" } as const;
  const rule = { id: "test/bad-set", inspects: "content", meta, triggers: [{ literal: "key", followedBy: { set, min: 1 } }], check: () => [] } as const;
  expect(() => defineRule(rule)).toThrow(SyntaxError);
});
