import { type Known, unknown } from "../core/facts/known.ts";
import { type ProbeProcess, startProbe } from "./probe-child.ts";
import type { ProbeJob } from "./probe-job.ts";
import { removeFolder } from "./scratch.ts";

export interface RunOptions {
  readonly entry: URL;
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
  /** A process that does the job already. */
  readonly early?: ProbeProcess | null;
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
  let early = options.early ?? null;
  const deadline = performance.now() + options.deadlineMs;
  let rest = [...job.tasks.keys()];
  while (rest.length > 0) {
    const asked = rest;
    const tasks = asked.flatMap((index) => job.tasks[index] ?? []);
    const child = early ?? startProbe(options.entry, { ...job, tasks });
    early = null;
    const end = await runChild(child, tasks.length, options, deadline - performance.now(), (task, value) => {
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
  child: ProbeProcess,
  tasks: number,
  { deadlineMs, signal }: RunOptions,
  leftMs: number,
  onAnswer: (task: number, value: Known<unknown>) => void,
): Promise<End> {
  return new Promise((resolve) => {
    let open = tasks;
    const stopWaiting = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    const finish = (reason: string, final: boolean): void => {
      stopWaiting();
      void child.kill().then(() => resolve({ reason, final }));
    };
    const take = (task: number, value: Known<unknown>): void => {
      onAnswer(task, value);
      open -= 1;
      if (open > 0) return;
      // It removes its copies and ends by itself, and nobody waits for that
      child.release();
      stopWaiting();
      resolve({ reason: "was done", final: true });
    };
    const onAbort = (): void => finish("was interrupted", true);
    // A scan that kept this thread busy past the deadline must not make late what came in time: the pipe is read once more before the verdict
    const onLate = (): void => void setImmediate(() => finish(`did not answer within ${deadlineMs / 1000} s`, true));
    const timer = setTimeout(onLate, Math.max(0, leftMs));
    signal?.addEventListener("abort", onAbort);
    child.onEnd(finish);
    child.read(toAnswers(take, () => finish("answered something that could not be understood", true)));
    if (signal?.aborted) onAbort();
  });
}

/** Takes lines of JSON, each `{"task":0,"value":{"known":…}}`. */
function toAnswers(onAnswer: (task: number, value: Known<unknown>) => void, onNonsense: () => void): (chunk: string) => void {
  let text = "";
  return (chunk) => {
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
  };
}

function parseAnswer(line: string): { task: number; value: Known<unknown> } | null {
  try {
    const { task, value } = JSON.parse(line);
    return typeof task === "number" && typeof value?.known === "boolean" ? { task, value } : null;
  } catch {
    return null;
  }
}
