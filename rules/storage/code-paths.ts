import { languageOf, type Token } from "../../src/core/lexer.ts";
import type { ContentSubject, Span } from "../../src/core/rule.ts";
import type { Fault, FaultyPath, Stored } from "./faults.ts";
import { asksEnvironmentNearby, findDefinition } from "./nearby.ts";
import { findPlace } from "./path-origin.ts";
import { findPathUse, type PathUse, readExcerpt } from "./path-use.ts";
import { databaseFile, holdsFolder, isShown, isTestFile, opensFile, storageOf } from "./storage-names.ts";
import { findPlaceFault, type StoragePolicy } from "./storage-policy.ts";

/** The faulty paths of an excerpt of code, in order. */
export function findCodePaths(subject: ContentSubject, span: Span, policy: StoragePolicy): FaultyPath[] {
  const language = languageOf(subject.path);
  const excerpt = readExcerpt(subject.slice(span.start, span.end), language);
  const isForTests = isTestFile(subject.path);
  return excerpt.tokens.flatMap((token, index) => {
    const literal = readLiteral(excerpt.tokens, index, language === "python");
    const use = literal && findPathUse(excerpt, index);
    const stored = use && whatIsStored(literal.text, use);
    // What a test only names is a test vector; what it opens on the wrong place is worth a word.
    if (!stored || (isForTests && use.role !== "opened")) return [];
    const at = span.start + token.start;
    const fault = literal.malformed ? "malformed" : judge(literal.text, use, stored, policy, (name) => findDefinition(subject, at, name));
    if (!fault || (fault === "hard-coded" && (isForTests || asksEnvironmentNearby(subject, at, use.names.at(-1) ?? "")))) return [];
    return [{ start: span.start + token.innerStart, end: span.start + token.innerEnd, text: literal.text, stored, fault, isForTests }];
  });
}

interface Literal {
  readonly text: string;
  /** Backslashes of the path were read as escapes: `'D:\data'` is `D:data`. */
  readonly malformed: boolean;
}

/** `application/vnd.sqlite3` */
const mediaType = /^(?:application|text|image|audio|video|font|model|multipart)\/[\w.+-]+$/;

/** The string at `index`; null where it can be no path: a message, a pattern, a bare extension, a media type. */
function readLiteral(tokens: readonly Token[], index: number, isPython: boolean): Literal | null {
  const token = tokens[index];
  if (token?.kind !== "string" || !token.closed || token.value.length > 1024) return null;
  const written = token.text.slice(token.innerStart - token.start, token.innerEnd - token.start);
  const isRaw = token.quote === "`" && tokens[index - 1]?.text === "raw";
  const single = /^[A-Za-z]:\\(?!\\)/.test(written) && written !== token.value;
  const text = isRaw || single ? written : token.value;
  if (text === "" || /[\n*<>|"]|: /.test(text) || /^(?:\.\w+|[\w-]*:? [^\\/]*)$/.test(text) || mediaType.test(text)) return null;
  return { text, malformed: single && !isRaw && (!isPython || /[\x00-\x1f]/.test(token.value)) };
}

const databaseUrl = /^(?:jdbc:)?sqlite3?(?:\+\w+)?:./i;

/** What lies at the path; null where the string is none, or is none that anybody will open. */
function whatIsStored(text: string, { role, names, base, fromEnvironment }: PathUse): Stored | null {
  const name = names.at(-1) ?? "";
  const isDatabase = databaseFile.test(text) || databaseUrl.test(text);
  const hasFolder = /[\\/]|^\$\{/.test(text);
  if (role === "opened") return "database";
  if (role === "returned") return isDatabase && (hasFolder || base.length > 0) ? "database" : null;
  const kinds = names.map(storageOf);
  if (kinds.includes("database")) return (isDatabase && !/name$/i.test(name)) || hasFolder || names.some(holdsFolder) ? "database" : null;
  if (kinds.includes("data")) return fromEnvironment || /^[A-Za-z]:/.test(text) ? "data" : null;
  if (!isDatabase || isShown(name)) return null;
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
