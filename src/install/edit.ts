import { createHash } from "node:crypto";
import type { FileState } from "../disk/file-state.ts";

/**
 * How to turn a file back, without keeping a copy of it (git's configuration may hold a password): both versions begin and end alike,
 * in the middle stood `removed` (latin1).
 */
export interface Edit {
  readonly before: { readonly sha256: string; readonly mode: number } | null;
  readonly after: { readonly sha256: string };
  /** Bytes. */
  readonly start: number;
  readonly end: number;
  readonly removed: string;
}

export function toEdit(before: FileState | null, after: Buffer): Edit {
  const old = before?.content ?? Buffer.alloc(0);
  const limit = Math.min(old.length, after.length);
  let start = 0;
  while (start < limit && old[start] === after[start]) start += 1;
  let end = 0;
  while (end < limit - start && old[old.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return {
    before: before && { sha256: sha256(before.content), mode: before.mode },
    after: { sha256: sha256(after) },
    start,
    end,
    removed: old.toString("latin1", start, old.length - end),
  };
}

/** The file as it was, `null` where there was none, `undefined` where it has been edited since. */
export function revertEdit(edit: Edit, current: Buffer): FileState | null | undefined {
  if (sha256(current) !== edit.after.sha256) return undefined;
  if (edit.before === null) return null;
  const content = Buffer.concat([current.subarray(0, edit.start), Buffer.from(edit.removed, "latin1"), current.subarray(current.length - edit.end)]);
  return sha256(content) === edit.before.sha256 ? { content, mode: edit.before.mode } : undefined;
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
