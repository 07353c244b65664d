import type { LocalFile, LocalValue } from "./facts/local-files.ts";
import type { MachineFacts } from "./facts/machine.ts";
import type { FileContent } from "./file-kind.ts";
import type { Confidence, Entry, EntryKind, EntryStatus, Facts, Finding, Severity } from "./model.ts";

/** What every rule says of itself. Eager: read before any rule body is loaded. */
export interface RuleMeta {
  /** One sentence, present tense: what is found. */
  readonly summary: string;
  /** Why it matters, for a tired person. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** First version of Guard that had it. */
  readonly since: string;
  /** The document behind it, such as "S4:118". */
  readonly source?: string;
  /** Selectors of rules that win where both speak of one place: the more specific id stays. `!` in front takes back. */
  readonly yieldsTo?: readonly string[];
  /** The same, said by the one that wins: selectors of rules that step back. */
  readonly outranks?: readonly string[];
  /** Of two rules that yield to each other the one that knows more stays; 0 where it is left out. */
  readonly rank?: number;
  /** The part of the configuration that it needs; without it the rule is off. */
  readonly needs?: "storage" | "trading" | "databases";
}

/**
 * A literal that must occur before a content rule is asked: ASCII, at least 2 characters, found without regard to case unless `exact`.
 * The gates are checked on bytes, before any regular expression is compiled.
 */
export interface Trigger {
  readonly literal: string;
  readonly exact?: boolean;
  /** The byte before must be no letter, digit or `_`. */
  readonly startsWord?: boolean;
  /** At least `min` bytes out of `set` (as in a RegExp class, `A-Za-z0-9_-`) must follow directly. */
  readonly followedBy?: { readonly set: string; readonly min: number };
  /** The end of the file behind it will do for `followedBy`. */
  readonly orEnd?: boolean;
  /** The same directly before. */
  readonly precededBy?: { readonly set: string; readonly min: number };
  /** On the same line, within so many bytes behind it, at least `min` bytes out of `set` must begin to follow each other. */
  readonly holdsWithin?: { readonly set: string; readonly min: number; readonly within: number };
  /** An assignment sign (`=` or `:`, or a `,` after a closing quote) must stand on the same line within so many bytes behind it. */
  readonly assignedWithin?: number;
  /**
   * So many bytes behind it, line ends included, something must begin that could be drawn at random: 8 characters with a digit or a mark such as `#` among
   * them, or 6 letters that are no words. With `assignedWithin`, a line end counts only where the line leaves something open: behind `=`, `(`, `",` and the like.
   */
  readonly randomWithin?: number;
}

/** Where a trigger stood: byte offsets into the subject, end exclusive. */
export interface Hit {
  /** Index into the rule's `triggers`. */
  readonly trigger: number;
  readonly start: number;
  readonly end: number;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One file, or one piece of a very large one. Offsets are bytes of its UTF-8 form, whatever the encoding was. */
export interface ContentSubject {
  readonly path: string;
  readonly kind: EntryKind;
  readonly length: number;
  /** This rule's hits in order of their start; empty only for a rule without triggers. */
  readonly hits: readonly Hit[];
  /** Whether the file begins with a byte order mark, which no offset counts. */
  readonly hasBom: boolean;
  /** For a rule that `seeks` them: what its hits are of, by their `trigger`. */
  readonly localValues: readonly LocalValue[];
  /** Bytes as latin1: one character a byte, so that indices stay byte offsets. Clipped to the subject. */
  slice(start: number, end: number): string;
  /** The same bytes as real text. */
  decode(start: number, end: number): string;
  /** The line round an offset, without its line end; at most 4096 bytes to either side. */
  line(offset: number): Span;
  /** There only where somebody asks why nothing is said (`explain`): a place that the rule looked at and left, and why, without a word of it. */
  readonly leave?: (start: number, end: number, why: string) => void;
}

/**
 * A step of what `check --fix` may do about a match: all steps or none, in the index, and in the work tree where the file there is what was judged. Offer
 * only what is right without asking, and what leaves nothing of the finding. Never write a secret anywhere.
 */
export type AutofixStep =
  /** In the file that was judged; offsets as those of the match, and not necessarily inside it. */
  | { readonly kind: "replace"; readonly start: number; readonly end: number; readonly text: string }
  /** The last lines of a text file such as `.gitignore`, from the first one on that it has not. Made where it is missing. */
  | { readonly kind: "append"; readonly path: string; readonly lines: readonly string[] }
  /** The file that was judged leaves the index and stays on disk. */
  | { readonly kind: "untrack" };

interface Autofix<Kind extends AutofixStep["kind"]> {
  readonly autofix?: readonly Extract<AutofixStep, { kind: Kind }>[];
}

/** What a content or change rule saw. The engine makes a finding of it: location, preview, fingerprint. Never put a secret into `message` or `facts`. */
export interface Match extends Autofix<"replace" | "append" | "untrack"> {
  /** Bytes; the secret or the faulty expression itself, not the line round it. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly fix?: string;
  /** May lower the rule's severity, never raise it. */
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  /** How much of it a preview may show: so many leading characters of a public prefix, or everything where it is no secret. Default 0. */
  readonly reveal?: number | "all";
  /** Only the name beside it speaks for it, and not plainly: it goes where another rule blocks at its place. */
  readonly isGuess?: boolean;
  readonly facts?: Facts;
}

/** What an entry rule saw about a path. */
export type EntryMatch = Statement & Autofix<"append" | "untrack">;

/** What every match says. */
export type Statement = Omit<Match, "start" | "end" | "reveal" | "autofix">;

export interface EntrySubject {
  readonly path: string;
  readonly kind: EntryKind;
  readonly status: EntryStatus;
  /** What its first bytes say that it is, a database or a dataset; `null` where it is neither, or was not read. */
  readonly content: FileContent | null;
}

/** One path, before and after. `null` where it did not or does not exist. Text is real text. */
export interface ChangeSubject {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** As a content match with offsets into `after` in UTF-16 units, or without any: then it is about the path. */
export type ChangeMatch = Statement &
  Autofix<"replace" | "append" | "untrack"> & { readonly start?: number; readonly end?: number; readonly reveal?: number | "all" };

/** Everything that will be in the repository, with the text of the files that the rule `reads`. */
export interface RepositorySubject {
  readonly entries: readonly Pick<Entry, "path" | "kind" | "status">[];
  /** Those whose path holds one of these texts, in their order; in small letters, and whatever the case of the path. Much cheaper than to ask thousands of entries. */
  withPart(...parts: readonly string[]): readonly Pick<Entry, "path" | "kind" | "status">[];
  /** Text of a file that one of the rule's `reads` globs matches, or in which one of its `notices` stands, else `undefined`. */
  read(path: string): string | undefined;
  /** Judged files in which one of the rule's `notices` stands, sorted. */
  readonly noticed: readonly string[];
  /** Environment files of this machine that git does not track, for rules that want them. */
  readonly local: readonly LocalFile[];
  /** Whether the whole repository is judged, and not what one commit changes. */
  readonly isWhole: boolean;
}

/** Offsets of a `replace` count in the text of `path`, in UTF-16 units. */
export type RepositoryMatch = Statement & Autofix<"replace" | "append"> & ({ readonly path: string } | { readonly subject: string });

interface RuleBase {
  /** `pack/what-is-found`, kebab case, stable for ever. */
  readonly id: string;
  readonly meta: RuleMeta;
  /** For rules of other packages: anything with a zod-like `parse`. Built-in rules keep theirs in `<rule>.options.ts`. */
  readonly options?: { parse(input: unknown): unknown };
}

// biome-ignore lint/suspicious/noExplicitAny: options differ by rule and were parsed by the rule's own schema
type Options = any;

export interface ContentRule extends RuleBase {
  readonly inspects: "content";
  /** Globs; absent: every file. Matched without regard to case. */
  readonly files?: readonly string[];
  /** Empty: asked about every file of `files`, which must then be few. */
  readonly triggers: readonly (string | Trigger)[];
  /** Also asked about what stands encoded in a file: in base 64, hexadecimal digits, percent signs or escapes. */
  readonly readsDecoded?: boolean;
  /** In place of triggers: the values that this machine keeps in files which git does not track. */
  readonly seeks?: "local-values";
  /** A promise only of our own rules, where one must first load something large that most files do not need: nobody could stop what goes on behind it. */
  check(subject: ContentSubject, options: Options): readonly Match[] | Promise<readonly Match[]>;
}

export interface EntryRule extends RuleBase {
  readonly inspects: "entry";
  readonly files?: readonly string[];
  /** Also asked about files of other names whose content says what they are. */
  readonly recognises?: true;
  check(subject: EntrySubject, options: Options): readonly EntryMatch[];
}

export interface ChangeRule extends RuleBase {
  readonly inspects: "change";
  /** The paths whose change it wants to see; deletions included. */
  readonly files: readonly string[];
  check(subject: ChangeSubject, options: Options): readonly ChangeMatch[];
}

export interface RepositoryRule extends RuleBase {
  readonly inspects: "repository";
  /** Files whose text it wants. */
  readonly reads: readonly string[];
  /** Asked only where one of these is part of what is judged, or something was noticed; absent: always. */
  readonly files?: readonly string[];
  /** Literals: of judged files in which one of these stands it wants the text too. */
  readonly notices?: readonly (string | Trigger)[];
  /** Wants the environment files of this machine. */
  readonly wantsLocal?: boolean;
  check(subject: RepositorySubject, options: Options): readonly RepositoryMatch[];
}

/** What a machine rule saw: about a subject (a database, a log, a position), or that it could not be known. */
export type MachineMatch = (Statement & { readonly subject: string }) | { readonly subject: string; readonly unknown: string };

export interface MachineRule extends RuleBase {
  readonly inspects: "machine";
  /** The parts of the facts that it judges; only the probes that some active rule asks for are started. */
  readonly probes: readonly (keyof MachineFacts)[];
  check(facts: MachineFacts, options: Options): readonly MachineMatch[];
}

/** What people write about commits: a commit's message, that of an annotated tag (`tag`), the name of a branch or of another ref that is pushed, or the path of a file. */
export interface MessageSubject {
  readonly kind: "commit" | "tag" | "branch" | "ref" | "path";
  readonly text: string;
  /** What the rules that `asks` names saw in it, as if it were a file. */
  readonly found: readonly Finding[];
}

/** `preview`: redacted, as that of a finding. */
export type MessageMatch = Statement & { readonly preview?: string | null };

export interface MessageRule extends RuleBase {
  readonly inspects: "message";
  /** Selectors of content rules that are asked about the text as well. */
  readonly asks?: readonly string[];
  check(subject: MessageSubject, options: Options): readonly MessageMatch[];
}

/** Judging itself answers under this id: it has meta and a page, and no body. */
export interface VerdictRule extends RuleBase {
  readonly inspects: "verdict";
}

export type Rule = ContentRule | EntryRule | ChangeRule | RepositoryRule | MachineRule | MessageRule | VerdictRule;
export type RuleKind = Rule["inspects"];

/** A rule as the engine first meets it: all but its body. */
type WithoutBody<R> = R extends unknown ? Omit<R, "check" | "options"> : never;
export type RuleSummary = WithoutBody<Rule>;

/**
 * Checks the shape of a rule and returns it. `check` must be pure: no git, no files, no clock, no console.
 * Throws `TypeError` where the id is no `pack/name` or a content rule has no trigger.
 */
export function defineRule<R extends Rule>(rule: R): R {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(rule.id))
    throw new TypeError(`Rule id "${rule.id}": expected pack/what-is-found in kebab case.`);
  if (rule.inspects !== "verdict" && typeof rule.check !== "function") throw new TypeError(`Rule ${rule.id}: expected a function "check".`);
  if (rule.inspects === "content") assertTriggers(rule);
  return rule;
}

/** Sets that are character classes: there are few of them, and trying one takes time. */
const tried = new Set<string>();

function assertSet(set: string): void {
  if (tried.has(set)) return;
  // A bracket that closes the class early leaves one that never begins to match.
  if (/(?<!\\)(?:\\\\)*\]/.test(set)) throw new SyntaxError(`"]" in ${JSON.stringify(set)} must stand behind a backslash.`);
  new RegExp(`[${set}]`);
  tried.add(set);
}

function assertTriggers(rule: ContentRule): void {
  if (rule.triggers.length === 0 && !rule.files && !rule.seeks)
    throw new TypeError(`Rule ${rule.id}: a content rule needs at least one trigger, the literal without which it has nothing to say.`);
  for (const trigger of rule.triggers) {
    const literal = typeof trigger === "string" ? trigger : trigger.literal;
    if (!/^[\x20-\x7e]{2,}$/.test(literal))
      throw new TypeError(`Rule ${rule.id}: trigger ${JSON.stringify(literal)} must be at least 2 printable ASCII characters.`);
    if (typeof trigger === "string") continue;
    for (const gate of [trigger.followedBy, trigger.precededBy, trigger.holdsWithin]) if (gate) assertSet(gate.set);
  }
}

/** Examples that travel with a rule: what it must flag and what it must leave alone. */
export interface Example {
  /** The situation, in words. */
  readonly name: string;
  readonly path: string;
  /** The file's content; for entry rules a character a byte. Credentials are assembled from parts, so that no scanner trips over the repository. */
  readonly content?: string;
  /** Other files of the repository, for repository rules. */
  readonly others?: Readonly<Record<string, string>>;
  /** Files of this machine that git does not track. */
  readonly local?: Readonly<Record<string, string>>;
  /** Content before, for change rules; `null`: the path is new. */
  readonly before?: string | null;
  /** Options other than the defaults. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** A flagged example may say more of what it expects. */
export interface FlaggedExample extends Example {
  /** The exact text that each finding spans, in order. */
  readonly spans?: readonly string[];
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  /** The files that `check --fix` changes, and their text then; `null`: out of the index. */
  readonly fixed?: Readonly<Record<string, string | null>>;
}

export interface Examples {
  readonly flags: readonly FlaggedExample[];
  readonly leaves: readonly Example[];
}
