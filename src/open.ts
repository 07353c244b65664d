import { resolve } from "node:path";
import { createJudgement, type Judgement } from "./core/judgement.ts";
import { GuardError } from "./core/model.ts";
import { settingOf } from "./core/policy.ts";
import type { Rule } from "./core/rule.ts";
import type { ReadyRule, Ruleset } from "./core/ruleset.ts";
import { isSelected, isSelectedByAny } from "./core/selectors.ts";
import type { Batch } from "./git/batch.ts";
import { hasCommits, isOrphan } from "./git/head.ts";
import { findRepository, type Repository } from "./git/repository.ts";
import { createGit, type Git } from "./git/run.ts";
import { type LocalFiles, openLocalFiles, readLocalFiles } from "./local-files.ts";
import { type ActivePolicy, loadPolicy, type PolicyContext } from "./policies.ts";
import type { Probing } from "./probes.ts";
import type { Lists } from "./read-exemption-lists.ts";
import type { CheckRequest } from "./request.ts";
import { loadBuiltInRuleset } from "./rulesets.ts";
import type { MatchingTask } from "./second-thread.ts";
import {
  CONFIGURATION_NAMES,
  type Configuration,
  type ConfigurationBlob,
  type ConfigurationText,
  findConfiguration,
  findInCommit,
  findInGit,
  isSameText,
  readBlobText,
  readConfiguration,
  readOnDisk,
  toConfiguration,
} from "./sources/configuration.ts";
import type { Source } from "./sources/source.ts";
import { openStaged, type StagedStart, startStaged } from "./sources/staged.ts";
import type { Verdicts } from "./state/clean-contents.ts";
import { openStore, type Store } from "./state/store.ts";

/** Everything that one run judges, and by which policies: two where the commit changes the configuration. */
export interface Run {
  readonly source: Source;
  /** The one by the policy that will hold comes last. */
  readonly judgements: readonly Judgement[];
  /** The file that the policies were read from, as people know it. */
  readonly configurationName: string;
  /** `null`: no active rule looks at the machine. */
  readonly probing: Probing | null;
  /** What is known to be clean; `null` where everything is to be read. */
  readonly verdicts: Verdicts | null;
  /** What a second thread may do of it; `null` where rules are the user's own, or two policies judge. */
  readonly matching: MatchingTask | null;
  /** Root of the repository, `null` outside. */
  readonly root: string | null;
  /** The baseline and the standing decisions that count, read where there is something to hold against them. */
  readonly readLists: () => Promise<Lists>;
  /** For people, on stderr. */
  readonly notes: readonly string[];
  /** What was left out on request. */
  readonly skipped: readonly string[];
}

/** Throws `GuardError`: 2 where the question or the configuration is wrong, 3 where git fails. */
export async function openRun(request: CheckRequest): Promise<Run> {
  const opened = request.source.kind === "staged" ? await openStagedRun(request) : await openOtherRun(request);
  try {
    return await openJudged(request, opened);
  } catch (error) {
    opened.source.abandon();
    throw error;
  }
}

async function openJudged(request: CheckRequest, opened: Opened): Promise<Run> {
  const builtIn = await loadBuiltInRuleset();
  const context: PolicyContext = { builtIn, store: openStore(opened.repository?.commonDir ?? null), untrusted: request.untrusted ?? false };
  const { policies, remarks } = await loadPolicies(opened, context);
  const isWanted = await toWanted(request, policies);
  const local = await openLocal(request, opened, policies, { builtIn, isWanted });
  const judgements = policies.map(({ policy, rulesets }) => createJudgement(policy, rulesets, isWanted, local));
  const verdicts = await openKnown(request, policies, context, local.identity);
  // Last: from here on nothing may fail that would not stop it.
  const probing = await openProbing(request, opened, judgements, context.store);
  return {
    source: opened.source,
    judgements,
    configurationName: opened.configuration.name ?? opened.formers[0]?.name ?? CONFIGURATION_NAMES[0],
    probing,
    verdicts,
    root: opened.repository?.root ?? null,
    readLists: opened.readLists,
    matching: toMatchingTask(opened, policies, local, isWanted),
    notes: [...remarks, ...toNotes(opened, policies), ...(request.source.kind === "machine" && !probing ? [NOTHING_TO_PROBE] : [])],
    skipped: request.machine === false ? ["machine"] : [],
  };
}

function toMatchingTask(
  { repository, source }: Opened,
  policies: readonly ActivePolicy[],
  local: LocalFiles,
  isWanted: Asking["isWanted"],
): MatchingTask | null {
  const [active, other] = policies;
  if (!repository || !source.readProven || !active || other || active.rulesets.length > 1) return null;
  const ids = active.rulesets.flatMap(({ rules }) => rules.map(({ summary }) => summary.id));
  return { root: repository.root, policy: active.policy, wanted: ids.filter(isWanted), localValues: local.ruleset?.values ?? [] };
}

/**
 * The configuration that will hold must be usable. One that this commit replaces may be broken, or code that no longer lies on disk: mending it must
 * not fail at what it mends.
 */
async function loadPolicies(
  { source, configuration, formers, isMerge }: Opened,
  context: PolicyContext,
): Promise<{ policies: ActivePolicy[]; remarks: string[] }> {
  const policy = await loadPolicy(configuration, context);
  const changed = new Set(source.entries.map(({ path }) => path));
  const isExtendedChanged = policy.extended.some((path) => isMerge || changed.has(path));
  const loaded: { policy: ActivePolicy; remarks: string[] }[] = [];
  for (const former of formers) if (isExtendedChanged || former.identity !== configuration.identity) loaded.push(await loadFormer(former, context));
  return { policies: [...loaded.map((former) => former.policy), policy], remarks: loaded.flatMap(({ remarks }) => remarks) };
}

async function loadFormer(former: Configuration, context: PolicyContext): Promise<{ policy: ActivePolicy; remarks: string[] }> {
  try {
    return { policy: await loadPolicy(former, context), remarks: [] };
  } catch (error) {
    if (!(error instanceof GuardError) || error.code !== "config") throw error;
    const [reason] = error.message.split("\n", 1);
    return {
      policy: await loadPolicy(toConfiguration(null, former.folder), context),
      remarks: [`The configuration in HEAD cannot be used; in its place stands what holds without any: ${reason}`],
    };
  }
}

/** Whole trees are judged again and again with little changed. CI trusts nothing that it did not see itself; rules of others may change unseen. */
async function openKnown(
  { source, only, skip, env }: CheckRequest,
  policies: readonly ActivePolicy[],
  { builtIn, store }: PolicyContext,
  localIdentity: string,
): Promise<Verdicts | null> {
  if (source.kind !== "all" || env.CI || builtIn.mark === null || policies.some(({ rulesets }) => rulesets.length > 1)) return null;
  const { openVerdicts } = await import("./state/clean-contents.ts");
  return openVerdicts(store, [builtIn.mark, policies.map(({ policy }) => policy), only ?? null, skip ?? null, localIdentity]);
}

interface Asking {
  readonly builtIn: Ruleset;
  readonly isWanted: (ruleId: string) => boolean;
}

const NOTHING_LOCAL = { files: [], unread: [], ruleset: null, identity: "" };

/** The environment files of this machine, where an active rule wants to know them. */
async function openLocal(
  { env }: CheckRequest,
  { repository, source }: Opened,
  policies: readonly ActivePolicy[],
  { builtIn, isWanted }: Asking,
): Promise<LocalFiles> {
  const isActive = (id: string): boolean => isWanted(id) && policies.some(({ policy }) => (settingOf(policy, id)?.severity ?? "off") !== "off");
  const wanting = builtIn.special.filter(({ summary }) => wantsLocal(summary) && isActive(summary.id));
  if (!repository || wanting.length === 0 || source.kind === "machine") return NOTHING_LOCAL;
  const found = await readLocalFiles(repository, source.entries, source.kind === "all", env);
  return openLocalFiles(found, wanting, builtIn.load);
}

function wantsLocal(summary: ReadyRule["summary"]): boolean {
  return (summary.inspects === "content" && summary.seeks === "local-values") || (summary.inspects === "repository" && summary.wantsLocal === true);
}

const NOTHING_TO_PROBE = 'No active rule looks at the machine: the configuration has neither "trading" nor "databases", or these rules are off.';

/** Starts looking at the machine before anything is read; where no rule asks for that, not even the code for it is loaded. */
async function openProbing(
  request: CheckRequest,
  { repository, configuration }: Opened,
  judgements: readonly Judgement[],
  store: Store,
): Promise<Probing | null> {
  if (judgements.every(({ probes }) => probes.length === 0)) return null;
  const { startProbing } = await import("./probes.ts");
  const policies = judgements.map((judgement) => ({ judgement, folder: configuration.folder }));
  const { env, signal, warm, alsoProbe = [] } = request;
  return startProbing(policies, { repository, env, store, thorough: request.source.kind === "machine", also: alsoProbe, signal, warm });
}

/** Edits of the configuration that this commit does not hold decide nothing, and that is said; so is where one that nobody else has switches something off. */
function toNotes({ configuration, onDisk, untracked }: Opened, policies: readonly ActivePolicy[]): string[] {
  if (untracked && /["']off["']/.test(untracked.text)) return [`${untracked.name} switches rules off and is neither in HEAD nor staged: it counts here alone.`];
  const staged = { name: configuration.name ?? "", text: policies.at(-1)?.text ?? "" };
  return onDisk && !isSameText(onDisk, staged) ? [`${onDisk.name} on disk is not what is staged; the staged one counts.`] : [];
}

interface Opened {
  readonly source: Source;
  readonly repository: Repository | null;
  readonly configuration: Configuration;
  /** HEAD's, `recommended` where it has none; it counts as well where this commit changes it, or something that it extends. Then those of a merge's further parents that count. */
  readonly formers: readonly Configuration[];
  readonly readLists: Run["readLists"];
  /** One beside those that count. */
  readonly onDisk: ConfigurationText | null;
  /** The one on disk, where it counts because git has none. */
  readonly untracked: ConfigurationText | null;
  /** The entries are then only what differs from every parent, and do not tell all that becomes another than in HEAD. */
  readonly isMerge: boolean;
}

/** The configurations of HEAD and of the index; the one on disk where neither has any. */
async function openStagedRun(request: CheckRequest): Promise<Opened> {
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

export async function readConfigurationBlob(batch: Batch, { name, oid }: ConfigurationBlob): Promise<string> {
  const text = await readBlobText(batch, oid);
  if (text === null)
    throw new GuardError(
      3,
      "unreadable",
      `${name} cannot be read: its content (blob ${oid.slice(0, 12)}) is not in the repository.`,
      "git fsck may tell more.",
    );
  return text;
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
async function openOtherRun(request: CheckRequest): Promise<Opened> {
  const git = createGit(request.cwd, request.env);
  const repository = await findRepository(git).catch((error: GuardError) => {
    if (request.source.kind === "all" || error.exitCode === 3) throw error;
    return null;
  });
  const source = await openSource(request, repository, git);
  const configuration =
    request.configPath === undefined ? findConfiguration(request.cwd, repository?.root ?? null) : readConfiguration(request.configPath, request.cwd);
  const readLists = async () => (await import("./read-exemption-lists.ts")).readListsOnDisk(repository?.root ?? null);
  return { source, repository, configuration, formers: [], readLists, onDisk: null, untracked: null, isMerge: false };
}

async function openSource({ source, cwd, env }: CheckRequest, repository: Repository | null, git: Git): Promise<Source> {
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

/** What the source, `--only` and `--skip` leave over. Throws `GuardError` (2) for a selector that names no rule. */
export async function toWanted(request: CheckRequest, policies: readonly ActivePolicy[]): Promise<(ruleId: string) => boolean> {
  const { only, skip, skipOnce } = request;
  const isOfKind = toKindTest(request);
  // As a hook asks
  if (only === undefined && skip === undefined && skipOnce === undefined && isOfKind === ANY_KIND) return () => true;
  const kinds = new Map(policies.flatMap(({ rulesets }) => rulesets.flatMap(({ rules }) => rules.map(({ summary }) => [summary.id, summary.inspects]))));
  const ids = [...kinds.keys()];
  const strange = [...(only ?? []), ...(skip ?? []), ...(skipOnce?.selectors ?? [])].find((selector) => !ids.some((id) => isSelected(selector, id)));
  if (strange !== undefined) {
    const { closestTo } = await import("./core/closest.ts");
    const closest = closestTo(strange, [...ids, ...new Set(ids.map((id) => id.slice(0, id.indexOf("/"))))]);
    throw new GuardError(
      2,
      "usage",
      `No rule is called "${strange}".${closest === null ? "" : ` Did you mean ${closest}?`}`,
      "npx --no guard rules lists all of them.",
    );
  }
  return (id) => isOfKind(kinds.get(id)) && (only === undefined || isSelectedByAny(only, id)) && !isSelectedByAny(skip ?? [], id);
}

const ANY_KIND = (): boolean => true;

/** Machine rules are asked with a commit, with the whole index, and alone; a few files say nothing about the machine. */
function toKindTest({ source, machine }: CheckRequest): (kind: Rule["inspects"] | undefined) => boolean {
  if (source.kind === "machine") return (kind) => kind === "machine";
  const withMachine = machine !== false && (source.kind === "staged" || source.kind === "all");
  return withMachine ? ANY_KIND : (kind) => kind !== "machine";
}
