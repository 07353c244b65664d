import type { ExitCode, Report } from "../core/model.ts";
import { toCheckRequest, toSourceKind } from "./check-request.ts";
import type { Input } from "./command.ts";
import { deliverReport } from "./deliver-report.ts";
import { emptyReport } from "./empty-report.ts";
import type { TerminalIo } from "./io.ts";
import { openProgress } from "./progress.ts";
import { toStyle } from "./style.ts";

/** `guard check`: judges one source and prints the report; the exit code is the report's, 3 where the report could not be put where it belongs. */
export async function run(input: Input, io: TerminalIo): Promise<ExitCode> {
  const { flags } = input;
  const report = await Promise.race([judge(input, io), reportInterrupt(input, io.signal)]);
  return deliverReport(
    report,
    {
      format: flags.get("--format")?.[0] === "json" ? "json" : "text",
      output: flags.get("--output")?.[0] ?? null,
      isQuiet: flags.has("--quiet"),
      style: toStyle(input, io),
    },
    io,
  );
}

async function judge(input: Input, io: TerminalIo): Promise<Report> {
  const request = await toCheckRequest(input, io);
  const judgeRequest = input.flags.has("--fix") ? (await import("../check-and-fix.ts")).checkAndFix : (await import("../guard.ts")).check;
  const progress = await openProgress(io, input.flags.has("--quiet"));
  io.signal.addEventListener("abort", progress.close, { once: true });
  return judgeRequest({ ...request, signal: io.signal, onProgress: progress.update }).finally(progress.close);
}

/** A report of nothing as soon as the user interrupts; never before. */
function reportInterrupt(input: Input, signal: AbortSignal): Promise<Report> {
  const { promise, resolve } = Promise.withResolvers<Report>();
  signal.addEventListener("abort", () => resolve(emptyReport({ source: toSourceKind(input), exitCode: 130 })), { once: true });
  return promise;
}
