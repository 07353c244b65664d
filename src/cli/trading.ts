import { closestTo } from "../core/closest.ts";
import { type ExitCode, GuardError } from "../core/model.ts";
import { toMachineStatus, toTradingStatusOf } from "../core/status/machine-status.ts";
import { formatJson } from "../report/json.ts";
import { tool } from "../report/tool.ts";
import { formatTradingStatus } from "../report/trading-text.ts";
import type { Input } from "./command.ts";
import type { TerminalIo } from "./io.ts";
import { lookAtMachine } from "./look-at-machine.ts";
import { tradingText, usage } from "./messages.ts";
import { toStyle } from "./style.ts";

const ACTIONS = ["status"];

/** `guard trading status`: whether the bot is ready to scale, and how it stands. Throws `GuardError` (2) where no trading is configured. */
export async function run(input: Input, io: TerminalIo): Promise<ExitCode> {
  const [action = ""] = input.operands;
  if (!ACTIONS.includes(action)) throw toGuardError(usage.unknownAction("trading", action, closestTo(action, ACTIONS), ACTIONS));
  const machine = await lookAtMachine(input, io, ["trading"]);
  if (machine === "interrupted") return 130;
  const status = machine && toTradingStatusOf(machine);
  if (!status) throw toGuardError(tradingText.notConfigured());
  if (input.flags.get("--format")?.[0] === "json") io.stdout(formatJson({ tool, exitCode: 0, ...status }));
  else {
    const { paint, width } = toStyle(input, io);
    io.stdout(formatTradingStatus(status, toMachineStatus(machine).areas, paint, width));
  }
  return 0;
}

function toGuardError({ message, fix }: { readonly message: string; readonly fix: string }): GuardError {
  return new GuardError(2, "usage", message, fix);
}
