/** The second thread: matches its share of a whole tree, and says what it found. */
import { parentPort, workerData } from "node:worker_threads";
import { createLocalRuleset } from "./core/local-values.ts";
import { createMatcher, type FileResult } from "./core/match.ts";
import type { Entry } from "./core/model.ts";
import { createPolicyReader } from "./core/policy.ts";
import type { Ruleset } from "./core/ruleset.ts";
import { toSegment } from "./core/segments.ts";
import { loadBuiltInRuleset } from "./rulesets.ts";
import { type ThreadAnswer, type ThreadJob, takeTurns } from "./second-thread.ts";
import { readProvenFiles } from "./sources/proven-files.ts";

// Both sides come from one build
const { root, entries, policy, wanted, localValues, turns } = workerData as ThreadJob;
const ids = new Set(wanted);
const matcher = createMatcher(await openRulesets(), createPolicyReader(policy), (id) => ids.has(id));
const judged: ThreadAnswer["judged"][number][] = [];
const unproven = await readProvenFiles(root, takeTurns(entries, turns), { whole: match });
parentPort?.postMessage({ judged, unproven: unproven.map(({ path }) => path) } satisfies ThreadAnswer);

async function openRulesets(): Promise<Ruleset[]> {
  const builtIn = await loadBuiltInRuleset();
  const seeking = builtIn.special.find(({ summary }) => summary.inspects === "content" && summary.seeks);
  return seeking && localValues.length > 0 ? [builtIn, createLocalRuleset(seeking, builtIn.load, localValues)] : [builtIn];
}

function match(entry: Entry, bytes: Uint8Array): Promise<void> | void {
  const file = matcher.open(entry);
  const finish = (): void => {
    const result = file.end();
    judged.push({ path: entry.path, bytes: bytes.length, result: isEmpty(result) ? null : result });
  };
  const pending = file.segment(toSegment(bytes));
  return pending ? pending.then(finish) : finish();
}

function isEmpty({ findings, suppressors, unknown, noticedBy, content }: FileResult): boolean {
  return findings.length + suppressors.length + unknown.length + noticedBy.length === 0 && content === null;
}
