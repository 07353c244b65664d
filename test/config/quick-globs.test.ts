import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_IGNORED_LINES, DEFAULT_IGNORES } from "../../src/config/defaults.ts";
import { compileGlob } from "../../src/config/globs.ts";
import { createGlobTest } from "../../src/core/policy.ts";

const globs = [
  ...DEFAULT_IGNORES,
  ...DEFAULT_IGNORED_LINES.map(({ files }) => files),
  "**/.ENV",
  "*.Db",
  "**/.env.*",
  "data/**",
  "a?.ts",
  "*~",
  "**/a/{b,c}/**",
].map(compileGlob);
const words = globs.flatMap(({ quick }) => quick?.words.split("\0").filter(Boolean) ?? []);
const segment = fc.oneof(
  fc.constantFrom(...words, "src", "a.b", ".png", "x.PNG", "Node_Modules"),
  fc.string({ minLength: 1, maxLength: 6 }).map((text) => text.replaceAll("/", "_")),
);
const path = fc.tuple(fc.array(segment, { minLength: 1, maxLength: 4 }), fc.constantFrom("", ...words)).map(([parts, end]) => parts.join("/") + end);

test("the quick form of a glob says what its regular expression says", () => {
  expect(globs.filter(({ quick }) => quick).length).toBeGreaterThan(15);
  fc.assert(
    fc.property(path, (name) => {
      for (const glob of globs) {
        const slow = new RegExp(glob.source, "i").test(name);
        expect(createGlobTest([{ ...glob, negated: false }])(name), `${glob.pattern} on ${JSON.stringify(name)}`).toBe(slow);
      }
    }),
    { numRuns: 2000 },
  );
});
