import { constants } from "node:fs";
import { basename, join } from "node:path";
import { GuardError } from "../core/model.ts";
import { withFileLock } from "./file-lock.ts";
import { type Files, realFiles } from "./files.ts";
import { GENESIS, isWholeLine, type JournalEntry, type JournalRecord, parseLine, toLine } from "./journal-record.ts";

/**
 * `guard/journal.jsonl` in the common git folder, one record a line, chained by hashes worktree by worktree.
 * A line whose hash is not its own (torn by a crash, changed by hand) is no record. What cannot be read counts as not there: a broken journal never
 * blocks and never makes a check pass.
 */
export interface Journal {
  /** Appends by one write, and returns when it is on disk. Throws `GuardError` (3) where it cannot be written. */
  append(entry: JournalEntry, now: number): Promise<JournalRecord>;
  /** Several, by one write. `worktree`: of which they are, where that is another. */
  appendAll(entries: readonly JournalEntry[], now: number, worktree?: string): Promise<JournalRecord[]>;
  /** Records from a moment on (milliseconds since the epoch), oldest first, of all worktrees. */
  readSince(since: number): readonly JournalRecord[];
  /** All of it, and whether the chains hold. Throws `GuardError` (3) where there is one that cannot be read. */
  verify(): VerifiedJournal;
}

export interface VerifiedJournal {
  readonly records: readonly JournalRecord[];
  /** `broken at N`: line N is not what was written, or not what came next. */
  readonly chain: "intact" | `broken at ${number}`;
  /** Lines that a crash or a full disk cut off; nothing in them was ever acknowledged. */
  readonly torn: number;
}

/** An append takes milliseconds. */
const LOCK_MS = 5000;

/** `gitDir`: of this worktree. */
export function openJournal(commonDir: string, gitDir: string, files: Files = realFiles): Journal {
  const folder = join(commonDir, "guard");
  const path = join(folder, "journal.jsonl");
  const own = worktreeName(commonDir, gitDir);
  async function appendAll(entries: readonly JournalEntry[], now: number, worktree: string): Promise<JournalRecord[]> {
    if (entries.length === 0) return [];
    try {
      files.mkdirSync(folder, { recursive: true, mode: 0o700 });
      const work = (): JournalRecord[] => {
        const last = readBackwards(path, (record) => record.worktree === worktree, files).findLast((record) => record.worktree === worktree);
        const lines = chain(entries, now, worktree, last?.hash ?? GENESIS);
        writeLines(path, lines, files);
        return lines.map((line) => parseLine(line) ?? fail("a record that cannot be read again"));
      };
      return await withFileLock(`${path}.lock`, LOCK_MS, work, files);
    } catch (error) {
      throw new GuardError(3, "journal", `Guard's journal ${path} cannot be written (${tell(error)}), so nothing was recorded.`, "Mend that, then try again.", {
        cause: error,
      });
    }
  }
  return {
    readSince(since) {
      try {
        return readBackwards(path, (record) => Date.parse(record.at) < since, files).filter(({ at }) => Date.parse(at) >= since);
      } catch {
        return [];
      }
    },
    append: async (entry, now) => (await appendAll([entry], now, own))[0] ?? fail("nothing was written"),
    appendAll: (entries, now, worktree = own) => appendAll(entries, now, worktree),
    verify() {
      try {
        return verifyLines(files.readFileSync(path, "utf8").split("\n"));
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return { records: [], chain: "intact", torn: 0 };
        throw new GuardError(3, "journal", `Guard's journal ${path} cannot be read (${tell(error)}).`, "Look at its permissions.", { cause: error });
      }
    },
  };
}

/** `.` for the main worktree. */
export function worktreeName(commonDir: string, gitDir: string): string {
  return gitDir === commonDir ? "." : basename(gitDir);
}

function chain(entries: readonly JournalEntry[], now: number, worktree: string, before: string): string[] {
  let prev = before;
  return entries.map((entry) => {
    const { line, hash } = toLine(entry, now, worktree, prev);
    prev = hash;
    return line;
  });
}

/** Lines of the file, without their ends. */
function verifyLines(lines: readonly string[]): VerifiedJournal {
  const last = new Map<string, string>();
  const records: JournalRecord[] = [];
  let broken: number | null = null;
  let torn = 0;
  for (const [index, line] of lines.entries()) {
    if (line === "") continue;
    const record = parseLine(line);
    if (!record && !isWholeLine(line)) torn++;
    else if (!record || record.prev !== (last.get(record.worktree) ?? GENESIS)) broken ??= index + 1;
    if (!record) continue;
    records.push(record);
    last.set(record.worktree, record.hash);
  }
  return { records, chain: broken === null ? "intact" : `broken at ${broken}`, torn };
}

/** A pipe in place of the file would keep us waiting; a link would lead elsewhere. Windows has neither flag. */
const CAREFULLY = (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** Begins a new line where the one before it was torn. */
function writeLines(path: string, lines: readonly string[], files: Files): void {
  const file = files.openSync(path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | CAREFULLY, 0o600);
  try {
    const { size } = files.fstatSync(file);
    const last = Buffer.alloc(1);
    const isTorn = size > 0 && files.readSync(file, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a;
    const bytes = Buffer.from(`${isTorn ? "\n" : ""}${lines.join("\n")}\n`);
    const written = files.writeSync(file, bytes);
    if (written < bytes.length) throw Object.assign(new Error("not written whole"), { code: "ENOSPC" });
    files.fsyncSync(file);
    if (size === 0) syncFolder(path, files);
  } finally {
    files.closeSync(file);
  }
}

/** A new file is there after a power cut only once its folder is on disk. Windows has no such thing. */
function syncFolder(path: string, files: Files): void {
  if (process.platform === "win32") return;
  const folder = files.openSync(join(path, ".."), constants.O_RDONLY);
  try {
    files.fsyncSync(folder);
  } finally {
    files.closeSync(folder);
  }
}

const FIRST_BYTES = 64 << 10;

/** The end of the journal, oldest record first: as far back as to a record for which `isEnough`, else all of it. Throws the system's error. */
function readBackwards(path: string, isEnough: (record: JournalRecord) => boolean, files: Files): JournalRecord[] {
  const file = openOrNull(path, files);
  if (file === null) return [];
  try {
    const stat = files.fstatSync(file);
    if (!stat.isFile()) throw Object.assign(new Error("no plain file"), { code: "EISDIR" });
    for (let length = FIRST_BYTES; ; length *= 4) {
      const start = Math.max(0, stat.size - length);
      const records = readLines(file, start, stat.size, files).flatMap((line) => parseLine(line) ?? []);
      if (start === 0 || records.some(isEnough)) return records;
    }
  } finally {
    files.closeSync(file);
  }
}

function openOrNull(path: string, files: Files): number | null {
  try {
    return files.openSync(path, constants.O_RDONLY | CAREFULLY);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Whole lines; the first one may be the end of another, and is then no record. */
function readLines(file: number, start: number, end: number, files: Files): string[] {
  const bytes = Buffer.alloc(end - start);
  let read = 0;
  for (let more = -1; read < bytes.length && more !== 0; read += more) more = files.readSync(file, bytes, read, bytes.length - read, start + read);
  return bytes.toString("utf8", 0, read).split("\n");
}

function tell(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : error instanceof Error ? error.message : String(error);
}

function fail(message: string): never {
  throw new Error(message);
}
