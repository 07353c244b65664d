import { Session } from "node:inspector/promises";

/** How often code ran, by the file of ours that it stands in; `(bytes)`: how many bytes were turned into text. Neither knows how fast the machine is. */
export type Work = ReadonlyMap<string, number>;

export interface WorkCounter {
  /** The work of what `run` does, and of what ran since the last time. */
  count(run: () => Promise<unknown>): Promise<Work>;
  stop(): Promise<void>;
}

const BYTES = "(bytes)";
const OURS = /\/((?:src|rules)\/[^?]+)/;

/** Counts by V8's coverage, which tells of each block of code how often it was entered. Only what is loaded from now on is counted in blocks. */
export async function startCounting(): Promise<WorkCounter> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  return {
    async count(run) {
      const bytes = countBytes();
      try {
        await run();
      } finally {
        bytes.restore();
      }
      const { result } = await session.post("Profiler.takePreciseCoverage");
      const work = new Map([[BYTES, bytes.counted()]]);
      for (const { url, functions } of result) {
        const file = OURS.exec(url)?.[1];
        if (file === undefined || url.includes("/node_modules/")) continue;
        const blocks = functions.flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0);
        work.set(file, (work.get(file) ?? 0) + blocks);
      }
      return work;
    },
    async stop() {
      await session.post("Profiler.stopPreciseCoverage");
      session.disconnect();
    },
  };
}

function countBytes(): { counted(): number; restore(): void } {
  const original = Buffer.prototype.toString;
  let counted = 0;
  Buffer.prototype.toString = function (this: Buffer, ...given: Parameters<typeof original>) {
    const text = original.apply(this, given);
    counted += text.length;
    return text;
  };
  return { counted: () => counted, restore: () => void Object.assign(Buffer.prototype, { toString: original }) };
}
