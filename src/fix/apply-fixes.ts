import { changeContent } from "../core/fix-content.ts";
import { type FileChange, type Finding, type FixedFile, type FixOutcome, GuardError } from "../core/model.ts";
import { type Repository, readIndexMark } from "../git/repository.ts";
import type { Git } from "../git/run.ts";
import { type IndexEntry, type IndexRow, readBlob, readIndex, updateIndex, writeBlob } from "../git/update-index.ts";
import { type Draft, isContentChange, refuseChange } from "./draft.ts";
import { lookOnDisk, writeOnDisk } from "./work-tree.ts";

/**
 * Makes the changes that findings ask for: first all of them in the index, in one step, then on disk, where the file there was the same as in the index.
 * Of one finding all changes or none. Never throws for a file that cannot be changed: that is an outcome.
 */
export async function applyFixes(git: Git, repository: Repository, findings: readonly Finding[]): Promise<FixOutcome[]> {
  const mark = readIndexMark(repository.indexFile);
  const drafts = await openDrafts(git, repository.root, findings);
  const { agreed, refusals } = agree(findings, drafts);
  try {
    const results = await changeIndex(git, repository, drafts, agreed, mark);
    const fixed = new Map(results.map((result) => [result.draft.path, toFixedFile(repository.root, result)]));
    return findings.map((finding) => toOutcome(finding, refusals.get(finding) ?? null, fixed));
  } catch (error) {
    if (!(error instanceof GuardError)) throw error;
    return findings.map((finding) => toOutcome(finding, refusals.get(finding) ?? error.message.replace(/\.$/, ""), new Map()));
  }
}

type Drafts = ReadonlyMap<string, Draft>;

async function openDrafts(git: Git, root: string, findings: readonly Finding[]): Promise<Drafts> {
  const index = await readIndex(git);
  const changes = findings.flatMap(({ autofix }) => autofix ?? []);
  const drafts = await Promise.all(
    [...Map.groupBy(changes, ({ path }) => path)].map(([path, own]) => openDraft(git, root, path, index.get(path) ?? null, own)),
  );
  return new Map(drafts.map((draft) => [draft.path, draft]));
}

async function openDraft(git: Git, root: string, path: string, entry: IndexEntry | null, changes: readonly FileChange[]): Promise<Draft> {
  const isFile = entry?.kind === "regular" || entry?.kind === "executable";
  const content = isFile ? await readBlob(git, entry.oid) : null;
  const leaves = changes.some(({ kind }) => kind === "untrack");
  const committed = leaves ? await git.run("rev-parse", ["-q", "--verify", `HEAD:${path}`]).catch(() => null) : null;
  return {
    path,
    entry,
    content: content ?? Buffer.alloc(0),
    onDisk: lookOnDisk(root, path, content),
    isCommitted: committed !== null && committed.toString().trim() === entry?.oid,
  };
}

/** What can be done together. What leaves the index is decided first: it makes changes to its content pointless. */
function agree(findings: readonly Finding[], drafts: Drafts): { agreed: readonly FileChange[]; refusals: ReadonlyMap<Finding, string> } {
  const refusals = new Map<Finding, string>();
  let agreed: readonly FileChange[] = [];
  const leaves = ({ autofix }: Finding): boolean => autofix?.some(({ kind }) => kind === "untrack") === true;
  for (const finding of findings.toSorted((a, b) => Number(leaves(b)) - Number(leaves(a)))) {
    const together = [...agreed];
    let refused: string | null = null;
    for (const change of finding.autofix ?? []) {
      const draft = drafts.get(change.path);
      const sameFile = together.filter(({ path }) => path === change.path);
      refused ??= draft ? refuseChange(draft, change, sameFile) : `${change.path} is not there`;
      together.push(change);
    }
    if (refused === null) agreed = together;
    else refusals.set(finding, refused);
  }
  return { agreed, refusals };
}

/** A file whose entry in the index is another one now. */
interface Result {
  readonly draft: Draft;
  /** `null`: it is no longer in the index. */
  readonly content: Buffer | null;
}

/** Rejects with `GuardError` where the index cannot be written, or is another one by now. */
async function changeIndex(git: Git, repository: Repository, drafts: Drafts, agreed: readonly FileChange[], mark: string | null): Promise<Result[]> {
  const results = [...Map.groupBy(agreed, ({ path }) => path)].flatMap(([path, changes]): Result[] => {
    const draft = drafts.get(path);
    if (!draft) return [];
    if (!changes.every(isContentChange)) return [{ draft, content: null }];
    const content = changeContent(draft.content, changes);
    return draft.entry !== null && content.equals(draft.content) ? [] : [{ draft, content }];
  });
  if (results.length === 0) return [];
  const rows = await Promise.all(results.map((result) => toRow(git, result)));
  if (readIndexMark(repository.indexFile) !== mark) throw new GuardError(3, "index-moved", "The index changed meanwhile", "Try again.");
  await updateIndex(git, repository, rows);
  return results;
}

async function toRow(git: Git, { draft: { path, entry }, content }: Result): Promise<IndexRow> {
  if (content === null) return { path, kind: null, oid: entry?.oid ?? "" };
  return { path, kind: entry?.kind === "executable" ? "executable" : "regular", oid: await writeBlob(git, content) };
}

function toFixedFile(root: string, { draft, content }: Result): FixedFile {
  const { path, entry } = draft;
  if (content === null) return { path, done: "untracked", before: entry?.oid ?? null, leftOnDisk: null };
  return { path, done: entry ? "edited" : "created", before: entry?.oid ?? null, leftOnDisk: changeOnDisk(root, draft, content) };
}

/** Why the file was left; `null`: it is as in the index now. Looked at once more, since people go on working. */
function changeOnDisk(root: string, { path, entry, content: before }: Draft, content: Buffer): string | null {
  try {
    const now = lookOnDisk(root, path, entry ? before : null);
    if (now.kind === "other") return now.why;
    if (now.kind === "missing" && entry) return "it is not there";
    writeOnDisk(root, path, content, now.kind === "same" && now.crlf);
    return null;
  } catch (error) {
    return `it cannot be written (${error instanceof Error && "code" in error ? String(error.code) : "unknown"})`;
  }
}

function toOutcome(finding: Finding, refused: string | null, fixed: ReadonlyMap<string, FixedFile>): FixOutcome {
  const own = [...new Set(finding.autofix?.map(({ path }) => path))];
  const changes = refused === null ? own.flatMap((path) => fixed.get(path) ?? []) : [];
  return {
    ruleId: finding.ruleId,
    path: finding.location?.path ?? own[0] ?? "",
    changes,
    refused: refused ?? (changes.length === 0 ? "nothing was left to change" : null),
  };
}
