import { expect, test } from "vitest";
import { answerAgainstAll } from "../../src/core/against-parents.ts";

const line = (start: number, severity?: "warn") => ({ start, end: start + 1, message: `at ${start}`, ...(severity ? { severity } : {}) });
const whole = (message: string, severity?: "warn") => ({ message, ...(severity ? { severity } : {}) });

test("one parent's answer stays as it is", () => {
  const answer = [line(3), whole("gone"), whole("gone")];
  expect(answerAgainstAll([answer])).toBe(answer);
  expect(answerAgainstAll([])).toEqual([]);
});

test("of lines each answer counts, of one place the mildest; what is missed in the whole must be missed against all", () => {
  expect(answerAgainstAll([[line(3), whole("gone")], [line(7)]])).toEqual([line(3), line(7)]);
  expect(answerAgainstAll([[line(3), whole("gone")], [line(3, "warn"), whole("gone", "warn")], [whole("gone")]])).toEqual([
    line(3, "warn"),
    whole("gone", "warn"),
  ]);
  expect(answerAgainstAll([[], [whole("gone")]])).toEqual([]);
});
