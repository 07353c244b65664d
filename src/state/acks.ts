import type { Suppression } from "../core/model.ts";
import type { AckEntry, JournalRecord } from "./journal-record.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** No acknowledgement lasts longer. */
export const MAX_ACK_MS = 7 * DAY_MS;

/** An acknowledgement that holds: its rules are known to fail, until it ends. */
export interface Ack extends Suppression {
  readonly rules: readonly string[];
  readonly until: string;
  readonly owner: string;
}

/** Those that hold at `now`, the latest first. One that was made in the future, or for longer than any may be, holds never. */
export function listStandingAcks(records: readonly JournalRecord[], now: number): Ack[] {
  return records
    .filter((record): record is JournalRecord & AckEntry => record.kind === "ack")
    .filter(({ at, until }) => {
      const [made, end] = [Date.parse(at), Date.parse(until)];
      return made <= now + MINUTE_MS && now < end && end - made <= MAX_ACK_MS;
    })
    .map(({ rules, reason, who, until }): Ack => ({ kind: "ack", rules, reason, owner: who, until }))
    .reverse();
}

/** The latest that names the rule. */
export function findAck(acks: readonly Ack[], ruleId: string): Ack | null {
  return acks.find(({ rules }) => rules.includes(ruleId)) ?? null;
}
