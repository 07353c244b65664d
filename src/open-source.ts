import { resolve } from "node:path";
import { GuardError } from "./core/model.ts";
import type { Batch } from "./git/batch.ts";
import { hasCommits, isOrphan } from "./git/head.ts";
import { findRepository, type Repository } from "./git/repository.ts";
import { createGit, type Git } from "./git/run.ts";
import type { Lists } from "./read-exemption-lists.ts";
import type { CheckRequest } from "./request.ts";
import {
  type Configuration,
  type ConfigurationBlob,
  type ConfigurationText,
  findConfiguration,
  findInCommit,
  findInGit,
  readBlobText,
  readConfiguration,
  readConfigurationBlob,
  readOnDisk,
  toConfiguration,
} from "./sources/configuration.ts";
import type { Source } from "./sources/source.ts";
import { openStaged, type StagedStart, startStaged } from "./sources/staged.ts";

/** What is to be judged, and the configurations that say how. */
export interface Opened {
  readonly source: Source;
  readonly repository: Repository | null;
  readonly configuration: Configuration;
  /** HEAD's, `recommended` where it has none; it counts as well where this commit changes it, or something that it extends. Then those of a merge's further parents that count. */
  readonly formers: readonly Configuration[];
  readonly readLists: () => Promise<Lists>;
  /** One beside those that count. */
  readonly onDisk: ConfigurationText | null;
  /** The one on disk, where it counts because git has none. */
  readonly untracked: ConfigurationText | null;
  /** The entries are then only what differs from every parent, and do not tell all that becomes another than in HEAD. */
  readonly isMerge: boolean;
}

/** Throws `GuardError`: 2 where the question or the configuration is wrong, 3 where git fails. */
export function openSource(request: CheckRequest): Promise<Opened> {
  return request.source.kind === "staged" ? openIndex(request) : openOther(request);
}

/** The configurations of HEAD and of the index; the one on disk where neither has any. */
async function openIndex(request: CheckRequest): Promise<Opened> {
  const start = request.started ?? (await startOutsideHook(request));
  try {
    return await openStarted(request, start);
  } catch (error) {
    start.batch.abandon();
    throw error;
  }
}

async function openStarted(request: CheckRequest, start: StagedStart): Promise<Opened> {
  const { repository, batch } = start;
  const source = await openStaged(start);
  const isMerge = start.parents.length > 1;
  const readLists = async () => (await import("./read-exemption-lists.ts")).readStagedLists(start, source.entries, isMerge);
  const opened = (configuration: Configuration): Opened => ({
    source,
    repository,
    configuration,
    formers: [],
    readLists,
    onDisk: null,
    untracked: null,
    isMerge,
  });
  if (request.configPath !== undefined) return opened(readConfiguration(request.configPath, request.cwd));
  const { committed, staged } = await findInGit(repository.indexFile, batch, source.entries, isMerge);
  const onDisk = readOnDisk(repository.root);
  const recommended = toConfiguration(null, repository.root);
  if (!committed && !staged) {
    const formers = onDisk && (await isOrphan(start.git, repository)) ? [recommended] : [];
    return { ...opened(toConfiguration(onDisk, repository.root)), formers, untracked: onDisk };
  }

  /** `at`: `index`, or a commit. */
  const fromGit = (blob: ConfigurationBlob | null, at: string): Configuration => ({
    name: blob?.name ?? null,
    identity: blob?.oid ?? "",
    folder: repository.root,
    readText: async () => (blob ? readConfigurationBlob(batch, blob) : ""),
    async readExtended(path) {
      // Git would stop at a name that leads out of the repository, and take one with a line feed for two.
      if (/^\.\.(?:\/|$)|\n/.test(path)) return null;
      const changed = at === "index" ? source.entries.find((entry) => entry.path === path) : undefined;
      if (changed) return changed.oid === null ? null : readBlobText(batch, changed.oid);
      // In a merge the entries are only what differs from every parent.
      return readBlobText(batch, at === "index" && isMerge ? `:0:${path}` : `${at === "index" ? "HEAD" : at}:${path}`);
    },
  });
  // A first configuration is no way around what held without one, on an orphan branch neither; before the first commit of a repository nothing did.
  const former = committed ? fromGit(committed, "HEAD") : (await hasCommits(start.git, repository)) ? recommended : null;
  const others = await findInOthers(batch, start.parents, staged, staged?.oid === committed?.oid);
  const formers = [...(former ? [former] : []), ...others.map(({ parent, blob }) => fromGit(blob, parent))];
  return { source, repository, configuration: fromGit(staged, "index"), formers, readLists, onDisk, untracked: null, isMerge };
}

/**
 * Those of the further parents of a merge. Where the one that will hold is a parent's it is nobody's loosening in the merge; but what held in a parent
 * without any, `recommended`, holds all the same: histories that have nothing in common can be merged as well.
 */
async function findInOthers(
  batch: Batch,
  [, ...parents]: readonly string[],
  staged: ConfigurationBlob | null,
  isOurs: boolean,
): Promise<{ parent: string; blob: ConfigurationBlob | null }[]> {
  const found: { parent: string; blob: ConfigurationBlob | null }[] = [];
  for (const parent of parents) found.push({ parent, blob: await findInCommit(batch, parent) });
  const isKnown = isOurs || found.some(({ blob }) => blob?.oid === staged?.oid);
  return isKnown ? found.filter(({ blob }) => blob === null) : found;
}

async function startOutsideHook(request: CheckRequest): Promise<NonNullable<CheckRequest["started"]>> {
  const repository = await findRepository(createGit(request.cwd, request.env));
  return startStaged(createGit(repository.root, withAbsoluteIndex(request)), repository, request.env);
}

/** An inherited GIT_INDEX_FILE counts from the folder of the hook, which is not where git will be started. */
export function withAbsoluteIndex({ env, cwd }: CheckRequest): CheckRequest["env"] {
  return env.GIT_INDEX_FILE ? { ...env, GIT_INDEX_FILE: resolve(cwd, env.GIT_INDEX_FILE) } : env;
}

/** The configuration comes from the current folder upwards, never from the target. */
async function openOther(request: CheckRequest): Promise<Opened> {
  const git = createGit(request.cwd, request.env);
  const repository = await findRepository(git).catch((error: GuardError) => {
    if (request.source.kind === "all" || error.exitCode === 3) throw error;
    return null;
  });
  const source = await openFilesOf(request, repository, git);
  const configuration =
    request.configPath === undefined ? findConfiguration(request.cwd, repository?.root ?? null) : readConfiguration(request.configPath, request.cwd);
  const readLists = async () => (await import("./read-exemption-lists.ts")).readListsOnDisk(repository?.root ?? null);
  return { source, repository, configuration, formers: [], readLists, onDisk: null, untracked: null, isMerge: false };
}

async function openFilesOf({ source, cwd, env }: CheckRequest, repository: Repository | null, git: Git): Promise<Source> {
  if (source.kind === "machine") return (await import("./sources/no-files.ts")).openNoFiles("machine");
  if (source.kind === "stdin") return (await import("./sources/stdin.ts")).openStdin(source.path, source.content, cwd, repository?.root ?? cwd);
  if (source.kind === "files") {
    const { openFiles } = await import("./sources/files.ts");
    const [only, ...more] = source.paths;
    const base = repository?.root ?? (only !== undefined && more.length === 0 ? resolve(cwd, only) : cwd);
    return openFiles(source.paths, cwd, base, repository && git);
  }
  if (!repository) throw new GuardError(2, "no-repository", "There is no git repository here.", "Run it inside a repository.");
  return (await import("./sources/all.ts")).openAll(createGit(repository.root, env), repository);
}
