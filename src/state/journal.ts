import { closeSync, constants, fstatSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from "node:fs";
import { basename, join } from "node:path";
import { GuardError } from "../core/model.ts";
import { sha256 } from "../core/sha256.ts";
import { withFileLock } from "./file-lock.ts";

/** What is worth remembering of a repository. Every kind has its own fields beside these; all are plain JSON. */
export interface JournalEntry {
  readonly kind: "ack";
  readonly rules: readonly string[];
  readonly reason: string;
  readonly who: string;
  /** ISO 8601, UTC. */
  readonly until: string;
}

/** An entry as the journal holds it. */
export interface JournalRecord extends JournalEntry {
  readonly v: 1;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Name of a linked worktree, `.` for the main one: each has a chain of its own. */
  readonly worktree: string;
  /** `hash` of the record before it in this worktree; 64 zeros for the first. */
  readonly prev: string;
  readonly hash: string;
}

/**
 * `guard/journal.jsonl` in the common git folder, one record a line:
 *
 *     {"v":1,"at":"…","worktree":".","kind":"ack",…,"prev":"<hash of the one before>","hash":"<SHA-256 of this line without its hash>"}
 *
 * A line whose hash is not its own (torn by a crash, changed by hand) is no record. What cannot be read counts as not there: a broken journal never
 * blocks and never makes a check pass.
 */
export interface Journal {
  /** Appends by one write, and returns when it is on disk. Throws `GuardError` (3) where it cannot be written. */
  append(entry: JournalEntry, now: number): Promise<JournalRecord>;
  /** Records from a moment on (milliseconds since the epoch), oldest first, of all worktrees. */
  readSince(since: number): readonly JournalRecord[];
}

const GENESIS = "0".repeat(64);
const DOMAIN = "guard.journal/1\n";
/** An append takes milliseconds. */
const LOCK_MS = 5000;

/** `gitDir`: of this worktree. */
export function openJournal(commonDir: string, gitDir: string): Journal {
  const folder = join(commonDir, "guard");
  const path = join(folder, "journal.jsonl");
  const worktree = gitDir === commonDir ? "." : basename(gitDir);
  return {
    readSince: (since) => readBackwards(path, (record) => Date.parse(record.at) < since).filter(({ at }) => Date.parse(at) >= since),
    async append(entry, now) {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        return await withFileLock(`${path}.lock`, LOCK_MS, () => {
          const last = readBackwards(path, (record) => record.worktree === worktree).findLast((record) => record.worktree === worktree);
          const line = toLine({ v: 1, at: new Date(now).toISOString(), worktree, ...entry, prev: last?.hash ?? GENESIS });
          writeLine(path, line);
          const written = parseLine(line);
          if (!written) throw new Error("a record that cannot be read again");
          return written;
        });
      } catch (error) {
        const told = error instanceof Error && "code" in error ? String(error.code) : error instanceof Error ? error.message : String(error);
        throw new GuardError(3, "journal", `Guard's journal ${path} cannot be written (${told}), so nothing was recorded.`, "Mend that, then try again.", {
          cause: error,
        });
      }
    },
  };
}

function toLine(record: Omit<JournalRecord, "hash">): string {
  const text = JSON.stringify(record);
  return `${text.slice(0, -1)},"hash":"${hashOf(text)}"}`;
}

/** The hash covers the bytes as they were written, `prev` among them. */
function parseLine(line: string): JournalRecord | null {
  const [, text, hash] = /^(\{.*),"hash":"([0-9a-f]{64})"\}$/.exec(line) ?? [];
  if (text === undefined || hash !== hashOf(`${text}}`)) return null;
  // The hash says that Guard wrote it.
  return JSON.parse(line) as JournalRecord;
}

function hashOf(text: string): string {
  return sha256(DOMAIN + text);
}

/** A pipe in place of the file would keep us waiting; a link would lead elsewhere. Windows has neither flag. */
const CAREFULLY = (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** Begins a new line where the one before it was torn. */
function writeLine(path: string, line: string): void {
  const file = openSync(path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | CAREFULLY, 0o600);
  try {
    const { size } = fstatSync(file);
    const last = Buffer.alloc(1);
    const isTorn = size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a;
    const bytes = Buffer.from(`${isTorn ? "\n" : ""}${line}\n`);
    const written = writeSync(file, bytes);
    if (written < bytes.length) throw Object.assign(new Error("not written whole"), { code: "ENOSPC" });
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const FIRST_BYTES = 64 << 10;

/** The end of the journal, oldest record first: as far back as to a record for which `isEnough`, else all of it. Empty where it cannot be read. */
function readBackwards(path: string, isEnough: (record: JournalRecord) => boolean): JournalRecord[] {
  let file: number | null = null;
  try {
    file = openSync(path, constants.O_RDONLY | CAREFULLY);
    const stat = fstatSync(file);
    if (!stat.isFile()) return [];
    for (let length = FIRST_BYTES; ; length *= 4) {
      const start = Math.max(0, stat.size - length);
      const records = readLines(file, start, stat.size).flatMap((line) => parseLine(line) ?? []);
      if (start === 0 || records.some(isEnough)) return records;
    }
  } catch {
    return [];
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** Whole lines; the first one may be the end of another, and is then no record. */
function readLines(file: number, start: number, end: number): string[] {
  const bytes = Buffer.alloc(end - start);
  let read = 0;
  for (let more = -1; read < bytes.length && more !== 0; read += more) more = readSync(file, bytes, read, bytes.length - read, start + read);
  return bytes.toString("utf8", 0, read).split("\n");
}
