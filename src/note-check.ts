import { readFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { GuardError, type Report } from "./core/model.ts";
import type { Skip } from "./core/skip.ts";
import { readHead } from "./git/head.ts";
import { readIdentity } from "./git/identity.ts";
import { findRepository, type Repository } from "./git/repository.ts";
import type { Git } from "./git/run.ts";
import { type Base, listMergeParents, readStagedDiff, type StagedStart } from "./sources/staged.ts";
import { openJournal } from "./state/journal.ts";
import type { JournalEntry } from "./state/journal-record.ts";
import { readInstalled } from "./state/known-commits.ts";
import { forgetLastOk, type Passed, writeLastOk } from "./state/last-ok.ts";
import { appendPending, isPending } from "./state/pending.ts";

export interface NotedCheck {
  /** What the hook has asked git already. */
  readonly started: StagedStart | null;
  readonly skip: Skip | null;
  readonly asker: Passed["asker"];
}

/**
 * Writes down how a check of what is staged ended, beyond what an ordinary clean one needs. Answers with the report, and what people are to know of the
 * writing. A store that cannot be written makes no verdict worse, but for a skip: one that is not on record is none.
 */
export async function noteCheck(report: Report, git: Git, { started, skip, asker }: NotedCheck): Promise<Report> {
  const repository = started?.repository ?? (await findRepository(git).catch(() => null));
  if (!repository) return report;
  const now = Date.now();
  const entries = toEntries(report, skip);
  try {
    await openJournal(repository.commonDir, repository.gitDir).appendAll(entries, now);
  } catch (error) {
    if (!(error instanceof GuardError)) throw error;
    forgetQuietly(repository);
    if (skip) return { ...report, exitCode: 3, error: { code: error.code, message: `${error.message} Rules are skipped on record only.`, fix: error.fix } };
    return withNotes(report, [error.message]);
  }
  if (report.exitCode !== 0) {
    forgetQuietly(repository);
    return report;
  }
  const head = readHead(repository) ?? (await headOf(git));
  const raw = (await started?.diffs[0]?.catch(() => null)) ?? null;
  const staged = head !== null && raw ? { base: head, raw } : null;
  const passed = { staged, others: started?.parents.slice(1) ?? listMergeParents(repository), skipped: skip?.selectors ?? [], asker };
  return withNotes(report, [...noticeUnrecorded(repository, head), ...(await notePass(git, repository, passed, now))]);
}

function toEntries({ exitCode, findings, unknown }: Report, skip: Skip | null): JournalEntry[] {
  const rules = [
    ...new Set([...findings.filter(({ outcome }) => outcome === "blocking"), ...unknown.filter(({ blocks }) => blocks)].map(({ ruleId }) => ruleId)),
  ];
  const refused = exitCode === 1 ? "blocked" : exitCode === 3 ? "unknown" : null;
  return [
    ...(refused ? [{ kind: "check", commit: null, outcome: refused, rules: rules.sort(), reason: null, who: null, made: null } as const] : []),
    ...findings
      .filter(({ ruleId }) => ruleId === "policy/weakened")
      .map(({ message }) => ({ kind: "policy", reason: message, who: null, made: null }) as const),
    ...(skip && exitCode === 0 ? [{ kind: "skip", rules: skip.selectors, reason: skip.reason, who: skip.owner } as const] : []),
  ];
}

/** Leaves what the hook behind the commit needs to recognise it. */
async function notePass(
  git: Git,
  repository: Repository,
  { staged, ...passed }: Omit<Passed, keyof Base> & { readonly staged: Base | null },
  now: number,
): Promise<string[]> {
  try {
    writeLastOk(repository.gitDir, { ...(staged ?? (await readStagedDiff(git))), ...passed }, now);
    return [];
  } catch (error) {
    const told = error instanceof Error && "code" in error ? String(error.code) : "an error";
    return [`This check could not be written down (${told}), so the commit will be judged again when it is pushed.`];
  }
}

/** No hook at all ran behind the last commit, and git says that it was made here: then somebody switched them off. Said once. */
function noticeUnrecorded({ gitDir, commonDir }: Repository, head: string | null): string[] {
  if (head === null || isPending(gitDir, head) || readInstalled(commonDir)?.commits.includes(head)) return [];
  if (readOrEmpty(join(commonDir, "guard", "journal.jsonl")).includes(head)) return [];
  // OLD NEW NAME <MAIL> SECONDS ZONE TAB MESSAGE
  const last =
    readOrEmpty(join(gitDir, "logs", "HEAD"))
      .trimEnd()
      .split("\n")
      .at(-1) ?? "";
  const how = /^[0-9a-f]+ ([0-9a-f]+) .*\t(commit(?: \((?:initial|amend|merge)\))?):/.exec(last);
  if (how?.[1] !== head) return [];
  try {
    appendPending(gitDir, head, how[2] ?? "");
  } catch {
    // Then it is noticed again, and in any case at push.
  }
  return [`The last commit, ${head.slice(0, 12)}, was made with all hooks switched off. It will be judged when it is pushed; npx --no guard audit tells more.`];
}

async function headOf(git: Git): Promise<string | null> {
  const output = await git.run("rev-parse", ["-q", "--verify", "HEAD"]).catch(() => null);
  return output ? output.toString("latin1").trim() : null;
}

/** Who asks: as git would have it on a commit. */
export async function readWho(git: Git): Promise<string> {
  return (await readIdentity(git)) ?? userInfo().username;
}

function forgetQuietly({ gitDir }: Repository): void {
  try {
    forgetLastOk(gitDir);
  } catch {
    // A store that cannot be written is left; what lies in it fits no other commit.
  }
}

function withNotes(report: Report, notes: readonly string[]): Report {
  return notes.length === 0 ? report : { ...report, notes: [...report.notes, ...notes] };
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
