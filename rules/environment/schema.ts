import { type EnvironmentSchema, findValueFault, type VariableSpec } from "../../src/core/environment/environment-schema.ts";
import { readJsonSchema, readSchemaFile } from "../../src/core/environment/schema-file.ts";
import { readTemplate } from "../../src/core/environment/template.ts";
import { readZodSource } from "../../src/core/environment/zod-source.ts";
import { defineRule, type RepositoryMatch, type RepositorySubject } from "../../src/core/rule.ts";
import { isPlaceholder, isTemplate } from "../../src/core/secrets/placeholder.ts";
import { about, folderOf, foldersAbove, listTemplates, listValueFiles, type ValueFile } from "./scopes.ts";

interface Options {
  readonly dataRoots: readonly string[];
}

/** A schema, and the folder whose environment files it speaks of. */
interface FolderSchema {
  readonly path: string;
  readonly folder: string;
  readonly schema: EnvironmentSchema;
}

export const schema = defineRule({
  id: "environment/schema",
  inspects: "repository",
  meta: {
    summary: "An environment file does not hold what the schema beside it asks for.",
    why: "The program stops at start, or runs with a value that nobody meant; here it is seen before anybody starts it.",
    fix: "Set what is missing, mend the value, or change the schema.",
    severity: "block",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:164-174",
  },
  reads: ["**/*.env*", "**/.dev.vars*", "**/env.schema.json", "**/{env,environment,env.schema,env.server,env.client}.{ts,mts,js,mjs}"],
  files: ["**/*.env*", "**/.dev.vars*", "**/env.schema.json", "**/{env,environment,env.schema,env.server,env.client}.{ts,mts,js,mjs}"],
  wantsLocal: true,
  check(subject, { dataRoots }: Options): RepositoryMatch[] {
    const files = listValueFiles(subject).filter(({ kind }) => kind === "dotenv");
    const templates = listTemplates(subject).filter(({ path }) => !path.endsWith(".schema"));
    return listSchemas(subject, new Set([...files, ...templates].map(({ folder }) => folder))).flatMap((one) => {
      const own = files.filter(({ folder }) => folder === one.folder);
      return [
        ...own.flatMap((file) => judgeFile(file, one, dataRoots)),
        ...templates.filter(({ folder }) => folder === one.folder).flatMap((template) => judgeTemplate(template, one, dataRoots)),
        ...judgeMissing(own, one),
      ];
    });
  },
});

function listSchemas({ withPart, read }: RepositorySubject, folders: ReadonlySet<string>): FolderSchema[] {
  return withPart("env").flatMap(({ path, kind }): FolderSchema[] => {
    const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
    const parse = kind === "symlink" ? null : parserOf(name);
    const text = parse && read(path);
    const parsed = parse && text !== undefined && text !== null ? parse(text) : null;
    if (!parsed || Object.keys(parsed).length === 0) return [];
    // A schema in code lies deeper than the files that it speaks of.
    const folder = /\.m?[jt]s$/.test(name) ? foldersAbove(path).find((above) => folders.has(above)) : folderOf(path);
    return folder === undefined ? [] : [{ path, folder, schema: parsed }];
  });
}

function parserOf(name: string): ((text: string) => EnvironmentSchema | null) | null {
  if (name === ".env.schema") return readSchemaFile;
  if (name === "env.schema.json") return readJsonSchema;
  return /^(?:env|environment)(?:\.\w+)?\.m?[jt]s$/.test(name) ? readZodSource : null;
}

/** Values of the wrong form. What is put in later, or is blank, has none. */
function judgeFile(file: ValueFile, { path, schema }: FolderSchema, dataRoots: readonly string[]): RepositoryMatch[] {
  return file.settings.flatMap(({ key, value }) => {
    const spec = specOf(schema, key);
    const fault = spec && value.trim() !== "" && !isTemplate(value) ? findValueFault(value, spec, dataRoots) : null;
    return fault === null || fault === undefined ? [] : [{ ...about(file), message: `${key} ${fault}, says ${path}.`, severity: "warn" }];
  });
}

function judgeTemplate(
  template: { readonly path: string; readonly text: string },
  { path, schema }: FolderSchema,
  dataRoots: readonly string[],
): RepositoryMatch[] {
  return readTemplate(template.text).flatMap(({ key, value }) => {
    const spec = specOf(schema, key);
    const fault =
      spec && value.trim() !== "" && !isPlaceholder(value) && spec.type !== "secret" ? findValueFault(value, { ...spec, minLength: 0 }, dataRoots) : null;
    return fault === null || fault === undefined ? [] : [{ path: template.path, message: `${key} ${fault}, says ${path}.`, severity: "warn" }];
  });
}

/** Where there are environment files at all: without any, the platform gives the variables. */
function judgeMissing(files: readonly ValueFile[], { path, schema }: FolderSchema): RepositoryMatch[] {
  const [first] = files;
  if (!first) return [];
  return Object.entries(schema).flatMap(([name, { optional, default: value }]): RepositoryMatch[] => {
    if (optional || value !== undefined) return [];
    const given = files.flatMap((file) => file.settings.filter(({ key }) => key === name).map((setting) => ({ file, setting })));
    if (given.some(({ setting }) => setting.value.trim() !== "")) return [];
    const [blank] = given;
    if (blank) return [{ ...about(blank.file), message: `${name} is blank, and ${path} requires it.`, severity: "warn" }];
    return [{ ...about(first), message: `${name} is missing, and ${path} requires it.`, severity: "warn" }];
  });
}

function specOf(schema: EnvironmentSchema, key: string): VariableSpec | undefined {
  return Object.hasOwn(schema, key) ? schema[key] : undefined;
}
