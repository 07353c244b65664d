import { GuardError } from "./core/model.ts";
import type { Batch } from "./git/batch.ts";
import type { Commit } from "./git/history.ts";
import type { Repository } from "./git/repository.ts";
import { type ActivePolicy, loadPolicy, type PolicyContext } from "./policies.ts";
import {
  type Configuration,
  type ConfigurationBlob,
  findInCommit,
  readBlobText,
  readConfigurationBlob,
  readOnDisk,
  toConfiguration,
} from "./sources/configuration.ts";

/**
 * By which policies a commit is judged: its own comes last, before it its parent's where that is another, or of a merge those of all parents where it is
 * none of theirs. What has no configuration, or is no commit at all before a root, stands for `recommended`.
 */
export interface CommitPolicies {
  readonly policies: readonly ActivePolicy[];
  /** The file they were read from. */
  readonly name: string | null;
  readonly remarks: readonly string[];
}

export interface CommitPoliciesRequest {
  readonly repository: Repository;
  readonly batch: Batch;
  readonly context: PolicyContext;
  /** The last commits: their configurations must be usable; the last one's holds where that of an older commit is not. */
  readonly tips: readonly string[];
  /** The one to use for all of them, where somebody named one. */
  readonly named: Configuration | null;
}

/** A commit is judged as its own hook would have judged it: by the configuration that it holds, and by its parent's. */
export function createCommitPolicies({ repository, batch, context, tips, named }: CommitPoliciesRequest): {
  of(commit: Commit): Promise<CommitPolicies>;
} {
  const found = new Map<string, Promise<ConfigurationBlob | null>>();
  const loaded = new Map<string, LoadedPolicy[]>();

  function configurationOf(commit: string): Promise<ConfigurationBlob | null> {
    const known = found.get(commit) ?? findInCommit(batch, commit);
    found.set(commit, known);
    return known;
  }

  async function load(configuration: Configuration): Promise<ActivePolicy> {
    const alike = loaded.get(configuration.identity) ?? [];
    for (const { policy, extended } of alike) if (sameTexts(extended, await readAll(configuration, policy.extended))) return policy;
    const policy = await loadPolicy(configuration, context);
    loaded.set(configuration.identity, [...alike, { policy, extended: await readAll(configuration, policy.extended) }]);
    return policy;
  }

  const inCommit = (commit: string, blob: ConfigurationBlob | null): Configuration => ({
    name: blob?.name ?? null,
    identity: blob?.oid ?? "",
    folder: repository.root,
    readText: async () => (blob ? readConfigurationBlob(batch, blob) : ""),
    // A name that leads out of the repository stops git, and one with a line feed would be two questions.
    readExtended: async (path) => (/^\.\.(?:\/|$)|\n/.test(path) ? null : readBlobText(batch, `${commit}:${path}`)),
  });

  async function loadAt(commit: string): Promise<ActivePolicy> {
    return load(inCommit(commit, await configurationOf(commit)));
  }

  async function loadFormer(parent: string): Promise<{ former: ActivePolicy; remarks: string[] }> {
    try {
      return { former: await loadAt(parent), remarks: [] };
    } catch (error) {
      if (!isConfigError(error)) throw error;
      return {
        former: await loadRecommended(),
        remarks: ["Some commits replace a configuration that cannot be used; in its place stands what holds without any."],
      };
    }
  }

  async function loadOwn(commit: string): Promise<{ policy: ActivePolicy; remarks: string[] }> {
    try {
      return { policy: await loadAt(commit), remarks: [] };
    } catch (error) {
      const [tip] = tips.slice(-1);
      if (!isConfigError(error) || tip === undefined || tips.includes(commit)) throw error;
      return { policy: await loadAt(tip), remarks: ["Some commits have a configuration that cannot be used; the last one's holds for them."] };
    }
  }

  const loadRecommended = (): Promise<ActivePolicy> => load(toConfiguration(null, repository.root));

  async function onDisk(isRoot: boolean): Promise<CommitPolicies> {
    const found = readOnDisk(repository.root);
    const policy = await load(toConfiguration(found, repository.root));
    return { policies: [...new Set([...(isRoot ? [await loadRecommended()] : []), policy])], name: found?.name ?? null, remarks: [] };
  }

  return {
    async of({ oid, parents }) {
      if (named) return { policies: [await load(named)], name: named.name, remarks: [] };
      const own = await configurationOf(oid);
      const befores: (ConfigurationBlob | null)[] = [];
      for (const parent of parents) befores.push(await configurationOf(parent));
      const [before = null] = befores;
      if (!own && !before) return onDisk(parents.length === 0);
      const { policy, remarks } = await loadOwn(oid);
      // One that any parent has is nobody's loosening in the merge.
      const isNew = befores.every((blob) => blob?.oid !== own?.oid);
      const formers: ActivePolicy[] = parents.length === 0 ? [await loadRecommended()] : [];
      for (const parent of parents.filter((_, at) => at === 0 || isNew || befores[at] === null)) {
        const { former, remarks: more } = await loadFormer(parent);
        if (former !== policy) formers.push(former);
        remarks.push(...more);
      }
      return { policies: [...new Set([...formers, policy])], name: own?.name ?? before?.name ?? null, remarks };
    },
  };
}

interface LoadedPolicy {
  readonly policy: ActivePolicy;
  /** Texts of the files that it extends. */
  readonly extended: readonly (string | null)[];
}

/** One after the other: `cat-file` is asked one question at a time. */
async function readAll(configuration: Configuration, paths: readonly string[]): Promise<(string | null)[]> {
  const texts: (string | null)[] = [];
  for (const path of paths) texts.push(await configuration.readExtended(path));
  return texts;
}

function sameTexts(a: readonly (string | null)[], b: readonly (string | null)[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}

function isConfigError(error: unknown): boolean {
  return error instanceof GuardError && error.code === "config";
}
