import { type Assignment, type Language, listAssignments, type Token, tokenize } from "../../src/core/lexer.ts";
import type { ContentSubject, Span } from "../../src/core/rule.ts";
import { findPlaceFault, type StoragePolicy } from "../../src/core/storage-policy.ts";
import { parseWindowsPath } from "../../src/core/windows-path.ts";
import { findCommandPaths } from "./command-paths.ts";
import { driverIn, driverInBlock, isPlaceBesideDriver } from "./drivers.ts";
import { isMalformed } from "./eaten-backslashes.ts";
import type { Fault, FaultyPath, Stored } from "./faults.ts";
import { findPath, type NamedPath } from "./path-literal.ts";
import { originOf } from "./path-origin.ts";
import {
  databaseFile,
  databaseUrl,
  dataFolder,
  hasRecipes,
  holdsFolder,
  isDatabaseTool,
  isDisallowed,
  isKeptOnDrive,
  isNameOnly,
  isShown,
  isTestFile,
  logFile,
  opensFile,
  storageOf,
} from "./storage-names.ts";
import { buildTree, type TokenTree } from "./token-tree.ts";
import { listYamlPaths } from "./yaml-paths.ts";

interface Setting extends NamedPath {
  /** What stands beside it says that it is a database in a file. */
  readonly hasDriver?: boolean;
}

/** The faulty paths of some lines of a settings file (environment, TOML, INI, JSON, YAML, XML, Prisma), in order. A setting is what the policy asks for, so one in a root is right. */
export function findSettingPaths(subject: ContentSubject, span: Span, policy: StoragePolicy, language: Language): FaultyPath[] {
  const text = subject.slice(span.start, span.end);
  const isForTests = isTestFile(subject.path) || /(?:^|\/)\.?env[^/]*\.(?:test|testing|ci|e2e)\b/i.test(subject.path);
  const settings = listSettings(text, language, subject.path);
  const faulty = [...settings, ...(language === "yaml" ? listYamlPaths(text) : [])].flatMap((setting: Setting) => {
    const stored = whatIsStored(setting, subject.path, policy);
    const fault = stored && judgeSetting(setting.text, stored, policy);
    return fault ? [{ start: span.start + setting.start, end: span.start + setting.end, text: setting.text, stored, fault, isForTests }] : [];
  });
  return faulty.sort((a, b) => a.start - b.start);
}

function listSettings(text: string, language: Language, file: string): Setting[] {
  const tokens = tokenize(text, language).filter(({ kind }) => kind !== "comment");
  const malformed = new Set(tokens.filter((_, index) => isMalformed(tokens, index, language, file)).map(({ innerStart }) => innerStart));
  const hasDriver = createDriverTest(text, language, tokens);
  const found = listAssignments(text, language, tokens).flatMap((assignment): Setting[] => {
    const { operator, value } = assignment;
    const name = /^value$/i.test(assignment.name)
      ? (pairBefore.exec(text.slice(Math.max(0, value.start - 200), value.start))?.[1] ?? "value")
      : assignment.name;
    // `x.db: schema.sql` of a Makefile gives nothing to a name.
    if (value.kind === "expression" || malformed.has(value.start) || (operator === ":" && hasRecipes(file))) return [];
    const inner = variable.exec(value.text);
    if (inner) return variableIn(inner, text.slice(value.start, value.end), value.start);
    const path = findPath(value.text, text.slice(value.start, value.end), value.start);
    return path ? [{ ...path, name, hasDriver: isPlaceBesideDriver(name, path.text) && hasDriver(value.start) }] : commandsIn(assignment, text);
  });
  return language === "json" || language === "yaml" ? [...found, ...listArguments(tokens)] : found;
}

/** Whether a driver stands beside the setting whose value begins at an offset. */
function createDriverTest(text: string, language: Language, tokens: readonly Token[]): (at: number) => boolean {
  let objects: { readonly tree: TokenTree; readonly indices: ReadonlyMap<number, number> } | null = null;
  return (at) => {
    if (language !== "json") return driverInBlock(text, at) === "file";
    objects ??= { tree: buildTree(tokens), indices: new Map(tokens.map(({ innerStart }, index) => [innerStart, index])) };
    const index = objects.indices.get(at);
    return index !== undefined && driverIn(objects.tree, objects.tree.elementAt(index).open) === "file";
  };
}

/** `name: DB_PATH` and `value: x.db` of Kubernetes, `{ "name": "DB_PATH", "value": "x.db" }` */
const pairBefore = /\b(?:name|key)["']?[ \t]*:[ \t]*["']?([\w.-]+)["']?[ \t]*,?\s*["']?value["']?[ \t]*:[ \t]*["']?$/;

/** `Environment="DB_PATH=x.db"` of systemd */
const variable = /^([A-Z][A-Z0-9_]*)=(\S+)$/;
/** `cross-env DB_PATH=x.db node app.js` */
const variables = /(?<=^|[ \t"'])([A-Z][A-Z0-9_]*)=["']?([^\s"'`;&|<>]{1,400})/g;

function variableIn([, name = "", value = ""]: RegExpExecArray | RegExpMatchArray, written: string, at: number): Setting[] {
  const path = findPath(value, value, at + Math.max(0, written.indexOf(value)));
  return path ? [{ ...path, name }] : [];
}

/** `"start": "node app.js --db-path ./x.db"` */
function commandsIn({ value: { start, end } }: Assignment, text: string): Setting[] {
  const line = text.slice(start, end);
  const named = findCommandPaths(line).map((path) => ({ ...path, start: start + path.start, end: start + path.end, name: "db_path" }));
  return [...named, ...[...line.matchAll(variables)].flatMap((found) => variableIn(found, found[0], start + found.index))];
}

/** `["--db-path", "./x.db"]`, `["mcp-server-sqlite", "./x.db"]` */
export function listArguments(tokens: readonly Token[]): Setting[] {
  return tokens.flatMap((token, index): Setting[] => {
    const entry = token.kind === "string" && /^[[,]$/.test(tokens[index - 1]?.text ?? "") ? variable.exec(token.value) : null;
    if (entry) return variableIn(entry, token.text, token.start);
    if (token.kind === "string" && /^--[\w-]+=/.test(token.value))
      return findCommandPaths(token.text).map((path) => ({ ...path, start: token.start + path.start, end: token.start + path.end, name: "db_path" }));
    // "preload": ["sqlite:x.db"]
    const [key, colon, open] = tokens.slice(Math.max(0, index - 3), index);
    if (open?.text === "[" && colon?.text === ":" && token.kind === "string" && databaseUrl.test(token.value))
      return [{ text: token.value, start: token.innerStart, end: token.innerEnd, isDatabase: true, isDefault: false, name: key?.value ?? "" }];
    const words = token.kind === "string" ? wordsBefore(tokens, index) : [];
    const [option = ""] = words;
    const name = option.startsWith("-") ? option.replace(/^-+/, "") : databaseFile.test(token.value) && words.some(isDatabaseTool) ? "db_path" : null;
    if (name === null) return [];
    const path = findPath(token.value, token.text.slice(token.innerStart - token.start, token.innerEnd - token.start), token.innerStart);
    return path ? [{ ...path, name }] : [];
  });
}

/** The strings before the one at `index` in its list, the nearest first. */
function wordsBefore(tokens: readonly Token[], index: number): string[] {
  const words: string[] = [];
  for (let at = index - 1; words.length < 8 && tokens[at]?.text === "," && tokens[at - 1]?.kind === "string"; at -= 2) words.push(tokens[at - 1]?.value ?? "");
  return words;
}

function whatIsStored({ name, text, isDatabase: isSure, hasDriver }: Setting, file: string, policy: StoragePolicy): Stored | null {
  if (isDisallowed(name) || /[<>*]/.test(text)) return null;
  if (file.endsWith(".prisma")) return name === "url" && text.startsWith("file:") ? "database" : null;
  if (hasDriver) return "database";
  const isDatabase = isSure || databaseFile.test(text) || databaseUrl.test(text);
  const hasFolder = /[\\/]/.test(text);
  const kind = storageOf(name);
  const last = name.split(".").at(-1) ?? name;
  // A `DB_NAME`, or a `DATABASE` that looks like no path, is the name of a database on a server.
  if (kind === "database")
    return isNameOnly(name)
      ? isEnvironmentFile(file) && databaseFile.test(text)
        ? "database"
        : null
      : hasFolder || isDatabase || holdsFolder(name)
        ? "database"
        : null;
  if (kind === "data")
    return isEnvironmentFile(file)
      ? hasFolder || holdsFolder(name) || /^(?:logs?|data|databases?)$/i.test(text)
        ? "data"
        : null
      : /^[A-Za-z]:/.test(text)
        ? "data"
        : null;
  if (isEnvironmentFile(file) && isKeptOnDrive(name) && isOffDrive(text, policy)) return "data";
  // What is called by a whole path lies there: `logging.file.name`.
  if (isShown(last) && !(/name$/i.test(last) && /^[A-Za-z]:[\\/]/.test(text))) return null;
  if (!isDatabase) return logFile.test(text) || isForbiddenFolder(text, policy) ? "data" : null;
  // In XML a bare name is as often one inside something (`<exclude domain="database" path="x.db"/>`).
  return isSure || hasFolder || databaseUrl.test(text) || (opensFile(last) && !file.endsWith(".xml")) ? "database" : null;
}

/** `C:\dev\logs`, where the policy forbids `C:\dev`. */
export function isForbiddenFolder(text: string, policy: StoragePolicy): boolean {
  const path = dataFolder.test(text) ? parseWindowsPath(text) : null;
  return path !== null && findPlaceFault(path, policy, "data") === "forbidden";
}

/** `C:\backups`, where all roots lie on D. */
export function isOffDrive(text: string, policy: StoragePolicy): boolean {
  const path = /^[A-Za-z]:[\\/]/.test(text) ? parseWindowsPath(text) : null;
  return path !== null && /^(?:other-drive|forbidden)$/.test(findPlaceFault(path, policy, "data") ?? "");
}

function isEnvironmentFile(file: string): boolean {
  return /(?:^|\/)(?:\.env(?:\.[^/]*)?|[^/]*\.env)$/i.test(file);
}

/** What is wrong with the place of a setting. */
export function judgeSetting(text: string, stored: Stored, policy: StoragePolicy): Fault | null {
  const path = parseWindowsPath(text);
  if (!path) return null;
  if (path.hasVariables && path.kind !== "absolute" && /^[$%{~<]/.test(path.segments[0] ?? "")) {
    const origin = originOf(path.segments[0] ?? "");
    return origin === "profile" || origin === "in-tree" ? origin : null;
  }
  const fault = findPlaceFault(path, policy, stored);
  // A path without a drive in a settings file is that of a container.
  return fault === "no-drive" ? null : fault;
}
