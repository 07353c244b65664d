import { languageOf, type Token, tokenize } from "../../src/core/lexer.ts";
import type { ContentSubject, Span } from "../../src/core/rule.ts";
import { findPlaceFault, type StoragePolicy } from "../../src/core/storage-policy.ts";
import { type Driver, driverIn, isPlaceBesideDriver } from "./drivers.ts";
import { askEnvironmentFirst } from "./environment-first.ts";
import type { Fault, FaultyPath, Stored } from "./faults.ts";
import type { Surroundings } from "./nearby.ts";
import { type PathLiteral, readPathLiteral } from "./path-literal.ts";
import { findPlace, findPlaceIn, type Place } from "./path-origin.ts";
import { type Excerpt, findPathUse, type PathUse, readExcerpt } from "./path-use.ts";
import { isForbiddenFolder, isOffDrive } from "./setting-paths.ts";
import { findCommands } from "./shell-paths.ts";
import {
  databaseFile,
  databaseUrl,
  holdsFolder,
  isBackupFile,
  isDisallowed,
  isKeptOnDrive,
  isNameOnly,
  isShown,
  isTestFile,
  logFile,
  opensFile,
  storageOf,
} from "./storage-names.ts";
import { unfoldTemplates } from "./templates.ts";
import { readCallee } from "./token-tree.ts";

/** The faulty paths of an excerpt of code, in order. */
export function findCodePaths(subject: ContentSubject, span: Span, policy: StoragePolicy, surroundings: Surroundings): FaultyPath[] {
  const language = languageOf(subject.path);
  const text = subject.slice(span.start, span.end);
  const tokens = unfoldTemplates(
    tokenize(text, language).filter(({ kind }) => kind !== "comment"),
    language,
  );
  const strings = tokens.flatMap((token, index): StringOfNote[] => {
    if (token.kind !== "string" || !surroundings.isNearHit(span.start + token.start)) return [];
    const literal = readPathLiteral(tokens, index, language, subject.path);
    return literal || mayBeCommand.test(token.value) ? [{ index, token, literal }] : [];
  });
  const commands = language === "powershell" || language === "python" ? findCommands(subject, span, policy, language) : [];
  if (strings.length === 0) return commands;
  const excerpt = readExcerpt(tokens, text, language, subject.path);
  const isOfTests = isTestFile(subject.path);
  const isForBackups = isBackupFile(subject.path);
  const judgeCandidate = (candidate: Candidate, index: number): FaultyPath[] => {
    const { literal, use, stored } = candidate;
    const start = span.start + literal.start;
    const isForTests = isOfTests || surroundings.isInTest(start);
    // What a test only names is a test vector, and a backup script has a list of what there is. What they open in the wrong place is worth a word, and so is
    // what the script falls back to where no variable is set.
    if (use.role !== "opened" && (isForTests || (isForBackups && !use.fromEnvironment))) return [];
    const definitionOf = (name: string): string | null => surroundings.definitionOf(start, name);
    const folder = isFileName(candidate) ? surroundings.folderOf(start, use.names.at(-1) ?? "") : null;
    const place = folder === null ? findPlace(literal.text, use.base, definitionOf) : findPlaceIn(folder, literal.text, definitionOf);
    const fault = judge(literal.text, place, use, stored, policy);
    // Where other programs keep their logs.
    if (fault === "profile" && stored === "data" && !use.fromEnvironment) return [];
    if (!fault || isInBlockComment(subject, start) || (isForTests && !countsInTests.has(fault))) return [];
    const isAsked = (): boolean => isEnvironmentOfProcess(subject.path, use) || surroundings.asksEnvironment(start, use.names.at(-1) ?? "");
    if (fault === "hard-coded" && (isForBackups || isAsked())) return [];
    const autofix = fault === "hard-coded" ? askEnvironmentFirst(subject, span, excerpt, index, use) : [];
    return [{ start, end: span.start + literal.end, text: literal.text, stored, fault, isForTests, autofix }];
  };
  const faulty = strings.flatMap(({ index, token, literal }): FaultyPath[] => {
    const candidate =
      literal && readCandidate(excerpt, index, literal, subject.path, policy, (name) => surroundings.isOpenedBehind(span.start + literal.end, name));
    if (candidate) return judgeCandidate(candidate, index);
    const command = { start: span.start + token.innerStart, end: span.start + token.innerEnd };
    return mayBeCommand.test(token.value) && runsCommand(excerpt, index) ? findCommands(subject, command, policy) : [];
  });
  return commands.length > 0 ? [...faulty, ...commands].sort((a, b) => a.start - b.start) : faulty;
}

/** A string that may be a path or a command line. */
interface StringOfNote {
  readonly index: number;
  readonly token: Token;
  readonly literal: PathLiteral | null;
}

/** Names a tool, an option or a volume. */
const mayBeCommand = /sqlite|duckdb|litecli|datasette|litestream|(?:^|\s)--?\w/i;

/** `exec("sqlite3 x.db .dump")`, `os.system("…")`, `subprocess.run("…", shell=True)`, `` $`sqlite3 x.db` `` */
function runsCommand(excerpt: Excerpt, index: number): boolean {
  const { open, from } = excerpt.elementAt(index);
  const [tag, template] = excerpt.tokens.slice(Math.max(0, index - 1), index + 1);
  if (template?.quote === "`" && tag?.end === template.start && tag.text !== "(") return /^(?:\$+|\)|sh|shell|exec\w*|execa\w*)$/.test(tag.text);
  return from === index && excerpt.tokens[open]?.text === "(" && runs.test(readCallee(excerpt, open).text);
}

const runs = /(?:^|\.)(?:exec(?:Sync|a|aCommand)?|spawn(?:Sync)?|system|[pP]open|run|call|check_(?:call|output)|create_subprocess_shell|shell_exec|passthru)$/;

/** Behind the star of a comment of many lines whose beginning is not among what was read. */
function isInBlockComment(subject: ContentSubject, at: number): boolean {
  return /^[ \t]*\*[ \t]/.test(subject.slice(subject.line(at).start, at));
}

/** A string that is a path, and used as one. */
interface Candidate {
  readonly literal: PathLiteral;
  readonly use: PathUse;
  readonly stored: Stored;
}

function readCandidate(
  excerpt: Excerpt,
  index: number,
  literal: PathLiteral,
  file: string,
  policy: StoragePolicy,
  isOpened: (name: string) => boolean,
): Candidate | null {
  const isSure = literal.isDatabase || isUrl(literal.text);
  const isDatabase = isSure || databaseFile.test(literal.text) || isHeadOfDatabase(excerpt.tokens, index);
  const found = findPathUse(excerpt, index, { text: literal.text, isDatabase, isUrl: isSure });
  if (!found) return null;
  const use = literal.isDefault ? { ...found, fromEnvironment: true } : found;
  const name = use.names.at(-1) ?? "";
  const driver = isDatabase || isPlaceBesideDriver(name, literal.text) ? driverAround(excerpt, index) : null;
  const isBare = !/[\\/]/.test(literal.text);
  const isOfServer = driver === "server" && use.base.length === 0 && /^(?:db|database|db_?name)$/i.test(name);
  if (isBare && (driver === "sandbox" || isOfServer || isOfFlutter(excerpt, index, file))) return null;
  if (isBare && driver !== "file" && use.base.length === 0 && isNameOfPhone(use, file) && !isOpened(name)) return null;
  if (use.role === "named" && (driver === "file" || (isBare && isDatabase && isOpened(name)))) return { literal, use, stored: "database" };
  const stored = whatIsStored(literal, isDatabase, use, policy);
  return stored && { literal, use, stored };
}

/** What stands beside the string at `index`, or beside the call that joins it to a folder. */
function driverAround(excerpt: Excerpt, index: number): Driver | null {
  let { open } = excerpt.elementAt(index);
  for (let depth = 0; depth < 3; depth += 1) {
    const driver = driverIn(excerpt, open);
    if (driver !== null || excerpt.tokens[open]?.text !== "(") return driver;
    open = excerpt.elementAt(readCallee(excerpt, open).from).open;
  }
  return null;
}

/** What a phone opens by its name lies in the sandbox of the app. */
function isNameOfPhone({ names }: PathUse, file: string): boolean {
  return isNameOnly(names.at(-1) ?? "") && /\.(?:java|kt|swift|dart|[cm]?[jt]sx?)$/.test(file);
}

/** `openDatabase("x.db")` of sqflite, and `_initDB("x.db")`, as its examples call what calls that. */
function isOfFlutter(excerpt: Excerpt, index: number, file: string): boolean {
  return file.endsWith(".dart") && /(?:^|\.)(?:openDatabase|_init(?:DB|Db|Database))$/.test(readCallee(excerpt, excerpt.elementAt(index).open).text);
}

/** `sqlite:///x`, `file:x.db?mode=ro` */
function isUrl(text: string): boolean {
  return databaseUrl.test(text) || /^file:.*\.(?:db|sqlite)/i.test(text);
}

/** What a test may not open either. */
const countsInTests: ReadonlySet<Fault> = new Set<Fault>(["relative", "in-tree", "profile", "other-drive", "forbidden", "deprecated"]);

/** `"D:/databases/" + name + ".db"` */
function isHeadOfDatabase(tokens: readonly Token[], index: number): boolean {
  if (tokens[index + 1]?.text !== "+") return false;
  const behind = tokens.slice(index + 2, index + 12);
  const end = behind.findIndex(({ kind, text }) => kind === "newline" || /^[;,]$/.test(text));
  return (
    /^[A-Za-z]:[\\/]/.test(tokens[index]?.value ?? "") &&
    behind.slice(0, end < 0 ? undefined : end).some(({ kind, value }) => kind === "string" && databaseFile.test(value))
  );
}

/** `DATABASE_PATH: "…"` in `ecosystem.config.cjs`: such a file hands an environment to a process. */
function isEnvironmentOfProcess(file: string, { role, names }: PathUse): boolean {
  return role === "named" && /^[A-Z][A-Z0-9_]*$/.test(names.at(-1) ?? "") && /(?:^|\/)[\w.-]+\.config\.[cm]?[jt]s$/.test(file);
}

/** What lies at the path; null where the string is none, or is none that anybody will open. */
function whatIsStored(
  { text, isDatabase: isSure }: PathLiteral,
  isDatabase: boolean,
  { role, names, base, fromEnvironment, isHandedOn }: PathUse,
  policy: StoragePolicy,
): Stored | null {
  const name = names.at(-1) ?? "";
  const hasFolder = /[\\/]|^\$\{/.test(text);
  if (role === "opened" && logFile.test(text)) return "data";
  if (role === "opened" || isSure || (isDatabase && fromEnvironment && names.length === 0)) return "database";
  if (role === "returned") return isDatabase && (hasFolder || base.length > 0 || (storageOf(name) === "database" && !/name$/i.test(name))) ? "database" : null;
  if (isDisallowed(name)) return null;
  const kinds = names.map(storageOf);
  const isJoined = base.some(({ kind }) => kind === "string") && !isNameOnly(name);
  if (kinds.includes("database")) return isDatabase || hasFolder || isJoined || names.some(holdsFolder) ? "database" : null;
  // A folder `data` beside the code is as often part of it; logs never are.
  if (kinds.includes("data")) return fromEnvironment || /^[A-Za-z]:/.test(text) || (/log/i.test(name) && (hasFolder || base.length > 0)) ? "data" : null;
  if (fromEnvironment && names.some(isKeptOnDrive) && isOffDrive(text, policy)) return "data";
  if (base.length === 0 && isShown(name)) return null;
  if (!isDatabase) return logFile.test(text) || (!isHandedOn && isForbiddenFolder(text, policy)) ? "data" : null;
  return hasFolder || base.length > 0 || isUrl(text) || opensFile(name) ? "database" : null;
}

/** `const FILE = "x.db"`, which may be joined to its folder only later. */
function isFileName({ literal, use }: Candidate): boolean {
  return use.role === "named" && use.base.length === 0 && !use.fromEnvironment && /^[\w%${}-]+\.\w+$/.test(literal.text);
}

function judge(text: string, place: Place | null, use: PathUse, stored: Stored, policy: StoragePolicy): Fault | null {
  if (!place) return null;
  if ("origin" in place) {
    if (place.origin === "unknown") return databaseFile.test(text) ? "unresolved" : null;
    return place.origin === "safe" ? null : place.origin;
  }
  const fault = findPlaceFault(place.path, policy, stored);
  if (fault) return fault === "no-drive" && /^(?:tmp|var|dev)$/.test(place.path.segments[0] ?? "") ? null : fault;
  return use.fromEnvironment || use.isHandedOn || place.path.kind === "device" ? null : "hard-coded";
}
