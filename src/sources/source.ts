import type { AddedLines } from "../core/age.ts";
import type { Message } from "../core/message.ts";
import type { Entry, SourceKind } from "../core/model.ts";
import type { PathList } from "../core/path-list.ts";

/** Takes the bytes of one entry. */
export interface ContentTaker {
  push(bytes: Uint8Array): Promise<void> | void;
  end(): Promise<void> | void;
}

/** Takes the contents that a source reads. */
export interface ContentSink {
  /** Bytes that come in pieces; `size` is known beforehand. */
  open(entry: Entry, size: number): ContentTaker;
  /** Bytes that are in hand whole; they may be overwritten once the promise has settled. */
  whole(entry: Entry, bytes: Uint8Array): Promise<void> | void;
  /** The content could not be had. */
  missing(entry: Entry, reason: string): void;
}

/** Tells what a commit adds from what stood there before. */
export interface AddedByCommit {
  /** Lines of these entries that the commit adds, by path; `"all"` and `"none"` say it of a whole file. */
  addedLines(entries: readonly Entry[]): Promise<Map<string, AddedLines | "all" | "none">>;
}

/** What is to be judged, and how to read it. Opened by its own module, used by the pipeline, closed at the end. */
export interface Source {
  readonly kind: SourceKind;
  readonly entries: readonly Entry[];
  /** Paths that were named one by one: judged even where `ignores` takes them out. */
  readonly named: ReadonlySet<string>;
  /** For people: where there is nothing to judge, and why. */
  readonly notes?: readonly string[];
  /** What was written about it, where the source has that. */
  readonly messages?: readonly Message[];
  /** Reads the contents of entries that have one, in any order. */
  readContents(entries: readonly Entry[], sink: ContentSink): Promise<void>;
  /** Reads those that can be had without git and answers with the others; where it is there, it can be shared out between threads. */
  readProven?(entries: Iterable<Entry>, sink: ContentSink): Promise<readonly Entry[]>;
  /** Everything that will be in the repository; `null` where the source has no repository. */
  listRepository: (() => Promise<PathList<Entry>>) | null;
  /** What stood at the paths before, as bytes; `null` entries did not exist. One whose bytes cannot be had is left out. */
  readBefore(entries: readonly Entry[]): Promise<Map<string, Buffer | null>>;
  /** `null`: nothing to compare with. */
  readonly addedByCommit: AddedByCommit | null;
  /** Called last. Throws `GuardError` (3) where what was judged is no longer what is there. */
  close(): Promise<void>;
  /** Called last where the run failed, and harmless after `close`: ends what is still under way. */
  abandon(): void;
}

/** Whether an entry has bytes to read: not deleted, no submodule, not unmerged. */
export function hasContent(entry: Entry): boolean {
  return entry.status !== "deleted" && entry.status !== "unmerged" && entry.kind !== "gitlink";
}
