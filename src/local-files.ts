import type { LocalFile } from "./core/facts/local-files.ts";
import type { LocalState } from "./core/local-state.ts";
import { createLocalRuleset } from "./core/local-values.ts";
import type { Entry } from "./core/model.ts";
import type { ReadyRule, Ruleset } from "./core/ruleset.ts";
import { listTracked } from "./git/index-file.ts";
import type { Repository } from "./git/repository.ts";
import { createGit, type Environment } from "./git/run.ts";
import { type FoundFiles, readEnvironmentFiles } from "./machine/environment-files.ts";

/** What rules are to know of them, and what tells these files from others. */
export interface LocalFiles extends LocalState {
  readonly identity: string;
}

/** `rules`: those that want to know of them. */
export async function openLocalFiles({ files, unread, identity }: FoundFiles, rules: readonly ReadyRule[], load: Ruleset["load"]): Promise<LocalFiles> {
  const seeking = rules.find(({ summary }) => summary.inspects === "content");
  if (!seeking || files.length === 0) return { files, unread, identity, ruleset: null };
  const { listLeakableValues } = await import("./core/environment/leakable-values.ts");
  const { values, left } = listLeakableValues(files);
  const more = left === 0 ? [] : [{ path: "local values", reason: `there are ${left} more than one run looks for` }];
  return { files, unread: [...unread, ...more], identity, ruleset: values.length > 0 ? createLocalRuleset(seeking, load, values) : null };
}

/** In a whole repository these say that programs are started in a folder. */
const PROJECT = /(?:^|\/)(?:package\.json|pyproject\.toml|requirements\.txt|manage\.py|Cargo\.toml|go\.mod|(?:docker-)?compose[\w.-]*\.ya?ml|\.env[^/]*)$/i;

/**
 * The environment files of this machine that git does not track: in the root, and in the folders above what is judged, never below. Of a whole repository
 * those of its projects.
 */
export async function readLocalFiles(repository: Repository, entries: readonly Entry[], isWhole: boolean, env: Environment): Promise<FoundFiles> {
  const folders = foldersAbove(isWhole ? entries.filter(({ path }) => PROJECT.test(path)) : entries);
  const found = readEnvironmentFiles(repository.root, folders);
  const paths = [...found.files, ...found.unread].map(({ path }) => path);
  if (paths.length === 0) return found;
  const tracked = listTracked(repository.indexFile, paths) ?? (await askTracked(repository, paths, env));
  const isLocal = ({ path }: Pick<LocalFile, "path">): boolean => !tracked.has(path);
  return { ...found, files: found.files.filter(isLocal), unread: found.unread.filter(isLocal) };
}

function foldersAbove(entries: readonly Entry[]): string[] {
  const folders = new Set([""]);
  for (const { path } of entries) {
    for (let end = path.lastIndexOf("/"); end > 0 && !folders.has(path.slice(0, end + 1)); end = path.lastIndexOf("/", end - 1))
      folders.add(path.slice(0, end + 1));
  }
  return [...folders].sort();
}

async function askTracked({ root, indexFile }: Repository, paths: readonly string[], env: Environment): Promise<ReadonlySet<string>> {
  const listed = await createGit(root, { ...env, GIT_INDEX_FILE: indexFile }).run("ls-files", ["-z", "--", ...paths]);
  return new Set(listed.toString("utf8").split("\0").filter(Boolean));
}
