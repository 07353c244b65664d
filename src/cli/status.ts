import type { ExitCode } from "../core/model.ts";
import { toMachineStatus } from "../core/status/machine-status.ts";
import { formatJson } from "../report/json.ts";
import { formatStatus } from "../report/status-text.ts";
import { tool } from "../report/tool.ts";
import type { Input } from "./command.ts";
import type { TerminalIo } from "./io.ts";
import { lookAtMachine } from "./look-at-machine.ts";
import { statusText } from "./messages.ts";
import { toStyle } from "./style.ts";

/** `guard status`: the machine at a glance. It shows and does not refuse: whatever it finds, it ends with 0. */
export async function run(input: Input, io: TerminalIo): Promise<ExitCode> {
  const machine = await lookAtMachine(input, io);
  if (machine === "interrupted") return 130;
  if (input.flags.get("--format")?.[0] === "json") {
    const status = machine ? toMachineStatus(machine) : { schema: "guard.status/1", at: new Date().toISOString(), areas: [], acknowledged: [], counts: {} };
    io.stdout(formatJson({ tool, exitCode: 0, ...status }));
  } else {
    const { paint, width } = toStyle(input, io);
    io.stdout(machine ? formatStatus(toMachineStatus(machine), paint, width) : `${statusText.nothing}\n`);
  }
  return 0;
}
