import { awaitDeath, type ProbeProcess } from "./probe-child.ts";
import { isSameJob, type ProbeJob } from "./probe-job.ts";

/**
 * The process that the shim has started beside the hook, because the last commit looked at the machine. It does the same again: half of the time that
 * looking takes is the start of Node. Its first line is its process id, the second the job that it does, and its answers follow.
 */
export interface ExpectedChild {
  /** Itself, where it does this job at its own time, which is told along; `null` where it does another, has ended, or was taken before. */
  take(job: ProbeJob): Promise<{ readonly job: ProbeJob; readonly process: ProbeProcess } | null>;
  /** Ends it unless it was taken; answers whether it was. */
  end(): Promise<boolean>;
}

/** It has only to read what it is to do, and was started long before it is asked. */
const PATIENCE_MS = 1000;

/** `begun`: what has been read of its output. The rest comes on `input`. */
export function openExpectedChild(begun: Uint8Array, input: NodeJS.ReadStream, patienceMs = PATIENCE_MS): ExpectedChild {
  const decoder = new TextDecoder();
  let text = decoder.decode(begun, { stream: true });
  let onText = (): void => {};
  let onEnd = (): void => {};
  let hasEnded = false;
  let isTaken = false;
  let pid: number | null = null;

  /** What it does; `null` where it does not say so. */
  function readJob(): Promise<ProbeJob | null> {
    input.on("data", (chunk: Buffer) => {
      text += decoder.decode(chunk, { stream: true });
      onText();
    });
    for (const end of ["end", "error", "close"])
      input.on(end, () => {
        hasEnded = true;
        onEnd();
      });
    return new Promise((resolve) => {
      const finish = (job: ProbeJob | null): void => {
        clearTimeout(patience);
        // What follows waits for who reads it.
        onText = onEnd = () => {};
        resolve(job);
      };
      const patience = setTimeout(() => finish(null), patienceMs);
      onEnd = () => finish(null);
      onText = () => {
        const lines = text.split("\n");
        pid ??= lines.length > 1 ? parsePid(lines[0]) : null;
        if (lines.length < 3) return;
        text = lines.slice(2).join("\n");
        finish(parseJob(lines[1]));
      };
      onText();
    });
  }

  function release(): void {
    for (const event of ["data", "end", "error", "close"]) input.removeAllListeners(event);
    input.on("error", () => undefined).destroy();
  }

  async function kill(): Promise<void> {
    if (!hasEnded && pid !== null) {
      killQuietly(pid);
      // Its end is the end of what it says.
      const end = new Promise<void>((resolve) => {
        onEnd = resolve;
      });
      await awaitDeath(end);
    }
    release();
  }

  const itself: ProbeProcess = {
    read(told) {
      onText = () => {
        const all = text;
        text = "";
        if (all !== "") told(all);
      };
      onText();
    },
    onEnd(told) {
      onEnd = () => told("was left without an answer", false);
      if (hasEnded) setImmediate(onEnd);
    },
    kill,
    release,
  };

  return {
    async take(job) {
      if (isTaken) return null;
      isTaken = true;
      const own = await readJob();
      if (own && isSameJob(own, job)) return { job: own, process: itself };
      await kill();
      return null;
    },
    async end() {
      if (isTaken) return true;
      isTaken = true;
      await readJob();
      await kill();
      return false;
    },
  };
}

function parsePid(line = ""): number | null {
  const pid = Number(line);
  return Number.isInteger(pid) && pid > 1 && pid !== process.pid ? pid : null;
}

/** The shim started it, and both come from one build. */
function parseJob(line = ""): ProbeJob | null {
  try {
    const job = JSON.parse(line) as ProbeJob;
    return Array.isArray(job.tasks) ? job : null;
  } catch {
    return null;
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended.
  }
}
