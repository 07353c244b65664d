import { ENVIRONMENT_NAMES, toEnvironmentFile } from "../../src/core/environment/environment-file.ts";
import { changeContent } from "../../src/core/fix-content.ts";
import { defineRule, type RepositoryMatch, type RepositorySubject } from "../../src/core/rule.ts";
import { createIgnoreTest, type IgnorePattern, parseIgnoreFile, toPatterns } from "./ignore-patterns.ts";

interface Options {
  readonly environmentFiles: readonly string[];
  readonly keyFiles: readonly string[];
}

export const gitignore = defineRule({
  id: "environment/gitignore",
  inspects: "repository",
  meta: {
    summary: "Git does not ignore names under which environment files and keys come to lie.",
    why: "What git does not ignore, the next git add takes along; nobody sees it among a hundred files.",
    fix: "Add to .gitignore: .env, .env.*, !.env.example, *_credentials.json, *.pem, *.key",
    severity: "block",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:104",
  },
  reads: ["**/.gitignore"],
  // A repository that has neither shows no sign that it uses such files.
  files: ["**/.gitignore", "**/.env*"],
  check(subject, { environmentFiles, keyFiles }: Options): RepositoryMatch[] {
    const isIgnored = createIgnoreTest(createReader(subject));
    const folders = listFolders(subject);
    const listMissing = (folder: string, names: readonly string[]): string[] => names.filter((name) => !isIgnored(`${folder}${name}`));
    return [
      ...report(folders, (folder) => listMissing(folder, environmentFiles), subject, {}),
      ...report(folders, (folder) => listMissing(folder, keyFiles), subject, { severity: "warn", confidence: "likely" }),
      ...reportTemplates(subject, isIgnored),
    ];
  },
});

/** The folders in which such files come to lie: the root, projects, and where environment files or their templates are. Each ends in `/` but the root. */
function listFolders({ withPart }: RepositorySubject): string[] {
  const folders = new Set([""]);
  for (const { path } of withPart("package.json", ...ENVIRONMENT_NAMES)) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (name === "package.json" || toEnvironmentFile(path)?.kind === "dotenv") folders.add(path.slice(0, path.length - name.length));
  }
  return [...folders].sort();
}

/** Reads and parses each `.gitignore` once. Git follows no symbolic link here. */
function createReader({ withPart, read }: RepositorySubject): (folder: string) => readonly IgnorePattern[] {
  const named = withPart(".gitignore").filter(({ path, kind }) => /(?:^|\/)\.gitignore$/.test(path) && kind !== "symlink");
  const files = new Set(named.map(({ path }) => path));
  const known = new Map<string, readonly IgnorePattern[]>();
  return (folder) => {
    const path = folder === "" ? ".gitignore" : `${folder}/.gitignore`;
    const parsed = known.get(path) ?? (files.has(path) ? parseIgnoreFile(read(path) ?? "") : []);
    known.set(path, parsed);
    return parsed;
  };
}

/** One finding for what is missing at the root, and one for each folder in which more is missing than there. */
function report(
  folders: readonly string[],
  listMissing: (folder: string) => readonly string[],
  subject: RepositorySubject,
  doubt: Pick<RepositoryMatch, "severity" | "confidence">,
): RepositoryMatch[] {
  const atRoot = listMissing("");
  const elsewhere = folders
    .filter((folder) => folder !== "")
    .map((folder) => ({ folder, names: listMissing(folder).filter((name) => !atRoot.includes(name)) }));
  return [{ folder: "", names: atRoot }, ...elsewhere]
    .filter(({ names }) => names.length > 0)
    .map(({ folder, names }) => ({ ...toSubject(folder, subject), ...doubt, ...describe(folder, names), ...(folder === "" ? toAutofix(names, subject) : {}) }));
}

/** A template is there for others; where git ignores it, the next one never reaches them. */
function reportTemplates({ withPart }: RepositorySubject, isIgnored: (path: string) => boolean): RepositoryMatch[] {
  const hidden = withPart(...ENVIRONMENT_NAMES).filter(({ path }) => toEnvironmentFile(path)?.isTemplate && isIgnored(path));
  return hidden.map(({ path }) => ({
    path,
    message: "Git ignores this template: changes in a copy of it never get here.",
    fix: `Add to .gitignore: !${path.slice(path.lastIndexOf("/") + 1)}`,
    severity: "warn",
  }));
}

/** Lines at the end of the root's `.gitignore`, where they are enough; somebody's own exceptions are theirs to undo. */
function toAutofix(names: readonly string[], { read }: RepositorySubject): Pick<RepositoryMatch, "autofix"> {
  const step = { kind: "append", path: ".gitignore", lines: [...new Set(names.flatMap(toPatterns))] } as const;
  const patterns = parseIgnoreFile(changeContent(Buffer.from(read(".gitignore") ?? ""), [step]).toString());
  const isIgnored = createIgnoreTest((folder) => (folder === "" ? patterns : []));
  return names.every((name) => isIgnored(name)) ? { autofix: [step] } : {};
}

/** The `.gitignore` that decides there, or what the finding is about where there is none. */
function toSubject(folder: string, { withPart }: RepositorySubject): { readonly path: string } | { readonly subject: string } {
  for (let at = folder; ; at = at.slice(0, at.lastIndexOf("/", at.length - 2) + 1)) {
    if (withPart(".gitignore").some(({ path }) => path === `${at}.gitignore`)) return { path: `${at}.gitignore` };
    if (at === "") return { subject: ".gitignore" };
  }
}

function describe(folder: string, names: readonly string[]): Pick<RepositoryMatch, "message"> {
  const where = folder === "" ? "" : ` in ${folder}`;
  return { message: `Git does not ignore ${names.map((name) => `"${name}"`).join(", ")}${where}: the next git add takes such a file along.` };
}
