import { sha256 } from "../core/sha256.ts";

/** Somebody says that rules about the machine are known to fail, for a while. */
export interface AckEntry {
  readonly kind: "ack";
  readonly rules: readonly string[];
  readonly reason: string;
  readonly who: string;
  /** ISO 8601, UTC. */
  readonly until: string;
}

/** A check, or a commit that had none. */
export interface CommitEntry {
  /** `check`: Guard judged it. `unverified`: it was made without a check that belongs to it. */
  readonly kind: "check" | "unverified";
  /** `null`: the check ended in no commit. */
  readonly commit: string | null;
  /**
   * Of a check: `clean`, `skipped` (clean but for rules that were skipped), `blocked`, `unknown` (not everything could be judged).
   * Of a commit without one: `bypassed`, or `not run by git`, which has no hook there (a rebase, a pick, a revert, a patch), or `amends unchecked`: the
   * change was judged, and what it was made to was not.
   */
  readonly outcome: "clean" | "skipped" | "blocked" | "unknown" | "bypassed" | "not run by git" | "amends unchecked";
  /** Those that blocked, or were skipped. */
  readonly rules: readonly string[];
  readonly reason: string | null;
  readonly who: string | null;
  /** When it happened, where that is not when it was written down; ISO 8601, UTC. */
  readonly made: string | null;
}

/** Rules were left out of one check on request. */
export interface SkipEntry {
  readonly kind: "skip";
  readonly rules: readonly string[];
  readonly reason: string;
  readonly who: string;
}

/** `policy`: what holds was loosened. `install`: Guard's hooks were put in. */
export interface EventEntry {
  readonly kind: "policy" | "install";
  readonly reason: string | null;
  readonly who: string | null;
  /** As of a commit. */
  readonly made: string | null;
}

/** What is worth remembering of a repository; plain JSON. */
export type JournalEntry = AckEntry | CommitEntry | SkipEntry | EventEntry;

interface Sealed {
  readonly v: 1;
  /** When it was written down; ISO 8601, UTC. */
  readonly at: string;
  /** Name of a linked worktree, `.` for the main one: each has a chain of its own. */
  readonly worktree: string;
  /** `hash` of the record before it in this worktree; 64 zeros for the first. */
  readonly prev: string;
  readonly hash: string;
}

/** An entry as the journal holds it. */
export type JournalRecord = JournalEntry & Sealed;

export const GENESIS = "0".repeat(64);
const DOMAIN = "guard.journal/1\n";

/** `{…,"prev":"<hash of the one before>","hash":"<SHA-256 of this line without its hash>"}` */
export function toLine(entry: JournalEntry, at: number, worktree: string, prev: string): { readonly line: string; readonly hash: string } {
  const text = JSON.stringify({ v: 1, at: new Date(at).toISOString(), worktree, ...entry, prev });
  const hash = hashOf(text);
  return { line: `${text.slice(0, -1)},"hash":"${hash}"}`, hash };
}

/** The hash covers the bytes as they were written, `prev` among them. `null`: it is no record, or not as it was written. */
export function parseLine(line: string): JournalRecord | null {
  const [, text, hash] = WHOLE.exec(line) ?? [];
  if (text === undefined || hash !== hashOf(`${text}}`)) return null;
  // The hash says that Guard wrote it.
  return JSON.parse(line) as JournalRecord;
}

/** Whether a line is whole, be it true or not: one that was torn by a crash has no end. */
export function isWholeLine(line: string): boolean {
  return WHOLE.test(line);
}

const WHOLE = /^(\{.*),"hash":"([0-9a-f]{64})"\}$/;

function hashOf(text: string): string {
  return sha256(DOMAIN + text);
}
