import fc from "fast-check";
import { assert, describe, expect, test } from "vitest";
import { buildAutomaton } from "../../src/core/automaton.ts";
import { createPlainScanner, createScanner, type Triggered } from "../../src/core/kernel/scanner.ts";
import type { Trigger } from "../../src/core/rule.ts";
import { compileTriggers, type TriggerTable } from "../../src/core/triggers.ts";

type Triggers = Pick<TriggerTable, "automaton" | "gates">;
type Scan = (triggers: Triggers, bytes: Uint8Array, length: number, found: Triggered) => void;

const plain: Scan = (triggers, bytes, length, found) => createPlainScanner(triggers).scan(bytes, length, found);
const kernel: Scan = (triggers, bytes, length, found) => createScanner(triggers).scan(bytes, length, found);
const walks: [string, Scan][] = [
  ["JavaScript", plain],
  ["WebAssembly", kernel],
];

/** `trigger@end` of everything a walk reports, as often as it reports it. */
function scanned(scan: Scan, literals: readonly string[], bytes: Uint8Array, length = bytes.length): string[] {
  return triggered(
    scan,
    literals.map((text) => ({ literal: text })),
    bytes,
    length,
  );
}

function triggered(scan: Scan, triggers: readonly Trigger[], bytes: Uint8Array, length = bytes.length): string[] {
  const found: string[] = [];
  const table = compileTriggers(triggers.map((trigger, own) => ({ rule: 0, own, trigger })));
  scan(table, bytes, length, (trigger, start, end) => {
    assert(end - start === triggers[trigger]?.literal.length);
    found.push(`${trigger}@${end}`);
  });
  return found.sort();
}

function searched(literals: readonly string[], bytes: Uint8Array, length = bytes.length): string[] {
  // Only ASCII letters have a case here: `toLowerCase` on latin1 would fold the upper half too.
  const fold = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const text = fold(Buffer.from(bytes.subarray(0, length)).toString("latin1"));
  const found: string[] = [];
  literals.forEach((literal, i) => {
    for (let at = text.indexOf(fold(literal)); at >= 0; at = text.indexOf(fold(literal), at + 1)) found.push(`${i}@${at + literal.length}`);
  });
  return found.sort();
}

const letters = fc.constantFrom(..."aAbBcC0_-");
const literal = fc.string({ unit: letters, minLength: 2, maxLength: 6 });
const literals = fc.array(literal, { maxLength: 12 });

describe.each(walks)("%s", (_, scan) => {
  test("finds what a search for each literal finds, once each", () => {
    fc.assert(
      fc.property(literals, fc.string({ unit: letters, maxLength: 60 }), (words, text) => {
        const bytes = Buffer.from(text);
        expect(scanned(scan, words, bytes)).toEqual(searched(words, bytes));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])("%i bytes, a literal at every place", (length) => {
    const words = ["ab", "abc", "bc", "cab", "b-b-b"];
    for (let at = 0; at < length; at++) {
      for (const word of words) {
        const bytes = Buffer.from("-".repeat(at) + word).subarray(0, length);
        expect(scanned(scan, words, bytes)).toEqual(searched(words, bytes));
      }
    }
  });

  test("literals that overlap each other and the seams between the walks", () => {
    const words = ["aaaa", "aa", "aba", "bab", "abababab", "ba"];
    for (let length = 0; length < 40; length++) {
      for (const text of ["a".repeat(length), "ab".repeat(length).slice(0, length), "aab".repeat(length).slice(0, length)]) {
        const bytes = Buffer.from(text);
        expect(scanned(scan, words, bytes)).toEqual(searched(words, bytes));
      }
    }
  });

  test("bytes outside ASCII are in no literal, and fold onto none", () => {
    const bytes = Uint8Array.from({ length: 512 }, (_value, i) => i & 255);
    const words = ["yz", "ab", "@a", "z{"];
    expect(scanned(scan, words, bytes)).toEqual(searched(words, bytes));
  });

  test("nothing behind `length` is looked at", () => {
    const bytes = Buffer.from("..key..key..");
    expect(scanned(scan, ["key"], bytes, 9)).toEqual(["0@5"]);
  });

  test("without literals there is nothing to find", () => {
    expect(scanned(scan, [], Buffer.from("anything"))).toEqual([]);
  });
});

const chunk = 1 << 17;

describe("WebAssembly over several of its chunks", () => {
  const inJavaScript = (words: readonly string[], bytes: Uint8Array): string[] => scanned(plain, words, bytes);

  test("a literal at every offset round a seam of chunks and of walks", () => {
    const words = ["secret_word", "word", "et"];
    for (const seam of [chunk / 4, chunk / 2, chunk, chunk + chunk / 4, 2 * chunk]) {
      const bytes = Buffer.alloc(2 * chunk + 1000, ".");
      for (let shift = -12; shift <= 12; shift++) {
        bytes.fill(".");
        bytes.write("Secret_Word", seam + shift);
        expect(scanned(kernel, words, bytes)).toEqual(searched(words, bytes));
      }
    }
  });

  test("bytes that are all hits do not run over each other", () => {
    const words = ["aa", "a".repeat(200)];
    const bytes = Buffer.alloc(chunk + 77, "a");
    expect(scanned(kernel, words, bytes).join() === inJavaScript(words, bytes).join()).toBe(true);
  });

  test("random text", () => {
    fc.assert(
      fc.property(literals, fc.string({ unit: letters, minLength: 1, maxLength: 30 }), fc.nat(3 * chunk), (words, text, length) => {
        const bytes = Buffer.alloc(length, text);
        expect(scanned(kernel, words, bytes)).toEqual(inJavaScript(words, bytes));
      }),
      { numRuns: 10 },
    );
  });
});

describe("gates", () => {
  const run = fc.record({ set: fc.constantFrom("a-z", "A-Za-z0-9", "^a", "\\-_"), min: fc.integer({ min: 1, max: 4 }) });
  const trigger: fc.Arbitrary<Trigger> = fc.record(
    {
      literal: fc.oneof(literal, fc.constantFrom("abc_0-aBc", "AbCaB-", "AbCaB-0")),
      exact: fc.boolean(),
      startsWord: fc.boolean(),
      orEnd: fc.boolean(),
      followedBy: run,
      precededBy: run,
      holdsWithin: fc.record({ set: fc.constantFrom("a-z", "0-9"), min: fc.integer({ min: 1, max: 5 }), within: fc.integer({ min: 1, max: 20 }) }),
      assignedWithin: fc.integer({ min: 0, max: 30 }),
      randomWithin: fc.integer({ min: 0, max: 30 }),
    },
    { requiredKeys: ["literal"] },
  );
  const text = fc.array(fc.oneof(fc.constantFrom(..."aAbBcC0_-='\":, \r\n(/"), literal, fc.constantFrom("abc_0-aBc", "aaaaaaaa", "x9".repeat(12))), {
    minLength: 1,
    maxLength: 40,
  });

  test("pass the same in WebAssembly as in JavaScript", () => {
    fc.assert(
      fc.property(fc.array(trigger, { minLength: 1, maxLength: 6 }), text, (triggers, parts) => {
        const bytes = Buffer.from(parts.join(""));
        expect(triggered(kernel, triggers, bytes)).toEqual(triggered(plain, triggers, bytes));
      }),
      { numRuns: 500 },
    );
  });

  test("also where they look over the edge of what the kernel holds", () => {
    const edges = fc.constantFrom(chunk - 1024, chunk, chunk + 1024, 2 * chunk);
    fc.assert(
      fc.property(fc.array(trigger, { minLength: 1, maxLength: 6 }), text, edges, fc.integer({ min: -40, max: 10 }), (triggers, parts, edge, shift) => {
        const bytes = Buffer.alloc(2 * chunk + 2000, "9");
        bytes.write(parts.join(""), edge + shift);
        // A run that goes on far beyond
        bytes.fill("q", edge + shift + 60, edge + shift + 1500);
        expect(triggered(kernel, triggers, bytes)).toEqual(triggered(plain, triggers, bytes));
      }),
      { numRuns: 60 },
    );
  });

  test("more hits pass than are handed over at once", () => {
    const bytes = Buffer.alloc(40_000, "ab");
    expect(scanned(kernel, ["ab", "ba", "aba"], bytes).length).toBe(20_000 + 19_999 + 19_999);
  });
});

test("as many literals as the notation of a token catalogue needs, and no more states than 16 bits hold", () => {
  const many = Array.from({ length: 3000 }, (_, i) => `word${i}_`);
  expect(scanned(plain, many, Buffer.from("x word77_ word2999_"))).toEqual(["2999@19", "77@9"]);
  const tooMany = Array.from({ length: 8000 }, (_, i) => `${i.toString(36).padStart(4, "0")}_of_a_word`);
  expect(() => buildAutomaton(tooMany)).toThrow(RangeError);
});
