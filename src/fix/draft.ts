import { type ContentChange, refuseChanges } from "../core/fix-content.ts";
import type { FileChange } from "../core/model.ts";
import type { IndexEntry } from "../git/update-index.ts";
import type { OnDisk } from "./work-tree.ts";

/** A file that some finding wants changed, as it was before. */
export interface Draft {
  readonly path: string;
  /** `null`: not in the index. */
  readonly entry: IndexEntry | null;
  /** Of the index. */
  readonly content: Buffer;
  readonly onDisk: OnDisk;
  /** HEAD has the same content at this path. */
  readonly isCommitted: boolean;
}

/** Why a change cannot be made after those that are `agreed` for the same file; `null`: it can. */
export function refuseChange(draft: Draft, change: FileChange, agreed: readonly FileChange[]): string | null {
  const { path, entry, content, onDisk, isCommitted } = draft;
  if (entry?.isHidden) return `git was told to leave ${path} on disk alone (sparse checkout, or assume-unchanged)`;
  if (entry && entry.kind !== "regular" && entry.kind !== "executable") return `${path} is no plain file`;
  if (agreed.some(({ kind }) => kind === "untrack")) return change.kind === "untrack" ? null : `${path} is taken out of the index`;
  if (change.kind !== "append" && (entry === null || entry.oid !== change.oid)) return `${path} is no longer what was judged`;
  if (change.kind === "untrack") {
    const isSafe = onDisk.kind === "same" || isCommitted;
    return isSafe ? null : `what is staged of ${path} lies nowhere else, so it is not taken out; save it or stage it again first`;
  }
  if (!isRepositoryPath(path)) return `${JSON.stringify(path)} is no path of a file in the repository`;
  if (entry === null && onDisk.kind !== "missing") return `${path} is there and not staged; stage it first`;
  const reason = refuseChanges(content, [...agreed.filter(isContentChange), change]);
  return reason === null ? null : `${path} cannot be changed: ${reason}`;
}

export function isContentChange(change: FileChange): change is ContentChange {
  return change.kind !== "untrack";
}

/** As git takes it on every system: relative, without dots for names, not in git's own folder. */
function isRepositoryPath(path: string): boolean {
  return path.split("/").every((name) => !/^(?:|\.|\.\.|\.git|git~1)$/i.test(name) && !/[\\:\0]/.test(name));
}
