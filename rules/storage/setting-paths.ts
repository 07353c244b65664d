import { listAssignments } from "../../src/core/lexer.ts";
import type { ContentSubject, Span } from "../../src/core/rule.ts";
import { parseWindowsPath } from "../../src/core/windows-path.ts";
import type { Fault, FaultyPath, Stored } from "./faults.ts";
import { databaseFile, holdsFolder, storageOf } from "./storage-names.ts";
import { findPlaceFault, type StoragePolicy } from "./storage-policy.ts";

/** The faulty paths of some lines of an environment file or of a Prisma schema, in order. */
export function findSettingPaths(subject: ContentSubject, span: Span, policy: StoragePolicy): FaultyPath[] {
  const isForTests = /(?:^|\/)\.?env[^/]*\.(?:test|testing|ci|e2e)\b/i.test(subject.path);
  const isPrisma = subject.path.endsWith(".prisma");
  return listAssignments(subject.slice(span.start, span.end), "ini").flatMap(({ name, value: { start, end, text } }) => {
    const stored = isPrisma ? storedByPrisma(name, text) : whatIsStored(name, text);
    const fault = stored && judge(text, stored, policy);
    return fault ? [{ start: span.start + start, end: span.start + end, text, stored, fault, isForTests }] : [];
  });
}

function storedByPrisma(name: string, text: string): Stored | null {
  return name === "url" && text.startsWith("file:") ? "database" : null;
}

/** A `DB_NAME`, or a `DATABASE` that looks like no path, is the name of a database on a server. */
function whatIsStored(name: string, text: string): Stored | null {
  const isPath = /[\\/]/.test(text) || databaseFile.test(text) || holdsFolder(name);
  return isPath && !/[<>*]/.test(text) && !/name$/i.test(name) ? storageOf(name) : null;
}

function judge(text: string, stored: Stored, policy: StoragePolicy): Fault | null {
  const path = parseWindowsPath(text);
  if (!path) return null;
  if (path.hasVariables && path.kind !== "absolute") return /HOME|USERPROFILE|APPDATA|^~/i.test(path.segments[0] ?? "") ? "profile" : null;
  const fault = findPlaceFault(path, policy, stored);
  // A path without a drive in an environment file is that of a container.
  return fault === "no-drive" ? null : fault;
}
