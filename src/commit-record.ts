import { join } from "node:path";
import { GuardError } from "./core/model.ts";
import { listCommits, type MadeCommit, readCommits } from "./git/history.ts";
import { readHeadMoves, readMaking } from "./git/reflog.ts";
import type { Repository } from "./git/repository.ts";
import type { Git } from "./git/run.ts";
import { listWorktrees, type Worktree } from "./git/worktrees.ts";
import { type FileLockError, withFileLock } from "./state/file-lock.ts";
import { type Journal, openJournal, type VerifiedJournal } from "./state/journal.ts";
import type { CommitEntry, JournalEntry } from "./state/journal-record.ts";
import { type Installed, readInstalled } from "./state/known-commits.ts";
import { readPassed, sweepPassed } from "./state/last-ok.ts";
import { type PendingCheck, type PendingCommit, takePending } from "./state/pending.ts";

/** An entry of the journal, or one that could not be written into it. */
export type NotedEntry = JournalEntry & { readonly at: string };

/** All that is known of checks and commits, up to now. */
export interface CommitRecord {
  readonly entries: readonly NotedEntry[];
  readonly chain: VerifiedJournal["chain"];
  readonly torn: number;
  /** For people: what could not be written. */
  readonly notes: readonly string[];
}

/** Commits that Guard has judged, and what came of it. */
export type Outcomes = ReadonlyMap<string, CommitEntry["outcome"]>;

const LOCK_MS = 2000;

/** As the shim asks it, and of the index as the sources do. */
const RAW = ["-r", "--raw", "-z", "--no-renames", "--no-abbrev", "--ignore-submodules=none"];

/** It may hold something else, or what the check saw is gone. */
const UNPROVED = "commit, not shown to be what was checked";

/**
 * Brings the journal up to date: takes over what hooks have written down, and asks git for commits that were made here past every hook. What cannot be
 * written is told and known for this run alone. Throws `GuardError` (3) where the journal cannot be read.
 */
export async function updateJournal(git: Git, repository: Repository): Promise<CommitRecord> {
  const { commonDir } = repository;
  const journal = openJournal(commonDir, repository.gitDir);
  const { records, chain, torn } = journal.verify();
  const entries: NotedEntry[] = [...records];
  const notes: string[] = [];
  const keep = async (found: readonly JournalEntry[], worktree: string): Promise<void> => {
    const written = await append(journal, found, worktree, notes);
    entries.push(...written);
  };
  const installed = readInstalled(commonDir);
  if (installed) await keep(toInstallEntry(installed, entries), ".");
  const worktrees = listWorktrees(commonDir);
  for (const worktree of worktrees) await takeOver(git, worktree, entries, keep, notes);
  for (const worktree of worktrees) await keep(installed ? await findUnhooked(git, installed, worktree, entries) : [], worktree.name);
  return { entries, chain, torn, notes: [...new Set(notes)] };
}

/** Written down by the first run after it, so that an install that nothing came of leaves nothing. */
function toInstallEntry({ at }: Installed, entries: readonly NotedEntry[]): JournalEntry[] {
  const made = new Date(at).toISOString();
  const isKnown = entries.some((entry) => entry.kind === "install" && entry.made === made);
  return isKnown ? [] : [{ kind: "install", reason: null, who: null, made }];
}

/** What came of each commit; the last word counts, and a check more than none. */
export function toOutcomes(entries: readonly JournalEntry[]): Map<string, CommitEntry["outcome"]> {
  const outcomes = new Map<string, CommitEntry["outcome"]>();
  for (const entry of entries)
    if (isCommitEntry(entry) && entry.commit !== null && !isChecked(outcomes.get(entry.commit))) outcomes.set(entry.commit, entry.outcome);
  return outcomes;
}

export function isChecked(outcome: CommitEntry["outcome"] | undefined): boolean {
  return outcome === "clean" || outcome === "skipped";
}

function isCommitEntry(entry: JournalEntry): entry is CommitEntry {
  return entry.kind === "check" || entry.kind === "unverified";
}

async function append(journal: Journal, found: readonly JournalEntry[], worktree: string, notes: string[]): Promise<NotedEntry[]> {
  const now = Date.now();
  try {
    return await journal.appendAll(found, now, worktree);
  } catch (error) {
    if (!(error instanceof GuardError)) throw error;
    notes.push(error.message);
    return found.map((entry) => ({ ...entry, at: new Date(now).toISOString() }));
  }
}

/** What the hooks of one worktree have written down. Of two that take over at once one waits for the other. */
async function takeOver(
  git: Git,
  { name, gitDir }: Worktree,
  known: readonly JournalEntry[],
  keep: (entries: readonly JournalEntry[], worktree: string) => Promise<void>,
  notes: string[],
): Promise<void> {
  const before = notes.length;
  try {
    await withFileLock(join(gitDir, "guard", "pending.lock"), LOCK_MS, async () => {
      const { commits, done } = takePending(gitDir);
      const proved = await prove(git, gitDir, commits);
      await keep(await judgePending(git, proved, toOutcomes(known)), name);
      if (notes.length > before) return;
      done();
      sweepPassed(gitDir, Date.now());
    });
  } catch (error) {
    if (error instanceof GuardError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : ((error as FileLockError).cause as { code?: string } | undefined)?.code;
    // No hook has written anything here yet.
    if (code !== "ENOENT") notes.push(`What the hooks have written down in ${join(gitDir, "guard")} cannot be taken over (${code ?? "it is locked"}).`);
  }
}

/**
 * Holds commits against what their checks saw, where nobody has yet: what git says of the commit must be, byte for byte, what it said of the index. A commit
 * that holds anything else, or of which that cannot be said any more, has no check.
 */
async function prove(git: Git, gitDir: string, pending: readonly PendingCommit[]): Promise<PendingCommit[]> {
  const proved: PendingCommit[] = [];
  for (const one of pending) {
    const { commit, check } = one;
    const isSame = check === null || check.isProved || (await isWhatPassed(git, gitDir, commit, check));
    proved.push(isSame ? one : { ...one, check: null, how: UNPROVED });
  }
  return proved;
}

async function isWhatPassed(git: Git, gitDir: string, commit: string, { base, name }: PendingCheck): Promise<boolean> {
  const passed = readPassed(gitDir, name);
  if (passed === null) return false;
  const made = await git.run("diff-tree", [...RAW, base, commit, "--"]).catch(() => null);
  return made?.equals(passed) ?? false;
}

/** Whether each commit is the one that its check was about. */
async function judgePending(git: Git, pending: readonly PendingCommit[], outcomes: Map<string, CommitEntry["outcome"]>): Promise<CommitEntry[]> {
  if (pending.length === 0) return [];
  const commits = await readCommits(git, [...new Set(pending.flatMap(({ commit, check }) => (check ? [commit, check.base] : [commit])))]);
  const emptyTree = (await git.run("hash-object", ["-t", "tree", "--stdin"], "")).toString("latin1").trim();
  return pending.flatMap((one): CommitEntry[] => {
    if (isChecked(outcomes.get(one.commit))) return [];
    const entry = one.check ? judgeMatch(one.commit, one.check, { commits, outcomes, emptyTree }) : judgeMismatch(one, commits.get(one.commit));
    if (!entry || outcomes.get(one.commit) === entry.outcome) return [];
    outcomes.set(one.commit, entry.outcome);
    return [entry];
  });
}

interface Circumstances {
  readonly commits: ReadonlyMap<string, MadeCommit>;
  readonly outcomes: Outcomes;
  readonly emptyTree: string;
}

/**
 * The commit holds what was judged, as against `base`. That says all of it where `base` is its parent. Where it is the commit that this one stands in
 * for (`--amend`), that one must have been judged as well: otherwise amending would launder what was bypassed. A merge is judged by what no parent has, which
 * says nothing of a commit that has not these parents.
 */
function judgeMatch(commit: string, check: PendingCheck, { commits, outcomes, emptyTree }: Circumstances): CommitEntry {
  const { base, at, skipped, others } = check;
  const parents = commits.get(commit)?.parents ?? [];
  const made = new Date(at).toISOString();
  const outcome = skipped.length > 0 ? "skipped" : "clean";
  const entry: CommitEntry = { kind: "check", commit, outcome, rules: skipped, reason: null, who: null, made };
  if (!others.every((oid) => parents.includes(oid))) return { ...entry, kind: "unverified", outcome: "bypassed", reason: "checked as a merge" };
  if (base === (parents[0] ?? emptyTree)) return entry;
  const reason = `amends ${base}`;
  const amended = commits.get(base);
  const before = outcomes.get(base);
  if (amended && isChecked(before) && amended.parents.join() === parents.join()) return { ...entry, outcome: before === "skipped" ? before : outcome, reason };
  return { ...entry, kind: "unverified", outcome: before === "bypassed" || before === "not run by git" ? before : "amends unchecked", reason };
}

/** `null`: nothing was made there. */
function judgeMismatch({ commit, event, how }: PendingCommit, made: MadeCommit | undefined): CommitEntry | null {
  const isPick = /^(?:cherry-pick|revert|rebase|am|commit \(cherry-pick\))/.test(how) || event === "post-applypatch";
  // A merge of which git does not say how it went may have been a fast-forward.
  if (event === "post-merge" && how === "") return null;
  return toUnverified(commit, isPick ? "not run by git" : "bypassed", how, made);
}

function toUnverified(commit: string, outcome: "bypassed" | "not run by git", how: string, made: MadeCommit | undefined): CommitEntry {
  const at = made ? new Date(made.at).toISOString() : null;
  return { kind: "unverified", commit, outcome, rules: [], reason: how || null, who: made?.who ?? null, made: at };
}

/** Commits made in this worktree since Guard came that no hook has written down. What a remote has, or was there before, is nobody's bypass. */
async function findUnhooked(git: Git, installed: Installed, { head }: Worktree, entries: readonly NotedEntry[]): Promise<CommitEntry[]> {
  const outcomes = toOutcomes(entries);
  const before = new Set(installed.commits);
  const made = new Map<string, { outcome: "bypassed" | "not run by git"; how: string }>();
  for (const { commit, how } of await readHeadMoves(git, head)) {
    const making = readMaking(how);
    if (making === null || before.has(commit) || outcomes.has(commit) || made.has(commit)) continue;
    made.set(commit, { outcome: making === "sequence" ? "not run by git" : "bypassed", how: how.split(/[: ]/, 1)[0] ?? "" });
  }
  if (made.size === 0) return [];
  const fresh = await listCommits(git, { tips: [...made.keys()], known: installed.commits, knownRemote: "*" });
  const unseen = fresh.map(({ oid }) => oid).filter((oid) => made.has(oid));
  const commits = await readCommits(git, unseen);
  return unseen.flatMap((oid) => {
    const { outcome, how } = made.get(oid) ?? { outcome: "bypassed", how: "" };
    return [toUnverified(oid, outcome, how || "no hook ran", commits.get(oid))];
  });
}
