/** The words of Guard. Plain, readonly, serialisable; nothing here ever holds a secret. */

export type Severity = "block" | "warn";
/** What configuration may say of a rule. */
export type Setting = Severity | "off";
/** How sure a rule is. A different question from how bad it is. */
export type Confidence = "certain" | "likely" | "possible";
export type Outcome = "blocking" | "advisory" | "suppressed";
/** `null`: the source has nothing to compare with; the finding acts with its severity. */
export type Age = "new" | "older" | null;

export type SourceKind = "staged" | "files" | "all" | "range" | "history" | "stdin" | "machine";

/** `regular` 100644, `executable` 100755, `symlink` 120000 (its blob is the target), `gitlink` 160000 (its oid is a commit). */
export type EntryKind = "regular" | "executable" | "symlink" | "gitlink";
export type EntryStatus = "added" | "modified" | "deleted" | "type-changed" | "unmerged" | "present";

/** One path of what is to be judged. */
export interface Entry {
  /** `/`-separated, relative to the root. Bytes that are no UTF-8 stand percent-encoded, see `pathEncoding`. */
  readonly path: string;
  readonly pathEncoding?: "percent";
  readonly kind: EntryKind;
  readonly status: EntryStatus;
  /** Object id of the content, `null` where there is none (deleted, a file outside git). */
  readonly oid: string | null;
  /** What stood here before, as far as the source knows. */
  readonly baseOid: string | null;
  readonly baseKind: EntryKind | null;
  /** In a merge: what the further parents have here, those that have anything. */
  readonly otherBases?: readonly { readonly oid: string; readonly kind: EntryKind }[];
}

/** Lines and columns from 1, in UTF-16 units (a BOM in none); the end is exclusive. */
export interface Location {
  readonly path: string;
  readonly pathEncoding?: "percent";
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/**
 * One change to a file that mends a finding. Offsets are bytes of its UTF-8 form without a byte order mark, ends exclusive; `oid` is the content that was
 * judged. `append`: the lines of a text file from the first one on that it has not; it is made where it is missing. `untrack`: out of the index, not off the disk.
 */
export type FileChange =
  | { readonly kind: "replace"; readonly path: string; readonly oid: string | null; readonly start: number; readonly end: number; readonly text: string }
  | { readonly kind: "append"; readonly path: string; readonly lines: readonly string[] }
  | { readonly kind: "untrack"; readonly path: string; readonly oid: string | null };

/** One thing one rule saw at one place, or about one subject. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly age: Age;
  /** Range and history: the commit it stands in. */
  readonly commit: string | null;
  readonly location: Location | null;
  /** What a finding without a location is about. */
  readonly subject: string | null;
  readonly message: string;
  /** Redacted: at most a public prefix and the last four characters. */
  readonly preview: string | null;
  readonly fix: string | null;
  readonly fingerprint: string;
  readonly facts: Facts;
  /** What `check --fix` does about it: all of these changes, or none. Absent: a person has to. Not part of the JSON report. */
  readonly autofix?: readonly FileChange[];
}

export interface Suppression {
  readonly kind: "inline" | "allow" | "baseline" | "ack" | "skip";
  readonly reason: string;
  readonly owner: string | null;
  readonly until: string | null;
}

/** A finding after judging. */
export interface Verdict extends Finding {
  readonly outcome: Outcome;
  readonly suppression: Suppression | null;
}

/** A rule that could not look. Never the same as "ok". */
export interface Unknown {
  readonly ruleId: string;
  readonly subject: string;
  readonly reason: string;
  /** A rule that could have blocked: the run ends in 3. */
  readonly blocks: boolean;
}

export interface Coverage {
  readonly entries: number;
  readonly entriesChecked: number;
  /** Entries that `ignores` took out; they are in neither of the other counts. */
  readonly ignored: number;
  readonly bytes: number;
  readonly rules: number;
  /** What was left out on request, in words. */
  readonly skipped: readonly string[];
  readonly seconds: number;
}

export interface ReportError {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/** What `check --fix` did about a finding. */
export interface FixOutcome {
  readonly ruleId: string;
  /** Of the finding, else of the first change. */
  readonly path: string;
  readonly changes: readonly FixedFile[];
  /** Why nothing was changed; `null` where it was. */
  readonly refused: string | null;
}

/** A file that was changed in the index. */
export interface FixedFile {
  readonly path: string;
  readonly done: "edited" | "created" | "untracked";
  /** The content that stood in the index before; `null` where there was none. `git cat-file blob OID` shows it. */
  readonly before: string | null;
  /** Why the file of the work tree was left as it is; `null` where it is as in the index, or untracked. */
  readonly leftOnDisk: string | null;
}

/** 0 clean, 1 something blocks, 2 usage or configuration, 3 could not judge, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

export interface Report {
  readonly source: SourceKind;
  readonly exitCode: ExitCode;
  readonly complete: boolean;
  readonly findings: readonly Verdict[];
  readonly unknown: readonly Unknown[];
  readonly coverage: Coverage;
  readonly error: ReportError | null;
  /** Remarks for people, not part of the JSON report. */
  readonly notes: readonly string[];
  /** What was done before this was judged; only where mending was asked for. */
  readonly fixes?: readonly FixOutcome[];
}

/**
 * A failure that ends the run with one clear line: what and where, why, what to do.
 * `exitCode` 2: usage or configuration, nothing was judged. 3: something could not be judged.
 */
export class GuardError extends Error {
  override readonly name = "GuardError";
  readonly exitCode: 2 | 3;
  readonly code: string;
  readonly fix: string;

  constructor(exitCode: 2 | 3, code: string, message: string, fix: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
    this.code = code;
    this.fix = fix;
  }
}
