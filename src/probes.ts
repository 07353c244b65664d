import { isAbsolute, posix, relative, resolve } from "node:path";
import type { MachineFacts } from "./core/facts/machine.ts";
import type { Judgement, MachineStance } from "./core/judgement.ts";
import type { Entry } from "./core/model.ts";
import { type Policy, settingOf } from "./core/policy.ts";
import { toTradingRequest } from "./core/trading/request.ts";
import { isTradingPath } from "./core/trading/roots.ts";
import type { TradingSettings } from "./core/trading/settings.ts";
import type { Repository } from "./git/repository.ts";
import type { Environment } from "./git/run.ts";
import { createWorkTreeView } from "./git/work-tree-view.ts";
import type { ExpectedChild } from "./machine/expected-child.ts";
import { pairRoots } from "./machine/places.ts";
import { type ProbeRequest, startProbes } from "./machine/probe.ts";
import { findProbeEntry } from "./machine/probe-child.ts";
import { type MachinePart, moveJob, type ProbeJob, type WatchedStorage } from "./machine/probe-job.ts";
import type { ConfiguredDatabase } from "./machine/probe-plan.ts";
import { type Ack, findAck, listStandingAcks, MAX_ACK_MS } from "./state/acks.ts";
import { readChecks, rememberChecks } from "./state/checks.ts";
import { expectJob } from "./state/expected-job.ts";
import { openJournal } from "./state/journal.ts";
import type { Store } from "./state/store.ts";

/** A policy under which the machine is judged, and the folder that its paths count from. */
export interface ProbedPolicy {
  readonly judgement: Judgement;
  readonly folder: string;
}

export interface ProbeContext {
  readonly repository: Repository | null;
  readonly env: Environment;
  readonly store: Store;
  /** No commit waits: everything is read whole. */
  readonly thorough: boolean;
  /** What is wanted beyond that which the rules ask for. */
  readonly also: readonly MachinePart[];
  readonly signal: AbortSignal | undefined;
  /** A process that may be at it already. */
  readonly expected: ExpectedChild | undefined;
}

/** The acknowledgements that hold, and what people are to be told of those that suppress nothing. */
export interface JudgedAcks {
  readonly acks: readonly Ack[];
  readonly remarks: readonly string[];
}

/** Probes under way. */
export interface Probing {
  /** What they found, for each policy. Never rejects. */
  readonly facts: readonly Promise<MachineFacts>[];
  /** Waits for them and has the machine rules judge what they found. `commit`: what would be committed, `null` where nothing would. */
  judge(commit: readonly Entry[] | null): Promise<JudgedAcks>;
  stop(): void;
}

/** Starts, at once, the probes that the active machine rules of the policies need; two policies that ask the same are answered by one. */
export function startProbing(policies: readonly ProbedPolicy[], context: ProbeContext): Probing {
  const now = Date.now();
  const end = new AbortController();
  const signal = context.signal ? AbortSignal.any([context.signal, end.signal]) : end.signal;
  const io = {
    probeEntry: findProbeEntry(),
    ...(context.repository ? { repository: createWorkTreeView(context.repository.root, context.env) } : {}),
    signal,
    expected: context.expected,
    onJob: (asked: ProbeJob) => {
      job = asked;
    },
  };
  let job: ProbeJob | null = null;
  const started = new Map<string, Promise<MachineFacts>>();
  const facts = policies.map((policy) => {
    const asked = toProbeRequest(policy, now, context);
    const key = JSON.stringify(asked);
    const answer = started.get(key) ?? startProbes({ ...asked, ...io });
    started.set(key, answer);
    return answer;
  });
  return {
    facts,
    stop: () => end.abort(),
    async judge(commit) {
      const acks = readAcks(context.repository, now);
      await Promise.all(
        policies.map(({ judgement, folder }, i) => {
          const roots = folderInRepository(folder, context.repository);
          return judgement.machine(facts[i] ?? Promise.resolve({ now }), (ruleId, options) => toStance(ruleId, options, { acks, commit, roots }));
        }),
      );
      rememberChecks(context.store, await Promise.all(started.values()));
      // The next commit will know what this one has found out.
      if (job && context.repository && !context.thorough)
        expectJob(context.repository.commonDir, JSON.stringify({ ...moveJob(job, 0), scratchFolder: "", ...readChecks(context.store) }));
      const suppressed = policies.flatMap(({ judgement }) => judgement.result().weighed.filter(({ suppression }) => suppression?.kind === "ack"));
      const idle = acks.filter(({ rules }) => !suppressed.some(({ finding }) => rules.includes(finding.ruleId)));
      return { acks, remarks: idle.map(describeIdleAck) };
    },
  };
}

/** Parts of the configuration as machine rules find them in their options, defaults filled in. */
interface Sections {
  readonly trading?: TradingSettings;
  readonly databases?: readonly (ConfiguredDatabase & { readonly required?: boolean; readonly journalMode?: string | null })[];
  readonly storage?: WatchedStorage & { readonly platform: Readonly<Record<string, { readonly roots?: readonly string[] } | undefined>> };
}

/** The sections stand in the options of every rule that needs them; these rules need them. */
const TELLERS = { trading: "trading/failed-orders", databases: "sqlite/integrity", storage: "storage/database-path" } as const satisfies Record<
  keyof Sections,
  string
>;

/** `undefined` where the configuration has no such section. */
export function readSection<K extends keyof Sections>(policy: Policy, name: K): Sections[K] | undefined {
  // The configuration was checked when the policy was compiled.
  const options = settingOf(policy, TELLERS[name])?.options as Sections | undefined;
  return options?.[name];
}

function toProbeRequest({ judgement, folder }: ProbedPolicy, now: number, { store, thorough, also }: ProbeContext): Omit<ProbeRequest, "probeEntry"> {
  const { policy, probes } = judgement;
  const trading = readSection(policy, "trading");
  const storage = readSection(policy, "storage");
  const optionsOf = (ruleId: string): unknown => {
    const setting = settingOf(policy, ruleId);
    return setting?.severity === "off" ? undefined : setting?.options;
  };
  const here = storage?.platform[process.platform]?.roots ?? [];
  return {
    parts: [...new Set([...probes, ...also])].filter((part) => part !== "now"),
    baseDir: folder,
    now,
    thorough,
    databases: readSection(policy, "databases"),
    storage: storage && { roots: storage.roots, forbidden: storage.forbidden, deprecated: storage.deprecated },
    platformRoots: pairRoots(
      storage?.roots ?? [],
      here.map((path) => resolve(folder, path)),
    ),
    ...(trading && { trading: { ...trading, request: toTradingRequest(now, trading.timeZone ?? "", optionsOf) } }),
    ...readChecks(store),
  };
}

function readAcks(repository: Repository | null, now: number): readonly Ack[] {
  return repository ? listStandingAcks(openJournal(repository.commonDir, repository.gitDir).readSince(now - MAX_ACK_MS), now) : [];
}

/** An acknowledgement is shown in every run until it ends, also where its rules find nothing. */
function describeIdleAck({ rules, owner, until, reason }: Ack): string {
  const [first = "", ...more] = rules;
  const named = more.length > 0 ? `${first} and ${more.length} more` : first;
  return `acknowledged by ${owner} until ${until}: ${named}. Reason given: ${reason}`;
}

interface Circumstances {
  readonly acks: readonly Ack[];
  readonly commit: readonly Entry[] | null;
  /** Where the folder that relative roots count from lies in the repository; `null`: outside. */
  readonly roots: string | null;
}

function toStance(ruleId: string, options: unknown, { acks, commit, roots }: Circumstances): MachineStance {
  // As in `readSection`; a rule that needs no section has none of these.
  const { trading, databases = [] } = (options ?? {}) as Sections;
  const ack = findAck(acks, ruleId);
  const isScoped = trading?.scope === "trading-paths" && !ruleId.startsWith("sqlite/") && commit !== null && roots !== null;
  const root = (trading?.root ?? []).map((path) => (isAbsolute(path) || /^[a-z]:/i.test(path) ? path : posix.join(roots ?? "", path)));
  return {
    suppression: ack && { kind: "ack", reason: ack.reason, owner: ack.owner, until: ack.until },
    isBinding: !isScoped || commit.some(({ path }) => isTradingPath(path, { root })),
    isRequired(subject) {
      const own = databases.filter(({ path }) => subject === path || subject.startsWith(`${path},`) || subject.startsWith(`${path} (`));
      const isTrading = own.length === 0 || own.some(({ path }) => trading?.database.includes(path));
      return own.some(({ required }) => required) || (isTrading && (trading?.required ?? false));
    },
  };
}

function folderInRepository(folder: string, repository: Repository | null): string | null {
  const way = repository ? relative(repository.root, folder).replaceAll("\\", "/") : "..";
  return way.startsWith("..") || isAbsolute(way) ? null : way;
}
