import { awaitDeath, type ProbeProcess } from "./probe-child.ts";
import { isSameJob, type ProbeJob } from "./probe-job.ts";

/**
 * The process that the shim has started beside the hook, because the last commit looked at the machine. It does the same again: half of the time that
 * looking takes is the start of Node. Its first line says which job it does, and its answers follow.
 */
export interface ExpectedChild {
  /** Itself, where it does this job at its own time, which is told along; `null` where it does another, has ended, or was taken before. */
  take(job: ProbeJob): Promise<{ readonly job: ProbeJob; readonly process: ProbeProcess } | null>;
  /** Ends it unless it was taken; answers whether it was. */
  end(): Promise<boolean>;
}

/** What it says first. */
interface Header {
  readonly pid: number;
  readonly job: ProbeJob;
}

/** `begun`: what has been read of its output. The rest comes on `input`. */
export function openExpectedChild(begun: Uint8Array, input: NodeJS.ReadStream): ExpectedChild {
  const decoder = new TextDecoder();
  let text = decoder.decode(begun, { stream: true });
  let onText = (): void => {};
  let onEnd = (): void => {};
  let hasEnded = false;
  let isTaken = false;
  let header: Promise<Header | null> | null = null;

  function readHeader(): Promise<Header | null> {
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
      onText = () => {
        const end = text.indexOf("\n");
        if (end < 0) return;
        const line = text.slice(0, end);
        text = text.slice(end + 1);
        // What follows waits for who reads it.
        onText = () => {};
        resolve(parseHeader(line));
      };
      onEnd = () => resolve(null);
      onText();
    });
  }

  function release(): void {
    for (const event of ["data", "end", "error", "close"]) input.removeAllListeners(event);
    input.on("error", () => undefined).destroy();
  }

  async function kill(pid: number): Promise<void> {
    if (!hasEnded) killQuietly(pid);
    // Its end is the end of what it says.
    if (!hasEnded)
      await awaitDeath(
        new Promise<void>((resolve) => {
          onEnd = resolve;
        }),
      );
    release();
  }

  function toProcess({ pid }: Header): ProbeProcess {
    return {
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
      kill: () => kill(pid),
      release,
    };
  }

  return {
    async take(job) {
      if (isTaken) return null;
      isTaken = true;
      header ??= readHeader();
      const told = await header;
      if (told && isSameJob(told.job, job)) return { job: told.job, process: toProcess(told) };
      if (told) await kill(told.pid);
      else release();
      return null;
    },
    async end() {
      if (isTaken) return true;
      isTaken = true;
      header ??= readHeader();
      const told = await header;
      if (told) await kill(told.pid);
      else release();
      return false;
    },
  };
}

/** The shim started it, and both come from one build. */
function parseHeader(line: string): Header | null {
  try {
    const header = JSON.parse(line) as Header;
    return Number.isInteger(header.pid) && header.pid > 1 && header.pid !== process.pid && Array.isArray(header.job.tasks) ? header : null;
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
