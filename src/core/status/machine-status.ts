import type { MachineFacts } from "../facts/machine.ts";
import type { Suppression, Unknown, Verdict } from "../model.ts";
import { type RuleSettings, settingOf } from "../policy.ts";
import type { LogErrorOptions } from "../trading/log-health.ts";
import type { FailedOrderOptions, WaitingOptions } from "../trading/orders.ts";
import type { TradingSettings } from "../trading/settings.ts";
import { type TradingRuleOptions, type TradingStatus, toTradingStatus } from "../trading/status.ts";
import { type DatabaseThresholds, toDatabaseAreas } from "./database-areas.ts";
import type { Judged, RowState, StatusArea } from "./row.ts";
import { toTradingAreas } from "./trading-area.ts";

/** A machine that was looked at and judged. */
export interface JudgedMachine {
  readonly facts: MachineFacts;
  readonly policy: RuleSettings;
  /** `null`: the configuration has no such section. */
  readonly trading: TradingSettings | null;
  readonly databases: readonly { readonly path: string; readonly journalMode?: string | null }[];
  readonly verdicts: readonly Verdict[];
  readonly unknown: readonly Unknown[];
  /** Those that hold, the latest first. */
  readonly acks: readonly (Suppression & { readonly rules: readonly string[] })[];
}

/** `guard status --format json`. */
export interface MachineStatus {
  readonly schema: "guard.status/1";
  readonly at: string;
  readonly areas: readonly StatusArea[];
  readonly acknowledged: readonly {
    readonly rules: readonly string[];
    readonly reason: string;
    readonly owner: string | null;
    readonly until: string | null;
  }[];
  /** Rows by state. */
  readonly counts: Readonly<Record<RowState, number>>;
}

/** The machine at a glance: each number beside its threshold. Pure: `facts` hold the clock. */
export function toMachineStatus(machine: JudgedMachine): MachineStatus {
  const { facts, policy, trading, verdicts, unknown, acks } = machine;
  const judged: Judged = { verdicts, unknown, isOn: (ruleId) => (settingOf(policy, ruleId)?.severity ?? "off") !== "off" };
  const maxAgeHours = optionOf(policy, "trading/stale-data", "maxAgeHours", 24);
  const areas = [
    ...(trading ? toTradingAreas(facts, trading, toTradingRuleOptions(policy), judged, maxAgeHours) : []),
    ...toDatabaseAreas(facts, toThresholds(machine), judged),
  ];
  return {
    schema: "guard.status/1",
    at: new Date(facts.now).toISOString(),
    areas,
    acknowledged: acks.map(({ rules, reason, owner, until }) => ({ rules, reason, owner, until })),
    counts: countStates(areas),
  };
}

/** `guard trading status` of the same machine; `null` without a section `trading`. */
export function toTradingStatusOf({ facts, trading, policy }: JudgedMachine): TradingStatus | null {
  return trading && toTradingStatus(facts, trading, toTradingRuleOptions(policy));
}

function countStates(areas: readonly StatusArea[]): Record<RowState, number> {
  const counts: Record<RowState, number> = { block: 0, warn: 0, unknown: 0, acknowledged: 0, ok: 0, off: 0, info: 0 };
  for (const { rows } of areas) for (const { state } of rows) counts[state]++;
  return counts;
}

/** A policy holds the options of each rule with its defaults, also of one that is off. */
function toTradingRuleOptions(policy: RuleSettings): TradingRuleOptions {
  const optionsOf = (name: string): unknown => settingOf(policy, `trading/${name}`)?.options;
  return {
    failedOrders: optionsOf("failed-orders") as FailedOrderOptions,
    logErrors: optionsOf("log-errors") as LogErrorOptions,
    openPnl: optionsOf("open-pnl") as TradingRuleOptions["openPnl"],
    unconfirmedOrders: optionsOf("unconfirmed-orders") as WaitingOptions,
    halted: optionsOf("halted") as TradingRuleOptions["halted"],
  };
}

function toThresholds({ policy, databases }: JudgedMachine): DatabaseThresholds {
  return {
    maxCheckAgeDays: optionOf(policy, "sqlite/integrity", "maxCheckAgeDays", 7),
    maxWalMb: optionOf(policy, "sqlite/wal-size", "maxMb", 10),
    maxFreePercent: optionOf(policy, "sqlite/freelist", "maxPercent", 25),
    maxBackupAgeHours: optionOf(policy, "sqlite/backup-freshness", "maxAgeHours", 26),
    maxBackupAgeDays: optionOf(policy, "sqlite/backup-retention", "maxAgeDays", 30),
    journalModes: Object.fromEntries(databases.flatMap(({ path, journalMode }) => (journalMode ? [[path, journalMode]] : []))),
  };
}

function optionOf(policy: RuleSettings, ruleId: string, name: string, fallback: number): number {
  const options = settingOf(policy, ruleId)?.options;
  const value: unknown = typeof options === "object" && options !== null ? Reflect.get(options, name) : undefined;
  return typeof value === "number" ? value : fallback;
}
