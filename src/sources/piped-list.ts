import { readFileSync } from "node:fs";
import { readIndexMark } from "../git/repository.ts";
import type { Environment } from "../git/run.ts";

/** What the shim's own `git diff-index` said while Node started, and which index it read. */
export interface PipedList {
  readonly raw: Buffer;
  readonly indexMark: string;
}

/** The shim holds the index open here from before git read it: this very file, whatever is renamed over it meanwhile. */
const INDEX_FD = 8;
/** Comes behind the list when git has ended, and says how: no list is taken for whole that is not. */
const ENDED_WELL = Buffer.from("guard-list/1 0");

/** `null` where there is none, or it is not whole: then git is started from here. */
export function readPipedList(env: Environment): PipedList | null {
  if (env.GUARD_LIST !== "1") return null;
  try {
    const piped = readFileSync(0);
    const indexMark = readIndexMark(INDEX_FD);
    const raw = piped.subarray(0, -ENDED_WELL.length);
    const isWhole = piped.subarray(-ENDED_WELL.length).equals(ENDED_WELL) && (raw.length === 0 || raw.at(-1) === 0);
    return isWhole && indexMark !== null ? { raw, indexMark } : null;
  } catch {
    return null;
  }
}
