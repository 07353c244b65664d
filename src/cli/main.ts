import { type ExitCode, GuardError } from "../core/model.ts";
import { parseArguments } from "./arguments.ts";
import type { TerminalIo } from "./io.ts";
import { delivery, internalError } from "./messages.ts";
import { createProcessIo } from "./process-io.ts";
import { reportFailure, wantsJson } from "./report-failure.ts";

/**
 * Runs one command line (arguments without `node` and the script) and answers with its exit code once everything printed has arrived.
 * Never throws and never ends the process.
 */
export async function main(argv: readonly string[], io: TerminalIo = createProcessIo()): Promise<ExitCode> {
  const exitCode = await runCommand(argv, io);
  const delivered = await io.settle();
  if (delivered.kind !== "lost") return exitCode;
  io.stderr(`${delivery.stdoutLost(delivered.code)}\n`);
  return 3;
}

async function runCommand(argv: readonly string[], io: TerminalIo): Promise<ExitCode> {
  let schema: string | undefined;
  try {
    const parsed = parseArguments(argv, io.columns ?? 80);
    if (parsed.kind === "text") {
      io.stdout(parsed.text);
      return 0;
    }
    schema = parsed.command.schema;
    const run = await parsed.command.load();
    return await run(parsed.input, io);
  } catch (error) {
    const { maskError } = await import("../mask-secrets.ts");
    return reportFailure(await maskError(toGuardError(error, io)), wantsJson(argv) ? (schema ?? "guard.report/1") : null, io);
  }
}

/** What is no `GuardError` is a bug: it is named by its class and code only, since a foreign text may quote what was being read. */
function toGuardError(error: unknown, io: TerminalIo): GuardError {
  if (error instanceof GuardError) return error;
  if (io.env.GUARD_DEBUG) io.stderr(`${toFrames(error)}\n`);
  const { message, fix } = internalError(toKind(error));
  return new GuardError(3, "internal", message, fix, { cause: error });
}

function toKind(error: unknown): string {
  if (!(error instanceof Error)) return "something other than an error was thrown";
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  return `${error.name}${code}`;
}

/** Where it was thrown, without the message that stands above the frames. */
function toFrames(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  return stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
}
