import { type Entry, GuardError } from "../core/model.ts";
import { type Batch, readWhole } from "../git/batch.ts";
import type { ContentSink, ContentTaker } from "./source.ts";

/** Reads entries by object id through `cat-file`. A missing object is told to the sink; a git that breaks off throws `GuardError` (3). */
export async function readByOid(batch: Batch, entries: readonly Entry[], sink: ContentSink): Promise<void> {
  if (entries.length === 0) return;
  batch.request(entries.map((entry) => entry.oid ?? ""));
  let next = 0;
  let taker: ContentTaker | null = null;
  await batch.answers(entries.length, (event) => {
    const entry = entries[next];
    if (!entry) throw new GuardError(3, "git-broke-off", "git cat-file answered more than it was asked.", "Try again; git fsck may tell more.");
    if (event.kind === "data") return taker?.push(event.bytes);
    if (event.kind === "object") {
      if (event.oid !== entry.oid)
        throw new GuardError(
          3,
          "git-broke-off",
          `git cat-file answered another object than it was asked (${entry.path}).`,
          "Try again; git fsck may tell more.",
        );
      // An index can give a tree or a commit the mode of a file.
      taker = event.type === "blob" ? sink.open(entry, event.size) : null;
      if (!taker) sink.missing(entry, `git holds no file content there but a ${event.type}`);
      return undefined;
    }
    next++;
    if (event.kind === "end") return taker?.end();
    sink.missing(entry, `its content (blob ${entry.oid?.slice(0, 12)}) is not in the repository`);
    return undefined;
  });
}

/** What stood at the paths before: `null` where nothing did, or a submodule. What is not in the repository, as in a partial clone, is left out. */
export async function readBefore(batch: Batch, wanted: readonly Entry[]): Promise<Map<string, Buffer | null>> {
  const existing = wanted.filter(({ baseOid, baseKind }) => baseOid && baseKind !== "gitlink");
  batch.request(existing.map(({ baseOid }) => baseOid ?? ""));
  const found = await readWhole(batch, existing.length);
  const before = new Map<string, Buffer | null>(wanted.map(({ path }) => [path, null]));
  existing.forEach(({ path }, i) => {
    const bytes = found[i]?.bytes;
    if (bytes) before.set(path, bytes);
    else before.delete(path);
  });
  return before;
}
