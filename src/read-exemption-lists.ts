import { lstatSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ExemptionKind, LIST_FILES, LIST_KINDS } from "./core/exemptions/list.ts";
import type { Entry } from "./core/model.ts";
import { isSameText } from "./core/text.ts";
import { readTextOrNull } from "./disk/read-text.ts";
import type { Batch } from "./git/batch.ts";
import { hasCommits } from "./git/head.ts";
import type { Commit } from "./git/history.ts";
import { findInIndex, isSha1 } from "./git/index-file.ts";
import { readBlobText } from "./sources/configuration.ts";
import type { StagedStart } from "./sources/staged.ts";

/** The texts of both lists; `null`: there is none. */
export type ListTexts = Readonly<Record<ExemptionKind, string | null>>;

/** The lists as the place holds them that the policy comes from. */
export interface Lists {
  readonly current: ListTexts;
  /** As they were before what is judged; `null`: the same, or there is nothing to compare with. */
  readonly former: ListTexts | null;
  /** Decisions at the ends of the range that this commit is judged in; none where it is no range. */
  readonly ends: readonly (string | null)[];
  /** Those that lie on disk otherwise, where that does not count. */
  readonly otherOnDisk: readonly string[];
}

export const NO_LISTS: Lists = { current: { allow: null, baseline: null }, former: null, ends: [], otherOnDisk: [] };

/** Those of the work tree. */
export function readListsOnDisk(root: string | null): Lists {
  return root === null ? NO_LISTS : { ...NO_LISTS, current: readTexts(root) };
}

/** HEAD's and the index's, never those on disk: what exempts must be part of what people review. */
export async function readStagedLists({ git, repository, batch }: StagedStart, entries: readonly Entry[], isMerge: boolean): Promise<Lists> {
  const changed = new Map(entries.map((entry) => [entry.path, entry]));
  const isChanged = LIST_KINDS.some((kind) => changed.has(LIST_FILES[kind]));
  const index = isChanged || isMerge ? null : findInIndex(repository.indexFile, Object.values(LIST_FILES), isSha1(entries));
  const current = await readAll(batch, (path) => {
    if (index) return index.get(path) ?? null;
    const entry = changed.get(path);
    return entry ? entry.oid : isMerge ? `:0:${path}` : `HEAD:${path}`;
  });
  const otherOnDisk = listOthers(readTexts(repository.root), current);
  if (index || (!isChanged && !isMerge)) return { current, former: null, ends: [], otherOnDisk };
  const former = (await hasCommits(git, repository)) ? await readAll(batch, (path) => `HEAD:${path}`) : null;
  return { current, former: former && isSame(former, current) ? null : former, ends: [], otherOnDisk };
}

/** A commit's own and its first parent's; before a root there are none. `tips`: the commits that the range leads to. */
export async function readCommitLists(batch: Batch, { oid, parents: [parent] }: Commit, tips: readonly string[]): Promise<Lists> {
  const current = await readAll(batch, (path) => `${oid}:${path}`);
  const former = parent === undefined ? NO_LISTS.current : await readAll(batch, (path) => `${parent}:${path}`);
  const ends: (string | null)[] = [];
  for (const tip of new Set(tips)) ends.push(await readBlobText(batch, `${tip}:${LIST_FILES.allow}`));
  return { current, former: isSame(former, current) ? null : former, ends, otherOnDisk: [] };
}

/** `nameOf`: how git calls the content; `null`: there is none. */
async function readAll(batch: Batch, nameOf: (path: string) => string | null): Promise<ListTexts> {
  const read = async (kind: ExemptionKind): Promise<string | null> => {
    const name = nameOf(LIST_FILES[kind]);
    return name === null ? null : readBlobText(batch, name);
  };
  // One after the other: `cat-file` is asked one question at a time.
  const allow = await read("allow");
  return { allow, baseline: await read("baseline") };
}

export function readTexts(root: string): ListTexts {
  const read = (kind: ExemptionKind): string | null => (isLinked(root, kind) ? null : readTextOrNull(join(root, LIST_FILES[kind])));
  return { allow: read("allow"), baseline: read("baseline") };
}

/** Whether a list lies elsewhere, by a link of its own or of its folder: then it is not what people review, and not ours to write. */
export function isLinked(root: string, kind: ExemptionKind): boolean {
  const path = join(root, LIST_FILES[kind]);
  return [dirname(path), path].some((one) => lstatSync(one, { throwIfNoEntry: false })?.isSymbolicLink() ?? false);
}

function isSame(a: ListTexts, b: ListTexts): boolean {
  return LIST_KINDS.every((kind) => a[kind] === b[kind]);
}

function listOthers(onDisk: ListTexts, current: ListTexts): string[] {
  const isOther = (kind: ExemptionKind): boolean => {
    const [disk, staged] = [onDisk[kind], current[kind]];
    return disk !== null && !isSameText(disk, staged);
  };
  return LIST_KINDS.filter(isOther).map((kind) => LIST_FILES[kind]);
}
