import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFolder } from "../support/folder-state.ts";
import { probe, watchTrading } from "../support/probe.ts";
import { startWriter } from "../support/start-writer.ts";

const SECONDS = 10;
const PROBES = 80;
/** One of so many is killed at some moment of its life. */
const KILL_EVERY = 5;

/** As it is built: from its sources each would take four times as long to start. */
const probeEntry = new URL("../../hooks/child.cjs", import.meta.url);

// The minute with 500 probes is bench/live-database.ts
describe.each(["wal", "delete"] as const)("beside a writer of 200 transactions a second, journal mode %s", (mode) => {
  test("80 probes, 16 of them killed, cost it nothing and leave nothing", { timeout: 300_000 }, async () => {
    const folder = createFolder();
    const writer = await startWriter(join(folder, "trading.db"), mode, 200);
    const allowed = mode === "wal" ? ["trading.db", "trading.db-shm", "trading.db-wal"] : ["trading.db", "trading.db-journal"];
    const seen = new Set<string>();
    const counts: number[] = [];
    const start = performance.now();
    for (let i = 0; i < PROBES; i++) {
      const killed = i % KILL_EVERY === KILL_EVERY - 1;
      const signal = killed ? AbortSignal.timeout(20 + ((i * 37) % 130)) : undefined;
      const facts = await probe(folder, ["tradingDatabase", "databases"], { trading: watchTrading(), signal, probeEntry });
      for (const name of readdirSync(folder)) seen.add(name);
      const orders = facts.tradingDatabase?.known ? facts.tradingDatabase.value.orders : undefined;
      // In rollback mode a writer may hold its lock whenever the probe asks; then it is unknown, and the writer was not disturbed
      const isLocked = mode === "delete" && JSON.stringify(facts.tradingDatabase).includes("locked by another program");
      if (!killed && !isLocked) expect(orders?.known, JSON.stringify(facts.tradingDatabase)).toBe(true);
      if (orders?.known) counts.push(orders.value.rows.length);
      await rest(start + ((i + 1) * SECONDS * 1000) / PROBES - performance.now());
    }
    const report = await writer.stop();
    expect(report).toMatchObject({ busy: 0, integrity: '[{"integrity_check":"ok"}]' });
    expect(report.transactions).toBeGreaterThan(PROBES);
    expect([...seen].filter((name) => !allowed.includes(name))).toEqual([]);
    expect(readdirSync(folder)).toEqual(["trading.db"]);
    // Each sees what was committed before it, also what no checkpoint has moved yet
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    // The fact holds at most 5,000 rows; a slow machine gives the writer time for more.
    expect(counts.at(-1)).toBeGreaterThanOrEqual(Math.min(5000, report.transactions * 0.7));
  });
});

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
