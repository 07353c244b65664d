import { defineRule } from "../../src/core/rule.ts";
import { type LogErrorOptions, readLogHealth } from "../../src/core/trading/log-health.ts";
import { look, toUnknown } from "../../src/core/trading/look.ts";
import { type TradingSection, toTradingSettings } from "../../src/core/trading/settings.ts";

type Options = LogErrorOptions & { readonly trading?: TradingSection };

export const logErrors = defineRule({
  id: "trading/log-errors",
  inspects: "machine",
  probes: ["tradingLog"],
  meta: {
    summary: "The end of the trading log is full of errors.",
    why: "A bot that writes one error after the other is in trouble now, whatever its database says.",
    fix: "Read the end of the log and mend what it says. For a commit that mends the bot: npx --no guard ack trading/log-errors --for 2h --reason WHY",
    severity: "block",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:252",
    needs: "trading",
  },
  check(facts, options: Options) {
    const log = look(facts.tradingLog, "the trading log");
    if (!log.known) return [toUnknown(log)];
    const health = readLogHealth(log.value, facts.now, toTradingSettings(options.trading).timeZone, options.lines);
    if (!health.known) return [toUnknown(health)];
    const { errors, lines, lastAt, ageHours } = health.value;
    if (errors <= options.max) return [];
    const isStale = ageHours > options.maxAgeHours;
    const last = new Date(lastAt).toISOString();
    const age = isStale ? ` The log is stale: its last record is from ${last}, so this only warns.` : "";
    return [
      {
        subject: log.value.path,
        message: `${errors} errors in the last ${lines} lines, more than the ${options.max} that are allowed.${age}`,
        facts: { count: errors, max: options.max, lines, lastAt: last, stale: isStale },
        ...(isStale ? { severity: "warn" as const } : {}),
      },
    ];
  },
});
