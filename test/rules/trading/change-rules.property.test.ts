import fc from "fast-check";
import { expect, test } from "vitest";
import { limits } from "../../../rules/trading/limits.ts";
import { liveConfirmation } from "../../../rules/trading/live-confirmation.ts";

const paths = fc.constantFrom("trading_config.json", ".env", "compose.yml", "config.py", "start.py", "Start.ps1");
const pieces = fc.constantFrom(
  "max_positions",
  "MAX_TOTAL_EXPOSURE",
  "=",
  ":",
  '"',
  "'",
  "{",
  "}",
  "[",
  "(",
  ")",
  ",",
  "10",
  "-1",
  "XLM/USD",
  "trading_pairs",
  "\n",
  " ",
  "YES",
  "input(",
  "!=",
  "live",
  "#",
  "$",
);
const texts = fc.oneof(
  fc.string(),
  fc.array(pieces, { maxLength: 60 }).map((words) => words.join("")),
);
const sides = fc.option(texts, { nil: null });

test("no text breaks the rules, and what they point at lies in the text", () => {
  fc.assert(
    fc.property(paths, sides, sides, (path, before, after) => {
      for (const { start, end } of [...limits.check({ path, before, after }, {}), ...liveConfirmation.check({ path, before, after }, {})]) {
        if (start === undefined || end === undefined) continue;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(after?.length ?? -1);
      }
    }),
    { numRuns: 2000 },
  );
});

test("what did not change never blocks", () => {
  fc.assert(
    fc.property(paths, texts, (path, text) => {
      const subject = { path, before: text, after: text };
      for (const { severity } of [...limits.check(subject, {}), ...liveConfirmation.check(subject, {})]) expect(severity).toBe("warn");
    }),
    { numRuns: 2000 },
  );
});

test("a number that grows always blocks, one that shrinks never does", () => {
  const amounts = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }));
  const carriers = fc.constantFrom(
    ["trading_config.json", (n: number) => `{"risk": {"max_positions": ${n}}}`] as const,
    [".env", (n: number) => `DEBUG=1\nMAX_TOTAL_EXPOSURE="${n}"\n`] as const,
    ["compose.yml", (n: number) => `e:\n  - MAX_POSITION_SIZE=${n}\n`] as const,
    ["config.py", (n: number) => `x = int(os.getenv("MAX_POSITIONS", "${n}"))\n`] as const,
  );
  fc.assert(
    fc.property(carriers, amounts, ([path, write], [before, after]) => {
      const blocks = limits.check({ path, before: write(before), after: write(after) }, {}).some(({ severity }) => severity !== "warn");
      expect(blocks).toBe(after > before);
    }),
  );
});
