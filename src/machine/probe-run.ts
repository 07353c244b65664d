import type { ChildProcess } from "node:child_process";
import { type Known, unknown } from "../core/facts/known.ts";
import { killChild, releaseChild, startProbeChild, type WarmChild } from "./probe-child.ts";
import type { ProbeJob } from "./probe-job.ts";
import { removeFolder } from "./scratch.ts";

export interface RunOptions {
  readonly entry: URL;
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
  /** A process that was started beforehand. */
  readonly warm?: WarmChild | undefined;
  /** Told each answer as it comes, by the index of its task. */
  onAnswer?(task: number, value: Known<unknown>): void;
}

/** The answer to each task, by its index. */
export type Answers = ReadonlyMap<number, Known<unknown>>;

/** How a child ended. `final`: another one would do no better. */
interface End {
  readonly reason: string;
  readonly final: boolean;
}

/**
 * Has a job done by a child, with all its tasks answered in the end. A child that dies takes down only the task that it died of: the next child
 * goes on behind it. Past the deadline it is killed, and what it has not answered is unknown.
 */
export async function runJob(job: ProbeJob, options: RunOptions): Promise<Answers> {
  const answers = new Map<number, Known<unknown>>();
  const deadline = performance.now() + options.deadlineMs;
  let rest = [...job.tasks.keys()];
  while (rest.length > 0) {
    const asked = rest;
    const tasks = asked.flatMap((index) => job.tasks[index] ?? []);
    const end = await runChild({ ...job, tasks }, options, deadline - performance.now(), (task, value) => {
      answers.set(asked[task] ?? -1, value);
      options.onAnswer?.(asked[task] ?? -1, value);
    });
    rest = asked.filter((index) => !answers.has(index));
    const [culprit, ...others] = rest;
    if (culprit === undefined) break;
    removeFolder(job.scratchFolder);
    answers.set(culprit, unknown(nameTask(job, culprit), end.reason));
    rest = others;
    // A child that dies before its first answer is no bad luck the second time
    const isHopeless = end.final || (rest.length === asked.length - 1 && asked.length < job.tasks.length);
    if (!isHopeless) continue;
    for (const index of rest) answers.set(index, unknown(nameTask(job, index), `was not looked at: ${nameTask(job, culprit)} ${end.reason}`));
    break;
  }
  return answers;
}

function nameTask(job: ProbeJob, index: number): string {
  const task = job.tasks[index];
  if (!task) return "probe";
  return task.database === null ? task.part : (job.databases[task.database]?.name ?? task.part);
}

function runChild(
  job: ProbeJob,
  { entry, deadlineMs, signal, warm }: RunOptions,
  leftMs: number,
  onAnswer: (task: number, value: Known<unknown>) => void,
): Promise<End> {
  return new Promise((resolve) => {
    let open = job.tasks.length;
    const child = warm?.take() ?? startProbeChild(entry);
    const stopWaiting = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    const finish = (reason: string, final: boolean): void => {
      stopWaiting();
      void killChild(child).then(() => resolve({ reason, final }));
    };
    const take = (task: number, value: Known<unknown>): void => {
      onAnswer(task, value);
      open -= 1;
      if (open > 0) return;
      // It removes its copies and ends by itself, and nobody waits for that
      releaseChild(child);
      stopWaiting();
      resolve({ reason: "was done", final: true });
    };
    const onAbort = (): void => finish("was interrupted", true);
    // A scan that kept this thread busy past the deadline must not make late what came in time: the pipe is read once more before the verdict
    const onLate = (): void => void setImmediate(() => finish(`did not answer within ${deadlineMs / 1000} s`, true));
    const timer = setTimeout(onLate, Math.max(0, leftMs));
    signal?.addEventListener("abort", onAbort);
    const errors = collectErrors(child);
    readAnswers(child, take, () => finish("answered something that could not be understood", true));
    child.on("error", (error) => finish(`could not be started (${error.message})`, true));
    child.on("close", (code, killer) => finish(describeDeath(code, killer, errors()), false));
    // A line, not a file: its end reaches the child only when this thread comes to rest, and the scan may keep it busy until then
    child.stdin?.on("error", () => {}).write(`${JSON.stringify(job)}\n`);
    if (signal?.aborted) onAbort();
  });
}

/** Lines of JSON, each `{"task":0,"value":{"known":…}}`. */
function readAnswers(child: ChildProcess, onAnswer: (task: number, value: Known<unknown>) => void, onNonsense: () => void): void {
  let text = "";
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    // A long line comes in many pieces, and is not to be searched anew at each
    if (!chunk.includes("\n")) return;
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) {
      const answer = parseAnswer(line);
      if (!answer) return onNonsense();
      onAnswer(answer.task, answer.value);
    }
  });
}

function parseAnswer(line: string): { task: number; value: Known<unknown> } | null {
  try {
    const { task, value } = JSON.parse(line);
    return typeof task === "number" && typeof value?.known === "boolean" ? { task, value } : null;
  } catch {
    return null;
  }
}

function collectErrors(child: ChildProcess): () => string {
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    text = (text + chunk).slice(0, 4000);
  });
  return () => text;
}

function describeDeath(code: number | null, killer: NodeJS.Signals | null, errors: string): string {
  const line = errors.split("\n").find((text) => /^\w*(Error|\[Error)/.test(text));
  if (killer) return `died while it was looked at (${killer})`;
  return code === 0 ? "was left without an answer" : `could not be looked at: the probe ended with code ${code}${line ? ` (${line})` : ""}`;
}
