import { join } from "node:path";
import { type Files, realFiles } from "./files.ts";

/** A check that let through, as the commit behind it was written down. */
export interface PendingCheck {
  /** What the index was compared with. */
  readonly base: string;
  /** Under which name its difference is kept. */
  readonly name: string;
  /** Whether the commit was held against that difference when it was made. */
  readonly isProved: boolean;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly skipped: readonly string[];
  /** Of a merge: further parents that it was judged by. */
  readonly others: readonly string[];
}

/** A commit as the hook behind it wrote it down. */
export interface PendingCommit {
  readonly commit: string;
  /** The check that was the last before it; `null`: none, or one that saw something else. */
  readonly check: PendingCheck | null;
  readonly event: string;
  /** How git says that it was made: `commit (amend)`, `revert`; empty where git does not say. */
  readonly how: string;
}

/** Commits of one worktree that the journal has not taken over yet. */
export interface TakenCommits {
  readonly commits: readonly PendingCommit[];
  /** They are in the journal now. */
  done(): void;
}

/**
 * `guard/pending` in the git folder of a worktree, a line a commit, each appended by one write of the shell:
 *
 *     OID match|unproved EVENT, and the line of guard/last-ok
 *     OID mismatch EVENT [HOW]
 *
 * It is renamed first, so that nothing is appended to what is read; what a crash leaves under that name is read again. Throws the system's error.
 */
export function takePending(gitDir: string, files: Files = realFiles): TakenCommits {
  const path = join(gitDir, "guard", "pending");
  const taken = `${path}.taken`;
  let text = readOrNull(taken, files);
  if (text === null) {
    renameIfThere(path, taken, files);
    text = readOrNull(taken, files);
  }
  const before = text ?? "";
  return {
    commits: parsePending(before),
    done() {
      // A shell that had opened it before it was renamed may have written once more: then it is read again, next time.
      if (text !== null && readOrNull(taken, files) === before) files.rmSync(taken, { force: true });
    },
  };
}

/** Whether this worktree's hooks have written a commit down that the journal has not taken over. */
export function isPending(gitDir: string, commit: string, files: Files = realFiles): boolean {
  try {
    return files.readFileSync(join(gitDir, "guard", "pending"), "latin1").includes(commit);
  } catch {
    return false;
  }
}

/** Writes down a commit that no hook has. Throws the system's error. */
export function appendPending(gitDir: string, commit: string, how: string, files: Files = realFiles): void {
  files.writeFileSync(join(gitDir, "guard", "pending"), `${commit} mismatch pre-commit ${how}\n`, { flag: "a", mode: 0o600 });
}

/** A line that was torn, or is anything else, says nothing: its commit is then one without a check. */
export function parsePending(text: string): PendingCommit[] {
  return text.split("\n").flatMap((line): PendingCommit[] => {
    const [, commit = "", result, event = "", detail = ""] = /^([0-9a-f]{40}|[0-9a-f]{64}) (match|unproved|mismatch) ([a-z-]+) ?(.*)$/.exec(line) ?? [];
    if (commit === "") return [];
    if (result === "mismatch") return [{ commit, check: null, event, how: detail }];
    const [, base, name = "", skipped = "", others = ""] = /^guard-ok\/2 ([0-9a-f]+) (\d+-\d+) \S+ (\S+) (\S+)$/.exec(detail) ?? [];
    if (base === undefined) return [];
    const check = { base, name, isProved: result === "match", at: Number.parseInt(name, 10), skipped: toList(skipped), others: toList(others) };
    return [{ commit, check, event, how: "" }];
  });
}

/** `-`: none. */
function toList(words: string): string[] {
  return words === "-" ? [] : words.split(",");
}

function readOrNull(path: string, files: Files): string | null {
  try {
    return files.readFileSync(path, "latin1");
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function renameIfThere(from: string, to: string, files: Files): void {
  try {
    files.renameSync(from, to);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
