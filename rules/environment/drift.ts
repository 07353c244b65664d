import { isProgram, listEnvironmentReads, READ_MARKS } from "../../src/core/environment/environment-reads.ts";
import { placeFor, readTemplate, toLine } from "../../src/core/environment/template.ts";
import { defineRule, type RepositoryMatch, type RepositorySubject } from "../../src/core/rule.ts";
import { about, foldersAbove, listTemplates, listValueFiles } from "./scopes.ts";

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

/** A variable that code reads without a default, and that no template above it names: one finding for each name, at the nearest template. */
function reportUnnamed({ noticed, read }: RepositorySubject, templates: readonly Template[]): RepositoryMatch[] {
  const found = new Map<string, RepositoryMatch>();
  for (const path of noticed.filter(isProgram)) {
    const above = foldersAbove(path).flatMap((folder) => templates.filter((template) => template.folder === folder));
    const [nearest] = above;
    if (!nearest) continue;
    for (const { name, isOptional } of listEnvironmentReads(read(path) ?? "")) {
      const key = `${nearest.path}\0${name}`;
      if (isOptional || found.has(key) || above.some(({ names }) => names.has(name))) continue;
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

/** What the environment files of a folder have and its template does not, and what the template has and none of them. */
function reportFiles(subject: RepositorySubject, templates: readonly Template[]): RepositoryMatch[] {
  const files = listValueFiles(subject);
  return templates.flatMap((template): RepositoryMatch[] => {
    const own = files.filter(({ folder, kind }) => folder === template.folder && kind === "dotenv");
    const [first] = own;
    if (!first || template.path.endsWith(".schema")) return [];
    const given = new Map(own.toReversed().flatMap((file) => file.settings.map(({ key }) => [key, file] as const)));
    const extra = [...given].filter(([key]) => !template.names.has(key));
    // What the template itself switches off, or gives a value to, may be left out.
    const needed = readTemplate(template.text).filter(({ key, value, keyStart }) => value === "" && !isSwitchedOff(template.text, keyStart) && !given.has(key));
    return [
      ...extra.map(([key, file]) => ({ ...about(file), message: `${key} is set here, and ${template.path} does not name it.`, severity: "warn" as const })),
      ...needed.map(({ key }) => ({ ...about(first), message: `${key} is not set, and ${template.path} asks for it.`, severity: "warn" as const })),
    ];
  });
}

function isSwitchedOff(text: string, keyStart: number): boolean {
  return text.slice(text.lastIndexOf("\n", keyStart) + 1, keyStart).includes("#");
}
