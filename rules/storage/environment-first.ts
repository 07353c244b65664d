import type { AutofixStep, ContentSubject, Span } from "../../src/core/rule.ts";
import type { Excerpt, PathUse } from "./path-use.ts";
import { storageOf } from "./storage-names.ts";

type Insertion = Extract<AutofixStep, { kind: "replace" }>;

/**
 * Makes `const dbPath = "D:/databases/x.db"` ask `process.env.DB_PATH` first, and Python's `DB_PATH = …` its `os.environ`. Nothing where the path is not all
 * that a variable is given, where its name says nothing of a database, or where an import would be needed as well.
 */
export function askEnvironmentFirst(subject: ContentSubject, span: Span, excerpt: Excerpt, index: number, use: PathUse): readonly Insertion[] {
  const { tokens } = excerpt;
  const token = tokens[index];
  const [name] = use.names;
  const isWhole = tokens[index - 1]?.text === "=" && /^;?$/.test(tokens[index + 1]?.text.trim() ?? "");
  if (!token || name === undefined || use.names.length > 1 || use.role !== "named" || use.base.length > 0 || storageOf(name) !== "database" || !isWhole)
    return [];
  const first = tokens[excerpt.elementAt(index).from];
  const variable = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase();
  const insert = (at: number, text: string): Insertion => ({ kind: "replace", start: span.start + at, end: span.start + at, text });
  if (/\.[cm]?[jt]s$/.test(subject.path) && /^(?:const|let|var|export)$/.test(first?.text ?? "")) return [insert(token.start, `process.env.${variable} ?? `)];
  const isModuleLevel = first?.text === name && /(?:^|\n)$/.test(subject.slice(span.start + first.start - 1, span.start + first.start));
  if (subject.path.endsWith(".py") && isModuleLevel && /^import os[ \t]*\r?$/m.test(subject.slice(0, 8192)))
    return [insert(token.start, `os.environ.get("${variable}", `), insert(token.end, ")")];
  return [];
}
