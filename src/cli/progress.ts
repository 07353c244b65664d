import type { TerminalIo } from "./io.ts";

export interface Progress {
  readonly update: (done: number, total: number) => void;
  /** Takes the bar off the screen again. */
  readonly close: () => void;
}

/** Shorter checks show none: a bar that flashes is noise. */
const appearsAfterMs = 500;

/** A progress bar on standard error, only where a person sits before it: on a terminal, not in CI, not with NO_COLOR or `--quiet`. */
export async function openProgress(io: Pick<TerminalIo, "progressStream" | "env">, isQuiet: boolean): Promise<Progress> {
  const { progressStream: stream, env } = io;
  if (stream === null || isQuiet || env.CI || env.NO_COLOR || env.TERM === "dumb") return { update: () => {}, close: () => {} };
  // Loaded beforehand: the check leaves no moment to load it later.
  const { SingleBar } = await import("cli-progress");
  const bar = new SingleBar({
    stream,
    format: "guard: checking [{bar}] {value} of {total} entries",
    // The whole line stays below 80 columns.
    barsize: 30,
    barCompleteChar: "#",
    barIncompleteChar: "-",
    clearOnComplete: true,
    // Turned off, a killed process would leave the terminal without line wrapping.
    linewrap: true,
  });
  const started = performance.now();
  let isShown = false;
  return {
    update(done, total) {
      if (isShown) bar.update(done);
      else if (performance.now() - started >= appearsAfterMs) {
        bar.start(total, done);
        isShown = true;
      }
    },
    close: () => bar.stop(),
  };
}
