import { languageOf } from "../../src/core/lexer.ts";
import type { ContentSubject, Span } from "../../src/core/rule.ts";
import type { Fault, FaultyPath, Stored } from "./faults.ts";
import type { Surroundings } from "./nearby.ts";
import { type PathLiteral, readPathLiteral } from "./path-literal.ts";
import { findPlace } from "./path-origin.ts";
import { findPathUse, type PathUse, readExcerpt } from "./path-use.ts";
import { findCommands } from "./shell-paths.ts";
import { databaseFile, databaseUrl, holdsFolder, isBackupFile, isDisallowed, isShown, isTestFile, opensFile, storageOf } from "./storage-names.ts";
import { findPlaceFault, type StoragePolicy } from "./storage-policy.ts";

/** The faulty paths of an excerpt of code, in order. */
export function findCodePaths(subject: ContentSubject, span: Span, policy: StoragePolicy, surroundings: Surroundings): FaultyPath[] {
  const language = languageOf(subject.path);
  const excerpt = readExcerpt(subject.slice(span.start, span.end), language);
  const isForTests = isTestFile(subject.path);
  const isSetup = isForTests || isBackupFile(subject.path);
  const found: FaultyPath[] = [];
  for (let index = 0; index < excerpt.tokens.length; index += 1) {
    if (excerpt.tokens[index]?.kind !== "string") continue;
    const literal = readPathLiteral(excerpt.tokens, index, language, subject.path);
    const isDatabase = literal !== null && (literal.isDatabase || databaseFile.test(literal.text) || databaseUrl.test(literal.text));
    const use = literal && findPathUse(excerpt, index, isDatabase);
    const stored = use && whatIsStored(literal, isDatabase, use);
    // What a test only names is a test vector; what it opens on the wrong place is worth a word.
    if (!stored || (isForTests && use.role !== "opened")) continue;
    const at = span.start + literal.start;
    const fault = judge(literal.text, use, stored, policy, (name) => surroundings.definitionOf(at, name));
    if (
      !fault ||
      (fault === "hard-coded" && (isSetup || isEnvironmentOfProcess(subject.path, use) || surroundings.asksEnvironment(at, use.names.at(-1) ?? "")))
    )
      continue;
    found.push({ start: at, end: span.start + literal.end, text: literal.text, stored, fault, isForTests });
  }
  return language === "powershell" ? [...found, ...findCommands(subject, span, policy, language)].sort((a, b) => a.start - b.start) : found;
}

/** `DATABASE_PATH: "…"` in `ecosystem.config.cjs`: such a file hands an environment to a process. */
function isEnvironmentOfProcess(file: string, { role, names }: PathUse): boolean {
  return role === "named" && /^[A-Z][A-Z0-9_]*$/.test(names.at(-1) ?? "") && /(?:^|\/)[\w.-]+\.config\.[cm]?[jt]s$/.test(file);
}

/** What lies at the path; null where the string is none, or is none that anybody will open. */
function whatIsStored({ text, isDatabase: isSure }: PathLiteral, isDatabase: boolean, { role, names, base, fromEnvironment }: PathUse): Stored | null {
  const name = names.at(-1) ?? "";
  const hasFolder = /[\\/]|^\$\{/.test(text);
  if (role === "opened" || isSure) return "database";
  if (role === "returned") return isDatabase && (hasFolder || base.length > 0) ? "database" : null;
  if (isDisallowed(name)) return null;
  const kinds = names.map(storageOf);
  if (kinds.includes("database")) return (isDatabase && !/name$/i.test(name)) || hasFolder || names.some(holdsFolder) ? "database" : null;
  if (kinds.includes("data")) return fromEnvironment || /^[A-Za-z]:/.test(text) ? "data" : null;
  if (!isDatabase || (base.length === 0 && isShown(name))) return null;
  return hasFolder || base.length > 0 || databaseUrl.test(text) || opensFile(name) ? "database" : null;
}

function judge(text: string, use: PathUse, stored: Stored, policy: StoragePolicy, definitionOf: (name: string) => string | null): Fault | null {
  const place = findPlace(text, use.base, definitionOf);
  if (!place) return null;
  if ("origin" in place) {
    if (place.origin === "unknown") return databaseFile.test(text) ? "unresolved" : null;
    return place.origin === "safe" ? null : place.origin;
  }
  const fault = findPlaceFault(place.path, policy, stored);
  if (fault) return fault === "no-drive" && /^(?:tmp|var|dev)$/.test(place.path.segments[0] ?? "") ? null : fault;
  return use.fromEnvironment || use.isHandedOn || place.path.kind === "device" ? null : "hard-coded";
}
