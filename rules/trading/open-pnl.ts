import type { MachineMatch } from "../../src/core/rule.ts";
import { defineRule } from "../../src/core/rule.ts";
import { databasePath, lookInDatabase, toUnknown } from "../../src/core/trading/look.ts";
import { listOpenPositions, type OpenPosition } from "../../src/core/trading/positions.ts";
import { roundToNano } from "../../src/core/trading/round-trips.ts";

interface Options {
  readonly maxLossUsd: number;
}

export const openPnl = defineRule({
  id: "trading/open-pnl",
  inspects: "machine",
  probes: ["tradingDatabase"],
  meta: {
    summary: "An open position is losing more than five dollars, or nobody knows how it stands.",
    why: "A loss that grows while you work on something else is the one that hurts.",
    fix: "Look at the position on the exchange; close it by hand if the bot does not.",
    severity: "warn",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:254",
    needs: "trading",
  },
  check(facts, { maxLossUsd }: Options) {
    const sample = lookInDatabase(facts, "positions");
    if (!sample.known) return [toUnknown(sample)];
    const subject = databasePath(facts);
    const positions = listOpenPositions(sample.value.rows);
    const losing = positions.filter(({ pnl }) => pnl !== null && pnl < -maxLossUsd);
    const matches = losing.map((position) => describeLoss(position, maxLossUsd));
    return [...matches, ...describeSum(positions, subject, maxLossUsd), ...describeUnknown(positions, subject)];
  },
});

function describeLoss({ id, pair, pnl }: OpenPosition, maxLossUsd: number): MachineMatch {
  return {
    subject: `position ${id}`,
    message: `The open position ${id} (${pair}) stands at ${toUsd(pnl ?? 0)}, below ${toUsd(-maxLossUsd)}.`,
    facts: { pnlUsd: pnl, maxLossUsd },
  };
}

/** One position says it all by itself; several may lose too much together. */
function describeSum(positions: readonly OpenPosition[], subject: string, maxLossUsd: number): MachineMatch[] {
  const known = positions.flatMap(({ pnl }) => (pnl === null ? [] : [pnl]));
  const sum = roundToNano(known.reduce((total, pnl) => total + pnl, 0));
  if (known.length < 2 || sum >= -maxLossUsd) return [];
  return [
    {
      subject,
      message: `${known.length} open positions together stand at ${toUsd(sum)}, below ${toUsd(-maxLossUsd)}.`,
      facts: { sumUsd: sum, positions: known.length, maxLossUsd },
    },
  ];
}

function describeUnknown(positions: readonly OpenPosition[], subject: string): MachineMatch[] {
  const unknown = positions.filter(({ pnl }) => pnl === null).length;
  if (unknown === 0) return [];
  const message = `${unknown} open position${unknown === 1 ? "" : "s"}, profit or loss unknown: the database has no number for ${unknown === 1 ? "it" : "them"}.`;
  return [{ subject: `${subject} (open positions)`, message, facts: { unknown, open: positions.length } }];
}

function toUsd(amount: number): string {
  return `${amount.toFixed(2)} USD`;
}
