import type { MachineMatch } from "../../src/core/rule.ts";
import { defineRule } from "../../src/core/rule.ts";
import { listHalts } from "../../src/core/trading/freshness.ts";
import { databasePath, lookInDatabase, toUnknown } from "../../src/core/trading/look.ts";

interface Options {
  readonly windowHours: number;
}

export const halted = defineRule({
  id: "trading/halted",
  inspects: "machine",
  probes: ["tradingDatabase"],
  meta: {
    summary: "The bot stopped trading by itself within the last day.",
    why: "It does so when it lost more than it may, or lost control; that must be understood before anything changes.",
    fix: "Read the message of the event and the log before it. For a commit that mends the bot: npx --no guard ack trading/halted --for 2h --reason WHY",
    severity: "block",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:212-220",
    needs: "trading",
  },
  check(facts, { windowHours }: Options) {
    const events = lookInDatabase(facts, "events");
    if (!events.known) return [toUnknown(events)];
    const subject = databasePath(facts);
    const halts = listHalts(events.value.rows, facts.now, windowHours);
    const times = halts.flatMap(({ at }) => (at === null ? [] : [at]));
    const matches: MachineMatch[] = [];
    if (times[0] !== undefined) matches.push(describe(subject, times.length, times[0], windowHours));
    if (times.length < halts.length) {
      const count = halts.length - times.length;
      matches.push({
        subject: `${subject} (times)`,
        severity: "warn",
        message: `${count} halts were not counted: their time cannot be read or lies ahead.`,
        facts: { count },
      });
    }
    return matches;
  },
});

function describe(subject: string, count: number, lastAt: number, windowHours: number): MachineMatch {
  const last = new Date(lastAt).toISOString();
  return {
    subject,
    message: `The bot halted trading ${count === 1 ? "once" : `${count} times`} in the last ${windowHours} hours, last at ${last}.`,
    facts: { count, lastAt: last, windowHours },
  };
}
