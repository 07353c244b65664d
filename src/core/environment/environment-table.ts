import { redact } from "../redact.ts";
import { readDotenv } from "./dotenv.ts";
import { listEnvironmentReads } from "./environment-reads.ts";
import { readTemplate } from "./template.ts";

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** What a project is made of, as far as its environment goes. */
export interface ProjectFiles {
  readonly code: readonly TextFile[];
  readonly templates: readonly TextFile[];
  /** Environment files with values. */
  readonly files: readonly TextFile[];
}

/** How a variable stands in one file: its value masked, `""` where it is blank. */
export interface FileCell {
  readonly path: string;
  readonly value: string;
}

export interface VariableRow {
  readonly name: string;
  /** Where code reads it first, and in how many places; `null`: nowhere. `isOptional`: all of them do without it. */
  readonly code: { readonly place: string; readonly reads: number; readonly isOptional: boolean } | null;
  /** Templates that name it. */
  readonly templates: readonly string[];
  /** Files that set it. */
  readonly files: readonly FileCell[];
  /** What is wrong with it; `null`: nothing. `unset` only where there is a file that could set it. */
  readonly trouble: "unnamed" | "unset" | "unread" | null;
}

/** `guard env`: code, templates and files side by side. Its JSON is public. */
export interface EnvironmentTable {
  readonly schema: "guard.env/1";
  readonly templates: readonly string[];
  readonly files: readonly string[];
  readonly variables: readonly VariableRow[];
}

/** By name. No value stands in it, only masked ones. */
export function toEnvironmentTable({ code, templates, files }: ProjectFiles): EnvironmentTable {
  const reads = code.flatMap(({ path, text }) => listEnvironmentReads(text, path).map((read) => ({ ...read, place: `${path}:${lineAt(text, read.start)}` })));
  const named = templates.flatMap(({ path, text }) => readTemplate(text).map(({ key }) => ({ path, key })));
  const set = files.flatMap(({ path, text }) => readDotenv(text).map(({ key, value }) => ({ path, key, value })));
  const names = new Set([...reads.map(({ name }) => name), ...named.map(({ key }) => key), ...set.map(({ key }) => key)]);
  const variables = [...names].sort().map((name) => {
    const own = reads.filter((read) => read.name === name);
    const [first] = own;
    const row = {
      name,
      code: first ? { place: first.place, reads: own.length, isOptional: own.every(({ isOptional }) => isOptional) } : null,
      templates: [...new Set(named.filter(({ key }) => key === name).map(({ path }) => path))],
      files: set.filter(({ key }) => key === name).map(({ path, value }) => ({ path, value: value === "" ? "" : redact(value) })),
    };
    return { ...row, trouble: findTrouble(row, { hasTemplate: templates.length > 0, hasFile: files.length > 0 }) };
  });
  return { schema: "guard.env/1", templates: templates.map(({ path }) => path), files: files.map(({ path }) => path), variables };
}

function findTrouble(
  { code, templates, files }: Omit<VariableRow, "trouble">,
  { hasTemplate, hasFile }: { readonly hasTemplate: boolean; readonly hasFile: boolean },
): VariableRow["trouble"] {
  if (code === null) return "unread";
  if (code.isOptional) return null;
  if (hasFile && files.every(({ value }) => value === "")) return "unset";
  return hasTemplate && templates.length === 0 ? "unnamed" : null;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
