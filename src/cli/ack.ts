import { userInfo } from "node:os";
import type { ExplainedRule } from "../config/explain.ts";
import { closestTo } from "../core/closest.ts";
import { packOf } from "../core/machine-packs.ts";
import { type ExitCode, GuardError } from "../core/model.ts";
import type { RuleSummary } from "../core/rule.ts";
import { isSelected } from "../core/selectors.ts";
import { escapeControl } from "../core/terminal-text.ts";
import { readIdentity } from "../git/identity.ts";
import { findRepository } from "../git/repository.ts";
import { createGit } from "../git/run.ts";
import { MAX_ACK_MS } from "../state/acks.ts";
import { openJournal } from "../state/journal.ts";
import { loadActiveConfig } from "./active-config.ts";
import type { Input } from "./command.ts";
import type { TerminalIo } from "./io.ts";
import { ackText, type Complaint, usage } from "./messages.ts";
import { readReason } from "./reason.ts";

/**
 * `guard ack RULES --for 2h --reason R`: these machine rules are known to fail for a while; recorded, and shown in every run until it ends.
 * Throws `GuardError`: 2 for other rules, without a reason or a time, outside a repository; 3 where it cannot be recorded.
 */
export async function run(input: Input, io: TerminalIo): Promise<ExitCode> {
  const { flags, operands } = input;
  const reason = readReason("ack", flags.get("--reason")?.[0]);
  const duration = readDuration(flags.get("--for")?.[0]);
  const { rules: settings, summaries } = await loadActiveConfig(input, io);
  const rules = selectRules(operands.flatMap((operand) => operand.split(",")).filter(Boolean), summaries, settings);
  const git = createGit(io.cwd, io.env);
  const { commonDir, gitDir } = await findRepository(git);
  const now = Date.now();
  // To the second: that is what people are told
  const until = new Date(Math.floor((now + duration) / 1000) * 1000).toISOString().replace(".000", "");
  const who = (await readIdentity(git)) ?? userInfo().username;
  await openJournal(commonDir, gitDir).append({ kind: "ack", rules, reason, who, until }, now);
  if (!flags.has("--quiet")) io.stdout(`${escapeControl(ackText.recorded(rules, until))}\n`);
  return 0;
}

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `30m`, `2h`, `1d` in milliseconds. */
function readDuration(text: string | undefined): number {
  if (text === undefined) throw toUsageError(usage.noDuration());
  const [, count = "", unit = ""] = /^([1-9]\d{0,5})([mhd])$/.exec(text) ?? [];
  const duration = Number(count) * (UNITS[unit] ?? 0);
  if (duration === 0 || duration > MAX_ACK_MS) throw toUsageError(usage.wrongDuration(text));
  return duration;
}

/** The machine rules that the selectors name. A pack may hold others besides; they are not among them. */
function selectRules(selectors: readonly string[], summaries: readonly RuleSummary[], settings: readonly ExplainedRule[]): string[] {
  if (selectors.length === 0) throw toUsageError(usage.nothingToAck());
  const selected = selectors.flatMap((selector) => {
    const named = summaries.filter(({ id }) => isSelected(selector, id));
    if (named.length === 0) throw toUsageError(usage.unknownRule(selector, suggest(selector, summaries)));
    const machine = named.filter(({ inspects }) => inspects === "machine");
    if (machine.length === 0) throw toUsageError(usage.notOfTheMachine(selector));
    const ids = new Set(machine.map(({ id }) => id));
    const set = settings.filter(({ id }) => ids.has(id));
    const active = set.filter(({ severity, missing }) => severity !== "off" && missing === null);
    if (active.length === 0) throw toUsageError(usage.rulesAreOff(selector, set.find(({ missing }) => missing !== null)?.missing ?? null));
    return active.map(({ id }) => id);
  });
  return [...new Set(selected)].sort();
}

function suggest(selector: string, summaries: readonly RuleSummary[]): string | null {
  const ids = summaries.filter(({ inspects }) => inspects === "machine").map(({ id }) => id);
  return closestTo(selector, [...ids, ...new Set(ids.map(packOf))]);
}

function toUsageError({ message, fix }: Complaint): GuardError {
  return new GuardError(2, "usage", message, fix);
}
