import { type CommitPolicies, createCommitPolicies } from "./commit-policies.ts";
import { createJudgement } from "./core/judgement.ts";
import { type CommitReport, mergeReports } from "./core/merge-reports.ts";
import type { Message } from "./core/message.ts";
import { GuardError, type Report } from "./core/model.ts";
import { type Batch, openBatch, readWhole } from "./git/batch.ts";
import { type Commit, listCommits, readChanges } from "./git/history.ts";
import { keepsHashLines } from "./git/message-cleanup.ts";
import { findRepository, type Repository } from "./git/repository.ts";
import { createGit, type Git } from "./git/run.ts";
import { judgeRun } from "./judge-run.ts";
import type { Run } from "./open.ts";
import type { ActivePolicy } from "./policies.ts";
import type { CheckRequest } from "./request.ts";
import { loadBuiltInRuleset } from "./rulesets.ts";
import { openCommit } from "./sources/commit.ts";
import { CONFIGURATION_NAMES, readConfiguration } from "./sources/configuration.ts";
import { openNoFiles } from "./sources/no-files.ts";
import { assertParentsAreHere, resolveRange } from "./sources/range.ts";
import type { Source } from "./sources/source.ts";
import { createRunVerdicts, type Verdicts } from "./state/clean-contents.ts";
import { openStore } from "./state/store.ts";
import { toWanted } from "./wanted-rules.ts";

export interface RangeRequest extends CheckRequest {
  readonly source: { readonly kind: "range"; readonly range: string };
}

/** `A..B`: every commit judged by itself. Throws `GuardError`: 2 where the range or the configuration is wrong, 3 where git fails. */
export async function checkRange(request: RangeRequest): Promise<Report> {
  const repository = await findRepository(createGit(request.cwd, request.env));
  const git = createGit(repository.root, request.env);
  const revisions = await resolveRange(git, request.source.range);
  const commits = await listCommits(git, revisions);
  return judgeCommits({ git, repository, commits, tips: revisions.tips }, request);
}

/** Commits to be judged, parents before children. */
export interface Commits {
  /** Started in the root. */
  readonly git: Git;
  readonly repository: Repository;
  readonly commits: readonly Commit[];
  /** Their configurations must be usable. */
  readonly tips: readonly string[];
  /** Commits whose content was judged when they were made: their messages are left. */
  readonly checked?: ReadonlySet<string>;
  /** Names of refs that are to lead to a commit. */
  readonly names?: readonly { readonly kind: "branch" | "ref"; readonly name: string; readonly commit: Commit }[];
  /** Annotated tags that do, by object id. */
  readonly tags?: readonly { readonly oid: string; readonly commit: Commit }[];
}

/** Three processes of git for all of them, and one more for a commit in which a line is in question. Throws `GuardError`. */
export async function judgeCommits(given: Commits, request: Omit<CheckRequest, "source">): Promise<Report> {
  const { git, repository, commits, checked = new Set(), names = [], tags = [] } = given;
  const started = Date.now();
  assertParentsAreHere(repository, commits);
  const batch = openBatch(git);
  try {
    const policies = await openPolicies(given, batch, request);
    const emptyTree = (await git.run("hash-object", ["-t", "tree", "--stdin"], "")).toString("latin1").trim();
    const changes = await readChanges(git, commits);
    const verdicts = createVerdictsByPolicy();
    const parts: CommitReport[] = [];
    const judge = async (commit: Commit, source: Source): Promise<void> => {
      const readLists = async () => (await import("./read-exemption-lists.ts")).readCommitLists(batch, commit, given.tips);
      const run = await openCommitRun(request, source, { ...(await policies.of(commit)), root: repository.root, readLists }, verdicts);
      parts.push({ commit: commit.oid, report: await judgeRun(run, toRunRequest(request), Date.now()) });
    };
    for (const [i, commit] of commits.entries()) {
      const message = toMessage("commit", await readObject(batch, commit.oid));
      const entries = changes[i] ?? [];
      await judge(commit, checked.has(commit.oid) ? openNoFiles("range", [message]) : openCommit(git, batch, { commit, entries, message, emptyTree }));
      request.onProgress?.(i + 1, commits.length);
    }
    for (const { oid, commit } of tags) await judge(commit, openNoFiles("range", await readTagMessages(batch, oid)));
    for (const { kind, name, commit } of names) await judge(commit, openNoFiles("range", [{ kind, bytes: Buffer.from(name, "latin1") }]));
    await batch.close();
    const merged = mergeReports(parts);
    return { source: "range", error: null, ...merged, coverage: { ...merged.coverage, seconds: (Date.now() - started) / 1000 } };
  } finally {
    batch.abandon();
  }
}

/** As what `INDEX:PATH` git reads the index, which holds what the commit in the making will. */
const INDEX = "";
/** Hooks are told so by git where nobody was asked for the message: then nothing in it is a comment. */
const NO_EDITOR = ":";

/** The message of a commit that is being made, as its author left it in a file. Throws `GuardError`. */
export async function checkMessage(request: Omit<CheckRequest, "source">, written: Uint8Array): Promise<Report> {
  const repository = await findRepository(createGit(request.cwd, request.env));
  const git = createGit(repository.root, request.env);
  const batch = openBatch(git);
  try {
    const head = (await git.run("rev-parse", ["-q", "--verify", "HEAD"]).catch(() => null))?.toString("latin1").trim();
    const policies = await openPolicies({ repository, tips: [] }, batch, request);
    const bytes = request.env.GIT_EDITOR === NO_EDITOR ? written : await withoutComments(git, request.env, written);
    const source = openNoFiles("staged", [{ kind: "commit", bytes }]);
    const found = await policies.of({ oid: INDEX, parents: head === undefined ? [] : [head] });
    const readLists = async () => (await import("./read-exemption-lists.ts")).NO_LISTS;
    const run = await openCommitRun(request, source, { ...found, root: repository.root, readLists }, () => null);
    return await judgeRun(run, toRunRequest(request), Date.now());
  } finally {
    batch.abandon();
  }
}

/** Without the lines that git will take out, where it does, and the patch that `commit -v` shows below its scissors. */
async function withoutComments(git: Git, env: CheckRequest["env"], written: Uint8Array): Promise<Uint8Array> {
  const text = Buffer.from(written).toString("latin1");
  const [above = ""] = text.split(/^\S+ -{24} >8 -{24}$/m);
  return Buffer.from((await keepsHashLines(git, env)) ? above : above.replace(/^#.*$/gm, ""), "latin1");
}

/** What a run of one commit is asked; its entries are no measure of the progress. */
function toRunRequest(request: Omit<CheckRequest, "source">): CheckRequest {
  const { onProgress: _ofEntries, ...rest } = request;
  return { ...rest, source: { kind: "range", range: "" } };
}

async function openPolicies({ repository, tips }: Pick<Commits, "repository" | "tips">, batch: Batch, request: Omit<CheckRequest, "source">) {
  const context = { builtIn: await loadBuiltInRuleset(), store: openStore(repository.commonDir), untrusted: request.untrusted ?? false };
  const named = request.configPath === undefined ? null : readConfiguration(request.configPath, request.cwd);
  return createCommitPolicies({ repository, batch, context, tips, named });
}

async function openCommitRun(
  request: Omit<CheckRequest, "source">,
  source: Source,
  { policies, name, remarks, root, readLists }: CommitPolicies & Pick<Run, "root" | "readLists">,
  verdictsOf: (policies: readonly ActivePolicy[]) => Verdicts | null,
): Promise<Run> {
  const isWanted = await toWanted(toRunRequest(request), policies);
  return {
    source,
    judgements: policies.map(({ policy, rulesets }) => createJudgement(policy, rulesets, isWanted)),
    configurationName: name ?? CONFIGURATION_NAMES[0],
    root,
    readLists,
    probing: null,
    matching: null,
    verdicts: verdictsOf(policies),
    notes: remarks,
    skipped: [],
  };
}

/** What one policy found clean in one commit it finds clean in all. */
function createVerdictsByPolicy(): (policies: readonly ActivePolicy[]) => Verdicts | null {
  const known = new Map<ActivePolicy, Verdicts>();
  return ([policy, another]) => {
    if (!policy || another) return null;
    const verdicts = known.get(policy) ?? createRunVerdicts();
    known.set(policy, verdicts);
    return verdicts;
  };
}

async function readObject(batch: Batch, oid: string): Promise<Buffer> {
  batch.request([oid]);
  const [found] = await readWhole(batch, 1);
  if (!found) throw new GuardError(3, "git-failed", `The object ${oid.slice(0, 12)} is not in the repository.`, "git fsck may tell more.");
  return found.bytes;
}

/** A commit object is header lines, an empty line, the message; a tag object too. */
function toMessage(kind: "commit" | "tag", object: Buffer): Message {
  const end = object.indexOf("\n\n", 0, "latin1");
  return { kind, bytes: end < 0 ? new Uint8Array(0) : object.subarray(end + 2) };
}

/** A tag may be of another tag: `object OID LF type tag LF`. */
async function readTagMessages(batch: Batch, oid: string): Promise<Message[]> {
  const object = await readObject(batch, oid);
  const inner = /^object ([0-9a-f]+)\ntype tag\n/.exec(object.toString("latin1"))?.[1];
  return [toMessage("tag", object), ...(inner === undefined ? [] : await readTagMessages(batch, inner))];
}
