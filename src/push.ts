import { type CommitRecord, isChecked, toOutcomes, updateJournal } from "./commit-record.ts";
import { GuardError, type Report } from "./core/model.ts";
import { type Commit, listCommits, readCommits } from "./git/history.ts";
import { findRepository, type Repository } from "./git/repository.ts";
import { createGit, type Git } from "./git/run.ts";
import { judgeCommits } from "./range.ts";
import type { CheckRequest } from "./request.ts";
import { openJournal } from "./state/journal.ts";
import type { CommitEntry, JournalEntry } from "./state/journal-record.ts";
import { readInstalled } from "./state/known-commits.ts";

/** One ref that a push moves. */
export interface RefUpdate {
  readonly ref: string;
  /** `null`: the ref is deleted. */
  readonly oid: string | null;
  /** What the remote has there; `null`: the ref is new. */
  readonly remoteOid: string | null;
}

/**
 * What git writes to the hook: `LOCAL-REF SP OID SP REMOTE-REF SP REMOTE-OID LF` for each; zeros stand for nothing.
 * Throws `GuardError` (3) for anything else.
 */
export function parseUpdates(text: string): RefUpdate[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [, oid = "", ref = "", remoteOid = ""] = /^.* ([0-9a-f]{40,64}) (\S+) ([0-9a-f]{40,64})$/.exec(line) ?? [];
      if (ref === "") throw new GuardError(3, "push", "It cannot be told what is to be pushed.", "Try again.");
      return { ref, oid: orNull(oid), remoteOid: orNull(remoteOid) };
    });
}

function orNull(oid: string): string | null {
  return /^0+$/.test(oid) ? null : oid;
}

/** What git tells the hook. */
export interface Push {
  /** Which refs go where, as git writes it. */
  readonly written: string;
  /** What the remote is called; `null`: it has no name here, only an address. */
  readonly remote: string | null;
}

/** `NAME URL`, or the URL twice where nobody gave it a name. A name with a wildcard in it would stand for other remotes too. */
export function toRemote([name = "", url = ""]: readonly string[]): string | null {
  return name === "" || name === url || /[*?[\\]/.test(name) ? null : name;
}

/**
 * Every commit of all refs that the remote does not have: the content of those that were never checked, the messages of all of them and of annotated tags,
 * and the names of new refs. What was there when Guard was installed is known; what another remote has is not. Throws `GuardError`.
 */
export async function checkPush(request: Omit<CheckRequest, "source">, { written, remote }: Push): Promise<Report> {
  const repository = await findRepository(createGit(request.cwd, request.env));
  const git = createGit(repository.root, request.env);
  const updates = parseUpdates(written).filter((update): update is RefUpdate & { oid: string } => update.oid !== null);
  const tips = await Promise.all(updates.map(({ ref, oid }) => peel(git, ref, oid)));
  const installed = readInstalled(repository.commonDir)?.commits ?? [];
  const known = [...updates.flatMap(({ remoteOid }) => remoteOid ?? []), ...installed];
  const commits = await listCommits(git, { tips, known, knownRemote: remote });
  const { entries, notes } = await readRecord(git, repository);
  const outcomes = toOutcomes(entries);
  const checked = new Set([...outcomes].filter(([, outcome]) => isChecked(outcome)).map(([oid]) => oid));
  const moved = await listMoved(git, updates, tips);
  const tags = moved.filter(({ oid, commit }) => oid !== commit.oid && !installed.includes(oid));
  const report = await judgeCommits({ git, repository, commits, tips, checked, tags, names: listNames(moved) }, request);
  const bypassed = commits.filter(({ oid }) => outcomes.get(oid) === "bypassed").length;
  const told = [...report.notes, ...notes, ...(bypassed > 0 ? [describeBypassed(bypassed)] : [])];
  return note({ ...report, notes: told }, { git, repository, commits: commits.filter(({ oid }) => !checked.has(oid)) }, request);
}

/** Without a journal that can be read nothing counts as checked. */
async function readRecord(git: Git, repository: Repository): Promise<Pick<CommitRecord, "entries" | "notes">> {
  try {
    return await updateJournal(git, repository);
  } catch (error) {
    if (error instanceof GuardError && error.code === "journal") return { entries: [], notes: [error.message] };
    throw error;
  }
}

function describeBypassed(count: number): string {
  return `${count === 1 ? "One of the commits was" : `${count} of the commits were`} made without a check (--no-verify, or hooks switched off); judged now. npx --no guard audit tells more.`;
}

/** The commit that a ref is to lead to, behind tags. Throws `GuardError` (3) where it leads to none, which is then not judged. */
async function peel(git: Git, ref: string, oid: string): Promise<string> {
  const commit = await git.run("rev-parse", ["-q", "--verify", "--end-of-options", `${oid}^{commit}`]).catch(() => null);
  if (commit) return commit.toString("latin1").trim();
  throw new GuardError(3, "push", `${ref} leads to something that is no commit, which Guard cannot judge.`, "Look at it, and push it with --no-verify.");
}

/** With the commit that each leads to, behind tags. */
interface MovedRef extends RefUpdate {
  readonly oid: string;
  readonly commit: Commit;
}

async function listMoved(git: Git, updates: readonly (RefUpdate & { oid: string })[], tips: readonly string[]): Promise<MovedRef[]> {
  const commits = await readCommits(git, tips);
  return updates.flatMap((update, i) => {
    const commit = commits.get(tips[i] ?? "");
    return commit ? [{ ...update, commit }] : [];
  });
}

/** Of refs that the remote does not have. */
function listNames(moved: readonly MovedRef[]): { kind: "branch" | "ref"; name: string; commit: Commit }[] {
  return moved.flatMap(({ ref, remoteOid, commit }) => {
    const kind = ref.startsWith("refs/heads/") ? "branch" : "ref";
    return remoteOid === null ? [{ kind, name: ref.replace(/^refs\/(?:(?:heads|tags)\/)?/, ""), commit }] : [];
  });
}

interface Pushed {
  readonly git: Git;
  readonly repository: Repository;
  /** Those whose content was judged. */
  readonly commits: readonly Commit[];
}

/** What was judged now need not be judged at the next try. A skip that cannot be recorded is none. */
async function note(report: Report, { repository, commits }: Pushed, { skipOnce }: Omit<CheckRequest, "source">): Promise<Report> {
  if (report.exitCode !== 0 && report.exitCode !== 1) return report;
  const entries: JournalEntry[] = [
    ...(skipOnce && report.exitCode === 0 ? [{ kind: "skip", rules: skipOnce.selectors, reason: skipOnce.reason, who: skipOnce.owner } as const] : []),
    // Where something could not be judged it is not said of which commit.
    ...commits.map(({ oid }) => toEntry(oid, report)).filter(({ outcome }) => report.complete || outcome === "blocked"),
  ];
  try {
    await openJournal(repository.commonDir, repository.gitDir).appendAll(entries, Date.now());
    return report;
  } catch (error) {
    if (!(error instanceof GuardError)) throw error;
    if (!skipOnce) return { ...report, notes: [...report.notes, error.message] };
    return { ...report, exitCode: 3, error: { code: error.code, message: `${error.message} Rules are skipped on record only.`, fix: error.fix } };
  }
}

function toEntry(commit: string, { findings }: Report): CommitEntry {
  const own = findings.filter((finding) => finding.commit === commit);
  const rulesOf = (test: (finding: (typeof own)[number]) => boolean): string[] => [...new Set(own.filter(test).map(({ ruleId }) => ruleId))].sort();
  const blocking = rulesOf(({ outcome }) => outcome === "blocking");
  const skipped = rulesOf(({ suppression }) => suppression?.kind === "skip");
  const outcome = blocking.length > 0 ? "blocked" : skipped.length > 0 ? "skipped" : "clean";
  return { kind: "check", commit, outcome, rules: blocking.length > 0 ? blocking : skipped, reason: "at push", who: null, made: null };
}
