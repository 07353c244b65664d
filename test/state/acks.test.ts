import { expect, test } from "vitest";
import { findAck, listStandingAcks } from "../../src/state/acks.ts";
import type { AckEntry, JournalRecord } from "../../src/state/journal-record.ts";

const HOUR = 3_600_000;
const now = Date.UTC(2025, 10, 25, 12);

function ack(madeAt: number, hours: number, parts: Partial<AckEntry & { readonly at: string }> = {}): JournalRecord {
  const [at, until] = [new Date(madeAt).toISOString(), new Date(madeAt + hours * HOUR).toISOString()];
  const chain = { v: 1, worktree: ".", prev: "", hash: "" } as const;
  return { ...chain, kind: "ack", at, until, rules: ["trading/failed-orders"], reason: "mends the bot", who: "Ada", ...parts };
}

test("holds from when it was made until it ends, and then no longer", () => {
  const record = ack(now, 2);
  expect(listStandingAcks([record], now - 2 * 60_000)).toEqual([]);
  expect(listStandingAcks([record], now)).toEqual([
    { kind: "ack", rules: ["trading/failed-orders"], reason: "mends the bot", owner: "Ada", until: "2025-11-25T14:00:00.000Z" },
  ]);
  expect(listStandingAcks([record], now + 2 * HOUR - 1)).toHaveLength(1);
  expect(listStandingAcks([record], now + 2 * HOUR)).toEqual([]);
});

test("one for longer than a week, or without an end that can be read, holds never", () => {
  expect(listStandingAcks([ack(now, 7 * 24)], now)).toHaveLength(1);
  expect(listStandingAcks([ack(now, 7 * 24 + 1), ack(now, 1, { until: "tomorrow" }), ack(now, 1, { at: "" })], now)).toEqual([]);
});

test("of two for one rule the later counts", () => {
  const acks = listStandingAcks([ack(now - HOUR, 5), ack(now, 1, { rules: ["trading/halted", "trading/failed-orders"] })], now);
  expect(findAck(acks, "trading/failed-orders")?.until).toBe("2025-11-25T13:00:00.000Z");
  expect(findAck(acks, "trading/halted")?.owner).toBe("Ada");
  expect(findAck(acks, "trading/log-errors")).toBeNull();
});
