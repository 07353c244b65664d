import { readSync } from "node:fs";
import { readIndexMark } from "../git/repository.ts";
import type { Environment } from "../git/run.ts";

/** What the shim's own `git diff-index` said while Node started, and which index it read. */
export interface PipedList {
  readonly raw: Buffer;
  readonly indexMark: string;
}

/** What the shim pipes to the hook. */
export interface Piped {
  /** `null` where there is none, or it is not whole: then git is started from here. */
  readonly list: PipedList | null;
  /** What has been read of that which follows the list, whole or not. */
  readonly rest: Buffer;
}

/** The shim holds the index open here from before git read it: this very file, whatever is renamed over it meanwhile. */
const INDEX_FD = 8;
/** Comes behind the list when git has ended, and says how: no list is taken for whole that is not. No record of git begins so. */
const END = "guard-list/2 ";
const ENDED_WELL = `${END}0\n`;
const NUL = 0;
const COLON = 58;
const CHUNK = 1 << 14;

export function readPiped(env: Environment): Piped {
  if (env.GUARD_LIST !== "1") return NOTHING;
  try {
    const { list: raw, rest } = readList();
    const indexMark = readIndexMark(INDEX_FD);
    return { list: raw && indexMark !== null ? { raw, indexMark } : null, rest };
  } catch {
    return NOTHING;
  }
}

const NOTHING: Piped = { list: null, rest: Buffer.alloc(0) };

/** Reads up to the end of the list, and no further than one reading happens to go: who writes what follows may take his time. */
function readList(): { readonly list: Buffer | null; readonly rest: Buffer } {
  let piped = Buffer.alloc(0);
  let end = 0;
  for (;;) {
    end = skipRecords(piped, end);
    const line = piped.subarray(end, piped.indexOf("\n", end) + 1);
    if (line.length > 0 && piped[end] !== COLON)
      return { list: line.equals(Buffer.from(ENDED_WELL)) ? piped.subarray(0, end) : null, rest: piped.subarray(end + line.length) };
    const chunk = Buffer.allocUnsafe(CHUNK);
    const read = readSync(0, chunk);
    if (read === 0) return { list: null, rest: piped };
    piped = Buffer.concat([piped, chunk.subarray(0, read)]);
  }
}

/** Behind the last whole record from `from` on: `:MODES OIDS STATUS NUL PATH NUL`. A path may hold anything but a NUL, line ends too. */
function skipRecords(piped: Buffer, from: number): number {
  let end = from;
  while (piped[end] === COLON) {
    const path = piped.indexOf(NUL, end) + 1;
    const next = path > 0 ? piped.indexOf(NUL, path) + 1 : 0;
    if (next === 0) return end;
    end = next;
  }
  return end;
}
