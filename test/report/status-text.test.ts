import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MachineStatus } from "../../src/core/status/machine-status.ts";
import type { StatusRow } from "../../src/core/status/row.ts";
import type { Readiness } from "../../src/core/trading/readiness.ts";
import type { TradingStatus } from "../../src/core/trading/status.ts";
import { createPainter } from "../../src/report/painter.ts";
import { formatStatus } from "../../src/report/status-text.ts";
import { formatTradingStatus } from "../../src/report/trading-text.ts";

const plain = createPainter(false);

function row(parts: Partial<StatusRow>): StatusRow {
  return { name: "failed orders", state: "block", ruleId: "trading/failed-orders", value: 194, threshold: 5, text: "194 in 24 hours, at most 5", ...parts };
}

function status(parts: Partial<MachineStatus> = {}): MachineStatus {
  return {
    schema: "guard.status/1",
    at: "2025-11-25T14:03:12.000Z",
    areas: [
      { title: "Trading", subject: "projects/crypto-enhanced", rows: [row({}), row({ name: "halts", state: "ok", text: "0 in 24 hours, none expected" })] },
      {
        title: "Database",
        subject: "D:/databases/trading.db",
        rows: [row({ name: "file", state: "unknown", ruleId: null, value: null, text: "does not exist" })],
      },
    ],
    acknowledged: [{ rules: ["trading/failed-orders"], reason: "mends the bot", owner: "Ada", until: "2025-11-25T16:00:00Z" }],
    counts: { block: 1, warn: 0, unknown: 1, acknowledged: 0, ok: 1, off: 0, info: 0 },
    ...parts,
  };
}

describe("the text of guard status", () => {
  it("has a line for each thing, aligned, what is acknowledged, and what it comes to", () => {
    expect(formatStatus(status(), plain, undefined)).toBe(`Trading  projects/crypto-enhanced
  block    failed orders  194 in 24 hours, at most 5
  ok       halts          0 in 24 hours, none expected

Database  D:/databases/trading.db
  unknown  file           does not exist

Acknowledged
  until 2025-11-25T16:00:00Z by Ada: trading/failed-orders. Reason given: mends the bot

guard: 1 that blocks, 1 unknown (2025-11-25 14:03 UTC)
`);
  });

  it("of a machine that is well says so", () => {
    const counts = { block: 0, warn: 2, unknown: 0, acknowledged: 1, ok: 5, off: 0, info: 0 };
    const text = formatStatus(status({ areas: [], acknowledged: [], counts }), plain, undefined);
    expect(text).toBe("guard: nothing blocks, 2 to look at, 1 acknowledged (2025-11-25 14:03 UTC)\n");
  });

  it("is the same with colour but for the colour, and fits a terminal", () => {
    const coloured = formatStatus(status(), createPainter(true), 60);
    expect(coloured).toContain("\x1b[31mblock");
    expect(stripVTControlCharacters(coloured)).toBe(formatStatus(status(), plain, 60));
    for (const line of formatStatus(status(), plain, 60).split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  });

  it("lets no text from files reach the terminal as something it would obey", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("\x1b]0;owned\x07", "\n::error::a", "##vso[task]"))), (parts) => {
        const text = parts.join("");
        const areas = [{ title: "Log", subject: text, rows: [row({ text })] }];
        const acknowledged = [{ rules: [text], reason: text, owner: text, until: text }];
        for (const line of formatStatus(status({ areas, acknowledged }), plain, undefined).split("\n")) {
          expect(line).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
          expect(line).not.toMatch(/^\s*::[a-z]|##\[|##vso\[/i);
        }
      }),
    );
  });
});

const readiness: Readiness = {
  status: "NOT READY",
  criteria: [
    { name: "trades", value: 50, needed: 50, relation: "at least", met: true },
    { name: "winRatePercent", value: 52, needed: 52, relation: "at least", met: true },
    { name: "expectancyUsd", value: 0.01, needed: 0.01, relation: "more than", met: false },
    { name: "maxDrawdownPercent", value: 29.96, needed: 30, relation: "less than", met: true },
  ],
  trades: 50,
  interval: { low: 38.51, high: 65.2 },
  wins: 26,
  losses: 20,
  breakEven: 4,
  netUsd: 0.5,
  feesUsd: 1.2,
  maxDrawdownUsd: 40.446,
  source: "executions",
  doubts: { estimatedFees: 3, unmatchedSells: 1, skippedRows: 0, futureRows: 0 },
};

describe("the text of guard trading status", () => {
  // Nothing else of the status is printed: the rest stands in the areas
  const of = (parts: Partial<TradingStatus>): TradingStatus =>
    ({ readiness, validation: { start: "2025-10-13", end: "2025-11-12", day: 31, days: 31 }, unknown: [], ...parts }) as TradingStatus;

  it("begins with one of the three words, then the criteria, then how little they prove", () => {
    const [areas] = [status().areas.slice(0, 1)];
    expect(formatTradingStatus(of({}), areas, plain, undefined)).toBe(`NOT READY  validation 2025-10-13 to 2025-11-12, day 31 of 31
  met      trades      50, at least 50 needed
  met      win rate    52.00 %, at least 52 % needed
  not met  expectancy  0.010 USD a trade, more than 0.01 USD a trade needed
  met      drawdown    29.96 %, less than 30 % needed

26 won, 20 lost, 4 even; net 0.50 USD after 1.20 USD of fees, deepest fall 40.45 USD (from the table executions).
So few trades prove little: the true win rate may lie anywhere from 38.51 to 65.2 % (95 % sure).
In doubt: estimated fees (3), sales without a purchase (1).

Trading  projects/crypto-enhanced
  block    failed orders  194 in 24 hours, at most 5
  ok       halts          0 in 24 hours, none expected
`);
  });

  it("of no trade at all proves nothing", () => {
    const criteria = readiness.criteria.map((criterion) => ({ ...criterion, value: criterion.name === "trades" ? 0 : null, met: false }));
    const text = formatTradingStatus(
      of({ readiness: { ...readiness, status: "INSUFFICIENT DATA", criteria, trades: 0, interval: null } }),
      [],
      plain,
      undefined,
    );
    expect(text).toContain("  not met  win rate    none yet, at least 52 % needed\n");
    expect(text).toMatch(/\n\nNo round trip was completed since the validation began\.\n$/);
  });

  it("that is not known says why", () => {
    const unknown = [{ part: "readiness", subject: "D:/databases/trading.db", reason: "does not exist" }];
    const text = formatTradingStatus(of({ readiness: null, unknown }), [], plain, undefined);
    expect(text).toBe("Readiness unknown: D:/databases/trading.db: does not exist (validation 2025-10-13 to 2025-11-12, day 31 of 31)\n");
  });
});
