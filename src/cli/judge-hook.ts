import type { Report } from "../core/model.ts";
import { readHead } from "../git/head.ts";
import type { Repository } from "../git/repository.ts";
import { createGit, type Environment } from "../git/run.ts";
import { check } from "../guard.ts";
import { openExpectedChild } from "../machine/expected-child.ts";
import { readPiped } from "../sources/piped-list.ts";
import { type StagedStart, startStaged } from "../sources/staged.ts";
import { expectJob } from "../state/expected-job.ts";
import { writeLastOk } from "../state/last-ok.ts";
import { isPending } from "../state/pending.ts";

/** For 0 (clean) and 1 (blocked) codes that nothing else ends in; the shim turns them back, and every other code into 3. */
const CODES: ReadonlyMap<number, number> = new Map([
  [0, 70],
  [1, 71],
]);

/** How the process is to end, and whether nothing was said, so that it can end at once. */
export interface HookEnd {
  readonly code: number;
  readonly isQuiet: boolean;
}

export interface HookCall {
  readonly event: string | undefined;
  readonly cwd: string;
  readonly env: Environment;
  readonly args: readonly string[];
}

/** Judges the index of this very commit, or what the event is about. */
export async function judgeHook(call: HookCall, repository: Repository | null): Promise<HookEnd> {
  const { event, cwd, env, args } = call;
  if (event === "pre-push" || event === "commit-msg" || env.GUARD_SKIP) {
    const { runRareHook } = await import("./judge-rare-hook.ts");
    return end(await runRareHook(event, cwd, env, args), call);
  }
  const { list, rest } = readPiped(env);
  const expected = env.GUARD_PROBES === "1" ? openExpectedChild(rest, process.stdin) : null;
  const started = repository && startStaged(createGit(cwd, env), repository, env, event, list);
  const request = { source: { kind: "staged" }, cwd, env, ...(started ? { started } : {}), ...(expected ? { expected } : {}) } as const;
  const judged = await check(request).finally(async () => {
    // The commit would wait for a child that nobody took.
    if (expected && !(await expected.end()) && repository) expectJob(repository.commonDir, null);
  });
  return end(started && (await isNoted(judged, started, env)) ? judged : await noteInFull(judged, cwd, env, started), call);
}

/** Prints what there is to say. */
async function end(report: Report, { cwd, env }: Pick<HookCall, "cwd" | "env">): Promise<HookEnd> {
  const isQuiet = !isWorthWords(report);
  if (!isQuiet) {
    const { formatForHook } = await import("./hook-report.ts");
    process.stderr.write(formatForHook(report, cwd, env));
  }
  return { code: CODES.get(report.exitCode) ?? report.exitCode, isQuiet };
}

/** A check that lets through, behind a commit that is on record: all that is to be written down is what it saw. */
async function isNoted({ exitCode, findings }: Report, { repository, parents, diffs }: StagedStart, env: Environment): Promise<boolean> {
  if (exitCode !== 0 || findings.some(({ ruleId }) => ruleId === "policy/weakened")) return false;
  const base = readHead(repository);
  const raw = await diffs[0]?.catch(() => null);
  if (base === null || !raw || !isPending(repository.gitDir, base)) return false;
  try {
    writeLastOk(repository.gitDir, { base, others: parents.slice(1), raw, skipped: [], asker: env.GUARD_ASKER }, Date.now());
    return true;
  } catch {
    return false;
  }
}

async function noteInFull(report: Report, cwd: string, env: Environment, started: StagedStart | null): Promise<Report> {
  const { noteCheck } = await import("../note-check.ts");
  return noteCheck(report, createGit(cwd, env), { started, skip: null, asker: env.GUARD_ASKER });
}

/** A commit that nothing is to be said about gets no line, and neither does what the baseline has on record. */
function isWorthWords({ exitCode, findings, unknown, notes }: Report): boolean {
  return exitCode !== 0 || findings.some(({ suppression }) => suppression?.kind !== "baseline") || unknown.length > 0 || notes.length > 0;
}
