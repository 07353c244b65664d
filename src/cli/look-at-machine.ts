import type { JudgedMachine } from "../core/status/machine-status.ts";
import type { Input } from "./command.ts";
import type { TerminalIo } from "./io.ts";
import { statusText } from "./messages.ts";

/** Longer looks are announced to whoever sits before a terminal. */
const ANNOUNCED_AFTER_MS = 1000;

/** What the machine is in, under the configuration that the flags ask for; `null` where that names nothing to look at. `only`: packs. */
export async function lookAtMachine({ flags }: Input, io: TerminalIo, only?: readonly string[]): Promise<JudgedMachine | null | "interrupted"> {
  const { judgeMachine } = await import("../judged-machine.ts");
  const [configPath] = flags.get("--config") ?? [];
  const isWatched = io.progressStream !== null && !flags.has("--quiet");
  const timer = isWatched ? setTimeout(() => io.stderr(`${statusText.slow}\n`), ANNOUNCED_AFTER_MS) : undefined;
  try {
    const machine = await judgeMachine({
      ...{ cwd: io.cwd, env: io.env, signal: io.signal, untrusted: flags.has("--untrusted") },
      ...(only === undefined ? {} : { only }),
      ...(configPath === undefined ? {} : { configPath }),
    });
    return io.signal.aborted ? "interrupted" : machine;
  } finally {
    clearTimeout(timer);
  }
}
