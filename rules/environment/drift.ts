import { isProgram, listEnvironmentReads, READ_MARKS } from "../../src/core/environment/environment-reads.ts";
import { placeFor, readTemplate, toLine } from "../../src/core/environment/template.ts";
import { defineRule, type RepositoryMatch, type RepositorySubject } from "../../src/core/rule.ts";
import { about, folderOf, foldersAbove, listTemplates, listValueFiles } from "./scopes.ts";

export const drift = defineRule({
  id: "environment/drift",
  inspects: "repository",
  meta: {
    summary: "Code reads a variable that no template names, or an environment file and its template name different ones.",
    why: "Whoever clones the repository learns from the template what to set. What is not there, they learn when the program fails.",
    fix: "Name the variable in the template, without its value, or give it a default in the code.",
    severity: "block",
    confidence: "likely",
    since: "0.1.0",
  },
  reads: ["**/*.env*", "**/.dev.vars*"],
  files: ["**/*.env*", "**/.dev.vars*"],
  notices: READ_MARKS,
  wantsLocal: true,
  check(subject): RepositoryMatch[] {
    const templates = listTemplates(subject).map((template) => ({ ...template, names: new Set(readTemplate(template.text).map(({ key }) => key)) }));
    return [...reportUnnamed(subject, templates), ...(subject.isWhole ? reportFiles(subject, templates) : [])];
  },
});

interface Template {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly names: ReadonlySet<string>;
}

/** Says that a folder is a program of its own: a template above it speaks of another. */
const MANIFESTS = ["package.json", "pyproject.toml", "requirements.txt", "cargo.toml", "go.mod", "deno.json"];

/** A variable that code reads without a default, and that no template above it names: one finding for each name, at the nearest template. */
function reportUnnamed({ withPart, noticed, read }: RepositorySubject, templates: readonly Template[]): RepositoryMatch[] {
  const manifests = withPart(...MANIFESTS).filter(({ path }) => MANIFESTS.includes(path.slice(folderOf(path).length).toLowerCase()));
  const programs = new Set(manifests.map(({ path }) => folderOf(path)));
  const found = new Map<string, RepositoryMatch>();
  for (const path of noticed.filter(isProgram)) {
    const folders = foldersAbove(path);
    const own = folders.slice(0, folders.findIndex((folder) => programs.has(folder)) + 1 || folders.length);
    const nearest = templates.find(({ folder }) => folder === own.find((above) => templates.some((template) => template.folder === above)));
    if (!nearest) continue;
    const named = templates.filter(({ folder }) => folders.includes(folder));
    for (const { name, isOptional } of listEnvironmentReads(read(path) ?? "", path)) {
      const key = `${nearest.path}\0${name}`;
      if (isOptional || found.has(key) || named.some(({ names }) => names.has(name))) continue;
      found.set(key, {
        path: nearest.path,
        message: `${path} reads ${name} without a default, and no template names it.`,
        severity: "warn",
        ...toAutofix(name, nearest.text),
      });
    }
  }
  return [...found.values()];
}

/** A line without a value, next to its neighbours; nothing else moves. */
function toAutofix(name: string, text: string): Pick<RepositoryMatch, "autofix"> {
  const { at, before } = placeFor(name, text);
  return { autofix: [{ kind: "replace", start: at, end: at, text: `${before}${toLine(name, text)}` }] };
}

/** What the environment files of a folder have and no template beside them, and what a template has and none of them. */
function reportFiles(subject: RepositorySubject, templates: readonly Template[]): RepositoryMatch[] {
  const byFolder = Map.groupBy(
    listValueFiles(subject).filter(({ kind }) => kind === "dotenv"),
    ({ folder }) => folder,
  );
  return [...byFolder].flatMap(([folder, files]): RepositoryMatch[] => {
    const beside = templates.filter((template) => template.folder === folder && !template.path.endsWith(".schema"));
    const [template] = beside;
    const [first] = files;
    if (!template || !first) return [];
    const given = new Map(files.toReversed().flatMap((file) => file.settings.map(({ key }) => [key, file] as const)));
    const extra = [...given].filter(([key]) => !beside.some(({ names }) => names.has(key)));
    return [
      ...extra.map(([key, file]) => ({ ...about(file), message: `${key} is set here, and ${template.path} does not name it.`, severity: "warn" as const })),
      ...(beside.length === 1 ? listNeeded(template, given) : []).map((key) => ({
        ...about(first),
        message: `${key} is not set, and ${template.path} asks for it.`,
        severity: "warn" as const,
      })),
    ];
  });
}

/** Names that a template asks for. What it switches off, or gives a value to, may be left out. */
function listNeeded({ text }: Template, given: ReadonlyMap<string, unknown>): string[] {
  return readTemplate(text)
    .filter(({ key, value, keyStart }) => value === "" && !isSwitchedOff(text, keyStart) && !given.has(key))
    .map(({ key }) => key);
}

function isSwitchedOff(text: string, keyStart: number): boolean {
  return text.slice(text.lastIndexOf("\n", keyStart) + 1, keyStart).includes("#");
}
