/**
 * How many megabytes of source the engine judges in a second of one thread: `npm run bench -- --only engine [--tree FOLDER]`. Everything is read into
 * memory first, then goes through what a check does to it, stage by stage and as a whole. Processor time, so that other work beside it does not count.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decode } from "../src/core/decode.ts";
import { recogniseContent } from "../src/core/file-kind.ts";
import { createMatcher } from "../src/core/match.ts";
import { createPolicyReader } from "../src/core/policy.ts";
import type { ContentSubject, Rule } from "../src/core/rule.ts";
import { SEGMENT_BYTES, type Segment, toSegment } from "../src/core/segments.ts";
import { median, printTable, spentMs } from "./measure.ts";
import { type EveryRule, openEveryRule } from "./worst-case/every-rule.ts";

const project = fileURLToPath(new URL("..", import.meta.url));
const MEGABYTE = 1 << 20;
/** git takes a file with a NUL this far in for no text. */
const SNIFFED_BYTES = 8000;
const SHOWN_RULES = 12;

interface SourceFile {
  readonly path: string;
  readonly bytes: Buffer;
}

export async function benchEngine({ rounds, folder }: { readonly rounds: number; readonly folder: string | null }): Promise<void> {
  const folders = (folder === null ? ["node_modules", "bench/node_modules"].map((own) => join(project, own)) : [folder]).filter((from) => existsSync(from));
  const files = folders.flatMap((from) => [...listSources(from)]);
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / MEGABYTE;
  const every = await openEveryRule();
  const stages = listStages(files, every);
  const spent = new Map(Object.keys(stages).map((name) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, pass] of Object.entries(stages)) {
      const before = spentMs();
      await pass();
      if (round > 0) spent.get(name)?.push(spentMs() - before);
    }
  }
  printTable(`Engine, one thread: ${files.length} files, ${megabytes.toFixed(0)} MB of text; medians of ${rounds} rounds, processor time`, [
    ["", "ms", "MB/s"],
    ...[...spent].map(([name, times]) => [name, median(times).toFixed(0), ((megabytes * 1000) / median(times)).toFixed(0)]),
  ]);
  printTable(`What the rules asked cost: the ${SHOWN_RULES} that take longest`, [
    ["", "asked", "of them saw something", "ms"],
    ...(await listCosts(files)).slice(0, SHOWN_RULES),
  ]);
}

/** Every text below a folder that comes in one segment, without what tools keep there in folders such as `.cache`. */
function* listSources(folder: string): Generator<SourceFile> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (/[\\/]\./.test(entry.parentPath.slice(folder.length))) continue;
    const bytes = readFileSync(path);
    if (bytes.length <= SEGMENT_BYTES && !bytes.subarray(0, SNIFFED_BYTES).includes(0)) yield { path: path.slice(folder.length + 1), bytes };
  }
}

/** What a check does one after the other for each file, each for all files; the last is all of it. */
function listStages(files: readonly SourceFile[], { ruleset, policy }: EveryRule): Readonly<Record<string, () => void | Promise<void>>> {
  const matcher = createMatcher([ruleset], createPolicyReader(policy), () => true);
  const segments = files.map(({ path, bytes }) => ({ path, segment: toSegment(bytes) }));
  const scan = ({ bytes, length }: Pick<Segment, "bytes" | "length">): void => ruleset.scanner.scan(bytes, length, () => undefined);
  return {
    "encoding and kind of the file": () => {
      for (const { path, bytes } of files) recogniseContent(path, toSegment(bytes).bytes, bytes.length);
    },
    "triggers and gates": () => {
      for (const { segment } of segments) scan(segment);
    },
    "what is encoded, and its triggers": () => {
      for (const { segment } of segments) for (const { bytes } of decode(segment.bytes, segment.length)) scan({ bytes, length: bytes.length });
    },
    "all of it, with the rules that are asked": async () => {
      for (const { path, bytes } of files) {
        const file = matcher.open(toEntry(path));
        // Where no rule has yet to be loaded it answers at once.
        const pending = file.segment(toSegment(bytes));
        if (pending) await pending;
        file.end();
      }
    },
  };
}

function toEntry(path: string): Parameters<ReturnType<typeof createMatcher>["open"]>[0] {
  return { path, kind: "regular", status: "added", oid: null, baseOid: null, baseKind: null };
}

/** Of one pass of its own, in which each rule is timed. */
async function listCosts(files: readonly SourceFile[]): Promise<string[][]> {
  const costs = new Map<string, { asked: number; saw: number; ms: number }>();
  const { ruleset, policy } = await openEveryRule((rule) => counted(rule, costs));
  const matcher = createMatcher([ruleset], createPolicyReader(policy), () => true);
  for (const { path, bytes } of files) await matcher.open(toEntry(path)).segment(toSegment(bytes));
  const sorted = [...costs].sort(([, a], [, b]) => b.ms - a.ms);
  return sorted.map(([id, { asked, saw, ms }]) => [id, asked.toFixed(0), saw.toFixed(0), ms.toFixed(0)]);
}

function counted(rule: Rule, costs: Map<string, { asked: number; saw: number; ms: number }>): Rule {
  if (rule.inspects !== "content") return rule;
  const cost = { asked: 0, saw: 0, ms: 0 };
  costs.set(rule.id, cost);
  return {
    ...rule,
    check(subject: ContentSubject, options: unknown) {
      const before = spentMs();
      const answer = rule.check(subject, options);
      cost.ms += spentMs() - before;
      cost.asked++;
      if (answer instanceof Promise) return answer.then((matches) => count(matches));
      return count(answer);
    },
  };

  function count<M extends readonly unknown[]>(matches: M): M {
    if (matches.length > 0) cost.saw++;
    return matches;
  }
}
