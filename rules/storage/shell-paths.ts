import { type Language, listAssignments, tokenize } from "../../src/core/lexer.ts";
import type { ContentSubject, Span } from "../../src/core/rule.ts";
import type { StoragePolicy } from "../../src/core/storage-policy.ts";
import { parseWindowsPath } from "../../src/core/windows-path.ts";
import { findCommandPaths } from "./command-paths.ts";
import { isMalformed } from "./eaten-backslashes.ts";
import type { Fault, FaultyPath } from "./faults.ts";
import { findPath } from "./path-literal.ts";
import { originOf } from "./path-origin.ts";
import { judgeSetting, listArguments } from "./setting-paths.ts";
import { databaseFile, databaseUrl, isBackupFile, isDisallowed, isTestFile, storageOf } from "./storage-names.ts";

/** A value of a script: what stands there, and whether a variable of the environment goes before it or is set by it. */
interface Value {
  readonly name: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isEnvironment: boolean;
}

/** The faulty paths of some lines of a shell script, a Dockerfile or a batch file, in order. */
export function findShellPaths(subject: ContentSubject, span: Span, policy: StoragePolicy, language: Language): FaultyPath[] {
  const text = subject.slice(span.start, span.end);
  const isForTests = isTestFile(subject.path);
  const values = language === "shell" ? listShellValues(text, subject.path) : listBatchValues(text);
  const listed = language === "shell" ? listArguments(tokenize(withoutComments(text, language), "json")) : [];
  const words = listed.flatMap(({ name, text: found, start, end }) => {
    const fault = databaseFile.test(found) || storageOf(name) === "database" ? judge(found, policy, true) : null;
    return fault ? [{ start: span.start + start, end: span.start + end, text: found, stored: "database" as const, fault, isForTests }] : [];
  });
  const named = values.flatMap(({ name, text: value, start, isEnvironment }) => {
    const path = findPath(value.replaceAll('"', ""), value, start);
    const isDatabase = path !== null && (path.isDatabase || databaseFile.test(path.text) || databaseUrl.test(path.text));
    if (!path || isDisallowed(name) || !(isDatabase || (storageOf(name) === "database" && /[\\/]/.test(path.text)))) return [];
    const fault = judge(path.text, policy, isEnvironment || isForTests || isBackupFile(subject.path));
    return fault ? [{ ...path, fault }] : [];
  });
  const faulty = named.map(({ start, end, text: found, fault }) => ({
    start: span.start + start,
    end: span.start + end,
    text: found,
    stored: "database" as const,
    fault,
    isForTests,
  }));
  return [...faulty, ...words, ...findCommands(subject, span, policy, language)].sort((a, b) => a.start - b.start);
}

/** The faulty paths that command lines name: those of a script, or without a `language` one that stands alone. A command line in a root is right. */
export function findCommands(subject: ContentSubject, span: Span, policy: StoragePolicy, language?: Language): FaultyPath[] {
  const isForTests = isTestFile(subject.path);
  const text = subject.slice(span.start, span.end);
  return findCommandPaths(language ? withoutComments(text, language) : text).flatMap(({ start, end, text: path }) => {
    const fault = judge(path, policy, true);
    return fault ? [{ start: span.start + start, end: span.start + end, text: path, stored: "database", fault, isForTests }] : [];
  });
}

function judge(text: string, policy: StoragePolicy, isRightInRoot: boolean): Fault | null {
  const [, first] = /^(\$\((?:[^()]|\$\([^()]*\))*\)|\$\{?\w+[^}/\\]*\}?|%[^%]+%|~)[\\/]/.exec(text) ?? [];
  if (first) {
    const origin = originOf(first);
    return origin === "profile" || origin === "in-tree" ? origin : null;
  }
  const fault = judgeSetting(text, "database", policy);
  return fault ?? (isRightInRoot || parseWindowsPath(text)?.drive == null ? null : "hard-coded");
}

function listShellValues(text: string, file: string): Value[] {
  const tokens = tokenize(text, "shell").filter(({ kind }) => kind !== "comment");
  const malformed = new Set(tokens.filter((_, index) => isMalformed(tokens, index, "shell", file)).map(({ innerStart }) => innerStart));
  const substituted = [...text.matchAll(substitution)].map((match): Value => {
    const [whole, name = "", value = ""] = match;
    const start = match.index + whole.length - value.length;
    return { name, text: value, start, end: start + value.length, isEnvironment: false };
  });
  const assigned = listAssignments(text, "shell", tokens)
    .filter(({ value }) => value.kind !== "expression" && !malformed.has(value.start) && !/^\$\{\w+:?[-=]/.test(value.text))
    .map(({ name, nameStart, value: { text: value, start, end } }) => {
      const isSet = /(?:^|[\s;])(?:export|ENV|ARG|declare -x)[ \t]+$/.test(text.slice(Math.max(0, nameStart - 24), nameStart));
      // DB_PATH=x.db node app.js
      const goesBefore = /^["']?[ \t]+[\w./"]/.test(text.slice(end, end + 8));
      return { name, text: value, start, end, isEnvironment: isSet || goesBefore };
    });
  const written = [...text.matchAll(intoFile), ...text.matchAll(withoutSign)].map((match): Value => {
    const [whole, name = "", value = ""] = match;
    const start = match.index + whole.length - value.length;
    return { name, text: value, start, end: start + value.length, isEnvironment: true };
  });
  return [...substituted, ...assigned, ...written, ...listDefaults(text), ...listFolderDefaults(text)];
}

/** `${DB_PATH:-x.db}` and `${DB_PATH:=x.db}`, wherever they stand; one more variable may stand in the default. */
function listDefaults(text: string): Value[] {
  return [...withoutComments(text, "shell").matchAll(/\$\{(\w+):?[-=]((?:\$\{\w+\}|[^}"'\n]){1,400})\}/g)].map((match) => {
    const [whole, name = "", value = ""] = match;
    const start = match.index + whole.length - 1 - value.length;
    return { name, text: value, start, end: start + value.length, isEnvironment: true };
  });
}

/** `DB_PATH="${ROOT:-.}/x.db"`: the folder is what stands for a variable. */
const behindDefault = /(?:^|[\s;])(\w+)=["']?\$\{\w+:?[-=]([^}"'\n]{1,200})\}([\\/][^\s"';&|<>]{1,200})/gm;

function listFolderDefaults(text: string): Value[] {
  return [...withoutComments(text, "shell").matchAll(behindDefault)].map((match) => {
    const [whole, name = "", folder = "", rest = ""] = match;
    const end = match.index + whole.length;
    return { name, text: folder + rest, start: end - folder.length - 1 - rest.length, end, isEnvironment: true };
  });
}

/** `DB=$(pwd)/app.db` and `DB="$(cd "$(dirname "$0")" && pwd)/app.db"`, which no token holds whole. */
const substitution = /(?:^|[\s;])(\w+)="?(\$\((?:[^()\n]|\$\([^()\n]{0,80}\)){1,120}\)[^\s;&|"']{1,200})/g;

/** `echo "DB_PATH=x.db" >> .env` */
const intoFile = /\becho[ \t]+["']?([A-Z][A-Z0-9_]*)=([^\s"'`;&|<>]{1,400})(?=["']?[ \t]*>>?[ \t]*["']?[^\s"']*\.env)/g;
/** `ENV DB_PATH x.db` of Docker */
const withoutSign = /^[ \t]*ENV[ \t]+(\w+)[ \t]+([^\s=]{1,400})(?=[ \t\r]*$)/gm;

const batch = /^[ \t]*@?(?:if[ \t][^\r\n]{1,120}?[ \t(])?setx?[ \t]+(?:\/[a-z][ \t]+)?"?(\w+)(?:=|[ \t]+"?)([^"\r\n]*)/gim;

/** `set NAME=value`, `set "NAME=value"`, `setx NAME "value"`, `if not defined NAME set NAME=value` */
function listBatchValues(text: string): Value[] {
  return [...text.matchAll(batch)].map((match) => {
    const [whole, name = "", value = ""] = match;
    const start = match.index + whole.length - value.length;
    return { name, text: value.trimEnd(), start, end: start + value.trimEnd().length, isEnvironment: true };
  });
}

/** Comments, and what is only printed. Of Python all but the magic of notebooks: `%sql sqlite:///x.db`, `rows = !sqlite3 x.db`. */
const unread: Partial<Record<Language, RegExp>> = {
  shell: /(?<=^|[\s;])#[^\n]*|^[ \t]*@?(?:echo|printf)\b[^\n|]*/gm,
  powershell: /<#[\s\S]*?(?:#>|$(?![\s\S]))|(?<=^|[\s;])#[^\n]*|^[ \t]*(?:echo|Write-\w+)\b[^\n|]*/gim,
  python: /^(?![ \t]*(?:\w+[ \t]*=[ \t]*)?(?:!|%%?)[a-z])[^\n]*/gm,
  plain: /^[ \t]*@?(?:rem\b|::|echo\b)[^\n]*/gim,
};

/** With blanks in their place, so that offsets stay. */
function withoutComments(text: string, language: Language): string {
  const pattern = unread[language];
  return pattern ? text.replace(pattern, (found) => " ".repeat(found.length)) : text;
}
