import { type Entry, GuardError } from "../core/model.ts";
import { createPathList } from "../core/path-list.ts";
import { openBatch } from "../git/batch.ts";
import { parseIndexList } from "../git/raw.ts";
import type { Repository } from "../git/repository.ts";
import type { Git } from "../git/run.ts";
import { readByOid } from "./contents.ts";
import { readProvenFiles } from "./proven-files.ts";
import type { ContentSink, Source } from "./source.ts";

/**
 * The index as it stands. A file of the work tree is read in place of its blob where its hash proves that it has the very same bytes: four times
 * as fast as unpacking the object, and never anything else than what the index holds.
 */
export async function openAll(git: Git, repository: Repository): Promise<Source> {
  const entries = parseIndexList(await git.run("ls-files", ["-s", "-z"]));
  const unmerged = entries.find(({ status }) => status === "unmerged");
  if (unmerged)
    throw new GuardError(
      3,
      "unmerged",
      `${unmerged.path} is not merged yet, so the index cannot be judged as a whole.`,
      "Resolve the conflict and stage the file.",
    );
  const readContents = async (wanted: readonly Entry[], sink: ContentSink): Promise<void> => {
    const unproven = await readProvenFiles(repository.root, wanted, sink);
    if (unproven.length === 0) return;
    const batch = openBatch(git, true);
    try {
      await readByOid(batch, unproven, sink);
      await batch.close();
    } finally {
      batch.abandon();
    }
  };
  return {
    kind: "all",
    entries,
    named: new Set(),
    readContents,
    readProven: (wanted, sink) => readProvenFiles(repository.root, wanted, sink),
    listRepository: async () => createPathList(entries),
    // What stands in the tree is its own past: a change rule sees the same before and after.
    readBefore: (wanted) => readBuffers(readContents, wanted),
    addedByCommit: null,
    close: async () => undefined,
    abandon: () => undefined,
  };
}

async function readBuffers(readContents: Source["readContents"], wanted: readonly Entry[]): Promise<Map<string, Buffer | null>> {
  const found = new Map<string, Buffer | null>();
  await readContents(wanted, {
    whole: (entry, bytes) => void found.set(entry.path, Buffer.from(bytes)),
    open(entry) {
      const parts: Buffer[] = [];
      return { push: (bytes) => void parts.push(Buffer.from(bytes)), end: () => void found.set(entry.path, Buffer.concat(parts)) };
    },
    missing: (entry) => void found.set(entry.path, null),
  });
  return found;
}
