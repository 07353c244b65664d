/**
 * Processor time of every rule on 1 MB of the worst: `npm run bench -- --only worst-case [--bytes 1048576] [--rule ID] [--path FILE]`. Prints each rule that takes longer than the
 * budget on some shape, or more than 2.6 times as long on twice as much. Not timed by wall clock, so that other work beside it does not count.
 */
import type { Rule } from "../src/core/rule.ts";
import { printTable, spentMs } from "./measure.ts";
import { judgeFile, listTriggers, openEveryRule } from "./worst-case/every-rule.ts";
import { listLongLines, listShapes, PATHS } from "./worst-case/shapes.ts";

const BUDGET_MS = 250;
const MOST = 2.6;
/** Shorter times say nothing about how they grow. */
const TELLING_MS = 60;
/** What is beyond is looked at again so often; the least counts. */
const MORE_LOOKS = 2;
const MEGABYTE = 1 << 20;

/** `only`: the one rule that is asked; `null`: all. `paths`: the kinds of files. */
export async function benchWorstCase(bytes: number, only: string | null, paths: readonly string[] = PATHS): Promise<void> {
  const spent = new Map<string, number>();
  const every = await openEveryRule((rule) => timed(rule, spent));
  const shapes = { ...listShapes(await listTriggers()), ...listLongLines() };
  const measure = async (path: string, text: string): Promise<Map<string, number>> => {
    spent.clear();
    const before = spentMs();
    await judgeFile(every, path, text, (id) => only === null || id === only);
    const all = spentMs() - before;
    const ofRules = [...spent.values()].reduce((sum, ms) => sum + ms, 0);
    return new Map([...spent, ["(engine)", all - ofRules]]);
  };
  for (const path of paths) await measure(path, "warm\n");
  const rows: { readonly ms: number; readonly cells: string[] }[] = [];
  for (const [name, shape] of Object.entries(shapes)) {
    for (const path of paths) {
      let whole = await measure(path, shape(bytes));
      // Where nothing took long there is no growth to speak of.
      const isTelling = [...whole.values()].some((ms) => ms > TELLING_MS);
      let half = isTelling ? await measure(path, shape(bytes / 2)) : whole;
      const listBeyond = (): typeof rows =>
        [...whole].flatMap(([rule, ms]) => {
          const perMegabyte = (ms * MEGABYTE) / bytes;
          const growth = ms / Math.max(1, half.get(rule) ?? 0);
          const isBeyond = perMegabyte > BUDGET_MS || (ms > TELLING_MS && growth > MOST);
          return isBeyond ? [{ ms, cells: [rule, name, path, perMegabyte.toFixed(0), growth.toFixed(1)] }] : [];
        });
      // Other work on the machine, and a collection of garbage that hits one of the two, look the same once.
      for (let more = 0; more < MORE_LOOKS && listBeyond().length > 0; more++) {
        whole = least(whole, await measure(path, shape(bytes)));
        half = least(half, await measure(path, shape(bytes / 2)));
      }
      rows.push(...listBeyond());
    }
  }
  const sorted = rows.sort((a, b) => b.ms - a.ms).map(({ cells }) => cells);
  printTable(`Beyond ${BUDGET_MS} ms per MB or ${MOST} times for twice as much, of ${Object.keys(shapes).length} shapes in ${paths.length} kinds of files`, [
    ["rule", "shape", "file", "ms/MB", "growth"],
    ...sorted,
  ]);
}

function least(times: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...times].map(([rule, ms]) => [rule, Math.min(ms, others.get(rule) ?? ms)]));
}

/** The rule with its time added up; of one that answers later only what it does at once. */
function timed(rule: Rule, spent: Map<string, number>): Rule {
  if (rule.inspects === "verdict") return rule;
  const check = (...about: never[]): unknown => {
    const before = spentMs();
    try {
      return (rule.check as (...about: never[]) => unknown)(...about);
    } finally {
      spent.set(rule.id, (spent.get(rule.id) ?? 0) + spentMs() - before);
    }
  };
  // As the one that it was made of.
  return { ...rule, check } as Rule;
}
