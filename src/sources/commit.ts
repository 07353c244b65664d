import type { Message } from "../core/message.ts";
import type { Entry } from "../core/model.ts";
import { createPathList } from "../core/path-list.ts";
import type { Batch } from "../git/batch.ts";
import type { Commit } from "../git/history.ts";
import { parseTreeList } from "../git/raw.ts";
import type { Git } from "../git/run.ts";
import { createAddedByCommit } from "./added-by-commit.ts";
import { readBefore, readByOid } from "./contents.ts";
import type { Source } from "./source.ts";

/** What a source of one commit is made of. */
export interface CommitParts {
  readonly commit: Commit;
  readonly entries: readonly Entry[];
  readonly message: Message;
  /** What a root is compared with. */
  readonly emptyTree: string;
}

/** One commit against its parents. `batch` belongs to whoever opened it. */
export function openCommit(git: Git, batch: Batch, { commit, entries, message, emptyTree }: CommitParts): Source {
  const bases = commit.parents.length > 0 ? commit.parents : [emptyTree];
  return {
    kind: "range",
    entries,
    messages: [message],
    named: new Set(),
    readContents: (wanted, sink) => readByOid(batch, wanted, sink),
    listRepository: async () => createPathList(parseTreeList(await git.run("ls-tree", ["-r", "-z", "--full-tree", commit.oid]))),
    readBefore: (wanted) => readBefore(batch, wanted),
    addedByCommit: createAddedByCommit(git, { commit: commit.oid }, bases, entries),
    close: async () => undefined,
    abandon: () => undefined,
  };
}
