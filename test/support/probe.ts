import type { MachineFacts } from "../../src/core/facts/machine.ts";
import { type ProbeRequest, startProbes } from "../../src/machine/probe.ts";
import type { WatchedTrading } from "../../src/machine/probe-job.ts";
import { requestAt } from "./trading-probe.ts";

export const probeEntry = new URL("probe-child.ts", import.meta.url);

/** Runs the real child on the files of a folder. It is run from its sources, perhaps beside everything else, so it gets more time than in a commit. */
export function probe(baseDir: string, parts: ProbeRequest["parts"], settings: Partial<ProbeRequest> = {}): Promise<MachineFacts> {
  return startProbes({ parts, baseDir, probeEntry, deadlineMs: 60_000, ...settings });
}

/** A bot whose database and log lie in the folder itself. */
export function watchTrading(parts: Partial<WatchedTrading> = {}, now = Date.now()): WatchedTrading {
  return { root: ["."], database: ["trading.db"], logs: ["*.log"], criticalFiles: [], request: requestAt(now), ...parts };
}
