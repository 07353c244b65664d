import { createJudgement, type Judgement } from "./core/judgement.ts";
import { GuardError } from "./core/model.ts";
import { settingOf } from "./core/policy.ts";
import type { ReadyRule, Ruleset } from "./core/ruleset.ts";
import { type LocalFiles, openLocalFiles, readLocalFiles } from "./local-files.ts";
import { type Opened, openSource } from "./open-source.ts";
import { type ActivePolicy, loadPolicy, type PolicyContext } from "./policies.ts";
import type { Probing } from "./probes.ts";
import type { CheckRequest } from "./request.ts";
import { loadBuiltInRuleset } from "./rulesets.ts";
import type { MatchingTask } from "./second-thread.ts";
import { CONFIGURATION_NAMES, type Configuration, isSameConfiguration, toConfiguration } from "./sources/configuration.ts";
import type { Source } from "./sources/source.ts";
import type { Verdicts } from "./state/clean-contents.ts";
import { openStore, type Store } from "./state/store.ts";
import { toWanted } from "./wanted-rules.ts";

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
  readonly readLists: Opened["readLists"];
  /** For people, on stderr. */
  readonly notes: readonly string[];
  /** What was left out on request. */
  readonly skipped: readonly string[];
}

/** Throws `GuardError`: 2 where the question or the configuration is wrong, 3 where git fails. */
export async function openRun(request: CheckRequest): Promise<Run> {
  const opened = await openSource(request);
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
    notes: [
      ...remarks,
      ...(opened.source.notes ?? []),
      ...toNotes(opened, policies),
      ...(request.source.kind === "machine" && !probing ? [NOTHING_TO_PROBE] : []),
    ],
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
  const { env, signal, expected, alsoProbe = [] } = request;
  return startProbing(policies, { repository, env, store, thorough: request.source.kind === "machine", also: alsoProbe, signal, expected });
}

/** Edits of the configuration that this commit does not hold decide nothing, and that is said; so is where one that nobody else has switches something off. */
function toNotes({ configuration, onDisk, untracked }: Opened, policies: readonly ActivePolicy[]): string[] {
  if (untracked && /["']off["']/.test(untracked.text)) return [`${untracked.name} switches rules off and is neither in HEAD nor staged: it counts here alone.`];
  const staged = { name: configuration.name ?? "", text: policies.at(-1)?.text ?? "" };
  return onDisk && !isSameConfiguration(onDisk, staged) ? [`${onDisk.name} on disk is not what is staged; the staged one counts.`] : [];
}
