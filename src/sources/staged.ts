import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Entry } from "../core/model.ts";
import { GuardError } from "../core/model.ts";
import { createPathList } from "../core/path-list.ts";
import { type Batch, openLazyBatch } from "../git/batch.ts";
import { isSha1 } from "../git/index-file.ts";
import { listIndex } from "../git/index-list.ts";
import { createLooseReader } from "../git/loose.ts";
import { parseIndexList, parseRawDiff } from "../git/raw.ts";
import { type Repository, readIndexMark } from "../git/repository.ts";
import type { Environment, Git } from "../git/run.ts";
import { createAddedByCommit } from "./added-by-commit.ts";
import { readBefore, readByOid } from "./contents.ts";
import type { PipedList } from "./piped-list.ts";
import type { ContentSink, Source } from "./source.ts";

const RAW = ["--cached", "--raw", "-z", "--no-renames", "--no-abbrev", "--ita-invisible-in-index", "--ignore-submodules=none"];

/** What git is asked before anything else is loaded. */
export interface StagedStart {
  readonly git: Git;
  readonly repository: Repository;
  /** What the commit will have as parents: HEAD, and in a merge the others. */
  readonly parents: readonly string[];
  /** The index against each parent. */
  readonly diffs: readonly Promise<Buffer>[];
  readonly batch: Batch;
  readonly indexMark: string | null;
  readonly objectFolder: string;
}

/** The index that this very commit uses, against HEAD; in a merge only what differs from every parent. `event`: the hook that asks. `piped`: what the shim has asked already. */
export function startStaged(git: Git, repository: Repository, env: Environment, event?: string, piped: PipedList | null = null): StagedStart {
  const indexMark = piped ? piped.indexMark : readIndexMark(repository.indexFile);
  const parents = ["HEAD", ...listMergeParents(repository, event === "pre-merge-commit" ? env : {})];
  const diffs = parents.map((parent) => (piped && parent === "HEAD" ? Promise.resolve(piped.raw) : git.run("diff-index", [...RAW, parent, "--"])));
  // Awaited in `openStaged`; what fails before must not end the process as an unhandled rejection.
  for (const diff of diffs) diff.catch(() => undefined);
  const objectFolder = resolve(git.cwd, env.GIT_OBJECT_DIRECTORY ?? join(repository.commonDir, "objects"));
  return { git, repository, parents, diffs, batch: openLazyBatch(git), indexMark, objectFolder };
}

/** Other parents of the commit being made: MERGE_HEAD after a conflict, `GITHEAD_<oid>` in pre-merge-commit, where MERGE_HEAD is not written yet. */
export function listMergeParents(repository: Repository, env: Environment = {}): string[] {
  try {
    return readFileSync(join(repository.gitDir, "MERGE_HEAD"), "utf8")
      .split("\n")
      .filter((line) => /^[0-9a-f]{40,64}$/.test(line));
  } catch {
    return Object.keys(env).flatMap((name) => /^GITHEAD_([0-9a-f]{40,64})$/.exec(name)?.[1] ?? []);
  }
}

/** Throws `GuardError` (3) where git fails or entries are unmerged. */
export async function openStaged(start: StagedStart): Promise<Source> {
  const { git, batch } = start;
  const bases = await resolveBases(start);
  const [first = [], ...others] = bases.map(({ raw }) => parseRawDiff(raw));
  const entries = others.length === 0 ? first : listMerged(first, others);
  const unmerged = entries.find(({ status }) => status === "unmerged");
  if (unmerged)
    throw new GuardError(3, "unmerged", `${unmerged.path} is not merged yet, so there is nothing to judge.`, "Resolve the conflict and stage the file.");
  return {
    kind: "staged",
    entries,
    notes: first.length === 0 && others.some((list) => list.length > 0) ? [NOTHING_TAKEN] : [],
    named: new Set(),
    async readContents(wanted, sink) {
      const rest = await readUnchanged(start.repository.root, wanted, sink);
      await readByOid(batch, await readLooseBlobs(start.objectFolder, rest, sink), sink);
    },
    listRepository: async () =>
      listIndex(start.repository.indexFile, isSha1(entries)) ?? createPathList(parseIndexList(await git.run("ls-files", ["-s", "-z"]))),
    readBefore: (wanted) => readBefore(batch, wanted),
    addedByCommit: createAddedByCommit(
      git,
      "index",
      bases.map(({ base }) => base),
      first,
    ),
    async close() {
      await batch.close();
      await assertUnmoved(start, bases);
    },
    abandon: () => batch.abandon(),
  };
}

/** For this branch nothing changes, so there is nothing to judge. For whoever had the other side, what it changed may be gone. */
const NOTHING_TAKEN =
  "This merge takes nothing over from the other side. What that changed, such as a limit, is either here already or left out (as git merge -s ours does).";

/** What would be committed, as git itself tells it of the index and HEAD. */
export async function readStagedDiff(git: Git): Promise<Base> {
  const commit = await git.run("rev-parse", ["-q", "--verify", "HEAD"]).catch(() => null);
  const base = (commit ?? (await git.run("hash-object", ["-t", "tree", "--stdin"], ""))).toString("latin1").trim();
  return { base, raw: await git.run("diff-index", [...RAW, base, "--"]) };
}

/** More than so many at once `cat-file` reads faster. */
const MAX_LOOSE = 300;

/** What the commit does not change mostly lies in the work tree as it is in the index, and in a pack, for which git would have to be started. Answers with the others. */
async function readUnchanged(root: string, wanted: readonly Entry[], sink: ContentSink): Promise<readonly Entry[]> {
  const unchanged = wanted.filter(({ status }) => status === "present");
  if (unchanged.length === 0) return wanted;
  const { hashFew, readProvenFiles } = await import("./proven-files.ts");
  return [...wanted.filter(({ status }) => status !== "present"), ...(await readProvenFiles(root, unchanged, sink, hashFew))];
}

/** What was just staged lies loose: reading it here saves a process. Answers with the entries that git must be asked for. */
async function readLooseBlobs(objectFolder: string, wanted: readonly Entry[], sink: ContentSink): Promise<readonly Entry[]> {
  const read = wanted.length > 0 && wanted.length <= MAX_LOOSE ? createLooseReader(objectFolder) : null;
  if (!read) return wanted;
  const rest: Entry[] = [];
  for (const entry of wanted) {
    const bytes = read(entry.oid ?? "");
    if (bytes) await sink.whole(entry, bytes);
    else rest.push(entry);
  }
  return rest;
}

/** What differs from every parent. */
function listMerged(first: readonly Entry[], others: readonly (readonly Entry[])[]): Entry[] {
  const byKey = others.map((list) => new Map(list.map((entry) => [keyOf(entry), entry])));
  return first.flatMap((entry) => {
    const same = byKey.flatMap((list) => list.get(keyOf(entry)) ?? []);
    const otherBases = same.flatMap(({ baseOid, baseKind }) => (baseOid !== null && baseKind !== null ? [{ oid: baseOid, kind: baseKind }] : []));
    return same.length === others.length ? [{ ...entry, otherBases }] : [];
  });
}

function keyOf({ path, oid }: Entry): string {
  return `${oid}\0${path}`;
}

/** What the index is compared with, and how git tells the difference. */
export interface Base {
  readonly base: string;
  readonly raw: Buffer;
}

/** Before the first commit there is no HEAD: then the base is the empty tree. */
async function resolveBases(start: StagedStart): Promise<Base[]> {
  try {
    const raws = await Promise.all(start.diffs);
    return raws.map((raw, i) => ({ base: start.parents[i] ?? "HEAD", raw }));
  } catch (error) {
    const { git } = start;
    const branch = await git.run("symbolic-ref", ["-q", "HEAD"]).catch(() => null);
    const commit = await git.run("rev-parse", ["-q", "--verify", "HEAD"]).catch(() => null);
    if (!branch || commit) throw error;
    const base = (await git.run("hash-object", ["-t", "tree", "--stdin"], "")).toString().trim();
    return [{ base, raw: await git.run("diff-index", [...RAW, base, "--"]) }];
  }
}

/** A prompt's or a GUI's `git status` rewrites the index all the time; only other content is a reason to stop. Throws `GuardError` (3). */
async function assertUnmoved({ git, repository, indexMark }: StagedStart, bases: readonly Base[]): Promise<void> {
  if (readIndexMark(repository.indexFile) === indexMark) return;
  for (const { base, raw } of bases) {
    const now = await git.run("diff-index", [...RAW, base, "--"]);
    if (!now.equals(raw))
      throw new GuardError(3, "index-moved", "The index changed while Guard was checking, so what would be committed is not what was judged.", "Commit again.");
  }
}
