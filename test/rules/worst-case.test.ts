import { afterAll, expect, test } from "vitest";
import { startCounting } from "../support/count-work.ts";

/** No input costs more than in proportion to its size. What it costs in milliseconds is for `npm run bench -- --only worst-case`. */

const BYTES = 24_576;
/** Twice the size is twice the work, and somewhat more: what looks so many bytes to both sides sees more of a larger file. Where all is compared with all it is four times. */
const MOST = 3;
/** Less work says nothing: it is what every file costs. */
const LEAST_WORK = 50_000;
/** Files that rules read whole, or with a lexer; those for secrets read all files alike. */
const PATHS = [".env", "docker-compose.yml", "env.ts", ".gitignore"];

// Before the rules are loaded, so that all of their blocks are counted.
const counter = await startCounting();
afterAll(() => counter.stop());
const { judgeFile, listTriggers, openEveryRule } = await import("../../bench/worst-case/every-rule.ts");
const { listShapes } = await import("../../bench/worst-case/shapes.ts");
const every = await openEveryRule();
const shapes = listShapes((await listTriggers()).filter((_, index) => index % 16 === 0));

async function judgeEverywhere(text: string): Promise<void> {
  await judgeFile(every, "src/app.ts", text);
  for (const path of PATHS) await judgeFile(every, path, text, (id) => !id.startsWith("secrets/"));
}

// Rules are loaded, and what they keep is made.
await judgeEverywhere(
  Object.values(shapes)
    .map((shape) => shape(200))
    .join("\n"),
);

test.each(Object.entries(shapes))("twice as much is not four times the work: %s", async (_, shape) => {
  const [once, twice] = [await counter.count(() => judgeEverywhere(shape(BYTES))), await counter.count(() => judgeEverywhere(shape(2 * BYTES)))];
  const worse = [...once].filter(([file, work]) => work > LEAST_WORK && (twice.get(file) ?? 0) > MOST * work);
  expect(worse.map(([file, work]) => `${file}: ${work}, then ${twice.get(file)}`)).toEqual([]);
});
