import type { MachineExamples } from "../../src/core/facts/examples.ts";
import { unknown } from "../../src/core/facts/known.ts";
import { log, now, record, times } from "./sample-facts.ts";

const error = record("07:59:00", "ERROR", "Insufficient balance: $0.00 < $15 minimum");
const traceback = [
  "Traceback (most recent call last):",
  '  File "bot.py", line 1, in run',
  "    raise ValueError(error)",
  "ValueError: no error is counted here",
];

export const examples: MachineExamples = {
  flags: [
    { name: "eleven errors", facts: { now, tradingLog: log(times(11, error)) }, severities: ["block"], numbers: { count: 11, max: 10, stale: false } },
    {
      name: "eleven errors of two days ago",
      facts: { now: now + 2 * 86_400_000, tradingLog: log(times(11, error)) },
      severities: ["warn"],
      numbers: { count: 11, stale: true },
    },
    {
      name: "a format without levels",
      facts: { now, tradingLog: log(times(11, "2025-10-13 07:59:00,316 - Order failed: EOrder:Insufficient funds")) },
      severities: ["block"],
    },
    {
      name: "the format of PowerShell",
      facts: { now, tradingLog: log(times(11, "2025-10-13 07:59:00 [ERROR] the bot is not running")) },
      severities: ["block"],
    },
  ],
  leaves: [
    { name: "ten errors", facts: { now, tradingLog: log(times(10, error)) } },
    { name: "six errors with the tracebacks of two", facts: { now, tradingLog: log([...times(6, error), ...traceback, error, ...traceback]) } },
    {
      name: "eleven errors before the last hundred lines",
      facts: { now, tradingLog: log([...times(11, error), ...times(100, record("07:59:30", "INFO", "no error"))]) },
    },
    { name: "warnings, and words about errors", facts: { now, tradingLog: log(times(50, record("07:59:00", "WARNING", "error rate 0 %"))) } },
    { name: "an empty log", facts: { now, tradingLog: log([]) } },
  ],
  unknowns: [
    { name: "no log", facts: { now, tradingLog: unknown("D:/logs/*.log", "no file matches") } },
    { name: "a time zone that does not exist", facts: { now, tradingLog: log([error], { timeZone: "America/Nowhere" }) } },
  ],
};
