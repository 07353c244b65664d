import type { ExitCode } from "../core/model.ts";
import { type MachineStatus, toMachineStatus } from "../core/status/machine-status.ts";
import { formatJson } from "../report/json.ts";
import { formatStatus } from "../report/status-text.ts";
import { tool } from "../report/tool.ts";
import type { Input } from "./command.ts";
import type { TerminalIo } from "./io.ts";
import { statusText } from "./messages.ts";
import { toStyle } from "./style.ts";

/** `guard status`: the machine at a glance. It shows and does not refuse: whatever it finds, it ends with 0. */
export async function run(input: Input, io: TerminalIo): Promise<ExitCode> {
  const { judgeMachine } = await import("../judged-machine.ts");
  const { paint, width } = toStyle(input, io);
  const machine = await judgeMachine(toMachineRequest(input, io));
  if (input.flags.get("--format")?.[0] === "json") {
    const status: Partial<MachineStatus> = machine ? toMachineStatus(machine) : { areas: [], acknowledged: [] };
    io.stdout(formatJson({ tool, exitCode: 0, ...status, schema: "guard.status/1" }));
  } else {
    io.stdout(machine ? formatStatus(toMachineStatus(machine), paint, width) : `${statusText.nothing}\n`);
  }
  return 0;
}

/** What the flags of a command that looks at the machine ask for. */
export function toMachineRequest({ flags }: Input, io: TerminalIo) {
  const [configPath] = flags.get("--config") ?? [];
  return { cwd: io.cwd, env: io.env, signal: io.signal, untrusted: flags.has("--untrusted"), ...(configPath === undefined ? {} : { configPath }) };
}
