import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { LocalValue } from "./core/facts/local-files.ts";
import type { FileResult } from "./core/match.ts";
import type { Entry } from "./core/model.ts";
import type { Policy } from "./core/policy.ts";

/** What a second thread needs to match as this one does. Plain, since it is copied. */
export interface MatchingTask {
  readonly root: string;
  readonly policy: Policy;
  /** Ids of the rules that are to be asked, all of them built in. */
  readonly wanted: readonly string[];
  readonly localValues: readonly LocalValue[];
}

export interface ThreadJob extends MatchingTask {
  readonly entries: readonly Entry[];
  /** One i32: the next entry that nobody has taken. */
  readonly turns: SharedArrayBuffer;
}

/** `result`: `null` where nothing was found. */
export interface ThreadAnswer {
  readonly judged: readonly { readonly path: string; readonly bytes: number; readonly result: FileResult | null }[];
  readonly unproven: readonly string[];
}

/** A thread beside this one that takes entries from the same list. */
export interface SecondThread {
  /** Entries for this thread, until none is left. */
  readonly own: Iterable<Entry>;
  /** `null`: it failed, and nothing that it has taken counts as judged. */
  readonly answer: Promise<ThreadAnswer | null>;
  stop(): void;
}

/** The build leaves it beside the bundle that this module ends up in; the sources are run as they are. */
const BUILT_ENTRY = new URL("./second-thread.js", import.meta.url);

export function startSecondThread(task: MatchingTask, entries: readonly Entry[]): SecondThread {
  const turns = new SharedArrayBuffer(4);
  const workerData: ThreadJob = { ...task, entries, turns };
  const worker = new Worker(existsSync(BUILT_ENTRY) ? BUILT_ENTRY : new URL("./second-thread-entry.ts", import.meta.url), { workerData });
  const answer = new Promise<ThreadAnswer | null>((resolve) => {
    worker.once("message", resolve);
    for (const end of ["error", "messageerror", "exit"]) worker.once(end, () => resolve(null));
  });
  return { own: takeTurns(entries, turns), answer, stop: () => void worker.terminate() };
}

/** So many at once: fewer would make the threads wait for each other, more would leave one of them alone at the end. */
const AT_ONCE = 8;

/** The entries that this thread gets, while the other gets the others. */
export function* takeTurns(entries: readonly Entry[], turns: SharedArrayBuffer): Generator<Entry> {
  const next = new Int32Array(turns);
  for (let from = Atomics.add(next, 0, AT_ONCE); from < entries.length; from = Atomics.add(next, 0, AT_ONCE)) yield* entries.slice(from, from + AT_ONCE);
}
